import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { OrderDetail } from '../../src/domain/order-detail.ts';
import {
  failed,
  fakeVendure,
  rawFulfillment,
  rawLine,
  rawOrder,
  rawPayment,
  rawRefund,
  settings,
} from './fake-vendure.ts';

const reading = () => ({ signal: new AbortController().signal, locale: 'de-CH', timeZone: 'UTC' });

/** Converts one order through the adapter. */
async function converted(order: object, more: object = settings): Promise<OrderDetail> {
  const { adapter } = fakeVendure({ Order: { ...more, order: { ...order, customer: { id: '5' } } } });
  return adapter.orders.get!('5', '7', reading());
}

const statusOf = async (order: object) => {
  const { payment, fulfillment, cancellation } = (await converted(order)).status;
  return [payment?.status, fulfillment?.status, cancellation?.status];
};

const canceled = (more: object = {}) =>
  rawOrder({
    state: 'Cancelled',
    totalWithTax: 0,
    lines: [rawLine({ quantity: 0, linePriceWithTax: 0, proratedLinePriceWithTax: 0, fulfillmentLines: [] })],
    shippingLines: [
      {
        id: '1',
        priceWithTax: 500,
        discountedPriceWithTax: 0,
        discounts: [{ adjustmentSource: 'CANCEL_ORDER', description: 'shipping', amountWithTax: -500 }],
        shippingMethod: { name: 'Post' },
      },
    ],
    fulfillments: [],
    ...more,
  });

describe('vendureAdapter: an order', () => {
  it('has lines that add up, addresses, taxes, payments and parcels', async () => {
    const { lines, total, includedTaxes, shippingAddress, billingAddress, payments, fulfillments } =
      await converted(rawOrder());
    assert.deepEqual(
      lines.map(({ kind, type, title, variant, quantity, total: line }) => [
        kind,
        type,
        title,
        variant?.title,
        quantity,
        line.value,
      ]),
      [
        ['product', undefined, 'Tea', 'green', 2, '20.00'],
        ['charge', 'shipping', 'Post', undefined, 1, '5.00'],
      ],
    );
    assert.equal(lines[0]?.image, 'https://shop.example/assets/tea.png');
    assert.deepEqual(total, { value: '25.00', currency: 'GBP' });
    assert.deepEqual(includedTaxes, [{ title: 'VAT', rate: '20', amount: { value: '3.33', currency: 'GBP' } }]);
    assert.deepEqual(shippingAddress && 'lines' in shippingAddress && shippingAddress.lines, ['14 High Street']);
    assert.equal(billingAddress, null);
    assert.deepEqual(
      payments?.map(({ status, reference }) => [status, reference]),
      [['paid', 'T-1']],
    );
    assert.deepEqual(
      fulfillments?.map(({ tracking, carrier }) => [tracking, carrier]),
      [[[{ number: 'TRK1' }], 'DHL']],
    );
  });

  it('has its lines in the order of their ids, however Vendure returns them', async () => {
    const lines = ['10', '9', '8'].map((id) => rawLine({ id }));
    const { lines: found } = await converted(rawOrder({ lines, totalWithTax: 6500 }));
    assert.deepEqual(
      found.slice(0, 3).map(({ id }) => id),
      ['8', '9', '10'],
    );
  });

  it('of which everything was canceled has what it cost', async () => {
    const { total, itemCount, lines, includedTaxes } = await converted(canceled());
    assert.deepEqual([total?.value, itemCount, lines.length], ['25.00', 2, 2]);
    assert.equal(includedTaxes, undefined);
  });

  it('has the discounts of a line with the code, or their sum if the parts do not add up', async () => {
    const discount = { adjustmentSource: 'PROMOTION:4', description: 'Spring', amountWithTax: -300 };
    const line = { proratedLinePriceWithTax: 1700, proratedUnitPriceWithTax: 850 };
    const promotions = [{ id: '4', couponCode: 'SPRING' }];
    const discountsOf = async (discounts: readonly object[]) =>
      (await converted(rawOrder({ promotions, totalWithTax: 2200, lines: [rawLine({ ...line, discounts })] }))).lines[0]
        ?.discounts;
    const amount = { value: '3.00', currency: 'GBP' };
    assert.deepEqual(await discountsOf([discount]), [{ title: 'Spring', code: 'SPRING', amount }]);
    assert.deepEqual(await discountsOf([discount, discount]), [{ amount }]);
  });

  it('has fees, later discounts, and what is in no line, as charges', async () => {
    const surcharges = [
      { id: '1', description: 'Gift wrap', sku: null, priceWithTax: 250 },
      { id: '2', description: 'Sorry', sku: null, priceWithTax: -100 },
    ];
    const { lines } = await converted(rawOrder({ surcharges, totalWithTax: 2649 }));
    assert.deepEqual(
      lines.slice(2).map(({ type, title, total }) => [type, title, total.value]),
      [
        ['fee', 'Gift wrap', '2.50'],
        ['discount', 'Sorry', '-1.00'],
        [undefined, undefined, '-0.01'],
      ],
    );
  });

  it('has amounts with the digits of the server, whatever the currency', async () => {
    const yen = { currencyCode: 'JPY' };
    assert.equal((await converted(rawOrder(yen))).total?.value, '25');
    const three = { globalSettings: { serverConfig: { moneyStrategyPrecision: 3 } } };
    assert.equal((await converted(rawOrder(), three)).total?.value, '2.50');
  });

  for (const [what, order, expected] of [
    ['paid and delivered', rawOrder(), ['paid', 'delivered', 'none']],
    ['in transit', rawOrder({ fulfillments: [rawFulfillment({ state: 'Shipped' })] }), ['paid', 'in-transit', 'none']],
    [
      'being packed',
      rawOrder({ fulfillments: [rawFulfillment({ state: 'Pending' })] }),
      ['paid', 'in-progress', 'none'],
    ],
    [
      'packed in a way of the shop',
      rawOrder({ fulfillments: [rawFulfillment({ state: 'ReadyForPickup' })] }),
      ['paid', { code: 'ReadyForPickup', label: 'Ready For Pickup' }, 'none'],
    ],
    [
      'sent in part',
      rawOrder({ lines: [rawLine({ fulfillmentLines: [{ quantity: 1, fulfillmentId: '3' }] })] }),
      ['paid', 'partial', 'none'],
    ],
    [
      'refunded in part',
      rawOrder({ payments: [rawPayment({ refunds: [rawRefund(100)] })] }),
      ['partially-refunded', 'delivered', 'none'],
    ],
    [
      'refunded',
      rawOrder({ payments: [rawPayment({ refunds: [rawRefund(2500)] })] }),
      ['refunded', 'delivered', 'none'],
    ],
    [
      'waiting for a refund',
      rawOrder({ payments: [rawPayment({ refunds: [rawRefund(100, 'Pending')] })] }),
      ['paid', 'delivered', 'none'],
    ],
    ['paid in part', rawOrder({ payments: [rawPayment({ amount: 100 })] }), ['partially-paid', 'delivered', 'none']],
    ['authorized', rawOrder({ payments: [rawPayment({ state: 'Authorized' })] }), ['authorized', 'delivered', 'none']],
    ['declined', rawOrder({ payments: [rawPayment({ state: 'Declined' })] }), ['failed', 'delivered', 'none']],
    ['without a payment', rawOrder({ payments: [] }), ['pending', 'delivered', 'none']],
    [
      'free',
      rawOrder({ payments: [], fulfillments: [], totalWithTax: 0, lines: [], shippingLines: [] }),
      ['paid', 'unfulfilled', 'none'],
    ],
    ['canceled, and not refunded', canceled(), ['paid', 'unfulfilled', 'full']],
    ['canceled in part', rawOrder({ lines: [rawLine({ orderPlacedQuantity: 3 })] }), ['paid', 'delivered', 'partial']],
  ] as const)
    it(`that is ${what} has the status ${JSON.stringify(expected)}`, async () =>
      assert.deepEqual(await statusOf(order), expected));
});

describe('vendureAdapter: the orders of a customer', () => {
  const page = (items: readonly object[], totalItems: number) => ({
    ...settings,
    customer: { id: '5', orders: { totalItems, items } },
  });

  it('are read in slices, each once, also if others are placed meanwhile', async () => {
    const orders = Array.from({ length: 250 }, (_, at) => rawOrder({ id: String(at), code: `A${at}` }));
    const { adapter, sent } = fakeVendure({
      Orders: ({ variables: { skip, take } }) => {
        const from = Number(skip);
        // The second slice begins with a row of the first one.
        return page(orders.slice(from === 100 ? 99 : from, from + Number(take)), orders.length);
      },
    });
    const { total } = await adapter.orders.list!('5', { first: 10 }, reading());
    assert.equal(total, 250);
    assert.deepEqual(
      sent.map(({ variables }) => variables['skip']),
      [0, 100, 200],
    );
    assert.deepEqual(sent[0]?.variables['filter'], { orderPlacedAt: { isNull: false }, type: { notEq: 'Seller' } });
    assert.ok(sent.every(({ url }) => url === 'https://shop.example/admin-api?languageCode=de'));
  });

  it('are read once for history, transactions, products and statistics', async () => {
    const { adapter, sent } = fakeVendure({ Orders: page([rawOrder(), canceled({ id: '8' })], 2) });
    const [, transactions, products, stats] = await Promise.all([
      adapter.orders.list!('5', { first: 10 }, reading()),
      adapter.transactions.list!('5', { first: 10 }, reading()),
      adapter.crossSell.list!('5', { first: 10 }, reading()),
      adapter.stats.get!('5', {}, reading()),
    ]);
    assert.equal(sent.length, 1);
    assert.deepEqual(
      products.items.map(({ product, units, revenue, variants }) => [
        product.title,
        units,
        revenue.value,
        variants?.length,
      ]),
      [['Tea', 2, '20.00', 1]],
    );
    // Refunds and cancellations change no total in Vendure. Both payments were made.
    assert.equal(stats.lifetimeTotal?.amounts[0]?.value, '25.00');
    assert.equal(stats.totalPaid?.amounts[0]?.value, '50.00');
    assert.equal(stats.canceled?.value, 1);
    assert.deepEqual(
      transactions.items.map(({ reference, amount }) => [reference, amount.value]),
      [
        ['T-1', '25.00'],
        ['T-1', '25.00'],
      ],
    );
    assert.deepEqual(transactions.totals, { totalPaid: stats.totalPaid, transactions: stats.transactions });
  });

  it('do not contain the order of another customer, a cart, or one that was asked for by another id', async () => {
    const of = (order: object) =>
      fakeVendure({ Order: { ...settings, order } }).adapter.orders.get!('5', '7', reading());
    const isMissing = { code: 'not-found' };
    await assert.rejects(of({ ...rawOrder(), customer: { id: '6' } }), isMissing);
    await assert.rejects(of({ ...rawOrder({ orderPlacedAt: null }), customer: { id: '5' } }), isMissing);
    await assert.rejects(of({ ...rawOrder({ id: '07' }), customer: { id: '5' } }), isMissing);
  });

  it('are malformed if an amount is missing, and the error names it without its value', async () => {
    const { adapter } = fakeVendure({ Orders: page([rawOrder({ totalWithTax: '25' })], 1) });
    await assert.rejects(adapter.orders.list!('5', { first: 10 }, reading()), {
      code: 'malformed',
      field: 'customer.orders.items[0].totalWithTax',
    });
  });

  it('are not found for a customer that Vendure does not have', async () => {
    const { adapter } = fakeVendure({ Orders: { ...settings, customer: null } });
    await assert.rejects(adapter.orders.list!('5', { first: 10 }, reading()), { code: 'not-found' });
    const { adapter: broken } = fakeVendure({ Orders: failed('INTERNAL_SERVER_ERROR') });
    await assert.rejects(broken.orders.list!('5', { first: 10 }, reading()), { code: 'internal' });
  });
});
