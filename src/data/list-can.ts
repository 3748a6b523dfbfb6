import type { Adapter } from '../adapter/adapter.ts';
import type { Capabilities, ListCapabilities } from '../domain/capabilities.ts';

/**
 * Whether a platform declares that a list can be searched, narrowed to days, sorted by a member or filtered by a name:
 * `listCan(adapter, 'orders.list', 'sort', 'total')`. What it does not declare, it refuses.
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
    // A port may throw whatever is read of it: then it declares nothing.
    return false;
  }
}
