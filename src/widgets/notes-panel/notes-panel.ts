import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { List } from '../../data/snapshot.ts';
import type { Note } from '../../domain/note.ts';
import { actorName } from '../../domain/operator.ts';
import { DashboardElement } from '../../element/dashboard-element.ts';
import { Lazy } from '../../element/lazy.ts';
import type { ViewAll } from '../../element/opening.ts';
import { ListController } from '../../element/query-controller.ts';
import { ViewAllController } from '../../element/view-all.ts';
import { notesPanelWords } from './words.en.ts';
import { iconButton } from '../../ui/button.ts';
import { LazyDialog } from '../../ui/lazy-dialog.ts';
import { inputStyles } from '../../ui/input.styles.ts';
import * as icons from '../../ui/icons.ts';
import { briefId } from '../../ui/identifier.ts';
import { moreRows } from '../../ui/more-rows.ts';
import { lessLink, viewAllLink } from '../../ui/opener.ts';
import { footer, panel } from '../../ui/panel.ts';
import { line, notice, stateView } from '../../ui/state-view.ts';
import { widgetStyles } from '../../ui/styles.ts';
import { Arrivals } from './arrivals.ts';
import type { NoteActions } from './note-actions.ts';
import { noteComposer } from './note-composer.ts';
import { NoteDesk } from './note-desk.ts';
import { noteItem, type NoteAuthor } from './note-item.ts';
import { NoteWork } from './note-work.ts';
import { furtherPinned, isShort, latestOf, shownOf } from './notes-footer.ts';
import { notesOf } from './notes-panel.data.ts';
import { styles } from './notes-panel.styles.ts';

const pageOfAll = 50;
/** The number of pinned notes that a first page can hold beside the latest notes. */
const pinnedOnPage = 5;

/**
 * The team's notes about a customer: the latest notes, all of them on request, and a form for new ones. A draft is kept
 * per customer until it is saved or discarded.
 *
 * @summary Notes of the team about a customer
 * @tag notes-panel
 * @slot heading - Replaces the text of the heading.
 * @slot actions - More actions in the header.
 * @slot hint - A hint below the header.
 * @slot help - Help at the end of the widget.
 * @slot loading - Replaces the loading state.
 * @slot empty - Replaces the empty state.
 * @slot error - Replaces the error state.
 * @fires {NoteCreateEvent} note-create - A note is about to be written. Cancelable.
 * @fires {NoteUpdateEvent} note-update - A note is about to be changed. Cancelable.
 * @fires {NotePinEvent} note-pin - A note is about to be pinned or unpinned. Cancelable.
 * @fires {NoteDeleteEvent} note-delete - A note is about to be deleted. Cancelable.
 * @fires {NoteRestoreEvent} note-restore - A deleted note is about to be restored. Cancelable.
 * @fires {NoteCreatedEvent} note-created - A note was written.
 * @fires {NoteUpdatedEvent} note-updated - A note was changed.
 * @fires {NotePinnedEvent} note-pinned - A note was pinned or unpinned.
 * @fires {NoteDeletedEvent} note-deleted - A note was deleted.
 * @fires {NoteRestoredEvent} note-restored - A deleted note was restored.
 * @fires {ViewAllEvent} view-all - All notes are about to be opened. Cancelable.
 * @csspart note - A note.
 * @csspart removed - The place of a note that was just deleted, with the button that restores it.
 * @csspart further-pinned - Shows all pinned notes.
 * @csspart form - A form.
 * @csspart search - The search field.
 * @csspart match - A match of the search text in a note.
 * @csspart versions - The two versions of an edit conflict.
 * @csspart revisions - The history of a note.
 * @csspart view-all - Opens all rows.
 * @csspart view-less - Goes back to the first rows.
 * @csspart author - The author of a note.
 * @csspart author-id - The id of the author.
 * @csspart badge - A badge.
 * @csspart check - Checks the outcome of an unconfirmed write.
 * @csspart comparison - The differences between two versions.
 * @csspart confirm-delete - Confirms a deletion.
 * @csspart dialog - A dialog.
 * @csspart discard - Discards the draft.
 * @csspart edited - Opens the history of a note.
 * @csspart input - A form control.
 * @csspart message - A message about a field or a form.
 * @csspart mine - The version of this operator.
 * @csspart note-body - The text of a note.
 * @csspart notice - A strip above the data.
 * @csspart pin - Pins a note.
 * @csspart revision - A change in the history of a note.
 * @csspart save - Saves the form.
 * @csspart show-all - Clears the search.
 * @csspart theirs - The version that somebody else has saved.
 * @csspart time - A date and time.
 * @csspart undo - Restores a deleted note.
 * @csspart visibility - Who else can see a note.
 */
export class NotesPanel extends DashboardElement {
  static readonly tag = 'notes-panel';
  static override styles = [...widgetStyles, inputStyles, styles];

  /** The number of latest notes to show, in addition to the pinned ones. */
  @property({ type: Number }) limit = 3;
  /** Adds a search field to the panel. The view of all notes always has one. */
  @property({ type: Boolean }) searchable = false;
  /** The display of a note's author: name, id or both. */
  @property() author: NoteAuthor = 'both';
  /** The place where all notes open. `inline` replaces the latest notes in the widget. */
  @property({ attribute: 'view-all' }) viewAll?: ViewAll;

  readonly #notes = new ListController<Note>(
    this,
    (customerId) => notesOf(customerId, this.#pageSize(customerId), this.#isSearching ? this.#searchText : undefined),
    { keepPreviousData: true },
  );
  readonly #all = new ListController<Note>(
    this,
    (customerId) => (this.#viewAll.isShown ? notesOf(customerId, pageOfAll, this.#searchText) : undefined),
    { keepPreviousData: true },
  );
  readonly #dialog = new LazyDialog(this, 'all', () => this.#isSearching || this.#actions?.search.clear());
  readonly #viewAll = new ViewAllController(this, { intent: 'notes', dialog: this.#dialog });
  readonly #work = new NoteWork(this, () => this.#dialog.element ?? this.renderRoot);
  readonly #desk = new NoteDesk(this.#work);
  readonly #arrivals = new Arrivals();
  readonly #more = new Lazy(this, () => import('./note-actions.ts'));
  #actions: NoteActions | undefined;
  /** True while the search field in the panel is open. */
  #isSearching = false;
  /** True if more notes are pinned than the first page could hold. */
  #hasManyPinned = false;
  /** True while all pinned notes are shown above the latest. */
  #showsAllPinned = false;

  override refresh(): void {
    this.#notes.refresh();
    this.#all.refresh();
    this.#actions?.history.refresh();
    this.permissions.refresh();
  }

  /** Focuses the form for a new note, or for the only note if the platform keeps a single one. */
  compose(): void {
    const [note] = this.#isSingle ? (this.#list?.items ?? []) : [];
    if (note && this.can('notes.update')) this.#act((actions) => actions.edit(note));
    else this.#desk.focusComposer();
  }

  protected override customerChanged(): void {
    this.#isSearching = false;
    this.#hasManyPinned = this.#showsAllPinned = false;
    this.#arrivals.clear();
  }

  protected override update(changed: PropertyValues): void {
    // The search in all notes is part of the module that is loaded on demand.
    if (this.#viewAll.isShown && this.#more.state === 'idle') this.#act(() => {});
    const list = this.#list;
    if (list && this.#arrivals.look(this.#notes.resolvedQuery, list.items, (note) => this.#desk.isOwn(note)))
      this.announce('');
    const stay = this.#actions?.keepPlace(this.#dialog.element?.querySelector('.body'));
    super.update(changed);
    stay?.();
    this.#readToLatest();
  }

  protected override render() {
    const { l10n } = this;
    const isAll = this.#viewAll.isInline;
    const shown = this.#viewAll.shown(this.#notes, this.#all);
    const { snapshot } = shown;
    const list = snapshot.phase === 'ready' ? snapshot.data : undefined;
    const view = this.#view(shown, ({ items }) =>
      shown === this.#all ? items : latestOf(items, this.#count, this.#showsAllPinned),
    );
    const writable = snapshot.phase === 'ready' || snapshot.phase === 'loading';
    const isFiltered = Boolean(this.#searchText) && (this.#isSearching || isAll);
    const hasCount = list?.total !== undefined && !this.#isSingle && !isFiltered;
    return panel({
      heading: this.#isSingle ? this.#words.singleHeading : isAll ? this.#words.allHeading : this.#words.heading,
      count: hasCount ? l10n.number(list.total!) : undefined,
      actions: this.searchable && !this.#isSingle && !isAll ? this.#renderSearch() : nothing,
      body: html`${this.#isSearching || isAll ? this.#actions?.search.render() : nothing}
      ${writable && !this.#dialog.isOpen ? this.#renderComposer() : nothing} ${view.content}`,
      footer:
        (list?.items.length || isAll) && !this.#isSingle
          ? this.#renderFooter(list, shown === this.#all, isFiltered)
          : nothing,
      dialogs: [this.#dialog.render(this.#renderAll), this.#actions?.dialogs(this.stateOptions.retry)],
      busy: view.busy || (isAll && shown !== this.#all),
      announcement: view.announcement || this.#announcement,
    });
  }

  get #words() {
    return this.l10n.words(notesPanelWords);
  }

  /** `limit` if it is a number of rows. */
  get #count(): number {
    return this.limit >= 1 ? Math.min(Math.floor(this.limit), pageOfAll) : 3;
  }

  /**
   * Returns the size of the first page. Operators seldom need a second page. It is larger if many notes are pinned,
   * because a refetch reads the page as a whole.
   */
  #pageSize(customerId: string): number {
    const { current } = this.#notes;
    const list =
      current.phase === 'ready' && current.data.items[0]?.customerId === customerId ? current.data : undefined;
    if (list && isShort(list, this.#count)) this.#hasManyPinned = true;
    return this.#count + (this.#hasManyPinned ? pageOfAll : pinnedOnPage);
  }

  /** Reads on until the latest notes are there, however many are pinned. */
  #readToLatest(): void {
    const { current } = this.#notes;
    if (this.#hasManyPinned && current.phase === 'ready' && isShort(current.data, this.#count)) this.#notes.more();
  }

  get #list(): List<Note> | undefined {
    const { snapshot } = this.#notes;
    return snapshot.phase === 'ready' ? snapshot.data : undefined;
  }

  /** True if the platform keeps one text per customer. */
  get #isSingle(): boolean {
    return this.client?.adapter.notes?.single === true;
  }

  /** The search text, if there is one. */
  get #searchText(): string | undefined {
    return this.#actions?.search.searchText;
  }

  /** The last change, for the status region: announced once, by the operator or by others. */
  get #announcement(): string {
    const { last } = this.#arrivals;
    const [note] = last;
    if (this.announcement || !note) return this.announcement;
    return last.length > 1
      ? this.l10n.text(this.#words.arrived, { count: last.length })
      : this.l10n.text(this.#words.arrivedOne, { name: actorName(note.author) ?? briefId(note.author.id) });
  }

  #view(notes: ListController<Note>, rowsOf: (list: List<Note>) => readonly Note[]) {
    const failed = this.#more.state === 'failed';
    const view = stateView(notes.snapshot, {
      ...this.stateOptions,
      what: this.#words.heading,
      skeleton: this.#renderSkeleton,
      isEmpty: ({ items }) => !items.length && !this.#actions?.removal.removed.length,
      empty: () =>
        this.#actions?.search.nothingFound ?? {
          path: icons.pencil,
          title: this.#words.empty,
          help: this.#words.emptyHelp,
        },
      ready: (list) => {
        const isAll = notes === this.#all;
        const more = isAll ? moreRows(list, this.l10n, (again) => this.#all.more(again)) : nothing;
        const further = isAll ? 0 : furtherPinned(list.items);
        return html`${this.#renderNotes(rowsOf(list), isAll || !this.#dialog.isOpen, further)}${more}`;
      },
    });
    return failed ? { ...view, content: html`${this.#renderOpenFailed()}${view.content}` } : view;
  }

  #renderOpenFailed(): TemplateResult {
    const action = html`<button type="button" class="button inline" part="retry" @click=${() => this.#more.load()}>
      ${this.l10n.common.retry}
    </button>`;
    return notice({ path: icons.alert, tone: 'warning', text: this.#words.openFailed, action });
  }

  /** Renders the button that opens and closes the search field. */
  #renderSearch(): TemplateResult {
    return iconButton({
      label: this.#words.search,
      path: icons.search,
      onClick: () =>
        this.#act(({ search }) => {
          this.#isSearching = !this.#isSearching;
          if (this.#isSearching) this.#work.focus('.seek input');
          else search.clear();
          this.requestUpdate();
        }),
    });
  }

  #renderComposer(): TemplateResult | typeof nothing {
    const { notes } = this.client?.adapter ?? {};
    if (!notes?.create || (this.#isSingle && this.#list?.items.length)) return nothing;
    const availability = this.permissions.of('notes.create');
    if (availability.state === 'denied')
      return notice({ path: icons.lock, text: availability.reason ?? this.#words.readOnly });
    return noteComposer(this.#desk, availability, this.l10n);
  }

  readonly #renderSkeleton = (): TemplateResult => html`
    ${Array.from(
      { length: this.#count },
      () =>
        html`<div class="note">
          <header>${line(32)}<span class="time">${line(14)}</span></header>
          <p>${line(60)}</p>
        </div>`,
    )}
  `;

  /** Renders a list of notes. If both lists are on the page, only one of them is `editable`. */
  #renderNotes(notes: readonly Note[], editable: boolean, further: number): TemplateResult {
    const draw = (note: Note) => this.#renderNote(note, editable);
    const rows =
      editable && this.#actions
        ? this.#actions.rowsOf(notes, draw)
        : notes.map((note) => ({ key: note.id, content: () => draw(note) }));
    const latest = notes.find(({ pinned }) => !pinned)?.id;
    const place = rows.findIndex(({ key }) => key === latest);
    const more = { key: 'further pinned', content: () => this.#renderFurtherPinned(further) };
    const all = further ? rows.toSpliced(place < 0 ? rows.length : place, 0, more) : rows;
    return html`${repeat(
      all,
      ({ key }) => key,
      ({ content }) => content(),
    )}`;
  }

  /** Renders the button, between the pinned and the latest notes, that shows or hides the other pinned notes. */
  #renderFurtherPinned(count: number): TemplateResult {
    const toggle = () => {
      this.#showsAllPinned = !this.#showsAllPinned;
      this.requestUpdate();
    };
    return html`<p class="note pinned further">
      <button
        type="button"
        class="link"
        part="further-pinned"
        aria-expanded=${this.#showsAllPinned ? 'true' : 'false'}
        @click=${toggle}
      >
        ${this.#showsAllPinned ? this.#words.fewerPinned : this.l10n.text(this.#words.furtherPinned, { count })}
      </button>
    </p>`;
  }

  #renderNote(note: Note, editable: boolean): TemplateResult {
    const { update, delete: remove, revisions } = this.client?.adapter.notes ?? {};
    const does = (act: (actions: NoteActions) => void) => () => this.#act(act);
    return noteItem({
      note,
      l10n: this.l10n,
      author: this.author,
      isNew: this.#arrivals.last.some(({ id }) => id === note.id),
      availabilityOf: (operation) => this.permissions.of(`notes.${operation}`),
      onEdit: update ? does((actions) => actions.edit(note)) : undefined,
      onPin: update && !this.#isSingle ? does(({ changes }) => void changes.pin(note)) : undefined,
      onDelete: remove ? does(({ removal }) => removal.remove(note)) : undefined,
      onHistory: revisions ? does(({ history }) => history.show(note)) : undefined,
      ...this.#actions?.stateOf(note, editable),
    });
  }

  /** Calls `act` with the actions: at once, or as soon as their module is loaded. */
  #act(act: (actions: NoteActions) => void): void {
    this.#more.use(({ NoteActions: Actions }) => act((this.#actions ??= new Actions(this.#work, this.#desk))));
  }

  #renderFooter(list: List<Note> | undefined, isWhole: boolean, isFiltered: boolean): TemplateResult {
    const { l10n } = this;
    const shown =
      list &&
      shownOf(list, isWhole ? list.items : latestOf(list.items, this.#count, this.#showsAllPinned), isFiltered, l10n);
    if (this.#viewAll.isInline) return footer(shown?.text ?? '', lessLink(l10n.common.viewLess, this.#viewAll.less));
    return footer(shown?.text ?? '', shown?.isPart ? viewAllLink(this.#words.viewAll, this.#viewAll) : nothing);
  }

  readonly #renderAll = () => {
    const view = this.#view(this.#all, ({ items }) => items);
    return {
      heading: this.#words.allHeading,
      // The status region of the widget is inert while a dialog is open.
      body: html`<div class="body flush">
        <div class="visually-hidden" role="status">${view.announcement || this.#announcement}</div>
        ${this.#actions?.search.render()} ${this.#renderComposer()}${view.content}
      </div>`,
      l10n: this.l10n,
    };
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'notes-panel': NotesPanel;
  }
}
