import type { Adapter } from '../../adapter/adapter.ts';
import { addressesPort } from './addresses.ts';
import { MedusaClient, type ClientOptions } from './client.ts';
import { creditPort } from './credit.ts';
import { customersPort, type CustomerOptions } from './customers.ts';
import { linksTo } from './links.ts';
import { orderPorts } from './orders.ts';
import { productsPort } from './products.ts';

export { signIn, type SignInOptions } from './sign-in.ts';
export type { MedusaCustomField } from './customers.ts';

export interface MedusaOptions extends ClientOptions, CustomerOptions {
  /** The URL of Medusa's admin, for links: `https://shop.example/app`. Default: no links. */
  readonly admin?: string | undefined;
  /** `false`: the shop has no loyalty plugin, and so no store credit. Default: it has. */
  readonly credit?: boolean | undefined;
}

/** The ports that Medusa has. */
export type MedusaAdapter = Required<
  Pick<Adapter, 'customers' | 'addresses' | 'stats' | 'orders' | 'crossSell' | 'products'>
> &
  Pick<Adapter, 'credit' | 'links'>;

/**
 * Creates an adapter for the Admin API of Medusa 2. The host is responsible for signing in and provides the token. Create
 * the adapter once: requests that are under way are shared within it.
 */
export function medusaAdapter({ admin, credit = true, customFields, ...options }: MedusaOptions): MedusaAdapter {
  const client = new MedusaClient(options);
  return {
    customers: customersPort(client, { customFields }),
    addresses: addressesPort(client),
    ...orderPorts(client),
    products: productsPort(client),
    ...(credit && { credit: creditPort(client) }),
    ...(admin !== undefined && { links: linksTo(admin) }),
  };
}
