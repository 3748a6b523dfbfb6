import { createHash } from 'node:crypto';

/** Draws numbers from 0 to 1 that depend on the seed only. */
export function createRandom(seed: number): () => number {
  let state = createHash('sha256').update(`shop ${seed}`).digest().readUInt32LE();
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
