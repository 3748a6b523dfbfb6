import type { ReadOptions } from '../../options.ts';
import type { CrossSellPort, OrdersPort, StatsPort, TransactionsPort } from '../../ports.ts';
import { purchaseCapabilities, type Purchases } from './purchases.ts';

/** The ports that the purchases of a customer answer. */
export interface PurchasePorts {
  readonly orders: Required<OrdersPort>;
  readonly transactions: TransactionsPort;
  readonly crossSell: CrossSellPort;
  readonly stats: StatsPort;
}

/**
 * Creates the ports `orders`, `transactions`, `crossSell` and `stats`, with what their lists support. `read` returns
 * `purchases` of all orders and returns of one customer: see `shareRead`, so that ports that ask at the same time read
 * once. If your platform has a single order sooner than all of them, replace `orders.get`.
 */
export function purchasePorts(read: (customerId: string, options: ReadOptions) => Promise<Purchases>): PurchasePorts {
  return {
    orders: {
      capabilities: purchaseCapabilities.orders,
      list: async (customerId, page, options) => (await read(customerId, options)).orders(page, options),
      get: async (customerId, orderId, options) => (await read(customerId, options)).order(orderId),
    },
    transactions: {
      capabilities: purchaseCapabilities.transactions,
      list: async (customerId, page, options) => (await read(customerId, options)).transactions(page, options),
    },
    crossSell: {
      capabilities: purchaseCapabilities.crossSell,
      list: async (customerId, page, options) => (await read(customerId, options)).crossSell(page, options),
    },
    stats: {
      get: async (customerId, range, options) => (await read(customerId, options)).stats(range, options),
    },
  };
}
