import type { ListRefinement, RefinedListController } from './refined-list-controller.ts';

type OperatorList = Pick<RefinedListController<unknown>, 'refinement' | 'chosen' | 'change' | 'refine' | 'restart'>;

/** The widget whose choices are kept. */
export interface ChoosableWidget {
  /** The key in the port `preferences`. Absent or `none`: nothing is kept. */
  key(): string | undefined;
  /** `true` if the operator can save views of the list. */
  readonly hasViews?: boolean;
  /** The list that the operator is using. */
  active(): OperatorList;
  /** The order that the host page sets, which the operator's own from an earlier visit does not replace. */
  hostSort(): ListRefinement['sort'];
  columns(): readonly string[];
  /** The rows per page; `undefined` if all are shown. */
  rows(): number | undefined;
}

/** The columns and the rows per page that a list shows because the operator has chosen them. */
export interface ShownChoices {
  readonly columns: readonly string[] | undefined;
  /** Shows columns and rows per page. */
  choose(columns: readonly string[] | undefined, rows: number | undefined): void;
}
