import type { Adapter } from '../../adapter/adapter.ts';
import { mergeTimeline, pathSegment } from '../../adapter/toolkit/index.ts';
import { linksTo, type AdminPages } from '../../adapter/toolkit/path.ts';
import { addressesPort } from './addresses.ts';
import { VendureClient, type ClientOptions } from './client.ts';
import { customersPort, type CustomerOptions } from './customers.ts';
import { notesPort } from './notes.ts';
import { orderPorts } from './orders.ts';
import { permissionsOf } from './permissions.ts';

export { signIn, type SignInOptions } from './sign-in.ts';
export type { VendureCustomField } from './customers.ts';

export interface VendureOptions extends ClientOptions, CustomerOptions {
  /** The URL of Vendure's dashboard, for links: `https://shop.example/dashboard`. Default: no links. */
  readonly dashboard?: string | undefined;
}

/** The ports that Vendure has. */
export type VendureAdapter = Required<
  Pick<
    Adapter,
    'customers' | 'addresses' | 'stats' | 'orders' | 'transactions' | 'crossSell' | 'notes' | 'timeline' | 'permissions'
  >
> &
  Pick<Adapter, 'links'>;

/**
 * Creates an adapter for the Admin API of Vendure 3. The host is responsible for signing in and provides the token. Create
 * the adapter once: requests that are under way are shared within it.
 */
export function vendureAdapter({ dashboard, customFields, ...options }: VendureOptions): VendureAdapter {
  const client = new VendureClient(options);
  const events = { ...orderPorts(client, options.url), notes: notesPort(client) };
  return {
    ...events,
    customers: customersPort(client, { customFields }),
    addresses: addressesPort(client),
    timeline: mergeTimeline(events),
    permissions: permissionsOf(client),
    ...(dashboard !== undefined && { links: linksTo(dashboard, pages) }),
  };
}

/** The pages of Vendure's dashboard by intent. Intents without a page have no link. */
const pages: AdminPages = {
  order: ({ orderId }) => orderId && `/orders/${pathSegment(orderId)}`,
  orders: () => '/orders',
  product: ({ productId }) => productId && `/products/${pathSegment(productId)}`,
  profile: ({ customerId }) => customerId && `/customers/${pathSegment(customerId)}`,
};
