import type { Refund } from '../../../domain/order-detail.ts';
import type { OrderStatus } from '../../../domain/order.ts';
import {
  balanceOf,
  buildLedger,
  buildOrder,
  chargeLine,
  day,
  instant,
  paidInFull,
  productLine,
  buildReturn,
  lineBack,
} from './building.ts';
import { but, createOrdinary, type Make, type Circumstances } from './ordinary.ts';
import { placeIn, staff } from './people.ts';
import type { ShopSale, ShopReturn } from './types.ts';

/** Creates an order of one product, paid and delivered three months ago. */
export function createSale({ id: customerId, catalogue, nextNumber, now }: Circumstances, quantity: number): ShopSale {
  const number = nextNumber();
  const product = catalogue[number % catalogue.length]!;
  return buildOrder({
    id: `o-${number}`,
    customerId,
    number: `#${number}`,
    placedAt: instant(now - 90 * day),
    status: { payment: { status: 'paid' }, fulfillment: { status: 'delivered' } },
    lines: [productLine({ product, quantity, unitPrice: { value: product.price, currency: 'GBP' } })],
  });
}

/** Creates a full return of such an order. */
export function sendBack({ catalogue, now }: Circumstances, sale: ShopSale): ShopReturn {
  const [line] = sale.lines;
  const product = catalogue.find(({ id }) => id === line!.productId)!;
  const number = sale.number.replace('#', 'R-');
  return buildReturn(
    {
      id: number.toLowerCase(),
      customerId: sale.customerId,
      number,
      placedAt: instant(now - 70 * day),
      status: { payment: { status: 'refunded' }, return: { status: 'full' } },
      lines: [lineBack(product, line!, line!.quantity)],
    },
    sale,
  );
}

/** Customers with unusual purchases, keyed by what is unusual. */
export const unusualOrders = {
  /** Returned the only order in full. */
  fullReturn: (random, circumstances) => {
    const sale = createSale(circumstances, 4);
    const sent = { ...sale, status: { ...sale.status, return: { status: 'full' } } };
    return {
      ...createOrdinary(random, circumstances, { orders: 0, currencies: ['GBP'] }),
      orders: [sent, sendBack(circumstances, sale)],
    };
  },
  /** Returned goods without an order in the shop. */
  onlyReturn: (random, circumstances) => {
    const { original: _, ...orphan } = sendBack(circumstances, createSale(circumstances, 2));
    return { ...createOrdinary(random, circumstances, { orders: 0 }), orders: [orphan] };
  },
  /** Placed one order and canceled it. */
  onlyCanceled: (random, circumstances) => {
    const sale = createSale(circumstances, 3);
    const status: OrderStatus = {
      payment: { status: 'voided' },
      fulfillment: { status: 'not-required' },
      cancellation: { status: 'full' },
    };
    return { ...createOrdinary(random, circumstances, { orders: 0 }), orders: [{ ...sale, status }] };
  },
  /** Paid for the same products in three currencies. */
  currencies: but({ place: placeIn('GB'), currencies: ['GBP', 'EUR', 'USD'], orders: 24, range: 6 }),
  yen: but({ place: placeIn('JP'), orders: 14 }),
  dinar: but({ place: placeIn('KW'), orders: 14 }),
  /** Has hundreds of orders and has bought nearly every product. */
  wholesale: but({ place: placeIn('GB'), orders: 600, range: 150 }),
  /** Has an order with platform-specific statuses. */
  unknownStatus: (random, circumstances) => {
    const sale = createSale(circumstances, 3);
    const status: OrderStatus = {
      payment: { status: { code: 'on-account', label: 'On account' } },
      fulfillment: { status: { code: 'awaiting-kiln', label: 'Awaiting the next firing' } },
      exchange: { status: 'teapot-swap' },
    };
    const made = createOrdinary(random, circumstances, { place: placeIn('TW'), orders: 3 });
    const verification = { code: 'vouched-for', label: 'Vouched for by a member' };
    return { ...made, customer: { ...made.customer, verification }, orders: [...made.orders, { ...sale, status }] };
  },
  /** Has thirty orders with the same time, as after an import: pages must not skip or repeat any. */
  sameInstant: (random, circumstances) => {
    const made = createOrdinary(random, circumstances, { place: placeIn('PL'), orders: 0 });
    const placedAt = instant(circumstances.now - 200 * day);
    return { ...made, orders: Array.from({ length: 30 }, () => ({ ...createSale(circumstances, 1), placedAt })) };
  },
  /** Has mostly archived orders. The latest two were refunded without a return. */
  archived: (random, circumstances) => {
    const { now } = circumstances;
    const made = createOrdinary(random, circumstances, { place: placeIn('GB'), orders: 0 });
    const orders = Array.from({ length: 14 }, (_, index) => {
      const placedAt = instant(now - (9 + index * 61) * day);
      const sale = { ...createSale(circumstances, 1 + (index % 4)), placedAt };
      return index < 2 ? partlyRefunded(sale, index === 0) : index < 5 ? sale : { ...sale, archived: true };
    });
    return { ...made, orders };
  },
  /** Has amounts of 25 digits, and prices more precise than their currency. */
  precise: (random, circumstances) => {
    const { id: customerId, serial, now } = circumstances;
    const gbp = (value: string) => ({ value, currency: 'GBP' });
    const number = circumstances.nextNumber();
    const huge = chargeLine('Deposit', gbp('9007199254740993000000000.01'), { type: 'fee' });
    const [product] = circumstances.catalogue;
    const fine = productLine({ product: product!, quantity: 3, unitPrice: gbp('0.1234567') });
    const account = `cr-${serial}-gbp`;
    const entries = buildLedger(customerId, account, [
      {
        at: instant(now - 30 * day),
        kind: 'adjustment',
        amount: gbp('9007199254740993000000000.10'),
        actor: staff.rule,
      },
      { at: instant(now - 20 * day), kind: 'adjustment', amount: gbp('0.2'), actor: staff.rule },
      { at: instant(now - 10 * day), kind: 'adjustment', amount: gbp('0.125'), actor: staff.rule },
    ]);
    return {
      ...createOrdinary(random, circumstances, { place: placeIn('GB'), orders: 2 }),
      orders: [
        buildOrder({
          id: `o-${number}`,
          customerId,
          number: `#${number}`,
          placedAt: instant(now - 60 * day),
          status: { payment: { status: 'paid' }, fulfillment: { status: 'delivered' } },
          lines: [fine, huge],
        }),
      ],
      accounts: [
        {
          id: account,
          customerId,
          version: '3',
          kind: 'deposit',
          balance: balanceOf(entries, gbp('0')),
          allowDebit: true,
        },
      ],
      entries,
    };
  },
} as const satisfies Readonly<Record<string, Make>>;

/** Creates a refund of two pounds for an order, completed or pending. */
function partlyRefunded(sale: ShopSale, isPending: boolean): ShopSale {
  const { id, placedAt, total } = sale;
  const refund: Refund = {
    id: `${id}-r1`,
    amount: { value: '2.00', currency: total.currency },
    method: 'Visa',
    status: isPending ? 'pending' : 'refunded',
    at: instant(Date.parse(placedAt) + 2 * day),
    reason: 'Came later than promised',
  };
  return {
    ...sale,
    status: { ...sale.status, payment: { status: 'partially-refunded' } },
    payments: [{ id: `${id}-p1`, ...paidInFull(total, 'Visa', placedAt) }],
    refunds: [refund],
  };
}

/** Customers whose figures are easy to get wrong, keyed by what is unusual. */
export const unusualFigures = {
  /**
   * Returned a part of an order that was then canceled in full, with a platform-specific status; has ordered once
   * since.
   */
  canceledAfterReturn: (random, circumstances) => {
    const sale = createSale(circumstances, 4);
    const status: OrderStatus = {
      payment: { status: 'refunded' },
      cancellation: { status: { code: 'full', label: 'Withdrawn' } },
    };
    return {
      ...createOrdinary(random, circumstances, { orders: 0, place: placeIn('GB') }),
      orders: [{ ...sale, status }, sendBack(circumstances, sale), createSale(circumstances, 2)],
    };
  },
} as const satisfies Readonly<Record<string, Make>>;
