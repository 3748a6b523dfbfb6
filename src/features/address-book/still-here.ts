import type { WidgetHost } from '../../element/widget-host.ts';

/** Returns a function that returns true while a customer of the adapter is on screen. Call it after a write. */
export function stillHere(host: WidgetHost, customerId: string): () => boolean {
  const { client } = host;
  return () => client === host.client && customerId === host.activeCustomer;
}
