import {
  knownCustomers,
  makeShop,
  memoryAdapter,
  MemoryStore,
  type MemoryOptions,
  type Shop,
} from '../adapters/memory/index.ts';

export { knownCustomers };

let shop: Shop | undefined;

/** The fictional shop's known customers behind an adapter of their own: what one scenario writes, no other sees. */
export function shopAdapter(options: Omit<MemoryOptions, 'store'> = {}) {
  // Made once: what an adapter writes is kept in its own store, never in the shop.
  shop ??= makeShop({ customers: Object.keys(knownCustomers).length });
  return memoryAdapter({ ...options, store: new MemoryStore(shop) });
}

/** Where things would be in an admin: an address for everything. */
export const adminLinks = (intent: string, params: Readonly<Record<string, string>>): string =>
  `https://admin.example/${intent}?${String(new URLSearchParams(params))}`;
