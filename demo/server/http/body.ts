import type { Context } from 'hono';
import { RequestError } from './problems.ts';

const maxBytes = 100_000;

/** The maximum nesting depth of a body: deeper than any valid request, and safe for recursive code. */
const maxDepth = 100;

/**
 * Parses the JSON body of a request. Throws for another content type, a body that is too large or too deep, and invalid
 * JSON.
 */
export async function readJson({ req }: Context): Promise<unknown> {
  const type = req.header('Content-Type') ?? '';
  if (!/^application\/(\S+\+)?json\s*(;|$)/i.test(type)) {
    throw new RequestError('validation', { fieldErrors: { 'Content-Type': 'is not application/json' } }, 415);
  }
  const text = await readText(req.raw);
  const body = parse(text);
  if (isDeeper(body, maxDepth))
    throw new RequestError('validation', { fieldErrors: { body: `is nested more than ${maxDepth} deep` } }, 400);
  return body;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RequestError('validation', { fieldErrors: { body: 'is not JSON' } }, 400);
  }
}

/**
 * Returns true if a value is nested more deeply than the limit. Iterates over levels, because recursion would overflow
 * the stack.
 */
function isDeeper(value: unknown, limit: number): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true;
    level = level.flatMap((member) => (typeof member === 'object' && member !== null ? Object.values(member) : []));
  }
  return false;
}

/**
 * Reads the whole body, discarding what exceeds the limit: a client that is still sending would not receive the
 * response.
 */
async function readText({ body }: Request): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size <= maxBytes) chunks.push(chunk);
  }
  if (size > maxBytes)
    throw new RequestError('validation', { fieldErrors: { body: `is larger than ${maxBytes} bytes` } }, 413);
  return Buffer.concat(chunks).toString();
}
