/**
 * The HTTP binding in one table: for each operation of the adapter its method and its path below the base address.
 * An operation is named by port and method, which is also the name of its permission. What goes in and out is in
 * `operations.ts`; here is only what a browser needs to ask.
 */
export const routes = {
  'customers.get': { method: 'GET', path: '/customers/{customerId}' },
  'customers.update': { method: 'PATCH', path: '/customers/{customerId}' },
  'customers.setPassword': { method: 'POST', path: '/customers/{customerId}/password' },
  'customers.setStatus': { method: 'POST', path: '/customers/{customerId}/status' },
  'customers.reveal': { method: 'POST', path: '/customers/{customerId}/reveals' },
  'addresses.list': { method: 'GET', path: '/customers/{customerId}/addresses' },
  'addresses.create': { method: 'POST', path: '/customers/{customerId}/addresses' },
  'addresses.update': { method: 'PATCH', path: '/customers/{customerId}/addresses/{addressId}' },
  'addresses.delete': { method: 'DELETE', path: '/customers/{customerId}/addresses/{addressId}' },
  'addresses.setDefault': { method: 'POST', path: '/customers/{customerId}/addresses/{addressId}/default' },
  'businessAccounts.list': { method: 'GET', path: '/customers/{customerId}/business-accounts' },
  permissions: { method: 'GET', path: '/customers/{customerId}/permissions' },
  'stats.get': { method: 'GET', path: '/customers/{customerId}/stats' },
  'orders.list': { method: 'GET', path: '/customers/{customerId}/orders' },
  'orders.get': { method: 'GET', path: '/customers/{customerId}/orders/{orderId}' },
  'crossSell.list': { method: 'GET', path: '/customers/{customerId}/cross-sell' },
  'notes.list': { method: 'GET', path: '/customers/{customerId}/notes' },
  'notes.create': { method: 'POST', path: '/customers/{customerId}/notes' },
  'notes.update': { method: 'PATCH', path: '/customers/{customerId}/notes/{noteId}' },
  'notes.delete': { method: 'DELETE', path: '/customers/{customerId}/notes/{noteId}' },
  'notes.restore': { method: 'POST', path: '/customers/{customerId}/notes/{noteId}/restore' },
  'notes.revisions': { method: 'GET', path: '/customers/{customerId}/notes/{noteId}/revisions' },
  'credit.accounts': { method: 'GET', path: '/customers/{customerId}/credit/accounts' },
  'credit.entries': { method: 'GET', path: '/customers/{customerId}/credit/accounts/{accountId}/entries' },
  'credit.adjust': { method: 'POST', path: '/customers/{customerId}/credit/adjustments' },
  'coupons.list': { method: 'GET', path: '/customers/{customerId}/coupons' },
  'coupons.issue': { method: 'POST', path: '/customers/{customerId}/coupons' },
  'coupons.revoke': { method: 'POST', path: '/customers/{customerId}/coupons/{couponId}/revocation' },
} as const satisfies Readonly<Record<string, Route>>;

export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** With the names of its parameters in braces, as OpenAPI writes them. */
  readonly path: `/${string}`;
}

export type Operation = keyof typeof routes;

type ParamNames<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParamNames<Rest>
  : never;

/** The ids that an operation's path asks for. */
export type PathParams<O extends Operation> = Readonly<Record<ParamNames<(typeof routes)[O]['path']>, string>>;

/**
 * The path of an operation below the base address. Throws a `RangeError` for an id that no path can carry: an empty
 * one, `.` and `..`, which every URL parser resolves away, also when they are escaped.
 */
export function pathOf<O extends Operation>(operation: O, params: PathParams<O>): string {
  const byName: Readonly<Record<string, string>> = params;
  return routes[operation].path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const id = byName[name] ?? '';
    if (/^\.{0,2}$/.test(id)) throw new RangeError(`${name} cannot stand in a path`);
    return encodeURIComponent(id);
  });
}
