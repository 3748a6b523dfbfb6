import { AdapterError } from '../adapter-error.ts';

/** A schema of any library that implements Standard Schema: Valibot, Zod, ArkType and others. */
export interface StandardSchema<T> {
  readonly '~standard': {
    validate(value: unknown): Validated<T> | Promise<Validated<T>>;
    readonly types?: { readonly input: unknown; readonly output: T } | undefined;
  };
}

interface Validated<T> {
  readonly value?: T;
  readonly issues?: readonly Issue[] | undefined;
}

interface Issue {
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** Checks values, or the answers of a method. */
export interface Checked<T> {
  /** Returns a method that rejects with `malformed` if the answer of `method` does not match. */
  <A extends readonly unknown[]>(method: (...args: A) => Promise<unknown>): (...args: A) => Promise<T>;
  /** Returns the parsed value. Throws `malformed` if it does not match. */
  (value: unknown): T;
}

/**
 * Checks what a backend returns against a schema, before it is mapped to the types of the library. `malformed` then
 * names the invalid member (`orders.rows[2].pence`), and never contains its value. `name` says what was read.
 *
 * `checked(ShopOrder, 'order')(answer)` checks a value, `checked(ShopOrder, 'order')(fetchOrder)` returns a method. A
 * schema that is asynchronous can check methods only.
 */
export function checked<T>(schema: StandardSchema<T>, name = ''): Checked<T> {
  const validate = (value: unknown): Validated<T> | Promise<Validated<T>> => {
    try {
      return schema['~standard'].validate(value);
    } catch (cause) {
      // A getter of the value, or the schema itself, may throw.
      throw new AdapterError('malformed', { field: name || undefined, cause });
    }
  };
  const output = (result: Validated<T>): T => {
    if (!result.issues) return result.value as T;
    throw new AdapterError('malformed', { field: fieldOf(name, result.issues[0]) || undefined });
  };
  const check = (subject: unknown): unknown => {
    if (typeof subject === 'function')
      return async (...args: readonly unknown[]) => output(await validate(await (subject as Method)(...args)));
    const result = validate(subject);
    if (result instanceof Promise) throw new TypeError('An asynchronous schema cannot check a value, only a method.');
    return output(result);
  };
  return check as Checked<T>;
}

type Method = (...args: readonly unknown[]) => Promise<unknown>;

/** The longest path in an error: keys come from the backend too. */
const longest = 200;

/** Formats the path of an issue: `orders.rows[2].pence`. */
function fieldOf(name: string, issue: Issue | undefined): string {
  const keys = (issue?.path ?? []).map((part) => (typeof part === 'object' ? part.key : part));
  const path = keys.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return (name + path).replace(/^\./, '').slice(0, longest);
}
