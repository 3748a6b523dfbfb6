import * as v from 'valibot';
import { AdapterError } from '../../adapter/adapter-error.ts';
import type { ReadOptions } from '../../adapter/options.ts';
import type { OrdersPort } from '../../adapter/ports.ts';
import {
  checked,
  purchasePorts,
  purchases,
  shareRead,
  type PurchasePorts,
  type Purchases,
  type SharedOptions,
} from '../../adapter/toolkit/index.ts';
import { customerIn, type VendureClient } from './client.ts';
import { productsOf } from './order-lines.ts';
import { purchaseOf } from './purchase.ts';
import { orderMembers, VendureOrder } from './vendure-order.ts';

/** The number of orders that are fetched at once. Vendure allows 1,000 unless it is configured otherwise. */
const most = 100;

/** The decimals of Vendure's integer amounts: hundredths of every currency, also of yen, if not configured otherwise. */
const settings = 'globalSettings { serverConfig { moneyStrategyPrecision } }';
const Settings = v.object({ serverConfig: v.object({ moneyStrategyPrecision: v.number() }) });
const digitsOf = (globalSettings: unknown): number =>
  checked(Settings, 'globalSettings')(globalSettings).serverConfig.moneyStrategyPrecision;

const OrderList = v.object({ orders: v.object({ totalItems: v.number(), items: v.array(VendureOrder) }) });
const OneOrder = v.object({ ...VendureOrder.entries, customer: v.nullish(v.object({ id: v.string() })) });

/**
 * Creates the ports that a customer's orders give. Vendure has no statistics, no products bought, and filters orders by
 * one state instead of by payment, fulfillment and cancellation. So all orders are read, once for widgets that ask at the
 * same time, and the toolkit does the rest.
 */
export function orderPorts(client: VendureClient, url: string): PurchasePorts {
  const read = shareRead(async (key: string, signal: AbortSignal): Promise<Purchases> => {
    const [customerId, locale] = JSON.parse(key) as [string, string | undefined];
    const orders = new Map<string, VendureOrder>();
    let digits = 0;
    for (let skip = 0, total = 1; skip < total; skip += most) {
      const variables = { customerId, skip, take: most, filter: isPlaced };
      const data = await client.query(documents.list, variables, { signal, locale });
      const { items, totalItems } = checked(OrderList, 'customer')(customerIn(data, customerId)).orders;
      for (const order of items) orders.set(order.id, order);
      digits = digitsOf(data['globalSettings']);
      total = items.length === 0 ? 0 : totalItems;
    }
    const all = [...orders.values()];
    const converted = all.map((order) => purchaseOf(customerId, order, { digits, url }));
    return purchases(customerId, converted, { products: productsOf(all, url) });
  });
  const bought = async (customerId: string, options: ReadOptions & SharedOptions): Promise<Purchases> =>
    read(JSON.stringify([customerId, options.locale]), options);

  const ports = purchasePorts(bought);
  const orders = {
    ...ports.orders,
    async get(customerId, orderId, options) {
      const data = await client.query(documents.get, { orderId }, options);
      // An order that was not placed is a cart, or a draft of an operator. It has no time, so it has no entry either.
      if (!isRecord(data['order']) || !data['order']['orderPlacedAt']) throw new AdapterError('not-found');
      const { customer, ...order } = checked(OneOrder, 'order')(data['order']);
      if (order.id !== orderId || customer?.id !== customerId) throw new AdapterError('not-found');
      const purchase = purchaseOf(customerId, order, { digits: digitsOf(data['globalSettings']), url });
      return purchases(customerId, [purchase]).order(orderId);
    },
  } satisfies OrdersPort;
  return { ...ports, orders };
}

/**
 * Carts and drafts have not been placed. In a marketplace, the order of each seller is a part of the one that the
 * customer placed, and would be counted twice.
 */
const isPlaced = { orderPlacedAt: { isNull: false }, type: { notEq: 'Seller' } } as const;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const documents = {
  // The oldest first: an order that is placed meanwhile comes last, and moves no other one.
  list: `query Orders($customerId: ID!, $skip: Int, $take: Int, $filter: OrderFilterParameter) {
    ${settings}
    customer(id: $customerId) {
      id
      orders(options: { skip: $skip, take: $take, filter: $filter, sort: { orderPlacedAt: ASC, id: ASC } }) {
        totalItems items { ${orderMembers} }
      }
    }
  }`,
  get: `query Order($orderId: ID!) { ${settings} order(id: $orderId) { customer { id } ${orderMembers} } }`,
} as const;
