import { expect } from 'chai';
import type { Adapter } from '../../adapter/adapter.ts';
import { AdapterError } from '../../adapter/adapter-error.ts';
import { mount, part, parts, textOf, type, unmountAll, until } from '../../testing/kit.ts';
import { frozenNow, frozenZone } from '../../testing/scenario.ts';
import { scripted } from '../../testing/scripted.ts';
import { adminLinks, knownCustomers, shopAdapter } from '../../testing/shop.ts';
import { provideDashboard } from '../../dashboard/provide-dashboard.ts';
import './define.ts';
import type { TransactionHistory } from './transaction-history.ts';

const host = (properties: Partial<TransactionHistory> = {}, adapter: Adapter = shopAdapter()) => {
  const script = scripted<Adapter>(adapter);
  const root = document.body.appendChild(document.createElement('div'));
  provideDashboard(root, {
    adapter: script.adapter,
    customerId: properties.customerId ?? knownCustomers.ingrid,
    locale: { locale: 'en-GB', timeZone: frozenZone, now: frozenNow },
  });
  return { element: mount<TransactionHistory>('transaction-history', properties, root), script };
};

async function open(...args: Parameters<typeof host>) {
  const mounted = host(...args);
  await until(() => parts(mounted.element, 'row').length, 'the transactions');
  return mounted;
}
const line = (row: Element) =>
  [...row.children].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim()).join(' | ');
const rows = (element: TransactionHistory, within = '.panel') =>
  [...element.shadowRoot!.querySelectorAll(`${within} [part~=row]`)].map(line);
const dialog = (element: TransactionHistory) => part(element, 'dialog');
const facts = (element: TransactionHistory) =>
  [...dialog(element)!.querySelectorAll('dd')].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());
const transaction = (more: object) => ({
  ...{ id: 't-1', customerId: knownCustomers.ingrid, kind: 'payment', createdAt: '2026-11-02T13:20:00Z' },
  amount: { value: '12.00', currency: 'GBP' },
  ...more,
});
const listing = (items: readonly object[], totals: object = {}): Adapter => ({
  ...shopAdapter(),
  transactions: { list: async () => ({ items, total: items.length, next: null, totals }) as never },
});

describe('transaction-history', () => {
  afterEach(unmountAll);

  it('shows the latest payments and refunds: date, method, reference, status, order and amount', async () => {
    const { element } = await open({ limit: 4 });
    expect(rows(element)).to.deep.equal([
      'Today, 11:08 | Visa | ch-10512 | Failed | #10512 | £412.40',
      'Today, 11:08 | Visa | ch-10512 | Failed | #10512 | £412.40',
      '17 Nov, 09:41 | Visa | ch-10498 | Paid | #10498 | £86.00',
      '12 Nov, 16:02 | Visa | ch-10471 | Paid | #10471 | £1,164.15',
    ]);
    expect(textOf(element)).to.contain('4 of 57 transactions');
  });

  it('says in the last row how many were made and what they add up to, each with its basis', async () => {
    const { element } = await open({ limit: 2 });
    expect(line(part(element, 'totals')!)).to.equal(
      '54 transactions Payments and refunds that were made | £18,050.30 Paid less refunds',
    );
  });

  it('lists sums of different currencies side by side, in the platform’s words if it has any', async () => {
    const totals = {
      transactions: { value: 2, basis: { code: 'settled', label: 'Settled by the bank' } },
      totalPaid: {
        amounts: [
          { value: '5.00', currency: 'GBP' },
          { value: '7.00', currency: 'EUR' },
        ],
        basis: 'paid-net-of-refunds',
        scope: { code: 'web', label: 'online shop' },
      },
    };
    const { element } = await open({}, listing([transaction({})], totals));
    expect(line(part(element, 'totals')!).replace(/(€7.00|£5.00)\s*/g, '$1 ')).to.equal(
      '2 transactions Settled by the bank | £5.00 €7.00 Paid less refunds, online shop',
    );
  });

  it('shows no sum if the platform does not know what was paid', async () => {
    const { element } = await open({}, listing([transaction({ status: undefined })]));
    expect(part(element, 'totals')).to.equal(null);
  });

  it('tells refunds by a word and a minus sign, and strikes out what came to nothing', async () => {
    const back = { value: '-12.00', currency: 'GBP' };
    const { element } = await open(
      {},
      listing([
        transaction({ id: 't-2', kind: 'refund', amount: back, method: 'Visa', status: 'refunded' }),
        transaction({ status: 'voided' }),
      ]),
    );
    expect(rows(element).map((row) => row.replace(/^[^|]+\| /, ''))).to.deep.equal([
      'Visa Refund | Refunded | −£12.00',
      '–not known | Voided | £12.00',
    ]);
    expect([...element.shadowRoot!.querySelectorAll('s')].map(({ textContent }) => textContent)).to.deep.equal([
      '£12.00',
    ]);
  });

  it('opens a transaction in a dialog with the full time and the reason, and follows changes', async () => {
    let status = 'pending';
    const { element } = await open(
      {},
      {
        ...shopAdapter(),
        transactions: {
          list: async () =>
            ({ items: [transaction({ status, reason: 'Came late', reference: null })], next: null }) as never,
        },
      },
    );
    part(element, 'link')!.click();
    await until(() => dialog(element), 'the dialog');
    expect(facts(element)).to.deep.equal([
      '£12.00',
      'Pending',
      'Monday, 2 November 2026 at 13:20:00 GMT',
      '–not known',
      'none',
      'Came late',
    ]);
    status = 'paid';
    element.refresh();
    await until(() => facts(element)[1] === 'Paid', 'the new status');
  });

  it('opens a transaction on the host’s page, after an event that the page can prevent', async () => {
    const links: Adapter['links'] = (intent, params) =>
      intent === 'transaction' ? `/transactions/${params['transactionId']}` : null;
    const { element } = await open({ limit: 1 }, shopAdapter({ links }));
    const link = part<HTMLAnchorElement>(element, 'link')!;
    expect(decodeURIComponent(link.href)).to.match(/\/transactions\/payment:o-10512:/);
    let seen = '';
    element.addEventListener('transaction-open', (event) => {
      event.preventDefault();
      seen = event.transactionId;
    });
    link.click();
    expect(seen).to.match(/^payment:o-10512:/);
    expect(dialog(element)).to.equal(null);
  });

  it('links to the order, after an event, and shows its number alone without a page', async () => {
    const { element } = await open({ limit: 1 }, shopAdapter({ links: adminLinks }));
    const link = parts(element, 'link').find(({ textContent }) => textContent.includes('#10512'))!;
    expect(link.getAttribute('href')).to.contain('orderId=o-10512');
    let seen = '';
    element.addEventListener('order-open', (event) => {
      event.preventDefault();
      seen = event.orderId;
    });
    link.click();
    expect(seen).to.equal('o-10512');
    unmountAll();
    const alone = await open({ limit: 1 });
    expect(parts(alone.element, 'link')).to.have.length(1);
  });

  it('finds a transaction by its reference among all, and the figures are those of what was found', async () => {
    const { element, script } = await open({ limit: 2 });
    part(element, 'view-all')!.click();
    const field = await until(() => part(element, 'search')?.querySelector('input'), 'the search');
    type(field, 'CH-10498');
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    await until(() => rows(element, 'dialog').length === 1, 'the one');
    expect(script.callsTo('transactions.list').at(-1)!.args[1]).to.deep.include({ text: 'CH-10498' });
    expect(line(dialog(element)!.querySelector('[part~=totals]')!))
      .to.contain('1 transaction')
      .and.contain('£86.00');
  });

  it('filters by type and status, and says without a search text that none is left', async () => {
    const { element, script } = await open({ limit: 2, viewAll: 'inline' });
    part(element, 'view-all')!.click();
    const button = await until(
      () => parts(element, 'popover-button').find(({ textContent }) => textContent.includes('Filter')),
      'the filter',
    );
    button.click();
    const choose = async (label: string) => {
      const choice = await until(
        () => parts(element, 'choice').find(({ textContent }) => textContent.trim() === label),
        label,
      );
      choice.click();
    };
    await choose('Refund');
    await until(() => rows(element).length > 0 && rows(element).every((row) => row.includes('Refund')), 'refunds');
    await choose('Disputed');
    await until(() => textOf(element).includes('No such transactions.'), 'the words');
    expect(script.callsTo('transactions.list').at(-1)!.args[1]).to.deep.include({
      filter: { kind: 'refund', status: 'disputed' },
    });
  });

  it('is where a link on the page scrolls to', async () => {
    const space = document.body.appendChild(document.createElement('div'));
    space.style.blockSize = '3000px';
    const link = document.body.appendChild(document.createElement('a'));
    link.href = '#transactions';
    const { element } = await open({ limit: 10 });
    element.id = 'transactions';
    const after = document.body.appendChild(space.cloneNode() as HTMLElement);
    link.click();
    await until(() => Math.abs(element.getBoundingClientRect().top) < 32, 'the panel');
    history.replaceState(null, '', location.pathname + location.search);
    for (const each of [space, link, after]) each.remove();
  });

  it('closes what is open if the operator loses access', async () => {
    const { element, script } = await open({ limit: 2 });
    part(element, 'link')!.click();
    await until(() => dialog(element), 'the dialog');
    script.always('transactions.list', { fail: new AdapterError('forbidden') });
    element.refresh();
    await until(() => textOf(element).includes('You may not see transactions.'), 'the words');
    expect(dialog(element)).to.equal(null);
  });
});
