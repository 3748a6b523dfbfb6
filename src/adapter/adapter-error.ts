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
export const isAdapterError = (thrown: unknown): thrown is AdapterError => codeOf(thrown) !== undefined;

/**
 * Whatever was thrown, as an error that the rest of the library understands, with such details as are as agreed.
 * `readCurrent` checks the record that came with it. Never throws, though members of what was thrown may.
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
  // A type is a promise of whoever threw it: an error passes no other boundary than this.
  return new AdapterError(code, {
    retryable: typeof retryable === 'boolean' ? retryable : undefined,
    isOutcomeUnknown: typeof unknownOutcome === 'boolean' ? unknownOutcome : undefined,
    retryAfter: typeof retryAfter === 'number' && retryAfter >= 0 && retryAfter <= longestWait ? retryAfter : undefined,
    field: textOrNone(memberOf(thrown, 'field')),
    fieldErrors: textsOf(memberOf(thrown, 'fieldErrors')),
    current: current === undefined ? undefined : readCurrent(current),
    correlationId: textOrNone(memberOf(thrown, 'correlationId')),
    reason: textOrNone(memberOf(thrown, 'reason')),
    cause: thrown,
  });
}

/** The longest hint to wait that is heeded: a day, in seconds. */
const longestWait = 86_400;
/** The longest text of an error, in UTF-16 code units. */
const longestText = 10_000;

function codeOf(thrown: unknown): AdapterErrorCode | undefined {
  const code = memberOf(thrown, 'code');
  return errorCodes.find((known) => known === code);
}

/** A member of something that may be anything: a getter may throw, and so may a proxy whatever it is asked. */
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
