/** The subject of a subscription: the data of one port for one customer. */
export interface Topic {
  readonly customerId: string;
  /** The name of the port, such as `notes`, or of a method outside the ports: `permissions`. */
  readonly port: string;
}

/** A notification that data of a topic has changed. It does not contain the new data. */
export interface Change extends Topic {
  /** The id of the changed record, if the backend provides it. */
  readonly id?: string | undefined;
  /**
   * The idempotency key of the write that made the change. The backend sends it only to the operator who wrote. A
   * client that has fetched the data since the response to that write already has the change.
   */
  readonly idempotencyKey?: string | undefined;
}

/** The options of a subscription. Aborting the signal ends it. */
export interface WatchOptions {
  readonly signal: AbortSignal;
}

/** Returns the port of an operation or of a cache key: `notes` for `notes.create`. */
export const portOf = (operation: string): string => operation.split('.', 1)[0]!;

/** Returns a string that is equal for equal topics. */
export const topicKey = ({ customerId, port }: Topic): string => JSON.stringify([customerId, port]);
