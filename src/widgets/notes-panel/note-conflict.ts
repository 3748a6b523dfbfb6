import { html, type TemplateResult } from 'lit';
import type { Coded } from '../../domain/field.ts';
import type { Note } from '../../domain/note.ts';
import { noteDetailWords } from './detail-words.en.ts';
import type { Localization } from '../../i18n/localization.ts';
import { shortened } from '../../i18n/shortened.ts';
import { icon } from '../../ui/icon.ts';
import { alert } from '../../ui/icons.ts';
import { passage, prose } from '../../ui/text.ts';
import { readersLine } from './note-readers.ts';
import { wordDiff } from './word-diff.ts';

export interface NoteConflict {
  readonly theirs: Note;
  readonly mine: string;
  /** Who can read the other version, if that has changed too. */
  readonly newReaders?: Coded | undefined;
  readonly l10n: Localization;
  readonly onKeepTheirs: () => void;
  readonly onReplace: () => void;
  readonly onEditBoth: () => void;
}

/**
 * Renders an edit conflict: both versions with their differences marked, and three ways to resolve it. No version is
 * preselected.
 */
export function noteConflict({ theirs, mine, newReaders, l10n, ...ways }: NoteConflict): TemplateResult {
  const words = l10n.words(noteDetailWords);
  const stretches = wordDiff(shortened(theirs.body, passage.length), shortened(mine, passage.length));
  const side = (kind: 'removed' | 'added') =>
    stretches.map(({ kind: its, text }) =>
      its === 'same' ? prose(text, l10n) : its === kind ? html`<mark>${prose(text, l10n)}</mark>` : '',
    );
  const button = (text: string, onClick: () => void) =>
    html`<button type="button" class="button" @click=${onClick}>${text}</button>`;
  // The message does not name the other person: a note has only its first author.
  return html`<p class="message warning" part="message">${icon(alert)}<span>${words.conflict}</span></p>
    <div class="versions" part="versions">
      <div part="theirs">
        <p class="label">
          ${l10n.text(words.theirs, { time: l10n.moment(theirs.updatedAt ?? theirs.createdAt, { within: true }).brief })}
        </p>
        <p class="version-text">${side('removed')}</p>
        ${newReaders && readersLine(newReaders, l10n)}
        <div class="actions">${button(words.keepTheirs, ways.onKeepTheirs)}</div>
      </div>
      <div part="mine">
        <p class="label">${words.yours}</p>
        <p class="version-text">${side('added')}</p>
        <div class="actions">
          ${button(words.replaceWithMine, ways.onReplace)}${button(words.editBoth, ways.onEditBoth)}
        </div>
      </div>
    </div>`;
}
