import { fromMinor } from '../../../adapter/toolkit/money.ts';
import { minorUnits } from '../../../domain/money.ts';
import * as decimal from '../../../domain/decimal.ts';
import type { Fulfillment } from '../../../domain/order-detail.ts';
import type { OrderStatus } from '../../../domain/order.ts';
import type { Random } from '../random.ts';
import {
  buildOrder,
  buildReturn,
  chargeLine,
  day,
  instant,
  lineBack,
  minute,
  paidInFull,
  productLine,
  refundInFull,
  requestReturn,
  variantFor,
} from './building.ts';
import type { ShopOrder, ShopProduct } from './types.ts';

/** The exchange rates from pounds, the currency of the price list. */
const rates: Readonly<Record<string, string>> = { EUR: '1.17', USD: '1.29', JPY: '195', KWD: '0.395' };

/** Returns a product with its price and cost converted from pounds. */
export function priced(product: ShopProduct, currency: string): ShopProduct {
  if (currency === 'GBP') return product;
  const convert = (pounds: string): string =>
    decimal.round(decimal.multiply(pounds, rates[currency] ?? '1'), minorUnits(currency));
  return { ...product, price: convert(product.price), ...(product.cost && { cost: convert(product.cost) }) };
}

export interface HistoryOptions {
  readonly customerId: string;
  readonly currencies: readonly string[];
  readonly orders: number;
  /** The bounds of all orders, in milliseconds. */
  readonly since: number;
  readonly until: number;
  readonly products: readonly ShopProduct[];
  /** Returns the next free order number. */
  readonly nextNumber: () => number;
}

/** Creates one customer's orders and their returns, oldest first. */
export function createHistory(random: Random, options: HistoryOptions): ShopOrder[] {
  const { orders, since, until } = options;
  const times = Array.from({ length: orders }, () => since + Math.floor(random.next() * (until - since)));
  return times.sort((a, b) => a - b).flatMap((time) => createPurchase(random, options, time));
}

function createPurchase(
  random: Random,
  { customerId, currencies, products, nextNumber, until }: HistoryOptions,
  time: number,
): ShopOrder[] {
  const currency = random.pick(currencies);
  const number = nextNumber();
  const id = `o-${number}`;
  const placedAt = instant(time);
  const lines = random.sample(products, random.int(1, 5)).map((listed) => {
    const product = priced(listed, currency);
    const quantity = random.int(1, 6);
    const promoted = random.chance(0.15);
    // A promotion reduces the price by a fifth. The resulting price is in whole minor units.
    const off = promoted ? decimal.round(decimal.multiply(product.price, '0.2'), minorUnits(currency)) : '0';
    const unitPrice = { value: decimal.subtract(product.price, off), currency };
    const discount = decimal.multiply(off, String(quantity));
    return productLine({ product, quantity, unitPrice, discount, variant: variantFor(product, number) });
  });
  const postage = random.chance(0.7)
    ? [chargeLine('Postage', fromMinor(BigInt(random.int(3, 9)) * 50n, currency), { type: 'shipping' })]
    : [];
  const status = statusAt(random, (until - time) / day);
  const unpaid = buildOrder({ id, customerId, number: `#${number}`, placedAt, status, lines: [...lines, ...postage] });
  const method = random.pick(['Visa', 'Mastercard', 'Bank transfer', 'Invoice']);
  const payment = { ...paidInFull(unpaid.total, method, placedAt, `ch-${number}`), status: status.payment!.status };
  const order = { ...unpaid, payments: [{ id: `${id}-p1`, ...payment }], fulfillments: parcelOf(id, status, placedAt) };
  const settledLongAgo = status.fulfillment?.status === 'delivered' && until - time > 30 * day;
  if (settledLongAgo && random.chance(0.08)) return addReturn(random, order, products, currency, time);
  const isRecent = status.fulfillment?.status === 'delivered' && !settledLongAgo;
  return isRecent && number % 5 === 0 ? addRequest(order, products, until) : [order];
}

function parcelOf(id: string, status: OrderStatus, at: string): Fulfillment[] {
  const code = status.fulfillment!.status;
  if (code !== 'delivered' && code !== 'in-transit') return [];
  const number = `SP${id.slice(2)}`;
  const parcels = Number(id.slice(2)) % 6 === 0 ? [`${number}-1`, `${number}-2`] : [number];
  return [
    {
      id: `${id}-f1`,
      status: code,
      at,
      carrier: 'Swift Parcels',
      tracking: parcels.map((parcel) => ({ number: parcel, url: `https://parcels.example/${parcel}` })),
    },
  ];
}

/** Returns a random status for an order of a given age. */
function statusAt(random: Random, daysOld: number): OrderStatus {
  if (random.chance(0.03))
    return { payment: { status: 'voided' }, fulfillment: { status: 'not-required' }, cancellation: { status: 'full' } };
  if (daysOld < 1)
    return {
      payment: { status: random.pick(['pending', 'authorized', 'paid']) },
      fulfillment: { status: 'unfulfilled' },
    };
  if (daysOld < 4)
    return {
      payment: { status: 'paid' },
      fulfillment: { status: random.pick(['in-progress', 'on-hold', 'scheduled']) },
    };
  if (daysOld < 9) return { payment: { status: 'paid' }, fulfillment: { status: 'in-transit' } };
  const delivered: OrderStatus = { payment: { status: 'paid' }, fulfillment: { status: 'delivered' } };
  if (random.chance(0.02)) return { ...delivered, exchange: { status: random.pick(['requested', 'done']) } };
  if (random.chance(0.01)) return { ...delivered, payment: { status: 'disputed' } };
  return delivered;
}

/** Creates the request to return one unit of an order's first product. */
function addRequest(order: ShopOrder, products: readonly ShopProduct[], until: number): ShopOrder[] {
  const [line] = order.lines;
  const product = priced(
    products.find(({ id }) => id === line!.productId)!,
    line!.total.currency,
  );
  const number = `R-${order.id.slice(2)}`;
  const { customerId, itemCount = 0 } = order;
  const placedAt = instant(Math.max(Date.parse(order.placedAt) + minute, until - 2 * day));
  const lines = [lineBack(product, line!, 1)];
  const asked = requestReturn({ id: number.toLowerCase(), customerId, number, placedAt, lines }, order);
  const extent = { done: 0, of: itemCount };
  return [{ ...order, status: { ...order.status, return: { status: 'requested', extent } } }, asked];
}

/** Creates a return of one line of an order, in part or in full. */
function addReturn(
  random: Random,
  order: ShopOrder,
  products: readonly ShopProduct[],
  currency: string,
  time: number,
): ShopOrder[] {
  const line = random.pick(order.lines.filter((candidate) => candidate.kind === 'product'));
  const listed = products.find((product) => product.id === line.productId)!;
  const units = random.int(1, line.quantity);
  const number = `R-${order.id.slice(2)}`;
  const placedAt = instant(time + random.int(6, 20) * day + random.int(0, 600) * minute);
  const back = lineBack(priced(listed, currency), line, units);
  const returned = buildReturn(
    {
      id: number.toLowerCase(),
      customerId: order.customerId,
      number,
      placedAt,
      status: { payment: { status: 'refunded' }, return: { status: 'full' } },
      lines: [back],
      refunds: [refundInFull(back.total, 'Visa', placedAt)],
    },
    order,
  );
  const whole = units === order.itemCount;
  const extent = { done: units, of: order.itemCount! };
  const marked = {
    ...order,
    status: { ...order.status, return: whole ? { status: 'full' } : { status: 'partial', extent } },
  };
  return [marked, returned];
}
