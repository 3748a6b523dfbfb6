import * as v from 'valibot';
import { isAdapterError, type AdapterError, type AdapterErrorCode } from '../adapter-error.ts';

/** Throws an error with the rule as its message if the condition is false. */
export function ensure(holds: unknown, rule: string): asserts holds {
  if (!holds) throw new Error(rule);
}

/** Throws if two values differ as JSON. The order of members does not matter. */
export function same(actual: unknown, expected: unknown, rule: string): void {
  const [found, wanted] = [actual, expected].map((value) => JSON.stringify(value, sorted));
  ensure(found === wanted, `${rule}: ${found} instead of ${wanted}`);
}

function sorted(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Parses a response with a schema and returns the output. Throws an error that names the first invalid member. */
export function readable<S extends v.GenericSchema>(schema: S, answer: unknown, what: string): v.InferOutput<S> {
  const result = v.safeParse(schema, answer);
  if (result.success) return result.output;
  throw new Error(`${what} cannot be read: ${v.getDotPath(result.issues[0]) ?? 'the answer'}`);
}

/** Returns the rejection of a call. Throws unless it is an `AdapterError` with one of the given codes. */
export async function refused(call: Promise<unknown>, ...codes: readonly AdapterErrorCode[]): Promise<AdapterError> {
  const outcome = await settled(call);
  const wanted = codes.join(' or ');
  ensure(outcome.thrown, `answered, where it should reject with ${wanted}`);
  const error = outcome.error;
  ensure(
    isAdapterError(error),
    `rejected with what is no AdapterError, where it should be ${wanted}: ${String(error)}`,
  );
  ensure(codes.includes(error.code), `rejected with ${error.code}, where it should be ${wanted}`);
  return error;
}

export type Outcome<T> =
  { readonly thrown: false; readonly answer: T } | { readonly thrown: true; readonly error: unknown };

/** Resolves to the outcome of a call. */
export const settled = <T>(call: Promise<T>): Promise<Outcome<T>> =>
  call.then(
    (answer): Outcome<T> => ({ thrown: false, answer }),
    (error: unknown): Outcome<T> => ({ thrown: true, error }),
  );

/** Returns true if a write was rejected because another write with the same key is still running. */
export const isStillRunning = (error: unknown): boolean => isAdapterError(error) && error.code === 'unavailable';
