import { namesFrom } from './columns.ts';

/** The tools that a `toolbar` attribute names, in the widget's order; all of them where it names none, none where it is absent. */
export function toolsOf<T extends string>(wish: string | null | undefined, all: readonly T[]): readonly T[] {
  if (wish === undefined || wish === null) return [];
  const named = namesFrom(wish);
  return named ? all.filter((name) => named.includes(name)) : all;
}

/** Whether these stand under the head: it has room for a few. */
export const isToolRow = (tools: readonly unknown[]): boolean => tools.length > 3;
