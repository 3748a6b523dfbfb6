import { namesFrom } from './columns.ts';

/**
 * Returns the tools that a `toolbar` attribute names, in the widget's order: all if it is empty, none if it is absent.
 */
export function toolsOf<T extends string>(wish: string | null | undefined, all: readonly T[]): readonly T[] {
  if (wish === undefined || wish === null) return [];
  const named = namesFrom(wish);
  return named ? all.filter((name) => named.includes(name)) : all;
}

/** Returns whether the tools need a row of their own. The header has room for three. */
export const isToolRow = (tools: readonly unknown[]): boolean => tools.length > 3;
