import { html, type TemplateResult } from 'lit';
import type { List } from '../../data/snapshot.ts';
import type { Note } from '../../domain/note.ts';
import type { ListController } from '../../element/query-controller.ts';
import type { WidgetController, WidgetHost } from '../../element/widget-host.ts';
import type { NoteRow } from './note-actions.ts';
import { notesPanelWords } from './words.en.ts';

/** The maximum number of pinned notes above the latest. The others open on request, so the latest stay in sight. */
const maxPinned = 3;
/** The number of pinned notes that a first page can hold beside the latest notes. */
const pinnedOnPage = 5;
/** The page size if more notes are pinned. */
const pageOfMany = 50;

/** The pinned notes, which come first: a few of them above the latest, and all of them on request. */
export class PinnedNotes implements WidgetController {
  readonly #host: WidgetHost;
  readonly #first: ListController<Note>;
  /** `true` if more notes are pinned than the first page could hold. */
  #areMany = false;
  #showsAll = false;

  constructor(host: WidgetHost, first: ListController<Note>) {
    this.#host = host;
    this.#first = first;
    host.addController(this);
  }

  hostCustomerChanged(): void {
    this.#areMany = this.#showsAll = false;
  }

  /**
   * Returns the size of the first page for `count` latest notes. Operators seldom need a second page. It is larger if
   * many notes are pinned, because a refetch reads the page as a whole.
   */
  pageSize(count: number): number {
    const { current } = this.#first;
    const list = current.phase === 'ready' ? current.data : undefined;
    if (list?.items[0]?.customerId === this.#host.activeCustomer && list && isShort(list, count)) this.#areMany = true;
    return count + (this.#areMany ? pageOfMany : pinnedOnPage);
  }

  /** Reads on until the `count` latest notes are there, however many are pinned. */
  readToLatest(count: number): void {
    const { current } = this.#first;
    if (this.#areMany && current.phase === 'ready' && isShort(current.data, count)) this.#first.more();
  }

  /** Returns the notes to show: the pinned ones and `count` of the latest. */
  firstOf(notes: readonly Note[], count: number): readonly Note[] {
    const pinned = notes.filter((note) => note.pinned).slice(0, this.#showsAll ? undefined : maxPinned);
    return [...pinned, ...notes.filter((note) => !note.pinned).slice(0, count)];
  }

  /** Adds the button for the other pinned notes to the rows of `shown`, between the pinned and the latest. */
  addToggle(rows: readonly NoteRow[], shown: readonly Note[], notes: readonly Note[]): readonly NoteRow[] {
    const count = notes.filter((note) => note.pinned).length - maxPinned;
    if (count <= 0) return rows;
    const latest = shown.find(({ pinned }) => !pinned)?.id;
    const place = rows.findIndex(({ key }) => key === latest);
    const toggle = { key: 'further pinned', content: () => this.#renderToggle(count) };
    return rows.toSpliced(place < 0 ? rows.length : place, 0, toggle);
  }

  #renderToggle(count: number): TemplateResult {
    const { l10n } = this.#host;
    const words = l10n.words(notesPanelWords);
    const toggle = () => {
      this.#showsAll = !this.#showsAll;
      this.#host.requestUpdate();
    };
    return html`<p class="note pinned further">
      <button
        type="button"
        class="link"
        part="further-pinned"
        aria-expanded=${this.#showsAll ? 'true' : 'false'}
        @click=${toggle}
      >
        ${this.#showsAll ? words.fewerPinned : l10n.text(words.furtherPinned, { count })}
      </button>
    </p>`;
  }
}

/** Returns whether pinned notes leave fewer than `count` latest notes among the loaded ones. */
const isShort = ({ items, hasMore }: List<Note>, count: number): boolean =>
  hasMore && items.filter((note) => !note.pinned).length < count;
