import * as v from 'valibot';
import { AdapterError } from '../../adapter/adapter-error.ts';
import type { ReadOptions } from '../../adapter/options.ts';
import type { OrdersPort } from '../../adapter/ports.ts';
import {
  path,
  purchasePorts,
  purchases,
  shareRead,
  type Purchase,
  type PurchasePorts,
  type Purchases,
} from '../../adapter/toolkit/index.ts';
import type { Product } from '../../domain/cross-sell.ts';
import { ensureCustomer, ensureOwner, idOf, type MedusaClient } from './client.ts';
import { MedusaOrder, orderFields } from './medusa-order.ts';
import { purchasesOf } from './purchase.ts';

/**
 * Creates the ports that a customer's orders give. Medusa has no statistics and no products bought, ignores the filters
 * that it does not know, cannot sort by total, and lists returns by order only. So all orders are read, once for widgets
 * that ask at the same time and for the pages of a list, and the toolkit does the rest.
 */
export function orderPorts(client: MedusaClient): PurchasePorts {
  const read = shareRead(async (customerId: string, signal: AbortSignal): Promise<Purchases> => {
    const query = { customer_id: idOf(customerId), fields: orderFields };
    const orders = await client.all('/admin/orders', 'orders', MedusaOrder, query, { signal });
    // Medusa has no orders of a customer that it does not know. The figures of nobody are not zero.
    if (orders.length === 0) await ensureCustomer(client, customerId, { signal });
    const all = orders.flatMap((order) => purchasesOf(customerId, order));
    return purchases(customerId, all, { products: productsIn(all) });
  });
  /** Reads one order with its returns: much faster than all of them. */
  async function readOne(customerId: string, orderId: string, { signal }: ReadOptions): Promise<Purchases> {
    const query = { fields: orderFields };
    const order = await client.get(path`/admin/orders/${orderId}`, 'order', MedusaOrder, query, { signal });
    ensureOwner(order.customer_id, customerId);
    // A draft was not placed.
    if (order.is_draft_order) throw new AdapterError('not-found');
    return purchases(customerId, purchasesOf(customerId, order));
  }

  const ports = purchasePorts(read);
  const orders = {
    ...ports.orders,
    async get(customerId, entryId, options) {
      if (!entryId.startsWith(returnPrefix)) return (await readOne(customerId, entryId, options)).order(entryId);
      const query = { fields: 'id,order_id' };
      const back = await client.get(path`/admin/returns/${entryId}`, 'return', ReturnOrder, query, options);
      return (await readOne(customerId, back.order_id, options)).order(entryId);
    },
  } satisfies OrdersPort;
  return { ...ports, orders };
}

/** The ids of Medusa begin with what they belong to. */
const returnPrefix = 'return_';
const ReturnOrder = v.object({ order_id: v.string() });

/** Returns the products of the lines, by id. A product has several variants, so it has no SKU of its own. */
function productsIn(all: readonly Purchase[]): ReadonlyMap<string, Product> {
  const lines = all.flatMap((purchase) => purchase.lines);
  return new Map(
    lines.flatMap(({ productId: id, title, image }) =>
      id === undefined ? [] : [[id, { id, title, ...(image !== undefined && { image }) }] as const],
    ),
  );
}
