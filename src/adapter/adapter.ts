import type { Permissions } from '../domain/operator.ts';
import type { ReadOptions } from './options.ts';
import type { Ports } from './ports.ts';
import type { Change, Topic, WatchOptions } from './watch.ts';

/**
 * What a host implements so that every widget works on its backend. Every port and every method is optional: what is
 * absent the platform cannot do, and no widget offers it.
 *
 * Ports are plain properties, so several sources make one adapter: `{ ...shop, credit: bank.credit }`. Build it once,
 * never inside a render: what has been read belongs to the adapter object. A third party adds a port by augmenting
 * this interface.
 */
export interface Adapter extends Ports {
  /** What this operator may do on this customer. A missing method is hidden; what is denied is explained. */
  permissions?(customerId: string, options: ReadOptions): Promise<Permissions>;
  /**
   * Where in the host's admin a thing is shown or done; `null` where nowhere. Intents: `order`, `orders`, `order-create`,
   * `product`, `quote`, `quotes`, `quote-create`, `business-account`, `profile`, `contact`, `marketplace-customer`,
   * `notes`, `addresses`, `sign-in`.
   */
  links?(intent: string, params: Readonly<Record<string, string>>): string | null;
  /**
   * Tells the sink whenever something of these topics has changed, whoever changed it, until it is aborted; then it
   * resolves. Nothing that changes after the call is left out, and what changed a moment before may be told too. It
   * connects anew by itself, and where it cannot know what it has missed it tells every topic once. It rejects only
   * with what cannot be mended: `unsupported`, `forbidden`, `unauthenticated`. Topics that the platform cannot watch
   * are overlooked.
   */
  watch?(topics: readonly Topic[], sink: (change: Change) => void, options: WatchOptions): Promise<void>;
}
