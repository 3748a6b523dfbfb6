import { fromMinor } from '../../../adapter/toolkit/money.ts';
import { roundToMinor } from '../../../domain/amounts.ts';
import type { Coded } from '../../../domain/field.ts';
import type { Money } from '../../../domain/money.ts';
import type { OrderStatus } from '../../../domain/order.ts';
import { buildOrder, buildReturn, chargeLine, lineBack, paidInFull, productLine, variantFor } from './building.ts';
import { ingridId } from './ingrid-account.ts';
import * as sales from './ingrid-sales.ts';
import type { ShopLine, ShopOrder, ShopProduct } from './types.ts';

type Line = Omit<ShopLine, 'id'>;
const gbp = (value: string): Money => ({ value, currency: 'GBP' });

/** What the shop charges for beside products, postage and discounts. */
const service: Coded = { code: 'service', label: 'Service' };

function chargeType(title: string): Coded {
  if (/postage|courier/i.test(title)) return 'shipping';
  return /discount|rebate/.test(title) ? 'discount' : service;
}

/** Splits an integer into parts that differ by at most one. */
const split = (whole: number, parts: number): number[] =>
  Array.from(
    { length: parts },
    (_, index) => Math.floor((whole * (index + 1)) / parts) - Math.floor((whole * index) / parts),
  );

const settled: OrderStatus = { payment: { status: 'paid' }, fulfillment: { status: 'delivered' } };

/** The status of the latest orders that are not simply paid and delivered. */
const open: Readonly<Record<string, OrderStatus>> = {
  '10512': { payment: { status: 'pending' }, fulfillment: { status: 'unfulfilled' } },
  '10498': { payment: { status: 'paid' }, fulfillment: { status: 'in-transit' } },
  '10466': { ...settled, exchange: { status: 'requested', extent: { done: 1, of: 3 } } },
  '10388': { ...settled, return: { status: 'partial', extent: { done: 1, of: 4 } } },
  '10350': { payment: { status: 'voided' }, fulfillment: { status: 'not-required' }, cancellation: { status: 'full' } },
  '10277': { payment: { status: 'paid' }, fulfillment: { status: 'partial', extent: { done: 2, of: 3 } } },
};

/** Creates the orders and returns of the customer in the design. */
export function ingridOrders(products: ReadonlyMap<string, ShopProduct>): ShopOrder[] {
  const productOf = (sku: string): ShopProduct => products.get(sku)!;
  const lineOf = (entry: sales.Entry, discount?: string): Line =>
    entry.length === 2
      ? chargeLine(entry[0], gbp(entry[1]), { type: chargeType(entry[0]) })
      : saleOf(productOf(entry[0]), entry[1], gbp(entry[2]), discount);

  const drafts = [
    ...earlierDrafts(lineOf),
    ...sales.latest.toReversed().map(([number, placedAt, entries]) => ({
      number,
      placedAt,
      lines: entries.map((entry) => lineOf(entry, sales.latestDiscounts[`${number} ${entry[0]}`])),
    })),
  ];
  const orders = exactFees(drafts, products).map(({ number, placedAt, lines }) =>
    buildOrder({
      id: `o-${number}`,
      customerId: ingridId,
      number: `#${number}`,
      placedAt,
      status: open[number] ?? settled,
      lines,
      ...paymentAndShipping(number, placedAt, lines),
    }),
  );
  return sales.returns.reduce(addReturn, orders);

  function saleOf(product: ShopProduct, quantity: number, unitPrice: Money, discount?: string): Line {
    return productLine({ product, quantity, unitPrice, discount, variant: variantFor(product, quantity) });
  }

  function addReturn(
    all: ShopOrder[],
    [number, placedAt, sku, units, reason, refunds]: (typeof sales.returns)[number],
  ): ShopOrder[] {
    const original = all.findLast(
      (order) => order.placedAt < placedAt && order.lines.some((line) => line.sku === sku),
    )!;
    const line = original.lines.find((candidate) => candidate.sku === sku)!;
    const returned = buildReturn(
      {
        id: number.toLowerCase(),
        customerId: ingridId,
        number,
        placedAt,
        status: { payment: { status: 'refunded' }, return: { status: 'full' } },
        lines: [lineBack(productOf(sku), line, units)],
        refunds: refunds.map(([method, value]) => ({
          amount: gbp(value),
          method,
          status: 'refunded',
          at: placedAt,
          reason,
        })),
      },
      original,
    );
    const extent = { done: units, of: original.itemCount! };
    const marked = { ...original, status: { ...original.status, return: { status: 'partial', extent } } };
    return [...all.map((order) => (order === original ? marked : order)), returned];
  }
}

/**
 * Creates the earlier orders: each product's sale groups are distributed evenly, oldest first, and each order has
 * postage.
 */
function earlierDrafts(lineOf: (entry: sales.Entry, discount?: string) => Line) {
  const drafts = sales.earlierOrders.map(([number, placedAt]) => ({ number, placedAt, lines: [] as Line[] }));
  let start = 0;
  for (const [sku, { groups }] of Object.entries(sales.earlier)) {
    const parts = groups.flatMap(([orders, units, price, discount]) => {
      const discounts = split(discount ? Number(roundToMinor(gbp(discount))) : 0, orders);
      return split(units, orders).map((count, index) => ({
        count,
        price,
        discount: fromMinor(discounts[index]!, 'GBP').value,
      }));
    });
    const places = parts.map(
      (_, index) => (start + Math.floor((index * drafts.length) / parts.length)) % drafts.length,
    );
    places.sort((a, b) => a - b);
    parts.forEach(({ count, price, discount }, index) => {
      drafts[places[index]!]!.lines.push(lineOf([sku, count, price], discount));
    });
    start += 1;
  }
  drafts.forEach(({ lines }, index) => {
    const charge = sales.earlierCharges[index];
    lines.push(lineOf(['Postage', '6.00']), ...(charge ? [lineOf(charge)] : []));
  });
  return drafts;
}

/** Distributes each product's fees over its sales, so that they add up to the penny. */
function exactFees<D extends { readonly number: string; readonly lines: Line[] }>(
  drafts: readonly D[],
  products: ReadonlyMap<string, ShopProduct>,
): D[] {
  const skus = new Map([...products].map(([sku, { id }]) => [id, sku]));
  const skuOf = ({ productId = '' }: Line): string => skus.get(productId) ?? '';
  const sold = new Map<string, { total: bigint; soFar: bigint }>();
  for (const line of drafts.flatMap(({ number, lines }) => (isCanceled(number) ? [] : lines))) {
    if (line.kind === 'charge') continue;
    const known = sold.get(skuOf(line)) ?? { total: 0n, soFar: 0n };
    sold.set(skuOf(line), { ...known, total: known.total + roundToMinor(line.total) });
  }
  return drafts.map((draft) => (isCanceled(draft.number) ? draft : { ...draft, lines: draft.lines.map(withFee) }));

  function withFee(line: Line): Line {
    const fees = sales.earlier[skuOf(line)]?.fees;
    const tally = sold.get(skuOf(line));
    if (!fees || !tally) return line;
    const share = (part: bigint): bigint => (roundToMinor(gbp(fees)) * part) / tally.total;
    const before = share(tally.soFar);
    tally.soFar += roundToMinor(line.total);
    return { ...line, fee: fromMinor(share(tally.soFar) - before, 'GBP') };
  }
}

const isCanceled = (number: string): boolean => open[number]?.cancellation?.status === 'full';

/** Returns the payment and shipping of an order. */
function paymentAndShipping(number: string, placedAt: string, lines: readonly Line[]) {
  const total = fromMinor(
    lines.reduce((sum, line) => sum + roundToMinor(line.total), 0n),
    'GBP',
  );
  const parcel = {
    id: `o-${number}-f1`,
    status: 'delivered',
    at: placedAt,
    carrier: 'Swift Parcels',
    tracking: [{ number: `SP${number}GB`, url: `https://parcels.example/SP${number}GB` }],
  };
  const twoParcels = ['A', 'B'].map((part) => ({
    number: `SP${number}GB-${part}`,
    url: `https://parcels.example/SP${number}GB-${part}`,
    labelUrl: `https://parcels.example/SP${number}GB-${part}/label.pdf`,
  }));
  const visa = (amount: Money) => paidInFull(amount, 'Visa', placedAt, `ch-${number}`);
  switch (number) {
    case '10512':
      return {
        payments: [
          { ...visa(total), status: 'failed' },
          { ...visa(total), status: 'failed' },
        ],
      };
    case '10350':
      return { payments: [{ ...visa(total), status: 'voided' }] };
    case '10498':
      return { payments: [visa(total)], fulfillments: [{ ...parcel, status: 'in-transit', itemCount: 2 }] };
    case '10277':
      return { payments: [visa(total)], fulfillments: [{ ...parcel, tracking: twoParcels, itemCount: 2 }] };
    case '10471':
      return withCredit('40.00');
    case '10119':
      return withCredit('18.00');
    default:
      return { payments: [visa(total)], fulfillments: [parcel] };
  }
  function withCredit(value: string) {
    const rest = fromMinor(roundToMinor(total) - roundToMinor(gbp(value)), 'GBP');
    return { payments: [paidInFull(gbp(value), 'Store credit', placedAt), visa(rest)], fulfillments: [parcel] };
  }
}
