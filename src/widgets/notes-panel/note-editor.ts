import { html, nothing, type TemplateResult } from 'lit';
import { codeOf } from '../../domain/field.ts';
import type { Note } from '../../domain/note.ts';
import { noteDetailWords } from './detail-words.en.ts';
import type { Localization } from '../../i18n/localization.ts';
import { shortened } from '../../i18n/message.ts';
import { icon } from '../../ui/icon.ts';
import { alert } from '../../ui/icons.ts';
import { passage, prose } from '../../ui/text.ts';
import { versions } from '../../ui/versions.ts';
import { editorId, type Edit, type NoteEditForm } from './note-edit-form.ts';
import { noteForm } from './note-form.ts';
import { readersLine } from './note-readers.ts';
import { mergedText, wordDiff } from './word-diff.ts';

export interface NoteEditor {
  readonly edit: Edit;
  /** The other person's version, if there is a conflict. */
  readonly theirs: Note | undefined;
  readonly editForm: NoteEditForm;
  readonly l10n: Localization;
  /** True if an empty text means no note. */
  readonly mayBeEmpty: boolean;
}

/** Renders an edit in place of the note's text: the form, or both versions if there is a conflict. */
export const noteEditor = (editor: NoteEditor): TemplateResult =>
  editor.theirs ? conflict(editor, editor.theirs) : form(editor);

function form({ edit, editForm, l10n, mayBeEmpty }: NoteEditor): TemplateResult {
  const words = l10n.words(noteDetailWords);
  const { note, body, merges } = edit;
  const noVersions = editForm.keepsVersions ? undefined : words.noVersions;
  const isGone = edit.refusal?.code === 'not-found';
  return noteForm({
    id: editorId(note),
    label: words.editing,
    save: isGone ? words.saveAsNew : words.saveChange,
    body,
    dirty: true,
    mayBeEmpty,
    phase: editForm.phase(note),
    failure: editForm.failureOf(edit),
    readers: { visibility: editForm.visibilityOf(note), choices: [], onChoose: () => {} },
    comparison: merges ? comparison(note.body, body, l10n) : undefined,
    remark: isGone && editForm.hasDraftForOthers(note) ? words.draftForOthers : noVersions,
    l10n,
    onInput: (text) => editForm.change({ ...edit, body: text }),
    onSave: () => (isGone ? editForm.saveAsNew(edit) : editForm.update(note)),
    onDiscard: () => editForm.discardEdit(note),
  });
}

/** Renders the differences between the other version and the typed text. */
function comparison(theirs: string, now: string, l10n: Localization): TemplateResult {
  const words = l10n.words(noteDetailWords);
  return html`<div class="comparison" part="comparison">
    <p class="label">${words.comparedWithTheirs}</p>
    <p class="version-text">${wordChanges(theirs, now, l10n)}</p>
  </div>`;
}

/** Renders a text with its deletions and insertions marked. */
export const wordChanges = (before: string, after: string, l10n: Localization): TemplateResult[] =>
  wordDiff(shortened(before, passage.length), shortened(after, passage.length)).map(({ kind, text }) => {
    const words = prose(text, l10n);
    return kind === 'same' ? words : kind === 'added' ? html`<ins>${words}</ins>` : html`<del>${words}</del>`;
  });

/** Renders both versions with their differences marked, and three ways to resolve the conflict. */
function conflict({ edit: { note, body }, editForm, l10n }: NoteEditor, theirs: Note): TemplateResult {
  const words = l10n.words(noteDetailWords);
  const [before, now] = [editForm.visibilityOf(note), editForm.visibilityOf(theirs)];
  const stretches = wordDiff(shortened(theirs.body, passage.length), shortened(body, passage.length));
  const marked = (kind: 'removed' | 'added') =>
    stretches.map(({ kind: its, text }) =>
      its === 'same' ? prose(text, l10n) : its === kind ? html`<mark>${prose(text, l10n)}</mark>` : '',
    );
  const side = (kind: 'removed' | 'added') => html`<p class="version-text">${marked(kind)}</p>`;
  const time = l10n.moment(theirs.updatedAt ?? theirs.createdAt, { within: true });
  const merge = () => ({ note: theirs, body: mergedText(note.body, theirs.body, body), merges: true });
  // The message does not name the other person: a note has only its first author.
  return html`<p class="message warning" part="message">${icon(alert)}<span>${words.conflict}</span></p>
    ${versions([
      {
        part: 'theirs',
        label: l10n.text(words.theirs, { time }),
        content: html`${side('removed')}${codeOf(before) === codeOf(now) ? nothing : readersLine(now, l10n)}`,
        actions: [{ label: words.keepTheirs, onClick: () => editForm.keepTheirs(theirs) }],
      },
      {
        part: 'mine',
        label: words.yours,
        content: side('added'),
        actions: [
          { label: words.replaceWithMine, onClick: () => editForm.replace(theirs, body) },
          { label: words.editBoth, onClick: () => editForm.edit(merge()) },
        ],
      },
    ])}`;
}
