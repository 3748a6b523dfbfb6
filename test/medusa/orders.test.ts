import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { OrderDetail } from '../../src/domain/order-detail.ts';
import { all, amount, item, order, payment, read, rejection, returned, rowsOf, shipping, shopWith } from './answers.ts';

const shopOf = (...orders: readonly unknown[]) =>
  shopWith({ 'GET /admin/orders': () => rowsOf('orders', orders) }).adapter;

/** Reads one order as Medusa answers it. */
async function detail(more: Parameters<typeof order>[0] = {}, id = 'order_1'): Promise<OrderDetail> {
  const { adapter } = shopWith({
    'GET /admin/orders/order_1': () => ({ order: order(more) }),
    'GET /admin/returns/return_1': () => ({ return: { id: 'return_1', order_id: 'order_1' } }),
  });
  return adapter.orders.get!('cus_1', id, read);
}

const totals = ({ lines }: OrderDetail) => lines.map(({ kind, type, total }) => [type ?? kind, total.value]);

describe('the Medusa adapter: orders', () => {
  it('reads the axes from the two statuses that say them, and not from `status`', async () => {
    const axes = async (payment_status: string, fulfillment_status: string, status = 'pending') => {
      const found = (await detail({ payment_status, fulfillment_status, status })).status;
      return [found.payment?.status, found.fulfillment?.status, found.cancellation?.status];
    };
    assert.deepEqual(await axes('captured', 'shipped'), ['paid', 'in-transit', 'none']);
    assert.deepEqual(await axes('not_paid', 'not_fulfilled'), ['pending', 'unfulfilled', 'none']);
    assert.deepEqual(await axes('awaiting', 'fulfilled'), ['pending', 'in-progress', 'none']);
    assert.deepEqual(await axes('partially_captured', 'partially_fulfilled'), [
      'partially-paid',
      'in-progress',
      'none',
    ]);
    assert.deepEqual(await axes('partially_refunded', 'partially_shipped'), ['partially-refunded', 'partial', 'none']);
    assert.deepEqual(await axes('refunded', 'delivered'), ['refunded', 'delivered', 'none']);
    assert.deepEqual(await axes('authorized', 'partially_delivered'), ['authorized', 'partial', 'none']);
    assert.deepEqual(await axes('canceled', 'canceled', 'canceled'), ['voided', 'unfulfilled', 'full']);
    assert.deepEqual(await axes('requires_action', 'picked_up'), [
      { code: 'requires-action', label: 'Requires action' },
      { code: 'picked_up', label: 'picked up' },
      'none',
    ]);
  });

  it('says how much of an order was sent, and how much came back', async () => {
    const sent = await detail({ fulfillment_status: 'partially_shipped', items: [item({}, { shipped_quantity: 2 })] });
    assert.deepEqual(sent.status.fulfillment, { status: 'partial', extent: { done: 2, of: 3 } });
    const back = async (done: object) => (await detail({ items: [item({}, { ...done })] })).status.return;
    assert.deepEqual(await back({}), { status: 'none' });
    assert.deepEqual(await back({ return_requested_quantity: 1 }), { status: 'requested' });
    assert.deepEqual(await back({ return_received_quantity: 1, return_dismissed_quantity: 1 }), {
      status: 'partial',
      extent: { done: 2, of: 3 },
    });
    assert.deepEqual(await back({ return_received_quantity: 3 }), { status: 'full' });
  });

  it('rebuilds the total from the lines, whatever Medusa has left of it', async () => {
    // One of three came back: Medusa's totals of line and order have shrunk.
    const shrunk = item(
      { ...amount('total', 25), ...amount('return_received_total', 12.5) },
      { return_received_quantity: 1 },
    );
    const after = await detail({ ...amount('total', 29.99), items: [shrunk] });
    assert.deepEqual(after.total, { value: '42.49', currency: 'EUR' });
    assert.deepEqual(totals(after), [
      ['product', '37.50'],
      ['shipping', '4.99'],
    ]);
    const canceled = await detail({ ...amount('total', 0), status: 'canceled' });
    assert.equal(canceled.total?.value, '42.49');
  });

  it('adds up lines with more places than the currency, and rounds the total as it is paid', async () => {
    const discounted = item({
      ...amount('total', 25.125),
      adjustments: [{ id: 'adj_1', code: 'THIRD', ...amount('amount', 12.375) }],
    });
    const found = await detail({ items: [discounted] });
    assert.equal(found.lines[0]?.total.value, '25.125');
    assert.deepEqual(found.lines[0]?.discounts, [{ code: 'THIRD', amount: { value: '12.375', currency: 'EUR' } }]);
    assert.equal(found.total?.value, '30.12');
  });

  it('takes the exact digits where there are any, without the remainders of divisions', async () => {
    const exact = item(amount('total', '12345678901234567.89'));
    assert.equal((await detail({ items: [exact], shipping_methods: [] })).total?.value, '12345678901234567.89');
    const third = item({ total: 12.33, raw_total: { value: '12.333333333333333333', precision: 20 } });
    assert.equal((await detail({ items: [third] })).lines[0]?.total.value, '12.3333333333');
    const tiny = item({ total: 0.03, raw_total: { value: '0.033333333333333333333', precision: 20 } });
    assert.equal((await detail({ items: [tiny] })).lines[0]?.total.value, '0.0333333333');
    const number = { ...item(), raw_total: undefined, total: 37.5 };
    assert.equal((await detail({ items: [number] })).lines[0]?.total.value, '37.50');
  });

  it('charges the tax beside prices without it, once for each rate', async () => {
    const taxed = { tax_lines: [{ code: 'VAT', description: 'VAT', rate: 20 }] };
    const found = await detail({
      items: [item({ ...taxed, ...amount('total', 45) })],
      shipping_methods: [shipping({ ...taxed, ...amount('amount', 5), ...amount('total', 6) })],
    });
    assert.deepEqual(totals(found), [
      ['product', '37.50'],
      ['shipping', '5.00'],
      ['tax', '8.50'],
    ]);
    assert.deepEqual([found.lines[2]?.title, found.lines[2]?.rate], ['VAT', '20']);
    assert.equal(found.total?.value, '51.00');
    assert.deepEqual(found.includedTaxes, []);
  });

  it('names the tax that prices include, and adds it to nothing', async () => {
    const included = { is_tax_inclusive: true, tax_lines: [{ code: 'VAT', rate: 25 }] };
    const discount = { id: 'adj_1', code: 'OFF', description: 'Spring', ...amount('amount', 2) };
    const found = await detail({
      items: [item({ ...included, ...amount('total', 35), adjustments: [discount] })],
      shipping_methods: [],
    });
    assert.deepEqual(totals(found), [['product', '35.00']]);
    assert.deepEqual(found.includedTaxes, [{ title: 'VAT', rate: '25', amount: { value: '7.00', currency: 'EUR' } }]);
    // The discount is without tax in Medusa; the price of the line has it with tax.
    assert.deepEqual(found.lines[0]?.discounts, [
      { title: 'Spring', code: 'OFF', amount: { value: '2.50', currency: 'EUR' } },
    ]);
  });

  it('shows a discount on shipping as a charge of its own', async () => {
    const free = shipping({
      ...amount('total', 0),
      adjustments: [{ id: 'adj_2', code: 'FREE', ...amount('amount', 4.99) }],
    });
    const found = await detail({ shipping_methods: [free] });
    assert.deepEqual(totals(found), [
      ['product', '37.50'],
      ['shipping', '4.99'],
      ['discount', '-4.99'],
    ]);
    assert.equal(found.total?.value, '37.50');
  });

  it('has one payment for each capture, and one for what is left', async () => {
    const part = payment({
      captures: [{ id: 'capt_1', created_at: '2026-03-02T10:00:00.000Z', ...amount('amount', 20) }],
    });
    const paid = async (one: unknown) =>
      (await detail({ payment_collections: [{ payments: [one] }] })).payments?.map(({ id, amount: of, status }) => [
        id,
        of.value,
        status,
      ]);
    assert.deepEqual(await paid(part), [
      ['capt_1', '20.00', 'paid'],
      ['pay_1', '22.49', 'authorized'],
    ]);
    const voided = payment({ captures: [], canceled_at: '2026-03-05T10:00:00.000Z' });
    assert.deepEqual(await paid(voided), [['pay_1', '42.49', 'voided']]);
    const found = await detail();
    assert.deepEqual([found.payments?.[0]?.method, found.payments?.[0]?.reference], ['Stripe', 'pay_1']);
  });

  it('counts store credit as a payment, and the line of a refund as none', async () => {
    const line = (id: string, reference: string, value: number) => ({
      id,
      reference,
      created_at: '2026-03-06T10:00:00.000Z',
      ...amount('amount', value),
    });
    const refund = { id: 'ref_1', created_at: '2026-03-06T10:00:00.000Z', note: 'Broken', ...amount('amount', 5) };
    const refunded = await detail({
      payment_collections: [{ payments: [payment({ refunds: [refund] })] }],
      credit_lines: [line('cl_1', 'payment_collection', 5)],
    });
    assert.deepEqual(
      refunded.payments?.map(({ id }) => id),
      ['capt_1'],
    );
    assert.deepEqual(
      refunded.refunds?.map(({ id, amount: of, reason, status }) => [id, of.value, reason, status]),
      [['ref_1', '5.00', 'Broken', 'refunded']],
    );
    const credited = await detail({
      payment_status: 'not_paid',
      payment_collections: [],
      credit_lines: [line('cl_1', 'store-credit', 42.49), line('cl_2', 'anything', -2)],
    });
    assert.deepEqual(
      [credited.status.payment?.status, credited.payments?.[0]?.method, credited.payments?.[0]?.amount.value],
      ['paid', 'Store credit', '42.49'],
    );
    assert.deepEqual(
      credited.refunds?.map(({ amount: of }) => of.value),
      ['2.00'],
    );
  });

  it('has every tracking number and label of a parcel', async () => {
    const parcel = {
      id: 'ful_1',
      created_at: '2026-03-03T10:00:00.000Z',
      shipped_at: '2026-03-04T10:00:00.000Z',
      labels: [
        {
          tracking_number: 'A1',
          tracking_url: 'https://carrier.example/A1',
          label_url: 'https://carrier.example/A1.pdf',
        },
        { tracking_number: 'A2', tracking_url: '' },
        { tracking_number: '' },
      ],
      items: [{ quantity: 2 }, { quantity: 1 }],
    };
    const { fulfillments } = await detail({ fulfillments: [parcel] });
    assert.deepEqual(fulfillments, [
      {
        id: 'ful_1',
        status: 'in-transit',
        at: '2026-03-04T10:00:00.000Z',
        tracking: [
          { number: 'A1', url: 'https://carrier.example/A1', labelUrl: 'https://carrier.example/A1.pdf' },
          { number: 'A2' },
        ],
        itemCount: 3,
      },
    ]);
  });

  it('finds an order of this customer only, and no draft', async () => {
    assert.equal((await rejection(detail({ customer_id: 'cus_2' }))).code, 'not-found');
    assert.equal((await rejection(detail({ is_draft_order: true }))).code, 'not-found');
  });
});

describe('the Medusa adapter: returns', () => {
  it('values what came back as it was sold, and belongs to its order', async () => {
    const back = await detail({ returns: [returned()] }, 'return_1');
    assert.deepEqual(totals(back), [['product', '-12.50']]);
    assert.deepEqual(
      [back.kind, back.number, back.total?.value, back.itemCount, back.placedAt],
      ['return', 'R-1', '-12.50', 1, '2026-04-03T10:00:00.000Z'],
    );
    assert.deepEqual(back.kind === 'return' && back.original, { id: 'order_1', number: '#23' });
    const { related } = await detail({ returns: [returned()] });
    assert.deepEqual(related, [{ kind: 'return', id: 'return_1', number: 'R-1' }]);
  });

  it('has no total until the goods are back, unless a refund was agreed', async () => {
    const requested = { status: 'requested', received_at: null, items: [{ item_id: 'item_1', quantity: 2 }] };
    const open = await detail({ returns: [returned(requested)] }, 'return_1');
    assert.deepEqual([open.total, open.itemCount, open.status.return], [undefined, 2, { status: 'requested' }]);
    const agreed = await detail({ returns: [returned({ ...amount('refund_amount', 20) })] }, 'return_1');
    assert.equal(agreed.total?.value, '-20.00');
    assert.deepEqual(totals(agreed), [
      ['product', '-12.50'],
      ['fee', '-7.50'],
    ]);
  });

  it('counts only what came back of a return that is under way, also what is damaged', async () => {
    const items = [{ item_id: 'item_1', quantity: 3, received_quantity: 1, damaged_quantity: 1 }];
    const back = await detail({ returns: [returned({ status: 'partially_received', items })] }, 'return_1');
    assert.deepEqual(
      [back.itemCount, back.total?.value, back.status.return],
      [2, '-25.00', { status: 'partial', extent: { done: 2, of: 3 } }],
    );
  });

  it('takes its shipping from the order, which lists it too', async () => {
    const fee = shipping({ id: 'ship_2', ...amount('total', 3), detail: { return_id: 'return_1' } });
    const both = { returns: [returned()], shipping_methods: [shipping(), fee] };
    assert.equal((await detail(both)).total?.value, '42.49');
    const back = await detail(both, 'return_1');
    assert.deepEqual(totals(back), [
      ['product', '-12.50'],
      ['shipping', '3.00'],
    ]);
    assert.equal(back.total?.value, '-9.50');
  });

  it('takes the tax on its shipping from the tax that comes back', async () => {
    const taxed = { tax_lines: [{ code: 'VAT', rate: 19 }] };
    const cup = item({ ...taxed, quantity: 1, ...amount('unit_price', 100), ...amount('total', 119) });
    const parcel = { ...amount('amount', 10), ...amount('total', 11.9), detail: { return_id: 'return_1' } };
    const fee = shipping({ id: 'ship_2', ...taxed, ...parcel });
    const back = await detail({ items: [cup], returns: [returned()], shipping_methods: [fee] }, 'return_1');
    assert.deepEqual(totals(back), [
      ['product', '-100.00'],
      ['shipping', '10.00'],
      ['tax', '-17.10'],
    ]);
    assert.equal(back.total?.value, '-107.10');
    const included = { is_tax_inclusive: true, ...taxed };
    const inclusive = await detail(
      { items: [{ ...cup, ...included }], returns: [returned()], shipping_methods: [{ ...fee, ...included }] },
      'return_1',
    );
    assert.deepEqual(inclusive.includedTaxes, [
      { title: 'VAT', rate: '19', amount: { value: '-17.10', currency: 'EUR' } },
    ]);
  });

  it('is in the history from the request on, and not if it was canceled or is still prepared', async () => {
    const returns = ['received', 'requested', 'canceled', 'open'].map((status, at) =>
      returned({ id: `return_${at}`, display_id: at, status, received_at: null }),
    );
    const { items, totals: found } = await shopOf(order({ returns })).orders.list!('cus_1', all, read);
    assert.deepEqual(
      items.map(({ id }) => id),
      ['return_1', 'return_0', 'order_1'],
    );
    assert.deepEqual(found, { orders: 1, returns: 2, requestedReturns: 1 });
  });

  it('is an exchange if Medusa says so', async () => {
    const axis = async (more: object) => (await detail({ returns: [returned({ ...more })] })).status.exchange?.status;
    assert.equal(await axis({}), 'none');
    assert.equal(await axis({ exchange_id: 'ex_1', status: 'requested' }), 'requested');
    assert.equal(await axis({ exchange: { id: 'ex_1' } }), 'done');
  });
});

describe('the Medusa adapter: figures', () => {
  it('read all orders once for the pages of a list, and anew for its first page', async () => {
    const orders = [1, 2, 3].map((number) => order({ id: `order_${number}`, display_id: number }));
    const { adapter, sent } = shopWith({ 'GET /admin/orders': () => rowsOf('orders', orders) });
    for (const list of [adapter.orders.list!, adapter.transactions.list!, adapter.timeline.list!]) {
      const before = sent.length;
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const { items, next } = await list('cus_1', { first: 1, after }, read);
        seen.push(...items.map(({ id }) => id));
        after = next ?? undefined;
      } while (after !== undefined);
      assert.equal(new Set(seen).size, 3, seen.join());
      const readOrders = sent.slice(before).filter(({ url }) => url.pathname === '/admin/orders');
      assert.equal(readOrders.length, 1);
    }
  });

  it('come from all orders, which are read once for all widgets', async () => {
    const canceled = order({ id: 'order_2', display_id: 24, status: 'canceled' });
    const { adapter, sent } = shopWith({
      'GET /admin/orders': () => rowsOf('orders', [order({ returns: [returned()] }), canceled]),
    });
    const [stats, products, history, transactions] = await Promise.all([
      adapter.stats.get!('cus_1', {}, read),
      adapter.crossSell.list!('cus_1', all, read),
      adapter.orders.list!('cus_1', all, read),
      adapter.transactions.list!('cus_1', all, read),
    ]);
    assert.equal(sent.length, 1);
    assert.deepEqual(stats.lifetimeTotal, {
      amounts: [{ value: '29.99', currency: 'EUR' }],
      basis: 'net-of-returns',
    });
    assert.deepEqual([stats.orders?.value, stats.canceled?.value, history.total], [1, 1, 3]);
    assert.deepEqual(
      transactions.items.map(({ kind, order: of }) => [kind, of?.id]),
      [
        ['payment', 'order_2'],
        ['payment', 'order_1'],
      ],
    );
    assert.deepEqual(transactions.totals, { totalPaid: stats.totalPaid, transactions: stats.transactions });
    const [cup] = products.items;
    assert.deepEqual([cup?.product.title, cup?.units, cup?.unitsReturned, cup?.revenue.value], ['Cup', 3, 1, '25.00']);
    assert.deepEqual(
      cup?.variants?.map(({ id, sku }) => [id, sku]),
      [['variant_1', 'CUP-B']],
    );
  });

  it('are not zero for a customer whom Medusa does not know', async () => {
    const { adapter } = shopWith({ 'GET /admin/orders': () => rowsOf('orders', []) });
    assert.equal((await rejection(adapter.stats.get!('cus_9', {}, read))).code, 'not-found');
    const { adapter: knowing } = shopWith({
      'GET /admin/orders': () => rowsOf('orders', []),
      'GET /admin/customers/cus_9': () => ({ customer: { id: 'cus_9' } }),
    });
    assert.equal((await knowing.stats.get!('cus_9', {}, read)).orders?.value, 0);
  });
});
