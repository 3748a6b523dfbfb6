import type { Context } from 'hono';
import { Refusal } from './refusal.ts';

const mostBytes = 100_000;

/** What was sent as JSON; refuses other types of content, what is too much, and what cannot be read. */
export async function readJson({ req }: Context): Promise<unknown> {
  const type = req.header('Content-Type') ?? '';
  if (!/^application\/(\S+\+)?json\s*(;|$)/i.test(type)) {
    throw new Refusal('validation', { fieldErrors: { 'Content-Type': 'is not application/json' } }, 415);
  }
  const text = await readText(req.raw);
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('validation', { fieldErrors: { body: 'is not JSON' } }, 400);
  }
}

/** Reads to the end even what is too much, without keeping it: whoever is still sending would not hear the refusal. */
async function readText({ body }: Request): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size <= mostBytes) chunks.push(chunk);
  }
  if (size > mostBytes)
    throw new Refusal('validation', { fieldErrors: { body: `is larger than ${mostBytes} bytes` } }, 413);
  return Buffer.concat(chunks).toString();
}
