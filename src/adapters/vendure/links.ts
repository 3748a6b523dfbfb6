import type { Adapter } from '../../adapter/adapter.ts';
import { pathSegment } from '../../adapter/toolkit/index.ts';

type Params = Readonly<Record<string, string>>;

/** The pages of Vendure's dashboard by intent. Intents without a page have no link. */
const pages: Readonly<Record<string, (params: Params) => string | undefined>> = {
  order: ({ orderId }) => orderId && `/orders/${pathSegment(orderId)}`,
  orders: () => '/orders',
  product: ({ productId }) => productId && `/products/${pathSegment(productId)}`,
  profile: ({ customerId }) => customerId && `/customers/${pathSegment(customerId)}`,
};

/** Creates the method that returns pages of Vendure's dashboard, such as `https://shop.example/dashboard`. */
export function linksTo(dashboard: string): NonNullable<Adapter['links']> {
  const base = dashboard.replace(/\/+$/, '');
  return (intent, params) => {
    const page = Object.hasOwn(pages, intent) ? pages[intent]!(params) : undefined;
    return page ? base + page : null;
  };
}
