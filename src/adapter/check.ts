import * as v from 'valibot';
import { AdapterError } from './adapter-error.ts';

/**
 * Parses input with a schema and returns the output. Throws `validation` with an error for each invalid member. The
 * error never contains the invalid value.
 */
export function check<S extends v.GenericSchema>(schema: S, input: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, input);
  const fieldErrors: Record<string, string> = {};
  if (result.success) {
    const field = unfit(result.output);
    if (field === undefined) return result.output;
    throw new AdapterError('validation', { fieldErrors: { [field]: 'has characters that cannot be stored' } });
  }
  for (const issue of result.issues) fieldErrors[v.getDotPath(issue) ?? ''] ??= words[issue.type] ?? 'cannot be read';
  throw new AdapterError('validation', { fieldErrors });
}

/**
 * Returns the path of a string with an unpaired surrogate or a NUL character. A backend cannot store either: UTF-8 does
 * not encode unpaired surrogates, and databases reject NUL.
 */
function unfit(value: unknown, path: readonly string[] = []): string | undefined {
  if (typeof value === 'string') return /\p{Surrogate}|\0/u.test(value) ? path.join('.') : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, member] of Object.entries(value)) {
    const found = unfit(member, [...path, name]);
    if (found !== undefined) return found;
  }
  return undefined;
}

const words: Readonly<Record<string, string>> = {
  min_length: 'is empty',
  max_length: 'is too long',
  min_entries: 'changes nothing',
};
