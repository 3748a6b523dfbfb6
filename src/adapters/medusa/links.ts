import type { Adapter } from '../../adapter/adapter.ts';
import { pathSegment } from '../../adapter/toolkit/index.ts';

type Params = Readonly<Record<string, string>>;

/** The pages of Medusa's admin by intent. Intents without a page have no link. */
const pages: Readonly<Record<string, (params: Params) => string | undefined>> = {
  order: ({ orderId }) => orderId && `/orders/${pathSegment(orderId)}`,
  orders: () => '/orders',
  product: ({ productId }) => productId && `/products/${pathSegment(productId)}`,
  profile: ({ customerId }) => customerId && `/customers/${pathSegment(customerId)}`,
};

/** Creates the method that returns pages of Medusa's admin, such as `https://shop.example/app`. */
export function linksTo(admin: string): NonNullable<Adapter['links']> {
  const base = admin.replace(/\/+$/, '');
  return (intent, params) => {
    const page = Object.hasOwn(pages, intent) ? pages[intent]!(params) : undefined;
    return page ? base + page : null;
  };
}
