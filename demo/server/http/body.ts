import type { Context } from 'hono';
import { Refusal } from './refusal.ts';

const maxBytes = 100_000;

/** Deeper than anything that is sent here, and shallow enough for whatever reads it recursively. */
const deepest = 100;

/** What was sent as JSON; refuses other types of content, what is too much, and what cannot be read. */
export async function readJson({ req }: Context): Promise<unknown> {
  const type = req.header('Content-Type') ?? '';
  if (!/^application\/(\S+\+)?json\s*(;|$)/i.test(type)) {
    throw new Refusal('validation', { fieldErrors: { 'Content-Type': 'is not application/json' } }, 415);
  }
  const text = await readText(req.raw);
  const body = parse(text);
  if (isDeeper(body, deepest))
    throw new Refusal('validation', { fieldErrors: { body: `is nested more than ${deepest} deep` } }, 400);
  return body;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('validation', { fieldErrors: { body: 'is not JSON' } }, 400);
  }
}

/** Goes down level by level: a function that called itself would be as deep as what it looks at. */
function isDeeper(value: unknown, limit: number): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true;
    level = level.flatMap((member) => (typeof member === 'object' && member !== null ? Object.values(member) : []));
  }
  return false;
}

/** Reads to the end even what is too much, without keeping it: whoever is still sending would not hear the refusal. */
async function readText({ body }: Request): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size <= maxBytes) chunks.push(chunk);
  }
  if (size > maxBytes)
    throw new Refusal('validation', { fieldErrors: { body: `is larger than ${maxBytes} bytes` } }, 413);
  return Buffer.concat(chunks).toString();
}
