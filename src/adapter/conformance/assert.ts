import * as v from 'valibot';
import * as decimal from '../../domain/decimal.ts';
import type { Money } from '../../domain/money.ts';
import { isAdapterError, type AdapterError, type AdapterErrorCode } from '../adapter-error.ts';

/** Throws an error with the rule as its message if the condition is false. */
export function ensure(holds: unknown, rule: string): asserts holds {
  if (!holds) throw new Error(rule);
}

/** A case that the test data does not allow to test. */
class Skipped extends Error {
  override readonly name = 'Skipped';
}

/** Ends a case that cannot be tested: it has neither passed nor failed. */
export function skip(reason: string): never {
  throw new Skipped(reason);
}

/** Returns true if a case rejected because it could not be tested, not because of a violation. */
export const isSkipped = (error: unknown): boolean => error instanceof Skipped;

/** Throws if two values differ as JSON. The order of members does not matter. */
export function same(actual: unknown, expected: unknown, rule: string): void {
  const [found, expectedCodes] = [actual, expected].map((value) => JSON.stringify(value, sorted));
  ensure(found === expectedCodes, `${rule}: ${found} instead of ${expectedCodes}`);
}

/** Throws if two lists of amounts differ in their sum in any currency. A currency that is absent has the sum 0. */
export function sameMoney(actual: readonly Money[], expected: readonly Money[], rule: string): void {
  for (const currency of new Set([...actual, ...expected].map((amount) => amount.currency))) {
    const [found, wanted] = [actual, expected].map((list) =>
      decimal.sum(...list.filter((amount) => amount.currency === currency).map(({ value }) => value)),
    );
    ensure(decimal.compare(found!, wanted!) === 0, `${rule} is ${found} instead of ${wanted} ${currency}`);
  }
}

function sorted(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Parses a response with a schema and returns the output. Throws an error that names the first invalid member. */
export function readable<S extends v.GenericSchema>(schema: S, answer: unknown, what: string): v.InferOutput<S> {
  const result = v.safeParse(schema, answer);
  if (result.success) return result.output;
  const [{ message }] = result.issues;
  const path = v.getDotPath(result.issues[0])?.replaceAll(/(?:^|\.)(\d+)(?=\.|$)/g, '[$1]');
  throw new Error(`${what} is malformed: ${path ?? 'the answer'} (${message})`);
}

/** Returns the rejection of a call. Throws unless it is an `AdapterError` with one of the given codes. */
export async function rejection(call: Promise<unknown>, ...codes: readonly AdapterErrorCode[]): Promise<AdapterError> {
  const outcome = await outcomeOf(call);
  const expectedCodes = codes.join(' or ');
  ensure(outcome.thrown, `resolved instead of rejecting with ${expectedCodes}`);
  const error = outcome.error;
  ensure(
    isAdapterError(error),
    `rejected with something other than an AdapterError instead of ${expectedCodes}: ${String(error)}`,
  );
  ensure(codes.includes(error.code), `${rejectionText(error)} instead of ${expectedCodes}`);
  return error;
}

/** Describes a rejection, with the members that it names: `rejected with validation (city: "is unknown")`. */
export function rejectionText(error: unknown): string {
  if (!isAdapterError(error)) return `rejected with ${String(error)}`;
  const members = Object.entries(error.fieldErrors ?? {}).map(([member, text]) => `${member}: ${JSON.stringify(text)}`);
  return `rejected with ${error.code}${members.length > 0 ? ` (${members.join(', ')})` : ''}`;
}

export type Outcome<T> =
  | { readonly thrown: false; readonly answer: T }
  | { readonly thrown: true; readonly error: unknown };

/** Resolves to the outcome of a call. A call that cannot be prepared from the test data still ends the case. */
export const outcomeOf = <T>(call: Promise<T>): Promise<Outcome<T>> =>
  call.then(
    (answer): Outcome<T> => ({ thrown: false, answer }),
    (error: unknown): Outcome<T> => {
      if (isSkipped(error)) throw error;
      return { thrown: true, error };
    },
  );

/** Returns true if a write was rejected because another write with the same key is still running. */
export const isStillRunning = (error: unknown): boolean => isAdapterError(error) && error.code === 'unavailable';
