import { expect } from 'chai';
import type { Adapter } from '../../adapter/adapter.ts';
import { axeFaults } from '../../testing/axe.ts';
import { click, find, ready, text } from '../../testing/credit-kit.ts';
import { deferred, part, parts, textOf, unmountAll, until } from '../../testing/kit.ts';
import { scripted } from '../../testing/scripted.ts';
import { knownCustomers, shopAdapter } from '../../testing/shop.ts';
import './define.ts';

const { ingrid, noOrders } = knownCustomers;

const opener = (element: Element, what: string) =>
  find<HTMLButtonElement>(element, `.explain[aria-label="About “${what}”"]`);
const explanation = (element: Element) => text(part(element, 'explanation'));
async function explained(element: Element, what: string): Promise<string> {
  (await until(() => opener(element, what), what)).click();
  await until(() => explanation(element).startsWith(what), `what ${what} is`);
  return explanation(element);
}

/** Returns an adapter that changes the answer with Ingrid's accounts. */
const toldAs = (answer: (page: { items: object[] }) => unknown) => {
  const script = scripted<Adapter>(shopAdapter());
  script.always('credit.accounts', {
    answer: async (carryOut) => answer((await carryOut()) as { items: object[] }),
  });
  return script.adapter;
};

describe('credit-balance: explanations of figures', () => {
  afterEach(() => {
    unmountAll();
    document.body.replaceChildren();
  });

  it('state what is counted, as of when, and the next expiry', async () => {
    const asOf = '2026-11-18T11:00:00Z';
    const { element } = await ready(toldAs((page) => ({ ...page, asOf })));
    expect(await explained(element, 'Store credit, GBP')).to.equal(
      'Store credit, GBP What was given, refunded or earned, less what was spent, taken away or has lapsed. ' +
        'Lapses next £25.00, 30 Nov, 23:59 As of Today, 11:00',
    );
    expect(await explained(element, 'Store credit, EUR')).to.contain('Lapses next Nothing lapses');
    expect(await explained(element, 'Points')).to.contain('Lapses next 340, 31 Dec');
    expect(await explained(element, 'Coupons')).to.match(/^Coupons Coupons that can be used, .* As of /);
    expect(await explained(element, 'Balance after')).to.contain('What the account held once the entry was made.');
    expect(parts(element, 'explanation'), 'one at a time').to.have.length(1);
  });

  it('state the time of the read if the platform gives none, and that the expiry is unknown', async () => {
    const began = Date.now();
    const { element } = await ready(
      toldAs(({ items, ...page }) => ({ ...page, items: items.map((item) => ({ ...item, lapsing: undefined })) })),
    );
    expect(await explained(element, 'Store credit, GBP')).to.contain('Lapses next not known');
    const time = part(element, 'explanation')!.querySelector('time')!;
    expect(Date.parse(time.dateTime)).to.be.within(began, Date.now());
  });

  it('stand beside the name of the only account, if nothing else is said above its entries', async () => {
    const script = scripted<Adapter>(toldAs((page) => ({ ...page, items: page.items.slice(0, 1) })));
    script.always('credit.entries', {
      answer: async (carryOut) => {
        const page = (await carryOut()) as { items: object[] };
        const items = page.items.map((item) => ({ ...item, reversible: undefined, reverses: null, reversedBy: null }));
        return { ...page, items };
      },
    });
    const { coupons: _, ...adapter } = script.adapter;
    const { element } = await ready(adapter);
    await until(() => opener(element, 'Balance after'), 'the explanation of the balance');
    expect(text(part(element, 'ledger-bar'))).to.equal('Entries: Store credit, GBP');
  });

  it('explain the whole ledger in place, in a dialog and in the panel', async () => {
    const { element } = await ready();
    await click(element, 'view-all');
    const inside = await until(() => find<HTMLButtonElement>(element, 'dialog .explain'), 'in the dialog');
    inside.click();
    await until(() => explanation(element).startsWith('Balance after'), 'what it is');
    unmountAll();
    const { element: inline } = await ready(shopAdapter(), { viewAll: 'inline' });
    await click(inline, 'view-all');
    await until(() => find(inline, '[part=ledger-tools] .explain'), 'in the panel');
    expect(inline.shadowRoot!.querySelectorAll('.ledger-bar .explain')).to.have.length(1);
  });

  it('load late without moving anything, and are accessible', async () => {
    const { element } = await ready();
    await until(() => opener(element, 'Points'), 'what explains');
    const heights = () => parts(element, 'metric').map((tile) => tile.getBoundingClientRect().height);
    const after = heights();
    for (const button of element.shadowRoot!.querySelectorAll('.explain')) button.remove();
    expect(heights()).to.deep.equal(after);
    const { element: whole } = await ready();
    await explained(whole, 'Points');
    expect(await axeFaults(whole)).to.deep.equal([]);
  });

  it('close for another customer, and put no account id into the page', async () => {
    const { element, dashboard, script } = await ready();
    await explained(element, 'Store credit, GBP');
    expect(element.shadowRoot!.innerHTML).to.not.contain('id="popover-explain-cr-');
    const held = deferred();
    script.next('credit.accounts', { until: held.promise });
    dashboard.customerId = noOrders;
    await element.updateComplete;
    expect(part(element, 'explanation')).to.equal(null);
    held.resolve();
    await until(() => textOf(element).includes('No credit, no points.'), 'theirs');
    dashboard.customerId = ingrid;
    await until(() => opener(element, 'Points'), 'hers again');
    expect(part(element, 'explanation')).to.equal(null);
  });
});
