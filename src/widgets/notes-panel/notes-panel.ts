import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { List } from '../../data/snapshot.ts';
import type { Note } from '../../domain/note.ts';
import { DashboardElement } from '../../element/dashboard-element.ts';
import type { ViewAll } from '../../element/opening.ts';
import { PermissionsController } from '../../element/permissions.ts';
import { ListController } from '../../element/resource-controller.ts';
import { ViewAllController } from '../../element/view-all.ts';
import { notesPanel } from '../../i18n/en/notes-panel.ts';
import { Dialog, dialogStyles } from '../../ui/dialog.ts';
import { safeHref } from '../../ui/href.ts';
import { inputStyles } from '../../ui/input.styles.ts';
import * as icons from '../../ui/icons.ts';
import { moreRows } from '../../ui/more-rows.ts';
import { lessLink, viewAllLink } from '../../ui/opener.ts';
import { footer, panel } from '../../ui/panel.ts';
import { line, notice, stateView } from '../../ui/state-view.ts';
import { widgetStyles } from '../../ui/styles.ts';
import { deletionDialog } from './deletion-dialog.ts';
import { noteComposer } from './note-composer.ts';
import { NoteDesk } from './note-desk.ts';
import { noteEditor } from './note-editor.ts';
import { noteItem } from './note-item.ts';
import { notesOf } from './notes-panel.data.ts';
import { styles } from './notes-panel.styles.ts';

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
 * @slot help - Where help is to be had, at the end.
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
 * @csspart view-all - What opens all notes.
 * @csspart view-less - What leads back to the latest.
 */
export class NotesPanel extends DashboardElement {
  static readonly tag = 'notes-panel';
  static override styles = [...widgetStyles, inputStyles, dialogStyles, styles];

  /** How many of the latest notes to show. */
  @property({ type: Number }) limit = 3;
  /** Where all notes are shown. `inline`: here, in place of the latest. */
  @property({ attribute: 'view-all' }) viewAll?: ViewAll;

  readonly #notes = new ListController<Note>(this, (customerId) => notesOf(customerId, this.#count));
  readonly #all = new ListController<Note>(this, (customerId) =>
    this.#viewAll.isShown ? notesOf(customerId, pageOfAll) : undefined,
  );
  readonly #permissions = new PermissionsController(this);
  readonly #dialog = new Dialog(this, 'all');
  readonly #viewAll = new ViewAllController(this, {
    href: () => safeHref(this.linkTo('notes', { customerId: this.activeCustomer ?? '' })),
    opens: (event, opening, request) => this.opens(event, opening, request),
    dialog: this.#dialog,
  });
  readonly #desk = new NoteDesk(this, {
    asks: (request) => this.asks(request),
    root: () => this.#dialog.element ?? this.renderRoot,
  });

  override refresh(): void {
    this.#notes.refresh();
    this.#all.refresh();
    this.#permissions.refresh();
  }

  protected override customerChanged(): void {
    this.#viewAll.close();
    this.#desk.leave();
  }

  protected override render() {
    const { l10n } = this;
    const { snapshot } = this.#shown;
    const isAll = this.#viewAll.isInline;
    const list = snapshot.phase === 'ready' ? snapshot.data : undefined;
    const view = stateView(snapshot, {
      ...this.stateOptions,
      what: this.#words.heading,
      skeleton: this.#renderSkeleton,
      isEmpty: ({ items }) => !items.length,
      empty: () => ({ path: icons.pencil, title: this.#words.empty, help: this.#words.emptyHelp }),
      ready:
        this.#shown === this.#all
          ? this.#renderRows
          : ({ items }) => this.#renderNotes(items.slice(0, this.#count), !this.#dialog.isOpen),
    });
    const writable = snapshot.phase === 'ready' || snapshot.phase === 'loading';
    return panel({
      heading: isAll ? this.#words.allHeading : this.#words.heading,
      count: list?.total === undefined ? undefined : l10n.number(list.total),
      body: html`${writable && !this.#dialog.isOpen ? this.#renderComposer() : nothing} ${view.content}`,
      footer: list?.items.length || isAll ? this.#renderFooter(list) : nothing,
      dialogs: [
        this.#dialog.render(this.#renderAll),
        this.#desk.confirmation.render(() => deletionDialog(this.#desk, l10n)),
      ],
      busy: view.busy || (isAll && this.#shown !== this.#all),
      announcement: view.announcement || this.#desk.announcement,
    });
  }

  get #shown() {
    return this.#viewAll.shown(this.#notes, this.#all);
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
    return this.#may('create') ? noteComposer(this.#desk, this.l10n) : nothing;
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
    const edited = this.#desk.edits.map(({ note }) => note);
    const others = editable ? edited.filter(({ id }) => !notes.some((note) => note.id === id)) : [];
    return html`${repeat(
      [...notes, ...others],
      ({ id }) => id,
      (note) => this.#renderNote(note, editable),
    )}`;
  }

  #renderNote(note: Note, editable: boolean): TemplateResult {
    const { l10n } = this;
    const desk = this.#desk;
    const edit = editable ? desk.editOf(note) : undefined;
    const theirs = edit && desk.conflictOf(edit, note);
    return noteItem({
      note: theirs ?? note,
      l10n,
      onEdit: this.#may('update') ? () => desk.edit({ note, body: note.body }) : undefined,
      onDelete: this.#may('delete') ? () => desk.askToDelete(note) : undefined,
      failure: desk.asked?.id === note.id ? undefined : desk.deletionFailure(note),
      form: edit && noteEditor(edit, theirs, desk, l10n),
    });
  }

  #renderFooter(list: List<Note> | undefined): TemplateResult {
    const { l10n } = this;
    const { items, total, hasMore } = list ?? { items: [], total: undefined, hasMore: false };
    const isAll = this.#viewAll.isInline;
    const count = this.#shown === this.#all ? items.length : Math.min(items.length, this.#count);
    const isPart = hasMore || items.length > count;
    const latest =
      total === undefined
        ? l10n.text(this.#words.latest, { count })
        : l10n.text(this.#words.latestOf, { shown: count, total });
    const text = isPart ? latest : l10n.text(this.#words.all, { count });
    if (isAll) return footer(list ? text : '', lessLink(l10n.common.viewLess, this.#viewAll.less));
    return footer(text, isPart ? viewAllLink(this.#words.viewAll, this.#viewAll) : nothing);
  }

  readonly #renderAll = () => {
    const { snapshot } = this.#all;
    const view = stateView(snapshot, {
      ...this.stateOptions,
      what: this.#words.heading,
      skeleton: this.#renderSkeleton,
      ready: this.#renderRows,
    });
    return {
      heading: this.#words.allHeading,
      // The widget's own status region is beyond reach while a dialog is open.
      body: html`<div class="body flush">
        <div class="visually-hidden" role="status">${view.announcement || this.#desk.announcement}</div>
        ${this.#renderComposer()}${view.content}
      </div>`,
      l10n: this.l10n,
    };
  };

  readonly #renderRows = (list: List<Note>): TemplateResult =>
    html`${this.#renderNotes(list.items, true)}${moreRows(list, this.l10n, (again) => this.#all.more(again))}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'notes-panel': NotesPanel;
  }
}
