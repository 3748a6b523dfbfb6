import { html, type TemplateResult } from 'lit';
import type { Note } from '../../domain/note.ts';
import { notesPanel } from '../../i18n/en/notes-panel.ts';
import type { Localization } from '../../i18n/localization.ts';
import { icon } from '../../ui/icon.ts';
import { alert } from '../../ui/icons.ts';
import { datum } from '../../ui/text.ts';

export interface NoteConflict {
  readonly theirs: Note;
  readonly mine: string;
  readonly l10n: Localization;
  readonly onKeepTheirs: () => void;
  readonly onReplace: () => void;
  readonly onEditBoth: () => void;
}

/** Theirs beside mine, what differs marked, three ways out; nothing is chosen for the operator. */
export function noteConflict({ theirs, mine, l10n, ...ways }: NoteConflict): TemplateResult {
  const words = l10n.section('notesPanel', notesPanel);
  const { start, end } = difference(theirs.body, mine);
  const author = theirs.author.name ?? theirs.author.id;
  const button = (text: string, onClick: () => void) =>
    html`<button type="button" class="button" @click=${onClick}>${text}</button>`;
  return html`<p class="message warning" part="message">
      ${icon(alert)}<span>${l10n.text(words.conflict, { name: `\u2068${author}\u2069` })}</span>
    </p>
    <div class="versions" part="versions">
      <div part="theirs">
        <p class="label">
          ${l10n.text(words.theirs, { time: l10n.moment(theirs.updatedAt ?? theirs.createdAt).brief })}
        </p>
        <p class="version-text">${marked(theirs.body, start, end)}</p>
        <div class="actions">${button(words.keepTheirs, ways.onKeepTheirs)}</div>
      </div>
      <div part="mine">
        <p class="label">${words.yours}</p>
        <p class="version-text">${marked(mine, start, end)}</p>
        <div class="actions">
          ${button(words.replaceWithMine, ways.onReplace)}${button(words.editBoth, ways.onEditBoth)}
        </div>
      </div>
    </div>`;
}

/** How many characters two texts share at their start and at their end, by whole words. */
function difference(a: string, b: string): { start: number; end: number } {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  if (start < Math.max(a.length, b.length)) while (start > 0 && /\S/.test(a[start - 1]!)) start--;
  let end = 0;
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  while (end > 0 && /\S/.test(a.at(-end)!)) end--;
  return { start, end };
}

function marked(text: string, start: number, end: number): TemplateResult {
  const last = text.length - end;
  return html`${datum(text.slice(0, start))}<mark>${datum(text.slice(start, last))}</mark>${datum(text.slice(last))}`;
}
