import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
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
import { noteForm } from './note-form.ts';
import { noteItem } from './note-item.ts';
import { change, creation, deletion, notesOf } from './notes-panel.data.ts';
import * as events from './notes-panel.events.ts';
import { styles } from './notes-panel.styles.ts';

/** A change that was begun: of which note, as it was read, and the text so far. */
interface Edit {
  readonly note: Note;
  readonly body: string;
}

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

  readonly #notes = new ListController<Note>(this, (customerId) => notesOf(customerId, this.limit));
  readonly #all = new ListController<Note>(this, (customerId) =>
    this.#dialog.isOpen ? notesOf(customerId, 50) : undefined,
  );
  readonly #permissions = new PermissionsController(this);
  readonly #write = new WriteController(this);
  readonly #drafts = new Drafts<string>(this);
  readonly #edits = new Drafts<Edit>(this);
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
      ready: ({ items }) => this.#renderNotes(items.slice(0, this.limit), !this.#dialog.isOpen),
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
    const body = this.#drafts.get() ?? '';
    return noteForm({
      id: 'new-note',
      label: this.#words.newNote,
      save: this.#words.save,
      body,
      dirty: body !== '',
      state: this.#write.state('create'),
      l10n: this.l10n,
      onInput: (text) => this.#type('create', () => this.#drafts.set(text || undefined)),
      onSave: () => void this.#create(),
      onDiscard: () => this.#type('create', () => this.#drafts.set(undefined)),
    });
  }

  readonly #renderSkeleton = (): TemplateResult => html`
    ${Array.from(
      { length: this.limit },
      () =>
        html`<div class="note">
          <header>${line(32)}</header>
          <p>${line(60)}</p>
        </div>`,
    )}
  `;

  #renderNotes(notes: readonly Note[], editable: boolean): TemplateResult {
    return html`${repeat(
      notes,
      ({ id }) => id,
      (note) => this.#renderNote(note, editable),
    )}`;
  }

  #renderNote(note: Note, editable: boolean): TemplateResult {
    const edit = this.#edits.get();
    const editing = editable && edit?.note.id === note.id ? edit : undefined;
    const theirs = editing && this.#conflictOf(editing);
    return noteItem({
      note: theirs ?? note,
      l10n: this.l10n,
      onEdit: this.#may('update') ? () => this.#edit({ note, body: note.body }) : undefined,
      onDelete: this.#may('delete') ? () => this.#askToDelete(note) : undefined,
      form: editing && (theirs ? this.#renderConflict(editing, theirs) : this.#renderEditor(editing)),
    });
  }

  #renderEditor({ note, body }: Edit): TemplateResult {
    return noteForm({
      id: 'edited-note',
      label: this.#words.editing,
      save: this.#words.saveChange,
      body,
      dirty: true,
      state: this.#write.state(`update ${note.id}`),
      l10n: this.l10n,
      onInput: (text) => this.#type(`update ${note.id}`, () => this.#edits.set({ note, body: text })),
      onSave: () => void this.#update(),
      onDiscard: () => this.#type(`update ${note.id}`, () => this.#edits.set(undefined)),
    });
  }

  /** The note as somebody else has left it, where that is why the change was refused. */
  #conflictOf({ note }: Edit): Note | undefined {
    const state = this.#write.state(`update ${note.id}`);
    if (state.phase !== 'refused' || state.error.code !== 'conflict') return undefined;
    // What came with an error has passed no boundary yet.
    const current = state.error.current as Partial<Note> | undefined;
    return typeof current?.body === 'string' ? { ...note, ...current } : undefined;
  }

  #renderConflict({ body }: Edit, theirs: Note): TemplateResult {
    return noteConflict({
      theirs,
      mine: body,
      l10n: this.l10n,
      onKeepTheirs: () => {
        this.#edits.set(undefined);
        this.refresh();
      },
      onReplace: () => {
        this.#edit({ note: theirs, body });
        void this.#update();
      },
      onEditBoth: () => this.#edit({ note: theirs, body: `${theirs.body}\n\n${body}` }),
    });
  }

  #renderFooter(shown: number, total: number | undefined, hasMore: boolean): TemplateResult {
    const { l10n } = this;
    const count = Math.min(shown, this.limit);
    const text =
      total === undefined
        ? l10n.text(this.#words.latest, { count })
        : l10n.text(this.#words.latestOf, { shown: count, total });
    const all = hasMore || shown > this.limit;
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
      body: html`<div class="body flush">${this.#renderComposer()}${view.content}</div>`,
      l10n: this.l10n,
    };
  };

  readonly #renderConfirmation = () => {
    const note = this.#deleting.get();
    const state = note && this.#write.state(`delete ${note.id}`);
    const failed = state?.phase === 'refused' || state?.phase === 'unknown';
    return {
      heading: this.#words.deleteQuestion,
      l10n: this.l10n,
      body: html`<div class="body">
        ${failed ? notice({ path: icons.alert, tone: 'warning', text: state.error.reason ?? this.l10n.common.notSaved }) : nothing}
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
          ${this.#words.confirmDelete}
        </button>`,
    };
  };

  /** Another text is another intention. */
  #type(intention: string, keep: () => void): void {
    this.#announcement = '';
    keep();
    this.#write.renew(intention);
  }

  #edit(edit: Edit): void {
    this.#type(`update ${edit.note.id}`, () => this.#edits.set(edit));
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#edited-note')?.focus());
  }

  readonly #viewAll = (): void => {
    const { activeCustomer } = this;
    if (activeCustomer !== undefined && this.asks(new ViewAllEvent(activeCustomer))) this.#dialog.show();
  };

  #askToDelete(note: Note): void {
    this.#deleting.set(note);
    this.#write.renew(`delete ${note.id}`);
    this.#confirmation.show();
  }

  async #create(): Promise<void> {
    const { activeCustomer: customerId } = this;
    const body = this.#drafts.get();
    if (customerId === undefined || !body?.trim() || !this.asks(new events.NoteCreateEvent(customerId))) return;
    const note = await this.#write.run('create', creation(customerId, body.trim()));
    if (!note) return;
    // What was typed while the note was on its way is the next one.
    if (this.#drafts.get(customerId) === body) this.#drafts.set(undefined, customerId);
    this.#say(customerId, this.#words.saved);
    this.dispatchEvent(new events.NoteCreatedEvent(customerId, note.id));
  }

  async #update(): Promise<void> {
    const edit = this.#edits.get();
    if (!edit?.body.trim()) return;
    const { note, body } = edit;
    const { customerId, id } = note;
    if (!this.asks(new events.NoteUpdateEvent(customerId, id))) return;
    const changed = await this.#write.run(`update ${id}`, change(note, body.trim()));
    if (!changed) return;
    const now = this.#edits.get(customerId);
    if (now?.note.id === id)
      this.#edits.set(now.body === body ? undefined : { note: changed, body: now.body }, customerId);
    this.#say(customerId, this.#words.saved);
    this.dispatchEvent(new events.NoteUpdatedEvent(customerId, id));
  }

  async #delete(): Promise<void> {
    const note = this.#deleting.get();
    if (!note || !this.asks(new events.NoteDeleteEvent(note.customerId, note.id))) return;
    await this.#write.run(`delete ${note.id}`, deletion(note));
    if (this.#write.state(`delete ${note.id}`).phase !== 'done') return;
    this.#deleting.set(undefined, note.customerId);
    this.#confirmation.close();
    this.#say(note.customerId, this.#words.deleted);
    this.dispatchEvent(new events.NoteDeletedEvent(note.customerId, note.id));
  }

  /** For the customer it is about, if that one is still on screen. */
  #say(customerId: string, text: string): void {
    if (customerId === this.activeCustomer) this.#announcement = text;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'notes-panel': NotesPanel;
  }
}
