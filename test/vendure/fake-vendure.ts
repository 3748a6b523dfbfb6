import { vendureAdapter, type VendureAdapter, type VendureOptions } from '../../src/adapters/vendure/index.ts';

/** A request that the adapter sent. */
export interface Sent {
  /** The name of the GraphQL operation, or the first member of an anonymous one. */
  readonly operation: string;
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly url: string;
  readonly headers: Headers;
}

/** An answer: the `data`, a whole body with `errors`, or a response. */
type Answer = object | Response | (() => Promise<Response>);

/** Answers requests by operation, as hand-made as the test needs them, and records them. */
export function fakeVendure(
  answers: Readonly<Record<string, Answer | ((sent: Sent) => Answer)>>,
  options: Partial<VendureOptions> = {},
): { readonly adapter: VendureAdapter; readonly sent: readonly Sent[] } {
  const sent: Sent[] = [];
  const fetch: typeof globalThis.fetch = async (url, init) => {
    const { query, variables } = JSON.parse(init!.body as string) as { query: string; variables: Sent['variables'] };
    const operation = /^\s*(?:query|mutation)\s+(\w+)|\w+/.exec(query)!;
    const request = {
      operation: operation[1] ?? operation[0],
      document: query,
      variables,
      url: url as string,
      headers: new Headers(init!.headers),
    };
    sent.push(request);
    init?.signal?.throwIfAborted();
    const known = answers[request.operation];
    if (known === undefined) throw new Error(`The fake has no answer for ${request.operation}.`);
    const answer = typeof known === 'function' ? known(request) : known;
    if (answer instanceof Response) return answer;
    return Response.json('errors' in answer ? answer : { data: answer });
  };
  const adapter = vendureAdapter({
    url: 'https://shop.example/admin-api',
    getToken: ({ refresh }) => (refresh ? null : 'token'),
    fetch,
    ...options,
  });
  return { adapter, sent };
}

/** The body of an error, as Vendure answers it with status 200. */
export const failed = (code: string, path: readonly string[] = ['x'], data: unknown = null) => ({
  data,
  errors: [{ message: 'In the words of Vendure', path, extensions: { code } }],
});

const amounts = { unitPriceWithTax: 1000, proratedUnitPriceWithTax: 1000 };

/** Returns an order of two units at 10.00 and 5.00 of shipping, delivered and paid. */
export const rawOrder = (more: object = {}) => ({
  id: '7',
  code: 'ABC',
  state: 'Delivered',
  orderPlacedAt: '2026-03-01T10:00:00.000Z',
  currencyCode: 'GBP',
  totalWithTax: 2500,
  lines: [rawLine()],
  shippingLines: [
    { id: '1', priceWithTax: 500, discountedPriceWithTax: 500, discounts: [], shippingMethod: { name: 'Post' } },
  ],
  surcharges: [],
  promotions: [],
  taxSummary: [
    { description: 'VAT', taxRate: 20, taxTotal: 333 },
    { description: 'Shipping', taxRate: 0, taxTotal: 0 },
  ],
  shippingAddress: { fullName: 'Nora Kim', streetLine1: '14 High Street', city: 'Leeds', countryCode: 'GB' },
  billingAddress: { streetLine1: null },
  payments: [rawPayment()],
  fulfillments: [rawFulfillment()],
  ...more,
});

export const rawLine = (more: object = {}) => ({
  id: '1',
  quantity: 2,
  orderPlacedQuantity: 2,
  ...amounts,
  linePriceWithTax: 2000,
  proratedLinePriceWithTax: 2000,
  discounts: [],
  featuredAsset: null,
  productVariant: {
    id: '70',
    sku: 'TEA-1',
    name: 'Tea green',
    options: [{ name: 'green' }],
    featuredAsset: { preview: '/assets/tea.png' },
    product: { id: '17', name: 'Tea', featuredAsset: null },
  },
  fulfillmentLines: [{ quantity: 2, fulfillmentId: '3' }],
  ...more,
});

export const rawPayment = (more: object = {}) => ({
  id: '9',
  createdAt: '2026-03-01T10:00:01.000Z',
  method: 'card',
  amount: 2500,
  state: 'Settled',
  transactionId: 'T-1',
  refunds: [],
  ...more,
});

export const rawRefund = (total: number, state = 'Settled') => ({
  id: `r${total}`,
  createdAt: '2026-03-02T10:00:00.000Z',
  method: 'card',
  total,
  state,
  reason: 'Broken',
  transactionId: null,
});

export const rawFulfillment = (more: object = {}) => ({
  id: '3',
  createdAt: '2026-03-01T12:00:00.000Z',
  state: 'Delivered',
  method: 'DHL',
  trackingCode: 'TRK1',
  lines: [{ quantity: 2 }],
  ...more,
});

export const settings = { globalSettings: { serverConfig: { moneyStrategyPrecision: 2 } } };
