import { createRandom } from './random.ts';

/** The size of a generated shop. The same numbers and seed give the same rows. */
export interface ShopSize {
  /** The approximate number of order lines. */
  readonly lines: number;
  readonly seed: number;
}

const linesPerOrder = 4;
const ordersPerCustomer = 12;
const years = 5;
/** The generated orders end at this instant. */
const end = Date.UTC(2026, 10, 1);

const adjectives = 'Stoneware Oak Linen Copper Woollen Glazed Folding Pocket Garden Travel Enamel Recycled'.split(' ');
const nouns = 'cup bowl plate jug vase tray lamp towel basket kettle board apron candle notebook'.split(' ');
const colors = 'oat ink moss rust snow sand slate ash'.split(' ');

/**
 * Returns a function that draws ranks from 0, where rank n is drawn in proportion to 1 / (n + 1) ^ exponent. So are
 * sales of real shops distributed over customers and products: few have most of them.
 */
function createZipf(count: number, exponent: number, random: () => number): () => number {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let rank = 0; rank < count; rank++) sums[rank] = sum += (rank + 1) ** -exponent;
  return () => {
    const drawn = random() * sum;
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle]! > drawn) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

export interface GeneratedLine {
  readonly product: number;
  readonly quantity: number;
  /** In pence. */
  readonly price: number;
}

export interface GeneratedOrder {
  readonly id: number;
  readonly customer: number;
  readonly placedAt: Date;
  /** The order that was returned. */
  readonly returnOf: number | undefined;
  readonly canceled: boolean;
  readonly lines: readonly GeneratedLine[];
}

export const customerId = (customer: number): string => `L-${customer}`;
export const orderId = (order: number): string => `lo-${order}`;
export const orderNumber = (order: number): string => `#${1_000_000 + order}`;
export const productId = (product: number): string => `lp-${product}`;
export const productTitle = (product: number): string =>
  `${adjectives[product % adjectives.length]} ${nouns[Math.floor(product / 7) % nouns.length]}, ` +
  `${colors[Math.floor(product / 3) % colors.length]} ${1 + Math.floor(product / 100)}`;

export const customerCount = ({ lines }: ShopSize): number =>
  Math.max(Math.round(lines / linesPerOrder / ordersPerCustomer), 10);
export const productCount = ({ lines }: ShopSize): number => Math.min(Math.max(Math.round(lines / 500), 50), 20_000);

/** Generates the orders of a shop by time, as a server would have stored them. */
export function* generateOrders(size: ShopSize): Generator<GeneratedOrder> {
  const random = createRandom(size.seed);
  const products = productCount(size);
  const drawCustomer = createZipf(customerCount(size), 0.8, random);
  const drawProduct = createZipf(products, 0.9, random);
  const start = end - years * 365 * 86_400_000;
  const latest = new Map<number, GeneratedOrder>();
  const count = Math.round(size.lines / linesPerOrder);
  for (let id = 0; id < count; id++) {
    const customer = drawCustomer();
    const placedAt = new Date(start + Math.floor(((id + random()) / count) * (end - start)));
    const before = latest.get(customer);
    if (before && random() < 0.06) {
      const [{ product, quantity, price }] = [before.lines[0]!];
      latest.delete(customer);
      const lines = [{ product, quantity: -quantity, price }];
      yield { id, customer, placedAt, returnOf: before.id, canceled: false, lines };
      continue;
    }
    // An average of a little more than four, because a return has only one.
    const lines = Array.from({ length: 1 + Math.floor(random() * 7.4) }, () => ({
      // Each customer has an assortment of its own besides what everyone buys.
      product: random() < 0.5 ? drawProduct() : (drawProduct() + customer * 7919) % products,
      quantity: 1 + Math.floor(random() ** 3 * 12),
      price: 195 + 50 * Math.floor(random() * 60),
    }));
    const order = { id, customer, placedAt, returnOf: undefined, canceled: random() < 0.02, lines };
    if (!order.canceled) latest.set(customer, order);
    yield order;
  }
}
