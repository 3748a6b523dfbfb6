import * as v from 'valibot';
import { AdapterError } from './adapter-error.ts';

/** What was sent, as its schema reads it. Throws `validation` that names each wrong member, never what stood in it. */
export function check<S extends v.GenericSchema>(schema: S, input: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, input);
  const fieldErrors: Record<string, string> = {};
  if (result.success) {
    const field = unfit(result.output);
    if (field === undefined) return result.output;
    throw new AdapterError('validation', { fieldErrors: { [field]: 'has characters that cannot be kept' } });
  }
  for (const issue of result.issues) fieldErrors[v.getDotPath(issue) ?? ''] ??= words[issue.type] ?? 'cannot be read';
  throw new AdapterError('validation', { fieldErrors });
}

/**
 * The path of a text with half of a surrogate pair or a NUL in it. A backend could not give it back as it was sent:
 * UTF-8 has no such half, and databases take no NUL.
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
