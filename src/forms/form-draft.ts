import type { AdapterError } from '../adapter/adapter-error.ts';

/** A refused write: nothing was written. */
export interface Refusal<I, R> {
  readonly input: I;
  readonly error: AdapterError;
  /** After a conflict: the record on the server, if it could be read. */
  readonly current?: R | undefined;
}

/** The values of a form and the server's response to the last attempt. */
export interface FormDraft<S, V, I, R> {
  /** The subject of the form: a coupon to revoke, an entry to reverse. */
  readonly subject: S;
  readonly values: V;
  /** The server's errors by field, until the field changes. */
  readonly errors: FieldErrors;
  /** The last refusal, until a value changes. */
  readonly refusal?: Refusal<I, R> | undefined;
  /** `true` if the draft was submitted and its outcome is not known yet. */
  readonly isSent?: boolean;
}

export type FieldErrors = Readonly<Partial<Record<string, string>>>;

/** The result of parsing the values. */
export interface Reading<I> {
  /** The errors by field, shown once a field was left or the form was submitted. */
  readonly errors: FieldErrors;
  /** The errors that are shown at once. */
  readonly faults?: FieldErrors | undefined;
  /** The input to send, if there is no error. */
  readonly input?: I | undefined;
}

/** Returns the errors that remain after a change. `related`: fields that are validated together. */
export function errorsAfter(
  errors: FieldErrors,
  changed: readonly string[],
  related: readonly (readonly string[])[],
): FieldErrors {
  const over = new Set([...changed, ...related.filter((group) => group.some((name) => changed.includes(name))).flat()]);
  return Object.fromEntries(Object.entries(errors).filter(([name]) => !over.has(name)));
}
