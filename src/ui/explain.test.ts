import { executeServerCommand } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';
import { DashboardElement } from '../element/dashboard-element.ts';
import { define } from '../element/define.ts';
import { axeFaults } from '../testing/axe.ts';
import { mount, part, textOf, unmountAll, until } from '../testing/kit.ts';
import { explain } from './explain.ts';
import type { Explanation } from './explanation.ts';
import { metricStyles } from './metric.ts';
import { Popovers, popoverStyles } from './popover.ts';
import { widgetStyles } from './styles.ts';

const whole: Explanation = {
  what: 'Average order value',
  counts: 'Sales over the number of orders.',
  returns: 'gross',
  range: { from: '2026-01-01', to: '2026-03-31' },
  orders: 47,
  scope: '<b>Web</b>',
  asOf: '2026-11-18T11:00:00Z',
};

class ExplainOwner extends DashboardElement {
  static readonly tag = 'explain-owner';
  static override styles = [...widgetStyles, metricStyles, popoverStyles];
  readonly popovers = new Popovers(this);
  figure: Explanation | undefined = whole;

  override refresh(): void {}

  protected override render() {
    const { figure } = this;
    return html`<dl class="metric">
      <dt class="label">Average${figure ? explain(this.popovers, 'average', figure.what, () => figure) : ''}</dt>
      <dd class="figure">£5.00</dd>
    </dl>`;
  }
}
define(ExplainOwner);

const open = async (figure: Explanation): Promise<ExplainOwner> => {
  const owner = mount<ExplainOwner>('explain-owner', { figure, lang: 'en-GB' } as Partial<ExplainOwner>);
  await owner.updateComplete;
  part(owner, 'popover-button')!.click();
  await until(() => part(owner, 'explanation'), 'the explanation');
  return owner;
};

describe('the explanation of a figure', () => {
  afterEach(unmountAll);

  it('states what is counted, dates, net or gross, number of orders, source, and time', async () => {
    const owner = await open(whole);
    const facts = [...owner.shadowRoot!.querySelectorAll('.explanation dl > div')].map((fact) =>
      fact.textContent.replace(/\s+/g, ' ').trim(),
    );
    expect(facts.slice(0, 4)).to.deep.equal([
      'Returns Not taken off',
      'Dates 1 Jan to 31 Mar',
      'Counted over 47 orders',
      'Where <b>Web</b>',
    ]);
    expect(facts[4]).to.match(/^As of .*18 Nov/);
    expect(textOf(owner)).to.contain('Sales over the number of orders.');
  });

  it('omits unknown facts; a range without an end is the whole lifetime', async () => {
    const owner = await open({ what: 'Orders', counts: 'Every sale.', range: {} });
    const facts = [...owner.shadowRoot!.querySelectorAll('.explanation dt')].map(({ textContent }) => textContent);
    expect(facts).to.deep.equal(['Dates']);
    expect(textOf(owner)).to.contain('All dates');
  });

  it('takes no room while it is closed, and is a target of 24 px', async () => {
    const owner = mount<ExplainOwner>('explain-owner');
    await owner.updateComplete;
    const label = owner.shadowRoot!.querySelector('dt')!;
    const { height } = label.getBoundingClientRect();
    const button = part(owner, 'popover-button')!.getBoundingClientRect();
    expect(Math.min(button.width, button.height)).to.be.at.least(24);
    owner.figure = undefined;
    owner.requestUpdate();
    await owner.updateComplete;
    expect(label.getBoundingClientRect().height).to.equal(height);
  });

  it('is accessible, has a name, and returns the focus on Escape', async () => {
    const owner = await open(whole);
    expect(await axeFaults(owner)).to.deep.equal([]);
    const button = part(owner, 'popover-button')!;
    expect(button.getAttribute('aria-label')).to.equal('About “Average order value”');
    button.focus();
    button.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    await until(() => !part(owner, 'explanation'), 'it closes');
    expect(owner.shadowRoot!.activeElement).to.equal(button);
  });

  it('is focusable and scrolls by keyboard if it is long, and only then', async () => {
    const further = Array.from({ length: 60 }, (_, index) => [`Fact ${index}`, 'as it is'] as const);
    const owner = await open({ ...whole, further });
    const surface = part(owner, 'popover')!;
    await until(() => surface.tabIndex === 0, 'a stop');
    // WebKitDriver never responds to a key press in an open popover.
    const isWebKit = /AppleWebKit/.test(navigator.userAgent) && !/Chrome/.test(navigator.userAgent);
    if (!isWebKit) {
      part(owner, 'popover-button')!.focus();
      await executeServerCommand('press', 'Tab');
      expect(owner.shadowRoot!.activeElement).to.equal(surface);
      await executeServerCommand('press', 'PageDown');
      await until(() => surface.scrollTop > 0, 'it scrolls');
    }
    unmountAll();
    const short = await open(whole);
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    expect(part(short, 'popover')!.hasAttribute('tabindex')).to.equal(false);
  });
});
