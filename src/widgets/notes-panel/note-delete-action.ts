import { html, nothing, type TemplateResult } from 'lit';
import type { DashboardClient } from '../../data/client.ts';
import type { Note } from '../../domain/note.ts';
import { Drafts } from '../../element/drafts.ts';
import { noteDetailWords } from './detail-words.en.ts';
import type { WidgetController } from '../../element/widget-host.ts';
import type { WriteState } from '../../element/write-controller.ts';
import type { Localization } from '../../i18n/localization.ts';
import { explainWrite } from '../../ui/explain-error.ts';
import { iconButton } from '../../ui/button.ts';
import { Dialog, type DialogContent } from '../../ui/dialog.ts';
import * as icons from '../../ui/icons.ts';
import { close } from '../../ui/tool-icons.ts';
import { notice } from '../../ui/state-view.ts';
import type { NoteWrites } from './note-writes.ts';
import { compareNote, deletion, restoration } from './note-operations.ts';
import * as events from './notes-panel.events.ts';
import { notesPanelWords } from './words.en.ts';

/** A note that was just deleted, with its former index in the list. */
export interface Removed {
  readonly note: Note;
  readonly at: number;
  readonly client: DashboardClient | undefined;
}

const toDelete = (id: string): string => `delete ${id}`;
const toRestore = (id: string): string => `restore ${id}`;

/**
 * The deletion of notes. If deleted notes can be restored, a note is deleted at once and a strip in its place offers to
 * undo it until the next write. If not, the operator confirms the deletion first.
 */
export class NoteDeleteAction implements WidgetController {
  readonly #writes: NoteWrites;
  readonly #asked: Drafts<Note>;
  /** The dialog that confirms a deletion. */
  readonly confirmation: Dialog;
  #removed: readonly Removed[] = [];

  constructor(writes: NoteWrites) {
    this.#writes = writes;
    writes.host.addController(this);
    this.#asked = new Drafts(writes.host);
    this.confirmation = new Dialog(writes.host, 'delete', () => this.#asked.set(undefined));
    writes.begun = () => this.#keepDoubted();
  }

  /** The note in the confirmation dialog. */
  get asked(): Note | undefined {
    return this.confirmation.isOpen ? this.#asked.get() : undefined;
  }

  /** The deleted notes of the current customer that can be restored. */
  get removed(): readonly Removed[] {
    const { client, activeCustomer } = this.#writes.host;
    return this.#removed.filter((one) => one.client === client && one.note.customerId === activeCustomer);
  }

  /** Returns the state of the write that deletes a note. */
  deleting({ id }: Note): WriteState {
    return this.#writes.state(toDelete(id));
  }

  /** Returns the state of the write that restores a note. */
  restoring({ id, customerId }: Note): WriteState {
    return this.#writes.state(toRestore(id), customerId);
  }

  /** Returns why a note could not be deleted, or that the outcome is unknown. */
  failureOf(note: Note): string | undefined {
    const { unknownDeletion: unknown, notDeleted: refused } = this.#words;
    return explainWrite(this.deleting(note), { unknown, refused });
  }

  /** Clears the deletions that can be undone. */
  hostCustomerChanged(): void {
    this.#keepDoubted();
  }

  remove(note: Note): void {
    if (this.deleting(note).phase === 'refused') this.#writes.resetIntention(toDelete(note.id));
    if (this.#writes.host.can('notes.restore')) return void this.#deleteAtOnce(note);
    this.#writes.clearAnnouncement();
    this.#asked.set(note);
    this.confirmation.show();
  }

  /** Deletes the note in the dialog. */
  async confirm(): Promise<void> {
    const note = this.#asked.get();
    if (!note || !this.#writes.maySend(toDelete(note.id)) || !this.#asks(note)) return;
    const next = this.#neighbourOf(note.id);
    if (!(await this.#send(note))) return;
    // The dialog may already be open for another note.
    if (this.#asked.get() === note) {
      this.confirmation.close();
      // Focus was in the modal dialog, and the element that opened it is gone.
      this.#writes.focus(next);
    }
    this.#notify(note);
  }

  async restore(removed: Removed): Promise<void> {
    const { note } = removed;
    const { customerId, id } = note;
    if (!this.#writes.maySend(toRestore(id)) || !this.#writes.host.request(new events.NoteRestoreEvent(customerId, id)))
      return;
    const operation = restoration(note);
    const kept = this.#removed;
    const sent = this.#writes.send({
      intention: toRestore(id),
      operation,
      text: this.#writes.text(this.#words.broughtBack),
    });
    // Restoring one note must not remove the undo strips of the others.
    this.#set(kept);
    if (!(await sent)) return;
    this.#drop(removed);
    this.#writes.focusNote(id);
    this.#writes.host.dispatchEvent(new events.NoteRestoredEvent(customerId, id));
  }

  dismiss(removed: Removed): void {
    const next = this.#writes.shown[removed.at] ?? this.#writes.shown.at(-1);
    this.#drop(removed);
    if (next === undefined) this.#writes.focus('#new-note');
    else this.#writes.focusNote(next);
  }

  async #deleteAtOnce(note: Note): Promise<void> {
    if (!this.#writes.maySend(toDelete(note.id)) || !this.#asks(note)) return;
    const { client } = this.#writes.host;
    const removed = { note, at: Math.max(this.#writes.shown.indexOf(note.id), 0), client };
    const sent = this.#send(note);
    this.#set([...this.#removed, removed]);
    this.#writes.focus(`[data-removed="${CSS.escape(note.id)}"] button`);
    if (await sent) return this.#notify(note);
    this.#drop(removed);
    this.#writes.focusNote(note.id);
  }

  get #words() {
    return this.#writes.host.l10n.words(noteDetailWords);
  }

  #asks({ customerId, id }: Note): boolean {
    return this.#writes.host.request(new events.NoteDeleteEvent(customerId, id));
  }

  #send(note: Note): Promise<true | undefined> {
    return this.#writes.send({
      intention: toDelete(note.id),
      operation: deletion(note),
      text: this.#writes.text(this.#words.isDeleted),
      compare: (client, settings) => compareNote(client, note, settings),
    });
  }

  #notify({ customerId, id }: Note): void {
    this.#writes.host.dispatchEvent(new events.NoteDeletedEvent(customerId, id));
  }

  /** Keeps the deletions whose restoration is pending or has an unknown outcome. */
  #keepDoubted(): void {
    const doubted = new Set(['pending', 'unknown']);
    this.#set(this.#removed.filter(({ note }) => doubted.has(this.restoring(note).phase)));
  }

  #drop(removed: Removed): void {
    this.#set(this.#removed.filter((other) => other !== removed));
  }

  #set(removed: readonly Removed[]): void {
    this.#removed = removed;
    this.#writes.host.requestUpdate();
  }

  /** Returns a selector of the focus target after a note is gone: the next note, the previous one, or the form. */
  #neighbourOf(id: string): string {
    const { shown } = this.#writes;
    const index = shown.indexOf(id);
    const next = shown[index + 1] ?? shown[index - 1];
    return next === undefined ? '#new-note' : `[data-note="${CSS.escape(next)}"] .actions button`;
  }
}

/** Renders the strip in place of a note that was just deleted, with the button that restores it. */
export function removedNote(removed: Removed, action: NoteDeleteAction, l10n: Localization): TemplateResult {
  const words = l10n.words(noteDetailWords);
  const { checkNow } = l10n.words(notesPanelWords);
  const { note } = removed;
  const isOnItsWay = action.deleting(note).phase === 'pending';
  const back = action.restoring(note);
  const time = l10n.moment(note.createdAt, { within: true });
  const failure = explainWrite(back, { unknown: words.unknownRestoration, refused: words.notRestored });
  const busy = isOnItsWay || back.phase === 'pending';
  return html`<div class="removed" part="removed" data-removed=${note.id}>
    ${notice({
      path: failure ? icons.alert : icons.check,
      tone: failure ? 'warning' : 'quiet',
      text: failure ?? l10n.text(isOnItsWay ? words.deleting : words.deletedOf, { time }),
      action: html`<button
          type="button"
          class="button inline"
          part="undo"
          aria-disabled=${busy ? 'true' : nothing}
          @click=${() => (isOnItsWay ? undefined : void action.restore(removed))}
        >
          ${back.phase === 'unknown' ? checkNow : words.undo}
        </button>
        ${
          busy || back.phase === 'unknown'
            ? nothing
            : iconButton({
                label: words.dismiss,
                path: close,
                kind: 'inline',
                onClick: () => action.dismiss(removed),
              })
        }`,
    })}
  </div>`;
}

/**
 * Returns the dialog that confirms the deletion of a note. It shows a failure itself, because screen readers ignore
 * everything outside a modal dialog.
 */
export function deletionDialog(action: NoteDeleteAction, l10n: Localization): DialogContent {
  const words = l10n.words(noteDetailWords);
  const { checkNow } = l10n.words(notesPanelWords);
  const { asked: note } = action;
  const state = note && action.deleting(note);
  const failure = note && action.failureOf(note);
  return {
    heading: words.deleteQuestion,
    l10n,
    body: html`<div class="body">
      <div role="status">${failure ? notice({ path: icons.alert, tone: 'warning', text: failure }) : nothing}</div>
      <p>${words.deleteWhy}</p>
    </div>`,
    footer: html`<button type="button" class="button ghost" @click=${() => action.confirmation.close()}>
        ${l10n.common.cancel}
      </button>
      <button
        type="button"
        class="button danger"
        part="confirm-delete"
        ?disabled=${state?.phase === 'pending'}
        @click=${() => void action.confirm()}
      >
        ${state?.phase === 'unknown' ? checkNow : words.confirmDelete}
      </button>`,
  };
}
