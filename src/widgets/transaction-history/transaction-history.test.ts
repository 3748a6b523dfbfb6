import { expect } from 'chai';
import type { Adapter } from '../../adapter/adapter.ts';
import { AdapterError } from '../../adapter/adapter-error.ts';
import { part, parts, textOf, unmountAll, until } from '../../testing/kit.ts';
import * as kit from '../../testing/list-kit.ts';
import { choose, lineOf, preventing, press, rowsOf, says, searchFor, textsOf } from '../../testing/list-kit.ts';
import { adminLinks, knownCustomers, shopAdapter } from '../../testing/shop.ts';
import './define.ts';
import type { TransactionHistory } from './transaction-history.ts';

const open = (properties: Partial<TransactionHistory> = {}, shop: Adapter = shopAdapter()) =>
  kit.openList('transaction-history', properties, shop);
const dialog = (element: Element) => part(element, 'dialog');
const transaction = (more: object) => ({
  ...{ id: 't-1', customerId: knownCustomers.ingrid, kind: 'payment', createdAt: '2026-11-02T13:20:00Z' },
  amount: { value: '12.00', currency: 'GBP' },
  ...more,
});
const listing = (items: readonly object[], totals: object = {}) => kit.listing('transactions', items, { totals });

describe('transaction-history', () => {
  afterEach(unmountAll);

  it('shows the latest payments and refunds: date, method, reference, status, order and amount', async () => {
    const { element } = await open({ limit: 4 });
    expect(rowsOf(element)).to.deep.equal([
      'Today, 11:08 | Visa | ch-10512 | Failed | #10512 | £412.40',
      'Today, 11:08 | Visa | ch-10512 | Failed | #10512 | £412.40',
      '17 Nov, 09:41 | Visa | ch-10498 | Paid | #10498 | £86.00',
      '12 Nov, 16:02 | Visa | ch-10471 | Paid | #10471 | £1,164.15',
    ]);
    expect(textOf(element)).to.contain('4 of 57 transactions');
  });

  it('says in the last row how many were made and what they add up to, each with its basis', async () => {
    const { element } = await open({ limit: 2 });
    expect(lineOf(part(element, 'totals')!)).to.equal(
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
    expect(lineOf(part(element, 'totals')!).replace(/(€7.00|£5.00)\s*/g, '$1 ')).to.equal(
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
    expect(rowsOf(element).map((row) => row.replace(/^[^|]+\| /, ''))).to.deep.equal([
      'Visa Refund | Refunded | −£12.00',
      '–not known | Voided | £12.00',
    ]);
    expect(textsOf(element, 's')).to.deep.equal(['£12.00']);
  });

  it('opens a transaction in a dialog with the full time and the reason, and follows changes', async () => {
    let status = 'pending';
    const list = async () => ({ items: [transaction({ status, reason: 'Came late', reference: null })], next: null });
    const { element } = await open({}, { ...shopAdapter(), transactions: { list: list as never } });
    await press(element, 'link');
    await until(() => dialog(element), 'the dialog');
    expect(textsOf(element, 'dd')).to.deep.equal([
      '£12.00',
      'Pending',
      'Monday, 2 November 2026 at 13:20:00 GMT',
      '–not known',
      'none',
      'Came late',
    ]);
    status = 'paid';
    element.refresh();
    await until(() => textsOf(element, 'dd')[1] === 'Paid', 'the new status');
  });

  it('opens a transaction on the host’s page, after an event that the page can prevent', async () => {
    const { element } = await open({ limit: 1 }, shopAdapter({ links: adminLinks }));
    const link = part<HTMLAnchorElement>(element, 'link')!;
    expect(decodeURIComponent(link.href)).to.match(/\/transaction\?.*=payment:o-10512:/);
    const opened = preventing(element, 'transaction-open');
    link.click();
    expect(opened[0]!.transactionId).to.match(/^payment:o-10512:/);
    expect(dialog(element)).to.equal(null);
  });

  it('links to the order, after an event', async () => {
    const { element } = await open({ limit: 1 }, shopAdapter({ links: adminLinks }));
    const link = parts(element, 'link').find(({ textContent }) => textContent.includes('#10512'))!;
    expect(link.getAttribute('href')).to.contain('orderId=o-10512');
    const opened = preventing(element, 'order-open');
    link.click();
    expect(opened.map(({ orderId }) => orderId)).to.deep.equal(['o-10512']);
  });

  it('finds a transaction by its reference among all, and the figures are those of what was found', async () => {
    const { element, script } = await open({ limit: 2 });
    await press(element, 'view-all');
    await searchFor(element, 'CH-10498');
    await until(() => rowsOf(element, 'dialog').length === 1, 'the one');
    expect(script.callsTo('transactions.list').at(-1)!.args[1]).to.deep.include({ text: 'CH-10498' });
    expect(lineOf(dialog(element)!.querySelector('[part~=totals]')!))
      .to.contain('1 transaction')
      .and.contain('£86.00');
  });

  it('filters by type and status, and says without a search text that none is left', async () => {
    const { element, script } = await open({ limit: 2, viewAll: 'inline' });
    await press(element, 'view-all');
    (
      await until(() => parts(element, 'popover-button').find((button) => /Filter/.test(button.textContent)), 'it')
    ).click();
    await choose(element, 'Refund');
    await until(() => rowsOf(element).length > 0 && rowsOf(element).every((row) => row.includes('Refund')), 'refunds');
    await choose(element, 'Disputed');
    await says(element, 'No such transactions.');
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
    await press(element, 'link');
    await until(() => dialog(element), 'the dialog');
    script.always('transactions.list', { fail: new AdapterError('forbidden') });
    element.refresh();
    await says(element, 'You may not see transactions.');
    expect(dialog(element)).to.equal(null);
  });
});
