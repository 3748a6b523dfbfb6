import { expect } from 'chai';
import { html } from 'lit';
import { DashboardElement } from '../element/dashboard-element.ts';
import { define } from '../element/define.ts';
import { mount, part, unmountAll, until } from '../testing/kit.ts';
import { LazyDialog } from './lazy-dialog.ts';
import { widgetStyles } from './styles.ts';

type Module = typeof import('./dialog.ts');

let load: () => Promise<Module>;

class LazyOwner extends DashboardElement {
  static readonly tag = 'lazy-dialog-owner';
  static override styles = widgetStyles;
  readonly dialog = new LazyDialog(this, 'one', undefined, () => load());

  override refresh(): void {}

  protected override render() {
    const body = html`<div class="body">Body</div>`;
    return html`<div class="widget">
      <button @click=${() => this.dialog.show()}>Open</button>
      ${this.dialog.render(() => ({ heading: 'All of it', body, l10n: this.l10n }))}
    </div>`;
  }
}
define(LazyOwner);

describe('a dialog that loads when it opens', () => {
  afterEach(unmountAll);

  async function asked(): Promise<LazyOwner> {
    const owner = mount<LazyOwner>('lazy-dialog-owner', {});
    await owner.updateComplete;
    const button = owner.shadowRoot!.querySelector('button')!;
    button.focus();
    button.click();
    await owner.updateComplete;
    return owner;
  }

  it('is open while it loads, and opens with its own styles, which precede those of the widget', async () => {
    let arrive = (): void => {};
    const wait = new Promise<void>((resolve) => (arrive = resolve));
    load = () => wait.then(() => import('./dialog.ts'));
    const owner = await asked();
    expect(owner.dialog.isOpen).to.equal(true);
    expect(part(owner, 'dialog')).to.equal(null);
    arrive();
    await until(() => part(owner, 'dialog')?.matches(':modal'), 'the dialog');
    expect(getComputedStyle(part(owner, 'dialog')!).paddingInlineStart).to.equal('0px');
    const sheets = [...owner.shadowRoot!.adoptedStyleSheets];
    const at = sheets.findIndex(({ cssRules }) => [...cssRules].some(({ cssText }) => cssText.startsWith('.dialog')));
    expect(at).to.equal(sheets.indexOf(widgetStyles.at(-1)!.styleSheet!) + 1);
    owner.dialog.close();
    expect(owner.dialog.isOpen).to.equal(false);
    expect(owner.shadowRoot!.activeElement?.textContent).to.equal('Open');
  });

  it('stays closed if it is closed while it loads', async () => {
    let arrive = (): void => {};
    const wait = new Promise<void>((resolve) => (arrive = resolve));
    load = () => wait.then(() => import('./dialog.ts'));
    const owner = await asked();
    owner.dialog.close();
    arrive();
    await wait;
    await import('./dialog.ts');
    await owner.updateComplete;
    expect(owner.dialog.isOpen).to.equal(false);
    expect(part(owner, 'dialog')).to.equal(null);
  });

  it('shows a load failure, and opens after a retry', async () => {
    load = () => Promise.reject(new Error('offline'));
    const owner = await asked();
    await until(() => part(owner, 'retry'), 'the failure');
    expect(owner.shadowRoot!.querySelector('[role=alert]')!.textContent).to.contain('All of it could not be loaded.');
    expect(owner.dialog.isOpen).to.equal(false);
    load = () => import('./dialog.ts');
    part(owner, 'retry')!.click();
    await until(() => part(owner, 'dialog')?.matches(':modal'), 'the dialog');
    expect(part(owner, 'retry')).to.equal(null);
  });
});
