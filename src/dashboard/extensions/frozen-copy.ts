/**
 * Returns a copy of data that nothing can change: of objects and lists, all the way down, with their own members only.
 * Functions are left out. An `AbortSignal` stays what it is, because it says when to stop.
 */
export function frozenCopy<T>(value: T): T {
  return copy(value) as T;
}

function copy(value: unknown): unknown {
  if (typeof value === 'function') return undefined;
  if (typeof value !== 'object' || value === null || value instanceof AbortSignal) return value;
  if (Array.isArray(value)) return Object.freeze(value.map(copy));
  // A file is immutable, and a date is not data of the contract: neither has members of its own to copy.
  if (value instanceof Blob || value instanceof Date || value instanceof ArrayBuffer) return structuredClone(value);
  return Object.freeze(Object.fromEntries(Object.entries(value).map(([name, member]) => [name, copy(member)])));
}
