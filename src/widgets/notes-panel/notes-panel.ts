import * as v from 'valibot';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Write } from '../../data/write.ts';
import { Note } from '../../domain/note.ts';
import { DashboardElement } from '../../element/dashboard-element.ts';
import { Drafts } from '../../element/drafts.ts';
import { ViewAllEvent } from '../../element/events.ts';
import { PermissionsController } from '../../element/permissions.ts';
import { ListController } from '../../element/resource-controller.ts';
import { WriteController } from '../../element/write-controller.ts';
import { notesPanel } from '../../i18n/en/notes-panel.ts';
import { Dialog, dialogStyles } from '../../ui/dialog.ts';
import { inputStyles } from '../../ui/input.styles.ts';
import * as icons from '../../ui/icons.ts';
import { moreRows } from '../../ui/more-rows.ts';
import { footer, panel } from '../../ui/panel.ts';
import { line, notice, stateView } from '../../ui/state-view.ts';
import { widgetStyles } from '../../ui/styles.ts';
import { noteConflict } from './note-conflict.ts';
import { failureOf, noteForm } from './note-form.ts';
import { noteItem } from './note-item.ts';
import { change, creation, deletion, notesOf } from './notes-panel.data.ts';
import * as events from './notes-panel.events.ts';
import { styles } from './notes-panel.styles.ts';

/** A text so far, and what of it was last sent: asking for an unknown outcome sends the same once more. */
interface Draft {
  readonly body: string;
  readonly sent?: string;
}

/** A change that was begun: of which note, as it was read. */
interface Edit extends Draft {
  readonly note: Note;
}

const pageOfAll = 50;

/**
 * What operators have noted about a customer: the latest notes, all of them on request, and where to write one. What
 * was typed is kept for each customer until it is saved or discarded.
 *
 * @summary Notes of the team about a customer
 * @tag notes-panel
 * @slot heading - In place of the heading's words.
 * @slot actions - Further actions of the host, in the header.
 * @slot hint - A hint of the host, under the header.
 * @slot loading - In place of what is shown while the notes are on their way.
 * @slot empty - In place of what is shown where there are none.
 * @slot error - In place of what is shown where they could not be loaded.
 * @fires {NoteCreateEvent} note-create - A note is about to be written. Cancelable.
 * @fires {NoteUpdateEvent} note-update - A note is about to be changed. Cancelable.
 * @fires {NoteDeleteEvent} note-delete - A note is about to be deleted. Cancelable.
 * @fires {NoteCreatedEvent} note-created - A note was written.
 * @fires {NoteUpdatedEvent} note-updated - A note was changed.
 * @fires {NoteDeletedEvent} note-deleted - A note was deleted.
 * @fires {ViewAllEvent} view-all - All notes are asked for. Cancelable.
 * @csspart note - One note.
 * @csspart form - Where a note is written.
 */
export class NotesPanel extends DashboardElement {
  static readonly tag = 'notes-panel';
  static override styles = [...widgetStyles, inputStyles, dialogStyles, styles];

  /** How many of the latest notes to show. */
  @property({ type: Number }) limit = 3;

  readonly #notes = new ListController<Note>(this, (customerId) => notesOf(customerId, this.#count));
  readonly #all = new ListController<Note>(this, (customerId) =>
    this.#dialog.isOpen ? notesOf(customerId, pageOfAll) : undefined,
  );
  readonly #permissions = new PermissionsController(this);
  readonly #write = new WriteController(this);
  readonly #drafts = new Drafts<Draft>(this);
  /** By the note's id. */
  readonly #edits = new Drafts<ReadonlyMap<string, Edit>>(this);
  readonly #deleting = new Drafts<Note>(this);
  readonly #dialog = new Dialog(this, 'all');
  readonly #confirmation = new Dialog(this, 'delete', () => this.#deleting.set(undefined));
  #announcement = '';

  override refresh(): void {
    this.#notes.refresh();
    this.#all.refresh();
    this.#permissions.refresh();
  }

  protected override customerChanged(): void {
    this.#dialog.close();
    this.#confirmation.close();
    this.#announcement = '';
  }

  protected override render() {
    const { l10n } = this;
    const { snapshot } = this.#notes;
    const list = snapshot.phase === 'ready' ? snapshot.data : undefined;
    const view = stateView(snapshot, {
      ...this.stateOptions,
      what: this.#words.heading,
      skeleton: this.#renderSkeleton,
      isEmpty: ({ items }) => !items.length,
      empty: () => ({ path: icons.pencil, title: this.#words.empty, help: this.#words.emptyHelp }),
      ready: ({ items }) => this.#renderNotes(items.slice(0, this.#count), !this.#dialog.isOpen),
    });
    const writable = snapshot.phase === 'ready' || snapshot.phase === 'loading';
    return panel({
      heading: this.#words.heading,
      count: list?.total === undefined ? undefined : l10n.number(list.total),
      body: html`${writable && !this.#dialog.isOpen ? this.#renderComposer() : nothing} ${view.content}`,
      footer: list?.items.length ? this.#renderFooter(list.items.length, list.total, list.hasMore) : nothing,
      dialogs: [this.#dialog.render(this.#renderAll), this.#confirmation.render(this.#renderConfirmation)],
      busy: view.busy,
      announcement: view.announcement || this.#announcement,
    });
  }

  /** `limit`, where it is a number of rows. */
  get #count(): number {
    return this.limit >= 1 ? Math.min(Math.floor(this.limit), pageOfAll) : 3;
  }

  get #words() {
    return this.l10n.section('notesPanel', notesPanel);
  }

  /** Whether the platform can and this operator may. */
  #may(operation: 'create' | 'update' | 'delete'): boolean {
    const { state } = this.#permissions.of(`notes.${operation}`);
    return Boolean(this.client?.adapter.notes?.[operation]) && (state === 'allowed' || state === 'deprecated');
  }

  #renderComposer(): TemplateResult | typeof nothing {
    if (!this.client?.adapter.notes?.create) return nothing;
    const permission = this.#permissions.of('notes.create');
    if (permission.state === 'denied')
      return notice({ path: icons.lock, text: permission.reason ?? this.#words.readOnly });
    if (!this.#may('create')) return nothing;
    const { body, sent } = this.#drafts.get() ?? { body: '' };
    const state = this.#write.state('create');
    return noteForm({
      id: 'new-note',
      label: this.#words.newNote,
      save: this.#words.save,
      body,
      dirty: body !== '',
      state,
      failure: failureOf(state, this.l10n),
      l10n: this.l10n,
      onInput: (text) => this.#type('create', () => this.#drafts.set({ body: text, sent })),
      onSave: () => void this.#create(),
      onDiscard: () => {
        this.#discard('create', () => this.#drafts.set(undefined));
        this.#focus('#new-note');
      },
    });
  }

  readonly #renderSkeleton = (): TemplateResult => html`
    ${Array.from(
      { length: this.#count },
      () =>
        html`<div class="note">
          <header>${line(32)}</header>
          <p>${line(60)}</p>
        </div>`,
    )}
  `;

  /** Also those that are being changed and are not among the latest, or no longer there: what was typed is not lost. */
  #renderNotes(notes: readonly Note[], editable: boolean): TemplateResult {
    const edited = [...(this.#edits.get()?.values() ?? [])].map(({ note }) => note);
    const others = editable ? edited.filter(({ id }) => !notes.some((note) => note.id === id)) : [];
    return html`${repeat(
      [...notes, ...others],
      ({ id }) => id,
      (note) => this.#renderNote(note, editable),
    )}`;
  }

  #renderNote(note: Note, editable: boolean): TemplateResult {
    const editing = editable ? this.#edits.get()?.get(note.id) : undefined;
    const theirs = editing && this.#conflictOf(editing, note);
    const isAsked = this.#confirmation.isOpen && this.#deleting.get()?.id === note.id;
    return noteItem({
      note: theirs ?? note,
      l10n: this.l10n,
      onEdit: this.#may('update') ? () => this.#edit({ note, body: note.body }) : undefined,
      onDelete: this.#may('delete') ? () => this.#askToDelete(note) : undefined,
      failure: isAsked ? undefined : this.#deletionFailure(note),
      form: editing && (theirs ? this.#renderConflict(editing, theirs) : this.#renderEditor(editing)),
    });
  }

  #renderEditor(edit: Edit): TemplateResult {
    const { note, body } = edit;
    const intention = `update ${note.id}`;
    const state = this.#write.state(intention);
    const isGone = state.phase === 'refused' && state.error.code === 'not-found';
    return noteForm({
      id: idOf(note),
      label: this.#words.editing,
      save: isGone ? this.#words.saveAsNew : this.#words.saveChange,
      body,
      dirty: true,
      state,
      failure: failureOf(state, this.l10n),
      l10n: this.l10n,
      onInput: (text) => this.#change({ ...edit, body: text }),
      onSave: () => (isGone ? this.#saveAsNew(edit) : void this.#update(note.id)),
      onDiscard: () => {
        this.#discard(intention, () => this.#keep(note.id, undefined));
        this.#focusNote(note.id);
      },
    });
  }

  /** The note as somebody else has left it, where that is why the change was refused. */
  #conflictOf({ note }: Edit, listed: Note): Note | undefined {
    const state = this.#write.state(`update ${note.id}`);
    if (state.phase !== 'refused' || state.error.code !== 'conflict') return undefined;
    // What came with an error has passed no boundary yet. Where it is unreadable, the list says, which is read again.
    const { success, output } = v.safeParse(Note, state.error.current);
    if (success && output.id === note.id && output.customerId === note.customerId) return output;
    return listed.version === note.version ? undefined : listed;
  }

  #renderConflict(edit: Edit, theirs: Note): TemplateResult {
    const { body } = edit;
    return noteConflict({
      theirs,
      mine: body,
      l10n: this.l10n,
      onKeepTheirs: () => {
        this.#discard(`update ${theirs.id}`, () => this.#keep(theirs.id, undefined));
        this.refresh();
        this.#focusNote(theirs.id);
      },
      onReplace: () => {
        this.#edit({ note: theirs, body });
        void this.#update(theirs.id);
      },
      onEditBoth: () => this.#edit({ note: theirs, body: `${theirs.body}\n\n${body}` }),
    });
  }

  #renderFooter(shown: number, total: number | undefined, hasMore: boolean): TemplateResult {
    const { l10n } = this;
    const count = Math.min(shown, this.#count);
    const all = hasMore || shown > this.#count;
    const latest =
      total === undefined
        ? l10n.text(this.#words.latest, { count })
        : l10n.text(this.#words.latestOf, { shown: count, total });
    const text = all ? latest : l10n.text(this.#words.all, { count });
    return footer(
      text,
      all
        ? html`<button type="button" class="link" part="view-all" @click=${this.#viewAll}>
            ${this.#words.viewAll}
          </button>`
        : nothing,
    );
  }

  readonly #renderAll = () => {
    const { snapshot } = this.#all;
    const view = stateView(snapshot, {
      ...this.stateOptions,
      what: this.#words.heading,
      skeleton: this.#renderSkeleton,
      ready: (list) =>
        html`${this.#renderNotes(list.items, true)}${moreRows(list, this.l10n, (again) => this.#all.more(again))}`,
    });
    return {
      heading: this.#words.allHeading,
      // The widget's own status region is beyond reach while a dialog is open.
      body: html`<div class="body flush">
        <div class="visually-hidden" role="status">${view.announcement || this.#announcement}</div>
        ${this.#renderComposer()}${view.content}
      </div>`,
      l10n: this.l10n,
    };
  };

  readonly #renderConfirmation = () => {
    const note = this.#deleting.get();
    const state = note && this.#write.state(`delete ${note.id}`);
    const failure = note && this.#deletionFailure(note);
    return {
      heading: this.#words.deleteQuestion,
      l10n: this.l10n,
      body: html`<div class="body">
        <div role="status">${failure ? notice({ path: icons.alert, tone: 'warning', text: failure }) : nothing}</div>
        <p>${this.#words.deleteWhy}</p>
      </div>`,
      footer: html`<button type="button" class="button ghost" @click=${() => this.#confirmation.close()}>
          ${this.l10n.common.cancel}
        </button>
        <button
          type="button"
          class="button danger"
          part="confirm-delete"
          ?disabled=${state?.phase === 'pending'}
          @click=${() => void this.#delete()}
        >
          ${state?.phase === 'unknown' ? this.#words.checkNow : this.#words.confirmDelete}
        </button>`,
    };
  };

  /** Another text is another intention; what became of the last one is to be found out all the same. */
  #type(intention: string, keep: () => void): void {
    this.#announcement = '';
    keep();
    if (this.#write.state(intention).phase !== 'unknown') this.#write.renew(intention);
  }

  #discard(intention: string, drop: () => void): void {
    this.#announcement = '';
    drop();
    this.#write.renew(intention);
  }

  #change(edit: Edit): void {
    this.#type(`update ${edit.note.id}`, () => this.#keep(edit.note.id, edit));
  }

  /** Opens a change, or begins it anew on what somebody else has left. */
  #edit(edit: Edit): void {
    this.#change(edit);
    this.#focus(`#${CSS.escape(idOf(edit.note))}`);
  }

  /** Keeps a change, or with `undefined` lets it go. */
  #keep(id: string, edit: Edit | undefined, edits = this.#edits.slot()): void {
    const kept = new Map(edits.get());
    if (edit) kept.set(id, edit);
    else kept.delete(id);
    edits.set(kept.size ? kept : undefined);
  }

  /** The note that was to be changed is no more: its text becomes one of its own, after what is there already. */
  #saveAsNew({ note, body }: Edit): void {
    const written = this.#drafts.get()?.body;
    this.#type('create', () => this.#drafts.set({ body: written ? `${written}\n\n${body}` : body }));
    this.#discard(`update ${note.id}`, () => this.#keep(note.id, undefined));
    this.#focus('#new-note');
    if (!written) void this.#create();
  }

  #deletionFailure({ id }: Note): string | undefined {
    const state = this.#write.state(`delete ${id}`);
    if (state.phase === 'unknown') return this.#words.unknownOutcome;
    return state.phase === 'refused' ? (state.error.reason ?? this.l10n.common.notSaved) : undefined;
  }

  /** After the next update; in the dialog, where one is open. */
  #focus(selector: string): void {
    void this.updateComplete.then(() => {
      const target = (this.#dialog.element ?? this.renderRoot).querySelector<HTMLElement>(selector);
      target?.focus();
    });
  }

  #focusNote(id: string): void {
    this.#focus(`[data-note="${CSS.escape(id)}"] button`);
  }

  readonly #viewAll = (): void => {
    const { activeCustomer } = this;
    if (activeCustomer !== undefined && this.asks(new ViewAllEvent(activeCustomer))) this.#dialog.show();
  };

  #askToDelete(note: Note): void {
    this.#announcement = '';
    this.#deleting.set(note);
    if (this.#write.state(`delete ${note.id}`).phase === 'refused') this.#write.renew(`delete ${note.id}`);
    this.#confirmation.show();
  }

  async #create(): Promise<void> {
    const { activeCustomer: customerId } = this;
    const drafts = this.#drafts.slot();
    const body = this.#toSend('create', drafts.get());
    if (customerId === undefined || !body || !this.asks(new events.NoteCreateEvent(customerId))) return;
    drafts.set({ body: drafts.get()?.body ?? body, sent: body });
    const note = await this.#send('create', creation(customerId, body), this.#words.saved);
    if (!note) return;
    // What was typed while the note was on its way is the next one.
    const now = drafts.get()?.body ?? '';
    drafts.set(now.trim() === body ? undefined : { body: now });
    this.dispatchEvent(new events.NoteCreatedEvent(customerId, note.id));
  }

  async #update(id: string): Promise<void> {
    const edits = this.#edits.slot();
    const edit = edits.get()?.get(id);
    const body = this.#toSend(`update ${id}`, edit);
    if (!edit || !body) return;
    const { note } = edit;
    const { customerId } = note;
    if (!this.asks(new events.NoteUpdateEvent(customerId, id))) return;
    this.#keep(id, { ...edit, sent: body }, edits);
    const changed = await this.#send(`update ${id}`, change(note, body), this.#words.saved);
    if (!changed) return;
    const now = edits.get()?.get(id);
    const isDone = now?.body.trim() === body;
    const at = this.shadowRoot?.activeElement?.closest<HTMLElement>('[data-note]')?.dataset['note'];
    if (now) this.#keep(id, isDone ? undefined : { note: changed, body: now.body }, edits);
    if (isDone && at === id) this.#focusNote(id);
    this.dispatchEvent(new events.NoteUpdatedEvent(customerId, id));
  }

  async #delete(): Promise<void> {
    const deleting = this.#deleting.slot();
    const note = deleting.get();
    if (!note || this.#write.state(`delete ${note.id}`).phase === 'pending') return;
    const { customerId, id } = note;
    if (!this.asks(new events.NoteDeleteEvent(customerId, id))) return;
    const next = this.#neighbourOf(id);
    if (!(await this.#send(`delete ${id}`, deletion(note), this.#words.deleted))) return;
    // By now another one may be asked about.
    if (this.#deleting.get() === note) {
      this.#confirmation.close();
      if (!this.matches(':focus-within')) this.#focus(next);
    }
    this.dispatchEvent(new events.NoteDeletedEvent(customerId, id));
  }

  /** Where the work goes on once a note is gone: the one after it, the one before it, a new one. */
  #neighbourOf(id: string): string {
    const notes = [...(this.#dialog.element ?? this.renderRoot).querySelectorAll<HTMLElement>('[data-note]')];
    const index = notes.findIndex(({ dataset }) => dataset['note'] === id);
    const next = (notes[index + 1] ?? notes[index - 1])?.dataset['note'];
    return next === undefined ? '#new-note' : `[data-note="${CSS.escape(next)}"] button`;
  }

  /** What to send of a draft: where nobody knows what became of the last, that once more. */
  #toSend(intention: string, draft: Draft | undefined): string | undefined {
    const { phase } = this.#write.state(intention);
    if (phase === 'pending') return undefined;
    if (phase !== 'unknown') return draft?.body.trim();
    if (this.client?.adapter.notes?.guarantees?.idempotency !== false) return draft?.sent;
    // Nothing may be sent twice here: the list says whether it was written.
    this.#write.renew(intention);
    this.refresh();
    return undefined;
  }

  /** Sends, and says how it ended, if whom it is about is still on screen. */
  async #send<R>(intention: string, operation: Write<R, Note>, done: string): Promise<R | undefined> {
    const { client } = this;
    const result = await this.#write.run(intention, operation);
    if (client !== this.client || operation.customerId !== this.activeCustomer) return result;
    this.#announcement = result === undefined ? (failureOf(this.#write.state(intention), this.l10n) ?? '') : done;
    this.requestUpdate();
    return result;
  }
}

/** Of the field in which a note is changed. */
const idOf = ({ id }: Note): string => `edit-${encodeURIComponent(id)}`;

declare global {
  interface HTMLElementTagNameMap {
    'notes-panel': NotesPanel;
  }
}
