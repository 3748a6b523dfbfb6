import * as v from 'valibot';
import { AdapterError } from './adapter-error.ts';

/** What was sent, as its schema reads it. Throws `validation` that names each wrong member, never what stood in it. */
export function check<S extends v.GenericSchema>(schema: S, input: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, input);
  if (result.success) return result.output;
  const fieldErrors: Record<string, string> = {};
  for (const issue of result.issues) fieldErrors[v.getDotPath(issue) ?? ''] ??= words[issue.type] ?? 'cannot be read';
  throw new AdapterError('validation', { fieldErrors });
}

const words: Readonly<Record<string, string>> = {
  min_length: 'is empty',
  max_length: 'is too long',
  min_entries: 'changes nothing',
};
