import type { WidgetHost } from '../../element/widget-host.ts';

/** Returns a check whether a customer of the adapter is still on screen, to be asked once something was sent. */
export function stillHere(host: WidgetHost, customerId: string): () => boolean {
  const { client } = host;
  return () => client === host.client && customerId === host.activeCustomer;
}
