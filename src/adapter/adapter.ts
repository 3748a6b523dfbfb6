import type { Permissions } from '../domain/operator.ts';
import type { ReadOptions } from './options.ts';
import type { Ports } from './ports.ts';

/** The subject of a subscription: the data of one port for one customer, or for any customer of the platform. */
export interface Topic {
  /** The customer whose data it is. Absent: the data of any customer, for a list of all of them. */
  readonly customerId?: string | undefined;
  /** The name of the port, such as `notes`, or of a method outside the ports: `permissions`. */
  readonly port: string;
}

/** A notification that data of a topic has changed. It names the topic as subscribed, and does not contain the new data. */
export interface Change extends Topic {
  /** The id of the changed record, if the backend provides it. Absent if the topic names no customer. */
  readonly id?: string | undefined;
  /**
   * The idempotency key of the write that made the change. The backend sends it only to the operator who wrote. A
   * client that has fetched the data since the response to that write already has the change.
   */
  readonly idempotencyKey?: string | undefined;
}

/** The options of a subscription. Aborting the signal ends it. */
export interface WatchOptions {
  /** Ends the subscription when it is aborted. */
  readonly signal: AbortSignal;
}

/** Returns the port of an operation or of a cache key: `notes` for `notes.create`. */
export const portOf = (operation: string): string => operation.split('.', 1)[0]!;

/** Returns a string that is equal for equal topics. */
export const topicKey = ({ customerId, port }: Topic): string => JSON.stringify([customerId, port]);

/**
 * The interface between the widgets and a backend, implemented by the host. Every port and every method is optional: if
 * one is missing, the widgets hide the feature.
 *
 * Ports are plain properties, so you can combine several sources: `{ ...shop, credit: bank.credit }`. `combineSources` of
 * the toolkit also combines their permissions, links and live changes. Create the adapter once and never during a render: cached data belongs to the adapter object. To add a port of your own, augment
 * this interface.
 */
export interface Adapter extends Ports {
  /**
   * The names of the systems behind the ports, as operators know them: `{ credit: 'Ledger' }`. An error of such a port
   * names its system. Set it if the adapter has several sources.
   */
  readonly sources?: Readonly<Record<string, string>>;
  /**
   * Fetches the permissions of the operator for a customer. Widgets hide a feature whose method is missing, and explain
   * one that is denied.
   */
  permissions?(customerId: string, options: ReadOptions): Promise<Permissions>;
  /**
   * Returns the URL in the host's admin that shows an object or starts an action, or `null` if there is none. `order` of a
   * return also gets the order that it belongs to: `originalId`, `originalNumber`. Intents:
   * `order`, `orders`, `order-create`, `transaction`, `transactions`, `product`, `products`, `credit`, `quote`, `quotes`,
   * `quote-create`, `subscriptions`, `logins`, `changes`, `timeline`, `checkout`, `wishlist`, `cart`, `inquiry`, `inquiries`, `price-groups`, `payment-cards`, `top-customers`,
   * `payment-card-create`, `business-account`, `profile`, `contact`,
   * `marketplace-customer`, `notes`, `addresses`,
   * `sign-in`.
   */
  links?(intent: string, params: Readonly<Record<string, string>>): string | null;
  /**
   * Subscribes to changes of topics and calls `sink` for each change, no matter who made it. Resolves when
   * `options.signal` is aborted.
   *
   * The subscription reports every change after the call, and may also report changes from shortly before it. It
   * reconnects by itself; if it cannot tell which changes it missed, it reports one change for each topic. A topic without
   * a customer is about all customers, for operators who may list them: its changes name no customer. It ignores
   * topics that the platform cannot watch. It rejects only with permanent errors: `unsupported`, `forbidden` or
   * `unauthenticated`.
   */
  watch?(topics: readonly Topic[], sink: (change: Change) => void, options: WatchOptions): Promise<void>;
}
