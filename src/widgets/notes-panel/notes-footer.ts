import type { List } from '../../data/snapshot.ts';
import type { Note } from '../../domain/note.ts';
import { notesPanelWords } from './words.en.ts';
import type { Localization } from '../../i18n/localization.ts';

/** The pinned notes that stand above the latest at once. The others open on request, so the latest stay in sight. */
export const maxPinned = 3;

/** The notes that are shown at first: pinned ones, all of them on request, and so many of the latest. */
export function latestOf(notes: readonly Note[], count: number, allPinned: boolean): readonly Note[] {
  const pinned = notes.filter((note) => note.pinned).slice(0, allPinned ? undefined : maxPinned);
  return [...pinned, ...notes.filter((note) => !note.pinned).slice(0, count)];
}

/** Whether pinned notes, which come first, take the places of the latest in what has been read. */
export const isShort = ({ items, hasMore }: List<Note>, count: number): boolean =>
  hasMore && items.filter((note) => !note.pinned).length < count;

/** How many pinned notes there are beyond those that stand there at once. */
export const furtherPinned = (notes: readonly Note[]): number =>
  Math.max(0, notes.filter((note) => note.pinned).length - maxPinned);

/** What is shown of how much. */
export function shownOf(
  { items, total, hasMore }: List<Note>,
  shown: readonly Note[],
  isFiltered: boolean,
  l10n: Localization,
): { readonly text: string; readonly isPart: boolean } {
  const words = l10n.words(notesPanelWords);
  const isPart = hasMore || items.length > shown.length;
  const count = shown.length;
  if (!isPart) return { isPart, text: l10n.text(isFiltered ? words.found : words.all, { count }) };
  const pinned = shown.filter((note) => note.pinned).length;
  if (total === undefined) return { isPart, text: l10n.text(words.latest, { count }) };
  if (isFiltered) return { isPart, text: l10n.text(words.foundOf, { shown: count, total }) };
  const text = pinned
    ? l10n.text(words.latestAndPinned, { count: count - pinned, pinned, total })
    : l10n.text(words.latestOf, { shown: count, total });
  return { isPart, text };
}
