import { nextAfter, type Interval } from '../../../domain/interval.ts';
import * as decimal from '../../../domain/decimal.ts';
import type { Subscription } from '../../../domain/subscription.ts';
import { ingridId } from './ingrid-account.ts';
import type { ShopProduct } from './types.ts';

/** The current day of the shop. */
const today = '2026-11-18';

/** The SKU of a catalog product, or a service outside the catalog. */
type Sold = string | (Subscription['product'] & { readonly price: string });

const hire: Sold = {
  id: 'srv-hire-2g',
  title:
    'Hire of a two-group espresso machine with grinder and water filter, quarterly service and a replacement within one working day',
  sku: 'SRV-HIRE-2G-QTR',
  variant: 'Steel, 230 V',
  price: '585.00',
};

/** `[product, quantity, interval, start, further members]`, oldest first. */
const subscribed: readonly (readonly [Sold, number, Interval, string, Partial<Subscription>?])[] = [
  ['FLT-04-100', 10, { unit: 'month', count: 1 }, '2021-02-28', { status: 'canceled', endsAt: '2023-05-28' }],
  ['TWL-INK', 12, { unit: 'month', count: 6 }, '2022-03-01', { status: 'expired', endsAt: '2024-03-01' }],
  [hire, 1, { unit: 'month', count: 3 }, '2023-01-31'],
  ['COF-HB-1K', 6, { unit: 'week', count: 2 }, '2024-03-06'],
  [
    'CLN-100',
    2,
    { unit: 'month', count: 2 },
    '2025-07-14',
    {
      status: 'past-due',
      paymentFailure: { reason: 'The card was declined: insufficient funds.', at: '2026-11-14T04:10:00Z' },
    },
  ],
  ['APR-INK', 4, { unit: 'year', count: 1 }, '2025-09-01', { status: 'paused' }],
  // Canceled at the end of the period.
  ['PPR-227-50', 20, { unit: 'month', count: 1 }, '2026-02-05', { endsAt: '2026-12-05' }],
  ['COF-2-1KG', 3, { unit: 'week', count: 1 }, '2026-11-10', { status: 'trialing' }],
];

/** Creates the subscriptions of the customer in the design, at least one in each status. */
export const ingridSubscriptions = (bySku: ReadonlyMap<string, ShopProduct>): readonly Subscription[] =>
  subscribed.map(([item, quantity, interval, startedAt, more = {}], index) => {
    const { price, product } = typeof item === 'string' ? fromCatalogue(bySku.get(item)!) : service(item);
    const renews = more.endsAt === undefined && more.status !== 'paused';
    return {
      id: `sub-20817-${index + 1}`,
      customerId: ingridId,
      version: '1',
      product,
      quantity,
      price: { value: decimal.multiply(price, String(quantity)), currency: 'GBP' },
      unitPrice: { value: price, currency: 'GBP' },
      interval,
      status: 'active',
      startedAt,
      nextRenewal: renews ? nextAfter(startedAt, interval, today) : null,
      endsAt: null,
      paymentFailure: null,
      ...more,
    };
  });

const fromCatalogue = ({ id, title, sku, image, url, price }: ShopProduct) => ({
  price,
  product: { id, title, sku, url, ...(image && { image }) },
});

const service = ({ price, ...product }: Exclude<Sold, string>) => ({ price, product });
