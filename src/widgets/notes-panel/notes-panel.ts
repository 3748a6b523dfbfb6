import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { List } from '../../data/snapshot.ts';
import type { Note } from '../../domain/note.ts';
import { calledOf } from '../../domain/operator.ts';
import { DashboardElement } from '../../element/dashboard-element.ts';
import { Lazy } from '../../element/lazy.ts';
import type { ViewAll } from '../../element/opening.ts';
import { ListController } from '../../element/query-controller.ts';
import { ViewAllController } from '../../element/view-all.ts';
import { notesPanelWords } from './words.en.ts';
import { iconButton } from '../../ui/button.ts';
import { Dialog, dialogStyles } from '../../ui/dialog.ts';
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
/** For how many pinned notes a first page has room beside the latest. */
const pinnedOnPage = 5;

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
 * @fires {NotePinEvent} note-pin - A note is about to be pinned, or its pin to be taken off. Cancelable.
 * @fires {NoteDeleteEvent} note-delete - A note is about to be deleted. Cancelable.
 * @fires {NoteRestoreEvent} note-restore - A deleted note is about to be brought back. Cancelable.
 * @fires {NoteCreatedEvent} note-created - A note was written.
 * @fires {NoteUpdatedEvent} note-updated - A note was changed.
 * @fires {NotePinnedEvent} note-pinned - A note was pinned, or its pin taken off.
 * @fires {NoteDeletedEvent} note-deleted - A note was deleted.
 * @fires {NoteRestoredEvent} note-restored - A deleted note was brought back.
 * @fires {ViewAllEvent} view-all - All notes are asked for. Cancelable.
 * @csspart note - One note.
 * @csspart removed - In the place of a note that was deleted a moment ago: the way back.
 * @csspart further-pinned - What shows the pinned notes for which there is no room at first.
 * @csspart form - Where a note is written.
 * @csspart search - Where notes are sought.
 * @csspart match - What was sought, in a note.
 * @csspart versions - Theirs and mine, where somebody else was first.
 * @csspart revisions - What became of a note.
 * @csspart view-all - What opens all notes.
 * @csspart view-less - What leads back to the latest.
 * @csspart author - Who wrote a note.
 * @csspart author-id - Their id.
 * @csspart badge - A sign.
 * @csspart check - What asks for the outcome of what is in doubt.
 * @csspart comparison - What one version makes of the other.
 * @csspart confirm-delete - What deletes, once it was asked.
 * @csspart dialog - A dialog.
 * @csspart discard - What discards what was typed.
 * @csspart edited - What opens what became of a note.
 * @csspart input - What is typed or chosen in.
 * @csspart message - What is wrong, or worth knowing.
 * @csspart mine - What was written here.
 * @csspart note-body - The text of a note.
 * @csspart notice - A strip above data.
 * @csspart pin - What pins a note.
 * @csspart revision - One change of a note.
 * @csspart save - What saves.
 * @csspart show-all - What ends a search.
 * @csspart theirs - What somebody else has written.
 * @csspart time - When something was.
 * @csspart undo - The way back after a deletion.
 * @csspart visibility - Who else sees a note.
 */
export class NotesPanel extends DashboardElement {
  static readonly tag = 'notes-panel';
  static override styles = [...widgetStyles, inputStyles, dialogStyles, styles];

  /** How many of the latest notes to show, however many are pinned. */
  @property({ type: Number }) limit = 3;
  /** Whether notes can be sought in the panel too. Among all notes they always can. */
  @property({ type: Boolean }) searchable = false;
  /** Which of an operator's name and id stand on a note. */
  @property() author: NoteAuthor = 'both';
  /** Where all notes are shown. `inline`: here, in place of the latest. */
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
  readonly #dialog = new Dialog(this, 'all', () => this.#isSearching || this.#actions?.search.clear());
  readonly #viewAll = new ViewAllController(this, { intent: 'notes', dialog: this.#dialog });
  readonly #work = new NoteWork(this, () => this.#dialog.element ?? this.renderRoot);
  readonly #desk = new NoteDesk(this.#work);
  readonly #arrivals = new Arrivals();
  readonly #more = new Lazy(this, () => import('./note-actions.ts'));
  #actions: NoteActions | undefined;
  /** Whether notes are sought in the panel. */
  #isSearching = false;
  /** Whether more were pinned than the first page had room for. */
  #hasManyPinned = false;
  /** Whether all pinned notes stand above the latest. */
  #showsAllPinned = false;

  override refresh(): void {
    this.#notes.refresh();
    this.#all.refresh();
    this.#actions?.history.refresh();
    this.permissions.refresh();
  }

  /** Leads to where a note is written: a new one, or the only one that there is. */
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
    // All notes can be sought, which comes on demand.
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

  /** `limit`, where it is a number of rows. */
  get #count(): number {
    return this.limit >= 1 ? Math.min(Math.floor(this.limit), pageOfAll) : 3;
  }

  /** Of the first page: a second one is seldom needed. Where more are pinned it is larger, for it is read again as a whole. */
  #pageSize(customerId: string): number {
    const { current } = this.#notes;
    const list =
      current.phase === 'ready' && current.data.items[0]?.customerId === customerId ? current.data : undefined;
    if (list && isShort(list, this.#count)) this.#hasManyPinned = true;
    return this.#count + (this.#hasManyPinned ? pageOfAll : pinnedOnPage);
  }

  /** However many are pinned. */
  #readToLatest(): void {
    const { current } = this.#notes;
    if (this.#hasManyPinned && current.phase === 'ready' && isShort(current.data, this.#count)) this.#notes.more();
  }

  get #list(): List<Note> | undefined {
    const { snapshot } = this.#notes;
    return snapshot.phase === 'ready' ? snapshot.data : undefined;
  }

  /** The platform keeps one text about a customer. */
  get #isSingle(): boolean {
    return this.client?.adapter.notes?.single === true;
  }

  /** What is sought, if anything. */
  get #searchText(): string | undefined {
    return this.#actions?.search.searchText;
  }

  /** What has happened, said once: here by the operator, or elsewhere by others. */
  get #announcement(): string {
    const { last } = this.#arrivals;
    const [note] = last;
    if (this.announcement || !note) return this.announcement;
    return last.length > 1
      ? this.l10n.text(this.#words.arrived, { count: last.length })
      : this.l10n.text(this.#words.arrivedOne, { name: calledOf(note.author) ?? briefId(note.author.id) });
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

  /** Opens the field in which notes are sought, and closes it. */
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

  /** `editable`: in one of the two lists alone where both are there. */
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

  /** Between the pinned notes and the latest: the way to the other pinned ones, and back. */
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

  /** Does what comes on demand: at once, or as soon as it is there. */
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
      // The widget's own status region is beyond reach while a dialog is open.
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
