import { executeServerCommand } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html, type TemplateResult } from 'lit';
import { provideDashboard } from '../dashboard/provide-dashboard.ts';
import { DashboardElement } from '../element/dashboard-element.ts';
import { define } from '../element/define.ts';
import { axeFaults } from '../testing/axe.ts';
import { deferred, part, textOf, until, type Deferred } from '../testing/kit.ts';
import { Dialog } from './dialog.ts';
import { Popovers, popoverStyles } from './popover.ts';
import { widgetStyles } from './styles.ts';
import { tableStyles } from './table.ts';

let arrivals: Deferred<string>[] = [];

class PopoverOwner extends DashboardElement {
  static readonly tag = 'popover-owner';
  static override styles = [...widgetStyles, tableStyles, popoverStyles];
  readonly popovers = new Popovers(this);
  readonly dialog = new Dialog(this, 'd');
  hasOne = true;
  chosen: string[] = [];

  override refresh(): void {}

  one(): TemplateResult {
    const { popovers } = this;
    const choose = () => {
      this.chosen.push('a');
      popovers.close();
    };
    return popovers.render({
      name: 'one',
      label: 'First things',
      button: { label: 'One' },
      content: () => html`<button type="button" id="a" @click=${choose}>A</button><input id="b" aria-label="B" />`,
    });
  }

  two(): TemplateResult {
    return this.popovers.render<string>({
      name: 'two',
      label: 'Second things',
      button: { label: 'Two' },
      load: () => {
        const arrival = deferred<string>();
        arrivals.push(arrival);
        return arrival.promise;
      },
      content: (text) => html`<button type="button" id="c">${text}</button>`,
    });
  }

  protected override render() {
    return html`<div class="widget">
      <div class="actions">${this.hasOne ? this.one() : ''} ${this.two()}</div>
      <div class="table-scroll" tabindex="0" role="group" aria-label="Scrolls">
        <div class="long"></div>
        ${this.popovers.render({
          name: 'inside',
          label: 'Inside things',
          button: { label: 'Inside', kind: 'inline' },
          takesFocus: false,
          content: () => html`<p>Only text</p>`,
        })}
        <div class="long"></div>
      </div>
      ${this.dialog.render(() => ({
        heading: 'Dialog',
        l10n: this.l10n,
        body: html`<div class="body">
          ${this.popovers.render({
            name: 'three',
            label: 'Third things',
            button: { label: 'Three' },
            content: () => html`<button type="button" id="e">E</button>`,
          })}
        </div>`,
      }))}
    </div>`;
  }
}
define(PopoverOwner);

async function put(direction = 'ltr') {
  const root = document.body.appendChild(document.createElement('div'));
  root.dir = direction;
  const dashboard = provideDashboard(root, { adapter: {}, customerId: 'A', locale: { locale: 'en' } });
  const element = root.appendChild(document.createElement('popover-owner') as PopoverOwner);
  await element.updateComplete;
  for (const long of element.shadowRoot!.querySelectorAll<HTMLElement>('.long')) long.style.blockSize = '400px';
  element.shadowRoot!.querySelector<HTMLElement>('.table-scroll')!.style.blockSize = '200px';
  return { root, dashboard, element };
}

const press = (keys: string) => executeServerCommand('press', keys);
const within = (element: Element, selector: string) => element.shadowRoot!.querySelector<HTMLElement>(selector);
const surface = (element: Element, name: string) => within(element, `#popover-${name}`)!;
const button = (element: Element, name: string) => surface(element, name).previousElementSibling as HTMLButtonElement;
const isOpen = (element: Element, name: string) => surface(element, name)?.matches(':popover-open');
const focused = (element: Element) => element.shadowRoot!.activeElement;

async function open(element: PopoverOwner, name: string): Promise<HTMLElement> {
  button(element, name).focus();
  await press('Enter');
  await until(() => isOpen(element, name) && surface(element, name).childElementCount, `${name} open`);
  return surface(element, name);
}

describe('popover', () => {
  afterEach(() => {
    arrivals = [];
    document.body.replaceChildren();
  });

  it('is empty until it is opened, and again once it is closed', async () => {
    const { element } = await put();
    expect(surface(element, 'one').childElementCount).to.equal(0);
    expect(button(element, 'one').getAttribute('aria-expanded')).to.equal('false');
    await open(element, 'one');
    await until(() => button(element, 'one').getAttribute('aria-expanded') === 'true', 'expanded');
    button(element, 'one').click();
    await until(() => !surface(element, 'one').childElementCount, 'empty');
    expect(button(element, 'one').getAttribute('aria-expanded')).to.equal('false');
  });

  it('focuses its content, closes on Escape and returns the focus', async () => {
    const { element } = await put();
    await open(element, 'one');
    await until(() => focused(element)?.id === 'a', 'focus inside');
    await press('Tab');
    expect(focused(element)?.id).to.equal('b');
    await press('Escape');
    await until(() => !isOpen(element, 'one'), 'closed');
    await until(() => focused(element) === button(element, 'one'), 'focus back');
    await until(() => !element.popovers.isOpen('one'), 'known to be closed');
    expect(focused(element) === button(element, 'one'), 'focus').to.equal(true);
  });

  it('returns the focus when a control inside closes it', async () => {
    const { element } = await put();
    await open(element, 'one');
    await until(() => focused(element)?.id === 'a', 'focus inside');
    await press('Enter');
    await until(() => element.chosen.length, 'chosen');
    await until(() => focused(element) === button(element, 'one'), 'focus back');
    expect(isOpen(element, 'one')).to.equal(false);
  });

  it('leaves the focus on the button if it contains text only', async () => {
    const { element } = await put();
    await open(element, 'inside');
    expect(focused(element) === button(element, 'inside'), 'focus').to.equal(true);
    expect(surface(element, 'inside').getAttribute('role')).to.equal('group');
  });

  it('closes one when another opens, and reports which is open', async () => {
    const { element } = await put();
    await open(element, 'one');
    button(element, 'inside').click();
    await until(() => isOpen(element, 'inside'), 'the other');
    await until(() => surface(element, 'inside').textContent?.includes('Only text'), 'its content');
    await until(() => !surface(element, 'one').childElementCount, 'empty');
    expect(element.popovers.isOpen('one')).to.equal(false);
    expect(element.popovers.isOpen('inside')).to.equal(true);
  });

  it('loads its content once, reports a failure, and retries', async () => {
    const { element } = await put();
    await open(element, 'two');
    expect(arrivals.length).to.equal(1);
    expect(focused(element) === button(element, 'two'), 'focus').to.equal(true);
    arrivals[0]!.reject(new TypeError('Failed to fetch'));
    await until(() => textOf(element).includes('Second things could not be loaded.'), 'said');
    await until(() => focused(element) === part(element, 'retry'), 'focus on the way out');
    await press('Enter');
    await until(() => arrivals.length === 2, 'another try');
    arrivals[1]!.resolve('Here');
    await until(() => within(element, '#c')?.textContent === 'Here', 'shown');
    await until(() => focused(element)?.id === 'c', 'focus inside');
    await press('Escape');
    await until(() => !element.popovers.isOpen('two'), 'closed');
    await open(element, 'two');
    await until(() => focused(element)?.id === 'c', 'focus inside');
    expect(arrivals.length).to.equal(2);
  });

  it('closes when the focus leaves by keyboard, and leaves it there', async () => {
    const { element } = await put();
    await open(element, 'one');
    await until(() => focused(element)?.id === 'a', 'focus inside');
    await press('Tab');
    await press('Tab');
    await until(() => !element.popovers.isOpen('one'), 'closed');
    expect(focused(element) === button(element, 'two'), 'focus').to.equal(true);
    await open(element, 'one');
    await until(() => focused(element)?.id === 'a', 'focus inside');
    await press('Shift+Tab');
    expect(focused(element) === button(element, 'one'), 'back on its button').to.equal(true);
    expect(element.popovers.isOpen('one')).to.equal(true);
  });

  it('does not take the focus if it has moved before the content is loaded', async () => {
    const { element } = await put();
    const other = document.body.appendChild(document.createElement('button'));
    await open(element, 'two');
    other.focus();
    arrivals[0]!.resolve('Here');
    await until(() => !element.popovers.isOpen('two'), 'closed');
    await element.updateComplete;
    expect(document.activeElement === other, 'focus').to.equal(true);
  });

  it('is placed beside its button and follows it when the table scrolls', async () => {
    const { element } = await put();
    const scroller = within(element, '.table-scroll')!;
    scroller.scrollTop = 260;
    const shown = await open(element, 'inside');
    const distance = () => shown.getBoundingClientRect().top - button(element, 'inside').getBoundingClientRect().bottom;
    const start = () => shown.getBoundingClientRect().left - button(element, 'inside').getBoundingClientRect().left;
    await until(() => Math.abs(distance() - 4) < 1 && Math.abs(start()) < 1, 'beside');
    scroller.scrollTop = 300;
    await until(() => Math.abs(distance() - 4) < 1, 'still beside');
  });

  it('stays within the window, aligned to the end edge in right-to-left, and in a zoomed page', async () => {
    for (const [direction, justify, zoom] of [
      ['ltr', 'end', ''],
      ['rtl', 'start', ''],
      ['rtl', 'end', ''],
      ['ltr', 'start', '1.5'],
      ['ltr', 'end', '0.7'],
    ] as const) {
      const { root, element } = await put(direction);
      root.style.zoom = zoom;
      root.style.padding = '20px';
      within(element, '.actions')!.style.justifyContent = justify;
      const shown = await open(element, 'one');
      const box = () => shown.getBoundingClientRect();
      const anchor = button(element, 'one').getBoundingClientRect();
      await until(() => Math.abs(box().top - anchor.bottom - 4) < 1.5, `below, ${direction} ${justify} ${zoom}`);
      expect(box().left).to.be.at.least(7);
      // Some engines measure in pixels of the zoomed element.
      const pixel = box().width / shown.offsetWidth / Number(zoom || 1);
      expect(box().right).to.be.at.most(document.documentElement.clientWidth * pixel - 7);
      const isBeside = Math.abs(box().left - anchor.left) < 1.5 || Math.abs(box().right - anchor.right) < 1.5;
      expect(isBeside, `${direction} ${justify} ${zoom}`).to.equal(true);
      root.remove();
    }
  });

  it('is placed above its button if there is no room below', async () => {
    const { root, element } = await put();
    root.style.position = 'fixed';
    root.style.insetBlockEnd = '0';
    within(element, '.table-scroll')!.hidden = true;
    const shown = await open(element, 'one');
    await until(
      () => Math.abs(button(element, 'one').getBoundingClientRect().top - shown.getBoundingClientRect().bottom - 4) < 1,
      'above',
    );
  });

  it('closes without closing the dialog around it', async () => {
    const { element } = await put();
    element.dialog.show();
    await until(() => element.dialog.element?.matches(':modal'), 'dialog');
    await open(element, 'three');
    await until(() => focused(element)?.id === 'e', 'focus inside');
    await press('Escape');
    await until(() => !isOpen(element, 'three'), 'closed');
    expect(element.dialog.element?.open).to.equal(true);
    expect(focused(element) === button(element, 'three'), 'focus').to.equal(true);
  });

  it('closes when the customer changes, when it is disconnected, and when its container goes', async () => {
    const { root, dashboard, element } = await put();
    await open(element, 'one');
    dashboard.customerId = 'B';
    await until(() => !isOpen(element, 'one'), 'closed for the next customer');
    await open(element, 'one');
    root.remove();
    document.body.append(root);
    await element.updateComplete;
    expect(element.popovers.isOpen('one')).to.equal(false);
    expect(surface(element, 'one').childElementCount).to.equal(0);
    await open(element, 'one');
    element.hasOne = false;
    element.requestUpdate();
    await element.updateComplete;
    element.hasOne = true;
    element.requestUpdate();
    await until(() => within(element, '#popover-one') && !element.popovers.isOpen('one'), 'closed');
    expect(surface(element, 'one').childElementCount).to.equal(0);
    await open(element, 'one');
  });

  it('stops tracking its button once it is closed', async () => {
    const { element } = await put();
    const shown = await open(element, 'one');
    await press('Escape');
    await until(() => !element.popovers.isOpen('one'), 'closed');
    shown.style.inset = '1px';
    dispatchEvent(new Event('resize'));
    document.dispatchEvent(new Event('scroll'));
    expect(shown.style.inset).to.equal('1px');
  });

  it('passes axe, open and closed', async () => {
    const { root, element } = await put();
    expect(await axeFaults(root)).to.deep.equal([]);
    await open(element, 'one');
    expect(await axeFaults(root)).to.deep.equal([]);
  });
});
