import type { AdapterError } from '../adapter/adapter-error.ts';

/** What was refused: nothing was written. */
export interface Refusal<I, R> {
  readonly input: I;
  readonly error: AdapterError;
  /** Of a conflict: the record as it is now, where it could be read. */
  readonly current?: R | undefined;
}

/** A form as it was filled in, and what the server said of the last attempt. */
export interface FormDraft<S, V, I, R> {
  /** What the form is about: a coupon to revoke, an entry to reverse. */
  readonly subject: S;
  readonly values: V;
  /** What the server found wrong, by field, until the field is changed. */
  readonly errors: FieldErrors;
  /** The last refusal, until something is changed. */
  readonly refusal?: Refusal<I, R> | undefined;
  /** Whether it was sent and is not known to be done or refused. */
  readonly isSent?: boolean;
}

export type FieldErrors = Readonly<Partial<Record<string, string>>>;

/** What was typed, read. */
export interface Reading<I> {
  /** What is wrong, by field: said once a field was left or the form was sent. */
  readonly errors: FieldErrors;
  /** What is wrong and said at once. */
  readonly faults?: FieldErrors | undefined;
  /** What would be sent, where nothing is wrong. */
  readonly input?: I | undefined;
}

/** Returns the errors that still hold after a change. `related`: fields that are wrong together. */
export function errorsAfter(
  errors: FieldErrors,
  changed: readonly string[],
  related: readonly (readonly string[])[],
): FieldErrors {
  const over = new Set([...changed, ...related.filter((group) => group.some((name) => changed.includes(name))).flat()]);
  return Object.fromEntries(Object.entries(errors).filter(([name]) => !over.has(name)));
}
