import { html, nothing, type TemplateResult } from 'lit';
import { noteDetailWords } from './detail-words.en.ts';
import { notesPanelWords } from './words.en.ts';
import type { Localization } from '../../i18n/localization.ts';
import { iconButton } from '../../ui/button.ts';
import * as icons from '../../ui/icons.ts';
import { notice } from '../../ui/state-view.ts';
import type { NoteRemoval, Removed } from './note-removal.ts';

/** Renders the strip in place of a note that was just deleted, with the button that restores it. */
export function removedNote(removed: Removed, removal: NoteRemoval, l10n: Localization): TemplateResult {
  const words = l10n.words(noteDetailWords);
  const { checkNow } = l10n.words(notesPanelWords);
  const { note } = removed;
  const isOnItsWay = removal.deleting(note).phase === 'pending';
  const back = removal.restoring(note);
  const time = l10n.moment(note.createdAt, { within: true }).brief;
  const text =
    back.phase === 'unknown'
      ? words.unknownRestoration
      : back.phase === 'refused'
        ? (back.error.reason ?? words.notRestored)
        : l10n.text(isOnItsWay ? words.deleting : words.deletedOf, { time });
  const busy = isOnItsWay || back.phase === 'pending';
  return html`<div class="removed" part="removed" data-removed=${note.id}>
    ${notice({
      path: back.phase === 'unknown' || back.phase === 'refused' ? icons.alert : icons.check,
      tone: back.phase === 'unknown' || back.phase === 'refused' ? 'warning' : 'quiet',
      text,
      action: html`<button
          type="button"
          class="button inline"
          part="undo"
          aria-disabled=${busy ? 'true' : nothing}
          @click=${() => (isOnItsWay ? undefined : void removal.restore(removed))}
        >
          ${back.phase === 'unknown' ? checkNow : words.undo}
        </button>
        ${
          busy || back.phase === 'unknown'
            ? nothing
            : iconButton({
                label: words.dismiss,
                path: icons.close,
                kind: 'inline',
                onClick: () => removal.dismiss(removed),
              })
        }`,
    })}
  </div>`;
}
