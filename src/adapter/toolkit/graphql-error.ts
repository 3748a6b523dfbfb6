import { AdapterError, type AdapterErrorCode } from '../adapter-error.ts';
import { fieldErrorsOf, textOf } from './field-errors.ts';

export interface GraphqlOptions {
  /** The error codes of `extensions.code`, if the API has its own: `{ ORDER_LOCKED: 'conflict' }`. */
  readonly codes?: Readonly<Record<string, AdapterErrorCode>> | undefined;
}

/**
 * Returns the `data` of a GraphQL answer. Throws if it has `errors`, by the code of the first one, also if some data
 * came with them: an adapter that can do without a part asks for it in a request of its own. Throws `malformed` if the
 * answer has neither.
 *
 * If data came along with an error, or the error is of a member of a mutation's answer, the mutation may have been
 * carried out, so its outcome is unknown.
 */
export function graphqlData(answer: unknown, { codes = {} }: GraphqlOptions = {}): Readonly<Record<string, unknown>> {
  const { data, errors }: { readonly data?: unknown; readonly errors?: unknown } = isObject(answer) ? answer : {};
  if (Array.isArray(errors) && errors.length > 0) {
    const [first]: readonly unknown[] = errors;
    const extensions = isObject(first) && isObject(first['extensions']) ? first['extensions'] : {};
    const said = textOf(extensions['code']) ?? '';
    const came = isObject(data) && Object.values(data).some((member) => member !== null);
    // The members of an answer are read after the mutation. If one that must not be null fails, no data comes at all.
    const path = isObject(first) && Array.isArray(first['path']) ? first['path'] : [];
    throw new AdapterError(own(codes, said) ?? own(known, said) ?? 'internal', {
      ...((came || path.length > 1) && { isOutcomeUnknown: true }),
      cause: errors,
    });
  }
  if (!isObject(data)) throw new AdapterError('malformed', { field: 'data' });
  return data;
}

/**
 * Throws `validation` if a mutation returned errors as data: `userErrors: [{ field: ["input", "email"], message }]`.
 * Nothing was written then. Without such errors, returns nothing.
 */
export function refuseUserErrors(errors: unknown): void {
  if (!Array.isArray(errors) || errors.length === 0) return;
  const [first]: readonly unknown[] = errors;
  const reason = isObject(first) ? textOf(first['message']) : undefined;
  const fieldErrors = fieldErrorsOf(errors);
  throw new AdapterError('validation', fieldErrors ? { fieldErrors } : { reason });
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Returns a member that a table has itself: a code may be called `constructor`. */
const own = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

/** The codes of common servers. A query that the server does not know is not carried out: `unsupported`. */
const known: Readonly<Record<string, AdapterErrorCode>> = {
  UNAUTHENTICATED: 'unauthenticated',
  UNAUTHORIZED: 'unauthenticated',
  FORBIDDEN: 'forbidden',
  ACCESS_DENIED: 'forbidden',
  NOT_FOUND: 'not-found',
  ENTITY_NOT_FOUND: 'not-found',
  CONFLICT: 'conflict',
  BAD_USER_INPUT: 'validation',
  USER_INPUT_ERROR: 'validation',
  BAD_REQUEST: 'validation',
  THROTTLED: 'rate-limited',
  RATE_LIMITED: 'rate-limited',
  TOO_MANY_REQUESTS: 'rate-limited',
  GRAPHQL_PARSE_FAILED: 'unsupported',
  GRAPHQL_VALIDATION_FAILED: 'unsupported',
  PERSISTED_QUERY_NOT_FOUND: 'unsupported',
  TIMEOUT: 'timeout',
  SERVICE_UNAVAILABLE: 'unavailable',
  INTERNAL_SERVER_ERROR: 'internal',
};
