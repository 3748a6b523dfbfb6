import { executeServerCommand } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';
import { DashboardElement } from '../element/dashboard-element.ts';
import { define } from '../element/define.ts';
import { mount, unmountAll, until } from '../testing/kit.ts';
import { Dialog } from './dialog.ts';
import { Popovers, popoverStyles } from './popover.ts';
import { widgetStyles } from './styles.ts';

const press = (keys: string) => executeServerCommand('press', keys);

class DialogOwner extends DashboardElement {
  static readonly tag = 'dialog-owner';
  static override styles = [...widgetStyles, popoverStyles];
  readonly dialog = new Dialog(this, 'one');
  readonly other = new Dialog(this, 'other');
  readonly popovers = new Popovers(this);
  /** The number of lines of text in the dialog. */
  lines = 1;

  override refresh(): void {}

  protected override render() {
    const { l10n, popovers } = this;
    const text = Array.from({ length: this.lines }, () => html`<p>Line</p>`);
    const content = () => html`<button type="button">Inside</button>`;
    const popover = () => popovers.render({ name: 'p', label: 'P', button: { label: 'Open' }, content });
    return html`<div class="widget">
      ${this.dialog.render(() => ({ heading: 'One', body: html`<div class="body">${text}</div>`, footer: popover(), l10n }))}
      ${this.other.render(() => ({ heading: 'Other', body: html`<div class="body">Other</div>`, l10n }))}
    </div>`;
  }
}
define(DialogOwner);

async function opened(properties: Partial<DialogOwner> = {}): Promise<DialogOwner> {
  const owner = mount<DialogOwner>('dialog-owner', properties);
  owner.dialog.show();
  await owner.updateComplete;
  return owner;
}

/** Makes the host page higher than its window. */
function highPage(): void {
  const high = document.createElement('div');
  high.style.blockSize = '5000px';
  document.body.append(high);
}

const isStill = () => getComputedStyle(document.documentElement).overflow === 'hidden';

describe('the page behind a dialog', () => {
  let before: readonly CSSStyleSheet[] = [];
  beforeEach(() => {
    before = [...document.adoptedStyleSheets];
    highPage();
  });

  afterEach(() => {
    unmountAll();
    expect(document.adoptedStyleSheets, 'nothing of ours stays on the page').to.deep.equal(before);
    document.body.replaceChildren();
    document.body.removeAttribute('style');
    document.documentElement.removeAttribute('style');
    scrollTo(0, 0);
  });

  it('does not scroll, not even by keyboard, and keeps its position', async () => {
    scrollTo(0, 120);
    const owner = await opened();
    const width = document.body.getBoundingClientRect().width;
    await press('PageDown');
    await press('End');
    expect([scrollY, isStill()]).to.deep.equal([120, true]);
    owner.dialog.close();
    expect([scrollY, isStill(), document.body.getBoundingClientRect().width]).to.deep.equal([120, false, width]);
    await press('PageDown');
    await until(() => scrollY > 120, 'it scrolls again');
  });

  it('is locked until the last of several dialogs closes', async () => {
    const owner = await opened();
    owner.other.show();
    await owner.updateComplete;
    owner.dialog.close();
    expect(isStill()).to.equal(true);
    await press('Escape');
    await until(() => !isStill(), 'it scrolls again');
  });

  it('is unlocked when the widget is removed, and locked when it returns', async () => {
    const owner = await opened();
    const { parentElement } = owner;
    owner.remove();
    expect(isStill()).to.equal(false);
    parentElement!.append(owner);
    await owner.updateComplete;
    expect(isStill()).to.equal(true);
  });

  it('keeps its layout if the body scrolls for the window', async () => {
    document.body.style.overflowX = 'hidden';
    const sticky = document.createElement('div');
    Object.assign(sticky.style, { position: 'sticky', top: '0', blockSize: '10px' });
    document.body.prepend(sticky);
    scrollTo(0, 200);
    const { top } = sticky.getBoundingClientRect();
    await opened();
    expect(sticky.getBoundingClientRect().top).to.equal(top);
    expect(getComputedStyle(document.body).overflow).to.equal('visible');
  });

  it('is locked inside a frame if the dialog is there', async () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const owner = await opened();
    frame.contentDocument!.body.append(owner);
    await owner.updateComplete;
    expect(isStill()).to.equal(false);
    expect(frame.contentWindow!.getComputedStyle(frame.contentDocument!.documentElement).overflow).to.equal('hidden');
    owner.dialog.close();
    expect(frame.contentDocument!.adoptedStyleSheets.length).to.equal(0);
  });
});

describe('Escape in a dialog', () => {
  const heard: string[] = [];
  const hear = ({ key }: KeyboardEvent) => heard.push(key);
  beforeEach(() => {
    heard.length = 0;
    document.addEventListener('keydown', hear);
  });

  afterEach(() => {
    document.removeEventListener('keydown', hear);
    unmountAll();
  });

  it('closes it without reaching the page, wherever the focus is', async () => {
    const owner = await opened();
    await press('Escape');
    await until(() => !owner.dialog.isOpen, 'it closes');
    owner.dialog.show();
    await owner.updateComplete;
    // A click on the dialog's text removes the focus in the same way.
    (owner.shadowRoot!.activeElement as HTMLElement).blur();
    await press('Escape');
    await until(() => !owner.dialog.isOpen, 'it closes');
    expect(heard).to.deep.equal([]);
    await press('Escape');
    expect(heard).to.deep.equal(['Escape']);
  });

  it('closes only a popover inside it', async () => {
    const owner = await opened();
    owner.shadowRoot!.querySelector<HTMLElement>('.popover-button')!.focus();
    await press('Enter');
    await until(() => owner.shadowRoot!.activeElement?.textContent === 'Inside', 'the popover');
    await press('Escape');
    await until(() => !owner.popovers.isOpen('p'), 'it closes');
    expect(owner.dialog.isOpen).to.equal(true);
    expect(heard).to.deep.equal(['Enter']);
  });
});

describe('a scrollable area in a dialog', () => {
  afterEach(unmountAll);

  it('is focusable if it overflows, and only then', async () => {
    const owner = await opened({ lines: 400 });
    const body = () => owner.shadowRoot!.querySelector<HTMLElement>('.dialog > .body')!;
    await until(() => body().tabIndex === 0, 'a tab stop');
    body().focus();
    await press('PageDown');
    await until(() => body().scrollTop > 0, 'it scrolls');
    owner.dialog.close();
    owner.lines = 1;
    owner.dialog.show();
    await owner.updateComplete;
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    expect(body().hasAttribute('tabindex')).to.equal(false);
  });
});
