import type { Permissions } from '../domain/operator.ts';
import type { ReadOptions } from './options.ts';
import type { Ports } from './ports.ts';
import type { Change, Topic, WatchOptions } from './watch.ts';

/**
 * The interface between the widgets and a backend, implemented by the host. Every port and every method is optional: if
 * one is missing, the widgets hide the feature.
 *
 * Ports are plain properties, so you can combine several sources: `{ ...shop, credit: bank.credit }`. Create the
 * adapter once and never during a render: cached data belongs to the adapter object. To add a port of your own, augment
 * this interface.
 */
export interface Adapter extends Ports {
  /**
   * Fetches the permissions of the operator for a customer. Widgets hide a feature whose method is missing, and explain
   * one that is denied.
   */
  permissions?(customerId: string, options: ReadOptions): Promise<Permissions>;
  /**
   * Returns the URL in the host's admin that shows an object or starts an action, or `null` if there is none. Intents:
   * `order`, `orders`, `order-create`, `product`, `quote`, `quotes`, `quote-create`, `business-account`, `profile`,
   * `contact`, `marketplace-customer`, `notes`, `addresses`, `sign-in`.
   */
  links?(intent: string, params: Readonly<Record<string, string>>): string | null;
  /**
   * Subscribes to changes of topics and calls `sink` for each change, no matter who made it. Resolves when
   * `options.signal` is aborted.
   *
   * The subscription reports every change after the call, and may also report changes from shortly before it. It
   * reconnects by itself; if it cannot tell which changes it missed, it reports one change for each topic. It ignores
   * topics that the platform cannot watch. It rejects only with permanent errors: `unsupported`, `forbidden` or
   * `unauthenticated`.
   */
  watch?(topics: readonly Topic[], sink: (change: Change) => void, options: WatchOptions): Promise<void>;
}
