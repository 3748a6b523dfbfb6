import { declarationsOf } from '../../adapter/capabilities.ts';
import type { OperationName } from '../../adapter/operations.ts';
import type { ReadOptions } from '../../adapter/options.ts';
import type { CrossSellPort, ProductsPort } from '../../adapter/ports/cross-sell.ts';
import type { OrdersPort } from '../../adapter/ports/orders.ts';
import type { StatsPort } from '../../adapter/ports/customers.ts';
import type { TransactionsPort } from '../../adapter/ports/transactions.ts';
import { purchases, type Purchases } from '../../adapter/toolkit/purchases/purchases.ts';
import { areAddressesMasked, maskedOrder } from '../../domain/masking.ts';
import type { MemorySession } from './session.ts';
import type { CustomerFile } from './store.ts';
import { productList } from './lists.ts';
import { listRows } from '../../adapter/toolkit/rows.ts';

/** Creates the ports that are derived from a customer's orders and returns. */
export function purchasePorts(session: MemorySession) {
  const { products } = session.store;
  /** The answers by the orders of a customer, which never change. */
  const known = new WeakMap<CustomerFile['orders'], Purchases>();
  const bought = (customerId: string, { orders }: CustomerFile): Purchases => {
    const derived = known.get(orders) ?? purchases(customerId, orders, { products });
    known.set(orders, derived);
    return derived;
  };
  const read = async (operation: OperationName, customerId: string, options: ReadOptions): Promise<Purchases> =>
    bought(customerId, await session.read(operation, customerId, options));

  const orders = {
    ...declarationsOf('orders'),
    async list(customerId, page, options) {
      return (await read('orders.list', customerId, options)).orders(page, options);
    },
    async get(customerId, orderId, options) {
      const file = await session.read('orders.get', customerId, options);
      const order = bought(customerId, file).order(orderId);
      return areAddressesMasked(session.masksOf(file)) ? maskedOrder(order) : order;
    },
  } satisfies OrdersPort;

  const transactions = {
    ...declarationsOf('transactions'),
    async list(customerId, page, options) {
      return (await read('transactions.list', customerId, options)).transactions(page, options);
    },
  } satisfies TransactionsPort;

  const crossSell = {
    ...declarationsOf('crossSell'),
    async list(customerId, page, options) {
      return (await read('crossSell.list', customerId, options)).crossSell(page, options);
    },
  } satisfies CrossSellPort;

  const stats = {
    async get(customerId, range, options) {
      return (await read('stats.get', customerId, options)).stats(range, options);
    },
  } satisfies StatsPort;

  return { orders, transactions, crossSell, stats };
}

/** Creates the port of the catalog, which belongs to no customer. */
export function productsPort(session: MemorySession) {
  return {
    ...declarationsOf('products'),

    async list(page, options) {
      const { catalogue } = await session.readShared('products.list', options);
      return listRows(catalogue, page, options, productList).page;
    },
  } satisfies ProductsPort;
}
