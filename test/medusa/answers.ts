import assert from 'node:assert/strict';
import type { AdapterError } from '../../src/adapter/adapter-error.ts';
import { medusaAdapter, type MedusaOptions } from '../../src/adapters/medusa/index.ts';

// Answers of Medusa's Admin API, as small as the adapter allows, and a server that gives them.

type Members = Readonly<Record<string, unknown>>;
type Answer = Members | Response;

export interface Sent {
  readonly method: string;
  readonly url: URL;
  readonly body: Members | undefined;
  readonly token: string | null;
}

/** Answers requests by method and path: `{ 'GET /admin/orders': () => ({ orders: [], count: 0 }) }`. */
export function shopWith(
  routes: Readonly<Record<string, (sent: Sent) => Answer>>,
  options: Partial<MedusaOptions> = {},
) {
  const sent: Sent[] = [];
  const fetch: typeof globalThis.fetch = async (input, { method = 'GET', body, headers } = {}) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const request = {
      method,
      url,
      body: typeof body === 'string' ? (JSON.parse(body) as Members) : undefined,
      token: new Headers(headers).get('Authorization'),
    };
    sent.push(request);
    const route = routes[`${method} ${url.pathname}`] ?? (() => refusal(404, 'not_found'));
    const answer = route(request);
    return answer instanceof Response ? answer : Response.json(answer);
  };
  const adapter = medusaAdapter({ url: 'https://shop.example', getToken: () => 'token', fetch, ...options });
  return { adapter, sent };
}

/** An error of Medusa. */
export const refusal = (status: number, type: string, message = 'No'): Response =>
  Response.json({ type, message }, { status });

/** A page with all rows of a list. */
export const rowsOf = (member: string, rows: readonly unknown[]) => ({ [member]: rows, count: rows.length });

const raw = (value: string) => ({ value, precision: 20 });

/** An amount in both of Medusa's forms. */
export const amount = (name: string, value: number | string) => ({
  [name]: Number(value),
  [`raw_${name}`]: raw(String(value)),
});

const nothingDone = {
  fulfilled_quantity: 0,
  shipped_quantity: 0,
  delivered_quantity: 0,
  return_requested_quantity: 0,
  return_received_quantity: 0,
  return_dismissed_quantity: 0,
};

/** Three cups of 12.50 each. */
export const item = (more: Members = {}, detail: Members = {}) => ({
  id: 'item_1',
  title: 'Blue',
  product_id: 'prod_1',
  product_title: 'Cup',
  variant_id: 'variant_1',
  variant_title: 'Blue',
  variant_sku: 'CUP-B',
  quantity: 3,
  ...amount('unit_price', 12.5),
  ...amount('total', 37.5),
  ...amount('return_received_total', 0),
  ...amount('return_dismissed_total', 0),
  detail: { ...nothingDone, ...detail },
  ...more,
});

export const shipping = (more: Members = {}) => ({
  id: 'ship_1',
  name: 'Standard',
  ...amount('amount', 4.99),
  ...amount('total', 4.99),
  ...more,
});

export const payment = (more: Members = {}) => ({
  id: 'pay_1',
  provider_id: 'pp_stripe_stripe',
  created_at: '2026-03-01T10:00:00.000Z',
  ...amount('amount', 42.49),
  captures: [{ id: 'capt_1', created_at: '2026-03-02T10:00:00.000Z', ...amount('amount', 42.49) }],
  ...more,
});

/** A paid order of the customer `cus_1`: three cups and their shipping, 42.49 euros. */
export const order = (more: Members = {}) => ({
  id: 'order_1',
  customer_id: 'cus_1',
  display_id: 23,
  created_at: '2026-03-01T10:00:00.000Z',
  currency_code: 'eur',
  status: 'pending',
  payment_status: 'captured',
  fulfillment_status: 'not_fulfilled',
  ...amount('total', 42.49),
  items: [item()],
  shipping_methods: [shipping()],
  payment_collections: [{ payments: [payment()] }],
  ...more,
});

/** A return of one cup that was received. */
export const returned = (more: Members = {}) => ({
  id: 'return_1',
  display_id: 1,
  status: 'received',
  created_at: '2026-04-01T10:00:00.000Z',
  requested_at: '2026-04-02T10:00:00.000Z',
  received_at: '2026-04-03T10:00:00.000Z',
  refund_amount: null,
  raw_refund_amount: null,
  items: [{ item_id: 'item_1', quantity: 1, received_quantity: 1 }],
  ...more,
});

export const read = { signal: new AbortController().signal, timeZone: 'UTC' };
export const write = { idempotencyKey: 'key' };
export const all = { first: 100 } as const;

export const rejection = (call: Promise<unknown>): Promise<AdapterError> =>
  call.then(
    () => assert.fail('should have been rejected'),
    (thrown: unknown) => thrown as AdapterError,
  );
