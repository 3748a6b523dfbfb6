import type { Adapter } from '../adapter/adapter.ts';
import type { Capabilities, ListCapabilities } from '../domain/capabilities.ts';

/**
 * Returns `true` if a platform declares that a list supports a search, a range of days, sorting by a member or a
 * filter: `listCan(adapter, 'orders.list', 'sort', 'total')`. The platform rejects what it does not declare.
 */
export function listCan(adapter: Adapter, list: string, capability: 'search' | 'range'): boolean;
export function listCan(adapter: Adapter, list: string, capability: 'sort' | 'filter', name: string): boolean;
export function listCan(adapter: Adapter, list: string, capability: keyof ListCapabilities, name = ''): boolean {
  const [port = '', method = ''] = list.split('.');
  try {
    const owner = adapter[port as keyof Adapter] as { readonly capabilities?: Capabilities } | undefined;
    const declared = owner?.capabilities?.[method]?.[capability];
    return typeof declared === 'object' ? declared.includes(name) : declared === true;
  } catch {
    // A port whose getters throw declares nothing.
    return false;
  }
}
