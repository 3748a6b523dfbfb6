import type { List } from '../../data/snapshot.ts';
import type { Note } from '../../domain/note.ts';
import { notesPanelWords } from './words.en.ts';
import type { Localization } from '../../i18n/localization.ts';

/** The maximum number of pinned notes above the latest. The others open on request, so the latest stay in sight. */
export const maxPinned = 3;

/** Returns the notes to show: the pinned ones (all of them if `allPinned`) and `count` of the latest. */
export function latestOf(notes: readonly Note[], count: number, allPinned: boolean): readonly Note[] {
  const pinned = notes.filter((note) => note.pinned).slice(0, allPinned ? undefined : maxPinned);
  return [...pinned, ...notes.filter((note) => !note.pinned).slice(0, count)];
}

/** Returns true if pinned notes, which come first, leave fewer than `count` latest notes among the loaded ones. */
export const isShort = ({ items, hasMore }: List<Note>, count: number): boolean =>
  hasMore && items.filter((note) => !note.pinned).length < count;

/** Returns the number of pinned notes that are not shown at first. */
export const furtherPinned = (notes: readonly Note[]): number =>
  Math.max(0, notes.filter((note) => note.pinned).length - maxPinned);

/** Returns how many notes are shown of how many. */
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
