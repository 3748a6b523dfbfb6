/** What can be watched: all that one port says of one customer. */
export interface Topic {
  readonly customerId: string;
  /** `notes`, `credit`; or a method beside the ports: `permissions`. */
  readonly port: string;
}

/** Something of a topic is no longer what it was. What it is now is read as ever. */
export interface Change extends Topic {
  /** Which record it was, where the backend says so. */
  readonly id?: string | undefined;
  /**
   * With which key it was written; told to nobody but the operator who wrote. Whoever has read since that write was
   * answered has the change already.
   */
  readonly idempotencyKey?: string | undefined;
}

export interface WatchOptions {
  readonly signal: AbortSignal;
}

/** The port of an operation, or of what an answer is called: of `notes.create` it is `notes`. */
export const portOf = (operation: string): string => operation.split('.', 1)[0]!;

/** Equal for equal topics. */
export const topicKey = ({ customerId, port }: Topic): string => JSON.stringify([customerId, port]);
