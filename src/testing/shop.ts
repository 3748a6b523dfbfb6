import {
  knownCustomers,
  createShop,
  memoryAdapter,
  MemoryStore,
  type MemoryOptions,
  type Shop,
} from '../adapters/memory/index.ts';

export { knownCustomers };

let shop: Shop | undefined;

/**
 * Creates an adapter with the known customers of the fictional shop. Each adapter has its own store, so scenarios do
 * not see each other's writes.
 */
export function shopAdapter(options: Omit<MemoryOptions, 'store'> = {}) {
  // The shop is created once: adapters write to their own stores, never to the shop.
  shop ??= createShop({ customers: Object.keys(knownCustomers).length });
  return memoryAdapter({ ...options, store: new MemoryStore(shop) });
}

/** Returns a URL for every intent, as an admin would. */
export const adminLinks = (intent: string, params: Readonly<Record<string, string>>): string =>
  `https://admin.example/${intent}?${String(new URLSearchParams(params))}`;
