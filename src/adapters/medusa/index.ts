import type { Adapter } from '../../adapter/adapter.ts';
import { mergeTimeline, pathSegment } from '../../adapter/toolkit/index.ts';
import { linksTo, type AdminPages } from '../../adapter/toolkit/path.ts';
import { addressesPort } from './addresses.ts';
import { MedusaClient, type ClientOptions } from './client.ts';
import { creditPort } from './credit.ts';
import { customersPort, type CustomerOptions } from './customers.ts';
import { orderPorts } from './orders.ts';
import { productsPort } from './products.ts';

export { signIn, type SignInOptions } from './client.ts';
export type { MedusaCustomField } from './customers.ts';

export interface MedusaOptions extends ClientOptions, CustomerOptions {
  /** The URL of Medusa's admin, for links: `https://shop.example/app`. Default: no links. */
  readonly admin?: string | undefined;
  /**
   * Store credit, which Medusa has with its loyalty plugin: the currencies of the accounts that operators can open, such
   * as `['EUR']`. `false`: the shop does not have the plugin. Default: no account can be opened.
   */
  readonly credit?: false | { readonly currencies: readonly string[] } | undefined;
}

/** The ports that Medusa has. */
export type MedusaAdapter = Required<
  Pick<Adapter, 'customers' | 'addresses' | 'stats' | 'orders' | 'transactions' | 'crossSell' | 'products' | 'timeline'>
> &
  Pick<Adapter, 'credit' | 'links'>;

/**
 * Creates an adapter for the Admin API of Medusa 2. The host is responsible for signing in and provides the token. Create
 * the adapter once: requests that are under way are shared within it.
 */
export function medusaAdapter({ admin, credit, customFields, ...options }: MedusaOptions): MedusaAdapter {
  const client = new MedusaClient(options);
  const events = {
    ...orderPorts(client),
    ...(credit !== false && { credit: creditPort(client, credit?.currencies ?? []) }),
  };
  return {
    ...events,
    customers: customersPort(client, { customFields }),
    addresses: addressesPort(client),
    products: productsPort(client),
    timeline: mergeTimeline(events),
    ...(admin !== undefined && { links: linksTo(admin, pages) }),
  };
}

/** The pages of Medusa's admin by intent. Intents without a page have no link. */
const pages: AdminPages = {
  order: ({ orderId }) => orderId && `/orders/${pathSegment(orderId)}`,
  orders: () => '/orders',
  product: ({ productId }) => productId && `/products/${pathSegment(productId)}`,
  profile: ({ customerId }) => customerId && `/customers/${pathSegment(customerId)}`,
};
