/** Everything that can be the matter. Nothing else is ever shown to an operator. */
export const errorCodes = [
  'offline',
  'timeout',
  'unauthenticated',
  'forbidden',
  'not-found',
  'conflict',
  'validation',
  'rate-limited',
  'unsupported',
  'malformed',
  'unavailable',
  'internal',
] as const;
export type AdapterErrorCode = (typeof errorCodes)[number];

export interface AdapterErrorDetails {
  /** Whether the same call may succeed later. Where it is not said, the code decides. */
  readonly retryable?: boolean | undefined;
  /** Of a write: whether it may have been carried out all the same. Where it is not said, the code decides. */
  readonly isOutcomeUnknown?: boolean | undefined;
  /** Seconds to wait before the next try. */
  readonly retryAfter?: number | undefined;
  /** Where an unreadable answer went wrong: `items[3].total.value`. Never the datum itself. */
  readonly field?: string | undefined;
  /** What is wrong with what was sent, by the name of the member: `{ amount: "exceeds the balance" }`. */
  readonly fieldErrors?: Readonly<Record<string, string>> | undefined;
  /** With `conflict`: the record as the backend has it now. */
  readonly current?: unknown;
  /** What to quote when asking for help. */
  readonly correlationId?: string | undefined;
  /** In the host's own words, to be shown: who may, whom to ask. Without personal data. */
  readonly reason?: string | undefined;
  readonly cause?: unknown;
}

/**
 * What an adapter rejects with. It is recognised by its `code`, never by `instanceof`, for two copies of the package
 * may share a page and a plain object will do.
 */
export class AdapterError extends Error implements AdapterErrorDetails {
  override readonly name = 'AdapterError';
  readonly code: AdapterErrorCode;
  declare readonly retryable?: boolean | undefined;
  declare readonly isOutcomeUnknown?: boolean | undefined;
  declare readonly retryAfter?: number | undefined;
  declare readonly field?: string | undefined;
  declare readonly fieldErrors?: Readonly<Record<string, string>> | undefined;
  declare readonly current?: unknown;
  declare readonly correlationId?: string | undefined;
  declare readonly reason?: string | undefined;

  constructor(code: AdapterErrorCode, details: AdapterErrorDetails = {}) {
    // The message is for logs, so it carries the code and the field's name and nothing of a customer.
    super(details.field ? `${code}: ${details.field}` : code);
    this.code = code;
    Object.assign(this, details);
  }
}

/** Whether something that was thrown is understood. */
export const isAdapterError = (thrown: unknown): thrown is AdapterError =>
  typeof thrown === 'object' &&
  thrown !== null &&
  'code' in thrown &&
  (errorCodes as readonly unknown[]).includes(thrown.code);

/** Whatever was thrown, as an error that the rest of the library understands, with such details as are as agreed. */
export function toAdapterError(thrown: unknown): AdapterError {
  if (!isAdapterError(thrown)) return new AdapterError('internal', { cause: thrown });
  // A type is a promise of whoever threw it: an error passes no other boundary than this.
  const said: Readonly<Record<keyof AdapterErrorDetails, unknown>> = thrown as never;
  const { retryable, isOutcomeUnknown, retryAfter, fieldErrors } = said;
  return new AdapterError(thrown.code, {
    retryable: typeof retryable === 'boolean' ? retryable : undefined,
    isOutcomeUnknown: typeof isOutcomeUnknown === 'boolean' ? isOutcomeUnknown : undefined,
    retryAfter: typeof retryAfter === 'number' && retryAfter >= 0 ? retryAfter : undefined,
    field: textOrNone(said.field),
    fieldErrors: typeof fieldErrors === 'object' && fieldErrors ? textsOf(fieldErrors) : undefined,
    current: said.current,
    correlationId: textOrNone(said.correlationId),
    reason: textOrNone(said.reason),
    cause: thrown,
  });
}

const textOrNone = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const textsOf = (values: object): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));

const transient: ReadonlySet<AdapterErrorCode> = new Set(['offline', 'timeout', 'rate-limited', 'unavailable']);
const unknownOutcomes: ReadonlySet<AdapterErrorCode> = new Set([
  'offline',
  'timeout',
  'unavailable',
  'internal',
  'malformed',
]);
const givenBeforeKey: ReadonlySet<AdapterErrorCode> = new Set(['unauthenticated', 'forbidden', 'rate-limited']);

/** Whether a read that failed so is worth another try. */
export const isRetryable = ({ code, retryable }: AdapterError): boolean => retryable ?? transient.has(code);

/** Whether a write that failed so may have been carried out all the same. Otherwise nothing was written. */
export const isOutcomeUnknown = ({ code, isOutcomeUnknown: said }: AdapterError): boolean =>
  said ?? unknownOutcomes.has(code);

/**
 * Whether a backend may refuse so before it looks at the idempotency key. Such a refusal says nothing about an earlier
 * attempt with the same key.
 */
export const mayPrecedeKey = ({ code }: AdapterError): boolean => givenBeforeKey.has(code);
