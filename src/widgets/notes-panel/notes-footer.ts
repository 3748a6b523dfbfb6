import type { List } from '../../data/snapshot.ts';
import type { Note } from '../../domain/note.ts';
import { notesPanel } from '../../i18n/en/notes-panel.ts';
import type { Localization } from '../../i18n/localization.ts';

/** For how many pinned notes there is room beside the latest. */
export const pinnedAtMost = 5;

/** The pinned ones, and so many of the latest. */
export function latestOf(notes: readonly Note[], count: number): readonly Note[] {
  const pinned = notes.filter((note) => note.pinned).slice(0, pinnedAtMost);
  return [...pinned, ...notes.filter((note) => !note.pinned).slice(0, count)];
}

/** What is shown of how much. */
export function shownOf(
  { items, total, hasMore }: List<Note>,
  shown: readonly Note[],
  isSought: boolean,
  l10n: Localization,
): { readonly text: string; readonly isPart: boolean } {
  const words = l10n.section('notesPanel', notesPanel);
  const isPart = hasMore || items.length > shown.length;
  const count = shown.length;
  if (!isPart) return { isPart, text: l10n.text(isSought ? words.found : words.all, { count }) };
  const pinned = shown.filter((note) => note.pinned).length;
  if (total === undefined) return { isPart, text: l10n.text(words.latest, { count }) };
  if (isSought) return { isPart, text: l10n.text(words.foundOf, { shown: count, total }) };
  const text = pinned
    ? l10n.text(words.latestAndPinned, { count: count - pinned, pinned, total })
    : l10n.text(words.latestOf, { shown: count, total });
  return { isPart, text };
}
