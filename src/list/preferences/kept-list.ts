import type { ListChoices, SavedView, ViewState } from '../../data/list-choices.ts';
import type { ChoosableWidget, ShownChoices } from '../choosable-widget.ts';
import type { ListRefinement } from '../refined-list-controller.ts';

/** Stores the choices. */
interface Keeper {
  /** The view that the operator has applied. */
  readonly view: SavedView | undefined;
  keep(change: Omit<ListChoices, 'views'>): void;
}

/** A list whose choices are kept. Loaded with what reads and writes them. */
export class KeptList {
  readonly #widget: ChoosableWidget;
  readonly #choices: ShownChoices;
  readonly #keeper: Keeper;
  #sort: ListRefinement['sort'];

  constructor(widget: ChoosableWidget, choices: ShownChoices, keeper: Keeper) {
    this.#widget = widget;
    this.#choices = choices;
    this.#keeper = keeper;
  }

  /** The choices that the list begins with: the kept order, unless the host page sets one. */
  get start(): ListRefinement {
    return this.#sort && !this.#widget.hostSort() ? { sort: this.#sort } : {};
  }

  /** The present search, columns and rows per page. */
  get state(): ViewState {
    const widget = this.#widget;
    return { query: widget.active().refinement, columns: widget.columns(), limit: widget.rows() };
  }

  /** Shows a view. */
  show({ query, columns, limit }: ViewState): void {
    const { text = '', range = {}, filter = {}, sort } = query;
    this.#choices.choose(columns, limit);
    this.#widget.active().refine({ text, range, filter, sort });
  }

  /** Shows so many rows per page, and keeps them. */
  showRows(limit: number): void {
    this.#choices.choose(this.#choices.columns, limit);
    this.#keeper.keep({ limit });
  }

  /** Goes back to the search and filters of the host page, with the columns, rows per page and order of the operator. */
  begin({ columns, limit, sort }: Omit<ListChoices, 'views'>): void {
    this.#sort = sort;
    this.#choices.choose(columns, limit);
    this.#widget.active().restart();
  }

  /** Keeps the order, if it has changed. While a view is applied, its order is a change of the view. */
  keepOrder(change: ListRefinement): void {
    if (!('sort' in change) || this.#keeper.view) return;
    this.#sort = change.sort;
    this.#keeper.keep({ sort: change.sort });
  }
}
