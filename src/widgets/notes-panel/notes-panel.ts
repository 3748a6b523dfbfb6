import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { visibilityOf } from '../../adapter/features.ts';
import { listCan, listOperation } from '../../data/list-query.ts';
import type { List } from '../../data/snapshot.ts';
import { Note } from '../../domain/note.ts';
import { Lazy, loadAhead } from '../../element/lazy.ts';
import { ListController } from '../../element/query-controller.ts';
import type { ListPlace, ListTools } from '../../list/list-tools.ts';
import { ListWidget } from '../../list/list-widget.ts';
import { iconButton } from '../../ui/button.ts';
import { inputStyles } from '../../ui/input.styles.ts';
import * as icons from '../../ui/icons.ts';
import { notice, openFailed, type StateView } from '../../ui/state-view.ts';
import { widgetStyles } from '../../ui/styles.ts';
import { Arrivals } from './arrivals.ts';
import type { NoteActions } from './note-actions.ts';
import { NoteComposer } from './note-composer.ts';
import { noteItem, noteSkeleton, type NoteAuthor } from './note-item.ts';
import { wordsFor } from './note-readers.ts';
import { styles } from './notes-panel.styles.ts';
import { PinnedNotes } from './pinned-notes.ts';

const notes = listOperation('notes.list', Note);

/**
 * The team's notes about a customer: the latest notes, all of them on request, and a form for new ones. A draft is kept
 * per customer until it is saved or discarded.
 *
 * @summary Notes of the team about a customer
 * @tag notes-panel
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
 * @csspart match - A match of the search text in a note.
 * @csspart versions - The two versions of an edit conflict.
 * @csspart revisions - The history of a note.
 * @csspart author - The author of a note.
 * @csspart author-id - The id of the author.
 * @csspart badge - A badge.
 * @csspart check - Checks the outcome of an unconfirmed write.
 * @csspart comparison - The differences between two versions.
 * @csspart confirm-delete - Confirms a deletion.
 * @csspart discard - Discards the draft.
 * @csspart edited - Opens the history of a note.
 * @csspart mine - The version of this operator.
 * @csspart note-body - The text of a note.
 * @csspart pin - Pins a note.
 * @csspart revision - A change in the history of a note.
 * @csspart save - Saves the form.
 * @csspart theirs - The version that somebody else has saved.
 * @csspart time - A date and time.
 * @csspart toolbar - The tools above the notes.
 * @csspart undo - Restores a deleted note.
 * @csspart visibility - Who else can read a note.
 * @csspart readers - Who else can read the note that is being written.
 */
export class NotesPanel extends ListWidget<Note> {
  static readonly tag = 'notes-panel';
  static override styles = [...widgetStyles, inputStyles, styles];

  /** The number of latest notes to show, in addition to the pinned ones. */
  @property({ type: Number }) limit = 3;
  /** Adds a search field to the panel. The view of all notes always has one. */
  @property({ type: Boolean }) searchable = false;
  /** The display of a note's author: name, id or both. */
  @property() author: NoteAuthor = 'both';

  declare protected readonly first: ListController<Note>;
  readonly #arrivals = new Arrivals();
  readonly #pinned = new PinnedNotes(this, this.first);
  readonly #actions: Lazy<NoteActions> = new Lazy(this, async () => {
    const module = await import('./note-actions.ts');
    return new module.NoteActions(this.#composer);
  });
  readonly #composer = new NoteComposer(this, this.#actions, () => this.allDialog.element ?? this.renderRoot);
  /** `true` while the search field in the panel is open. */
  #isSearching = false;

  constructor() {
    super({ operation: notes, intent: 'notes', icon: icons.pencil, limit: 3 });
    loadAhead(this, () => import('./note-actions.ts'));
  }

  override refresh(): void {
    super.refresh();
    this.#actions.module?.history.refresh();
  }

  /** Focuses the form for a new note, or for the only note if the platform keeps a single one. */
  compose(): void {
    const [note] = this.#isSingle ? (this.listOf('panel')?.items ?? []) : [];
    if (note && this.can('notes.update')) this.#actions.use((actions) => actions.edit(note));
    else this.#composer.focusComposer();
  }

  protected override customerChanged(): void {
    this.#isSearching = false;
    this.#arrivals.clear();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // The actions mark what a search has found.
    if ((this.#isSearching || this.allController.isShown) && this.#actions.state === 'idle') this.#actions.load();
  }

  protected override update(changed: PropertyValues): void {
    const { snapshot, resolvedQuery } = this.first;
    const isOwn = (note: Note) => this.#actions.module?.createForm.isOwn(note) ?? false;
    if (snapshot.phase === 'ready' && this.#arrivals.look(resolvedQuery, snapshot.data.items, isOwn)) this.announce('');
    const stay = this.#actions.module?.keepPlace(this.allDialog.element?.querySelector('.body'));
    super.update(changed);
    stay?.();
    this.#pinned.readToLatest(this.rowCount);
  }

  protected override get words() {
    const words = wordsFor(visibilityOf(this.client?.adapter ?? {}), this.l10n);
    return this.#isSingle ? { ...words, heading: words.singleHeading } : words;
  }

  protected override get tools(): ListTools<Note> {
    return { search: { label: this.words.search } };
  }

  protected override get isFirstRefined(): boolean {
    return this.#isSearching;
  }

  protected override createFirst(): ListController<Note> {
    const getQuery = (customerId: string) =>
      this.query(this.#pinned.pageSize(this.rowCount), customerId, this.#isSearching ? this.all?.request : undefined);
    return new ListController(this, getQuery, { keepPreviousData: true });
  }

  protected override firstOf(items: readonly Note[]): readonly Note[] {
    return this.#pinned.firstOf(items, this.rowCount);
  }

  /** A note that was just deleted leaves its place to the button that restores it. */
  protected override hasRows(list: List<Note>): boolean {
    return super.hasRows(list) || Boolean(this.#actions.module?.deleteAction.removed.length);
  }

  protected override countOf(list: List<Note>): string | undefined {
    return this.#isSingle || this.isNarrowed(this.shownPlace) ? undefined : super.countOf(list);
  }

  /** The last change, for the status region: announced once, by the operator or by others. */
  protected override statusOf(place: ListPlace): string {
    return super.statusOf(place) || this.#arrivals.announcement(this.l10n);
  }

  /** Keeps the search if the panel shows its field. */
  protected override allClosed(): void {
    if (!this.#isSearching) super.allClosed();
  }

  /** Renders the button that opens and closes the search field. */
  protected override renderActions(): TemplateResult | typeof nothing {
    if (!this.searchable || this.#isSingle || this.allController.isInline) return nothing;
    if (!this.client || !listCan(this.client.adapter, notes.name, 'search')) return nothing;
    return iconButton({ label: this.words.search, path: icons.search, onClick: this.#toggleSearch });
  }

  protected override renderNotices(): TemplateResult {
    const { phase } = this.first.snapshot;
    const isWritable = phase === 'ready' || phase === 'loading';
    return html`${isWritable && !this.allDialog.isOpen ? this.#renderComposer() : nothing}
    ${this.allController.isShown ? nothing : openFailed(this.allRows, this.l10n)}${openFailed(this.#actions, this.l10n)}`;
  }

  protected override dialogContent(view: StateView) {
    const above = html`${this.#renderComposer()}${openFailed(this.#actions, this.l10n)}`;
    return super.dialogContent({ ...view, content: html`${above}${view.content}` });
  }

  protected override renderDialogs(): unknown {
    return this.#actions.module?.dialogs(this.stateOptions.retry);
  }

  /** Renders notes. If both lists are on the page, only one of them is editable. */
  protected override renderRows(shown: readonly Note[], place: ListPlace, list: List<Note>): TemplateResult {
    if (!this.hasRows(list) && this.isNarrowed(place)) return this.allRows.module?.renderNoMatch?.() ?? html``;
    const isEditable = place === 'all' || !this.allDialog.isOpen;
    const draw = (note: Note) => this.#renderNote(note, isEditable);
    const { module: actions } = this.#actions;
    const rows =
      isEditable && actions
        ? actions.rowsOf(shown, draw)
        : shown.map((note) => ({ key: note.id, content: () => draw(note) }));
    return html`${repeat(
      place === 'all' ? rows : this.#pinned.addToggle(rows, shown, list.items),
      ({ key }) => key,
      ({ content }) => content(),
    )}`;
  }

  protected override renderSkeleton(rows: number): TemplateResult {
    return html`${Array.from({ length: rows }, noteSkeleton)}`;
  }

  protected override renderFooter(list: List<Note> | undefined, place: ListPlace): TemplateResult | typeof nothing {
    return this.#isSingle ? nothing : super.renderFooter(list, place);
  }

  protected override extent(
    list: List<Note>,
    shown: number,
    isPart: boolean,
    place: ListPlace,
  ): string | TemplateResult {
    const { l10n, words } = this;
    const { items, total } = list;
    const isFound = this.isNarrowed(place);
    if (isFound && !isPart) return l10n.text(words.found, { count: shown });
    if (!isPart || total === undefined) return super.extent(list, shown, isPart, place);
    if (isFound) return l10n.text(words.foundOf, { shown, total });
    const rows = place === 'all' ? items : this.firstOf(items);
    const pinned = rows.filter((note) => note.pinned).length;
    if (!pinned) return super.extent(list, shown, isPart, place);
    return l10n.text(words.latestAndPinned, { count: shown - pinned, pinned, total });
  }

  /** `true` if the platform keeps one text per customer. */
  get #isSingle(): boolean {
    return this.client?.adapter.notes?.single === true;
  }

  readonly #toggleSearch = (): void => {
    this.allRows.use((all) => {
      this.#isSearching = !this.#isSearching;
      if (this.#isSearching) this.#composer.focus('[type=search]');
      else all.list.restart();
      this.requestUpdate();
    });
  };

  #renderComposer(): TemplateResult | typeof nothing {
    if (!this.client?.adapter.notes?.create || (this.#isSingle && (this.listOf('panel')?.items ?? []).length))
      return nothing;
    const availability = this.permissions.of('notes.create');
    if (availability.state === 'denied')
      return notice({ path: icons.lock, text: availability.reason ?? this.words.readOnly });
    return this.#composer.render(availability);
  }

  #renderNote(note: Note, isEditable: boolean): TemplateResult {
    const { update, delete: remove, revisions, hasPins = true } = this.client?.adapter.notes ?? {};
    const actions = this.#actions;
    return noteItem({
      note,
      l10n: this.l10n,
      author: this.author,
      visibility: visibilityOf(this.client?.adapter ?? {}),
      isNew: this.#arrivals.last.some(({ id }) => id === note.id),
      availabilityOf: (operation) => this.permissions.of(`notes.${operation}`),
      onEdit: update ? () => actions.use((all) => all.edit(note)) : undefined,
      onPin:
        update && hasPins && !this.#isSingle
          ? () => actions.use(({ pinAction }) => void pinAction.pin(note))
          : undefined,
      onDelete: remove ? () => actions.use(({ deleteAction }) => deleteAction.remove(note)) : undefined,
      onHistory: revisions ? () => actions.use(({ history }) => history.show(note)) : undefined,
      ...actions.module?.stateOf(note, isEditable, this.all?.refinement.text),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'notes-panel': NotesPanel;
  }
}
