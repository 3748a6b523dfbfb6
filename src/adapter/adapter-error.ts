/**
 * The codes of all errors that an adapter may reject with. The library shows an operator a text of its own for each.
 */
export const errorCodes = [
  /** The network or the server cannot be reached. */
  'offline',
  /** The answer did not come in time. */
  'timeout',
  /** The session has expired, or nobody is signed in. */
  'unauthenticated',
  /** The operator has no permission. `reason` says who has. */
  'forbidden',
  /** There is no such customer or record. */
  'not-found',
  /** The record has changed since it was read. `current` is the record as it is now. */
  'conflict',
  /** The input is invalid. `fieldErrors` says why. */
  'validation',
  /** Too many requests. `retryAfter` says how long to wait. */
  'rate-limited',
  /** The platform cannot do this, such as a sort order that the list does not declare. */
  'unsupported',
  /** The answer cannot be read. `field` names the member. */
  'malformed',
  /** The server cannot answer at the moment, or a write with the same key is still running. */
  'unavailable',
  /** Any other failure of the server. */
  'internal',
] as const;
export type AdapterErrorCode = (typeof errorCodes)[number];

/** The members of an `AdapterError` beside its `code`. */
export interface AdapterErrorDetails {
  /** True if the same call may succeed later. Default: depends on the code, see `isRetryable`. */
  readonly retryable?: boolean | undefined;
  /**
   * For a write: true if the backend may have carried it out despite the error. Default: depends on the code, see
   * `isOutcomeUnknown`.
   */
  readonly isOutcomeUnknown?: boolean | undefined;
  /** The number of seconds to wait before the next attempt. */
  readonly retryAfter?: number | undefined;
  /** The path of the member that made a response unreadable, such as `items[3].total.value`. Never its value. */
  readonly field?: string | undefined;
  /** The validation errors by member: `{ amount: "exceeds the balance" }`. */
  readonly fieldErrors?: Readonly<Record<string, string>> | undefined;
  /** The current record in the backend, with `conflict`. */
  readonly current?: unknown;
  /**
   * The name of the system that failed, as operators know it, if the adapter has several. Default: that of the port in
   * `sources` of the adapter.
   */
  readonly source?: string | undefined;
  /** The id of the request, which the operator quotes to support. */
  readonly correlationId?: string | undefined;
  /**
   * An explanation in the host's own words, shown to the operator: who is allowed to, or whom to ask. Contains no
   * personal data.
   */
  readonly reason?: string | undefined;
  /** The error that caused this one, for logs. It is never shown. */
  readonly cause?: unknown;
}

/**
 * The error that an adapter rejects with. The library recognizes it by its `code`, not by `instanceof`: a page may load
 * two copies of the package, and a plain object with a `code` is accepted as well.
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
  declare readonly source?: string | undefined;
  declare readonly correlationId?: string | undefined;
  declare readonly reason?: string | undefined;

  constructor(code: AdapterErrorCode, details: AdapterErrorDetails = {}) {
    // The message ends up in logs, so it contains only the code and the name of the field, no customer data.
    super(details.field ? `${code}: ${details.field}` : code);
    this.code = code;
    Object.assign(this, details);
  }
}

/** Returns true if a thrown value has a known error code. */
export const isAdapterError = (thrown: unknown): thrown is AdapterError => codeOf(thrown) !== undefined;

/**
 * Converts a thrown value to an `AdapterError`. A value without a known code becomes `internal`. Details of the wrong
 * type are dropped. `readCurrent` validates the record that came with a conflict. Never throws itself, even if reading
 * a member of the thrown value does.
 */
export function toAdapterError(
  thrown: unknown,
  readCurrent: (current: unknown) => unknown = (current) => current,
): AdapterError {
  const code = codeOf(thrown);
  if (code === undefined) return new AdapterError('internal', { cause: thrown });
  const retryable = memberOf(thrown, 'retryable');
  const unknownOutcome = memberOf(thrown, 'isOutcomeUnknown');
  const retryAfter = memberOf(thrown, 'retryAfter');
  const current = memberOf(thrown, 'current');
  // The static type of an error is not proof: errors are validated nowhere else.
  return new AdapterError(code, {
    retryable: typeof retryable === 'boolean' ? retryable : undefined,
    isOutcomeUnknown: typeof unknownOutcome === 'boolean' ? unknownOutcome : undefined,
    retryAfter: typeof retryAfter === 'number' && retryAfter >= 0 && retryAfter <= longestWait ? retryAfter : undefined,
    field: textOrNone(memberOf(thrown, 'field')),
    fieldErrors: textsOf(memberOf(thrown, 'fieldErrors')),
    current: current === undefined ? undefined : readCurrent(current),
    source: textOrNone(memberOf(thrown, 'source')),
    correlationId: textOrNone(memberOf(thrown, 'correlationId')),
    reason: textOrNone(memberOf(thrown, 'reason')),
    cause: thrown,
  });
}

/** The maximum accepted `retryAfter` in seconds: one day. */
const longestWait = 86_400;
/** The maximum length of a text in an error, in UTF-16 code units. */
const longestText = 10_000;

function codeOf(thrown: unknown): AdapterErrorCode | undefined {
  const code = memberOf(thrown, 'code');
  return errorCodes.find((known) => known === code);
}

/** Returns a member of a value of unknown type. A getter may throw, and a proxy may throw on any access. */
function memberOf(thrown: unknown, name: keyof AdapterErrorDetails | 'code'): unknown {
  if (typeof thrown !== 'object' || thrown === null) return undefined;
  try {
    return Reflect.get(thrown, name) as unknown;
  } catch {
    return undefined;
  }
}

const textOrNone = (value: unknown): string | undefined =>
  typeof value === 'string' ? value.slice(0, longestText) : undefined;

function textsOf(values: unknown): Readonly<Record<string, string>> | undefined {
  if (typeof values !== 'object' || values === null) return undefined;
  try {
    return Object.fromEntries(
      Object.entries(values).flatMap(([name, value]: [string, unknown]) => {
        const text = textOrNone(value);
        return text === undefined ? [] : [[name, text]];
      }),
    );
  } catch {
    return undefined;
  }
}

const transient: ReadonlySet<AdapterErrorCode> = new Set(['offline', 'timeout', 'rate-limited', 'unavailable']);
const unknownOutcomes: ReadonlySet<AdapterErrorCode> = new Set([
  'offline',
  'timeout',
  'unavailable',
  'internal',
  'malformed',
]);
const givenBeforeKey: ReadonlySet<AdapterErrorCode> = new Set(['unauthenticated', 'forbidden', 'rate-limited']);

/** Returns true if a read that failed with this error may be retried. */
export const isRetryable = ({ code, retryable }: AdapterError): boolean => retryable ?? transient.has(code);

/** Returns true if a write that failed with this error may have been carried out. Otherwise nothing was written. */
export const isOutcomeUnknown = ({ code, isOutcomeUnknown: said }: AdapterError): boolean =>
  said ?? unknownOutcomes.has(code);

/**
 * Returns true if a backend may reject with this code before it checks the idempotency key. Such an error says nothing
 * about an earlier attempt with the same key.
 */
export const mayPrecedeKey = ({ code }: AdapterError): boolean => givenBeforeKey.has(code);
