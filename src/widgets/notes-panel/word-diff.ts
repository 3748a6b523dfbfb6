/** A part of the text that both versions share, or that only one of them has. */
export interface Stretch {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** A range of words in the old text, and their replacement. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly words: readonly string[];
}

/** The maximum number of compared pairs of words. Beyond it, the part that differs is replaced as a whole. */
const maxPairs = 400_000;

/**
 * Splits a text into words, the characters between them, and single letters of scripts without spaces. The
 * concatenation is the text.
 */
const wordsOf = (text: string): string[] =>
  text.match(/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]|[\p{L}\p{N}\p{M}]+|\s+|[^\p{L}\p{N}\s]+/gu) ?? [];

/** Returns the differences between two texts, word by word. */
export function wordDiff(before: string, after: string): readonly Stretch[] {
  const old = wordsOf(before);
  const stretches: Stretch[] = [];
  const add = (kind: Stretch['kind'], words: readonly string[]): void => {
    const last = stretches.at(-1);
    const text = words.join('');
    if (!text) return;
    if (last?.kind === kind) stretches[stretches.length - 1] = { kind, text: last.text + text };
    else stretches.push({ kind, text });
  };
  let at = 0;
  for (const { from, to, words } of changesOf(old, wordsOf(after))) {
    add('same', old.slice(at, from));
    add('removed', old.slice(from, to));
    add('added', words);
    at = to;
  }
  add('same', old.slice(at));
  return stretches;
}

/**
 * Returns a three-way merge of two versions of a text. Where only one version changed the base, its change wins; where
 * both did, their text comes before mine.
 */
export function mergedText(base: string, theirs: string, mine: string): string {
  const old = wordsOf(base);
  const [one, other] = [changesOf(old, wordsOf(theirs)), changesOf(old, wordsOf(mine))];
  const merged: string[] = [];
  let at = 0;
  while (one.length || other.length) {
    const from = Math.min(one[0]?.from ?? Infinity, other[0]?.from ?? Infinity);
    let to = from;
    const [a, b]: [Change[], Change[]] = [[], []];
    // Overlapping and adjacent changes are merged together.
    for (let grown = true; grown;) {
      grown = false;
      for (const [changes, taken] of [
        [one, a],
        [other, b],
      ] as const) {
        while (changes[0] && changes[0].from <= to) {
          const change = changes.shift()!;
          taken.push(change);
          to = Math.max(to, change.to);
          grown = true;
        }
      }
    }
    const [left, right] = [a, b].map((changes) => applied(old, from, to, changes));
    merged.push(old.slice(at, from).join(''));
    if (a.length && b.length && left !== right)
      merged.push(left!, left && right && !/\s$/.test(left) && !/^\s/.test(right) ? ' ' : '', right!);
    else merged.push(a.length ? left! : right!);
    at = to;
  }
  return [...merged, ...old.slice(at)].join('');
}

function applied(old: readonly string[], from: number, to: number, changes: readonly Change[]): string {
  const words: string[] = [];
  let at = from;
  for (const change of changes) {
    words.push(...old.slice(at, change.from), ...change.words);
    at = change.to;
  }
  return [...words, ...old.slice(at, to)].join('');
}

/** Returns the smallest set of replacements that turns the old words into the new ones, in order. */
function changesOf(old: readonly string[], now: readonly string[]): Change[] {
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let end = 0;
  while (end < Math.min(old.length, now.length) - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  const [a, b] = [old.slice(start, old.length - end), now.slice(start, now.length - end)];
  if (!a.length && !b.length) return [];
  if (a.length * b.length > maxPairs) return [{ from: start, to: start + a.length, words: b }];
  const changes: Change[] = [];
  for (const { from, to, words } of between(a, b)) {
    const last = changes.at(-1);
    const space = last && a.slice(last.to - start, from);
    // Changes that are separated only by white space read better as one.
    if (last && space?.every((word) => !word.trim()))
      changes[changes.length - 1] = { from: last.from, to: to + start, words: [...last.words, ...space, ...words] };
    else changes.push({ from: from + start, to: to + start, words });
  }
  return changes;
}

/** Returns the changes by the longest common subsequence. */
function between(a: readonly string[], b: readonly string[]): Change[] {
  const width = b.length + 1;
  const common = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      common[i * width + j] =
        a[i] === b[j]
          ? common[(i + 1) * width + j + 1]! + 1
          : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
  const changes: Change[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      i++;
      j++;
      continue;
    }
    const [from, first] = [i, j];
    while ((i < a.length || j < b.length) && !(i < a.length && j < b.length && a[i] === b[j])) {
      if (j >= b.length || (i < a.length && common[(i + 1) * width + j]! >= common[i * width + j + 1]!)) i++;
      else j++;
    }
    changes.push({ from, to: i, words: b.slice(first, j) });
  }
  return changes;
}
