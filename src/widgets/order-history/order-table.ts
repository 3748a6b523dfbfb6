import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { OrderEntry } from '../../domain/order.ts';
import { orderHistoryWords } from './words.en.ts';
import type { Localization } from '../../i18n/localization.ts';
import * as icons from '../../ui/icons.ts';
import type { Sentence } from '../../ui/state-view.ts';
import { table, tableSkeleton, type TableShape, type UnknownColumns } from '../../ui/table.ts';
import type { OrderBook, Orders } from './order-book.ts';
import { isNarrow } from './order-history.data.ts';
import { orderRows, type OrderRows } from './order-rows.ts';

export interface OrderRowsOptions extends OrderRows {
  /** Other values that the appearance of a row depends on. */
  readonly reasons: readonly unknown[];
}

export interface OrderTableOptions extends OrderRowsOptions {
  readonly book: OrderBook;
  /** The maximum number of rows to show. */
  readonly limit: number;
  /** True if the table has a fixed height, with virtual scrolling and sortable columns. */
  readonly isBounded: boolean;
  readonly unknownColumns: UnknownColumns;
  /** The id of the customer: another customer starts at the top. */
  readonly key: string | undefined;
}

/** Returns true if an amount is too wide for the default column, which holds 999,999.99. */
const isRoomy = (items: readonly OrderEntry[]): boolean => items.some(({ total }) => total.value.length > 9);

/**
 * The table of orders. Its columns are created again only if they would look different, because that renders all rows.
 */
export class OrderTable {
  #shape: TableShape<OrderEntry> | undefined;
  #shapedFor: readonly unknown[] = [];

  render(list: Orders, options: OrderTableOptions): TemplateResult {
    const { book, limit, isBounded, key, unknownColumns } = options;
    const items = limit < list.items.length ? list.items.slice(0, limit) : list.items;
    const content = table({
      label: this.#label(options),
      shape: this.#shapeFor(options),
      window: book.window,
      items,
      total: list.hasMore ? list.total : list.items.length,
      unknownColumns,
      bounded: isBounded,
      sort: book.sort,
      ...(isBounded && { pending: book.pending, onSort: (column: string) => book.sortBy(column) }),
    });
    return html`<div class=${isRoomy(items) ? 'body flush orders roomy' : 'body flush orders'}>
      ${keyed(key, content)}
    </div>`;
  }

  skeleton(options: OrderTableOptions): TemplateResult {
    const { book, limit, isBounded } = options;
    const { columns } = this.#shapeFor(options);
    return html`<div class="body flush orders">
      ${tableSkeleton(this.#label(options), columns, isBounded ? 12 : limit, nothing, book.sort)}
    </div>`;
  }

  #label = ({ l10n }: OrderTableOptions): string => l10n.words(orderHistoryWords).heading;

  #shapeFor(options: OrderTableOptions): TableShape<OrderEntry> {
    const { l10n, columns, palette, linkOf, reasons, book } = options;
    const all = [l10n, columns.join(), palette, linkOf, ...reasons];
    if (!this.#shape || all.some((reason, index) => reason !== this.#shapedFor[index])) {
      this.#shapedFor = all;
      this.#shape = orderRows(book.window, options);
    }
    return this.#shape;
  }
}

/** Returns the empty state, with the actions that can change it. */
export function emptyOrders(book: OrderBook, l10n: Localization, create: TemplateResult | typeof nothing): Sentence {
  const words = l10n.words(orderHistoryWords);
  if (!isNarrow(book.answered)) return { path: icons.box, title: words.empty, help: words.emptyHelp, action: create };
  const { range: _, ...others } = book.answered;
  const isByDate = !isNarrow(others);
  return {
    path: icons.search,
    title: isByDate ? words.noneInRange : words.noneFound,
    help: words.noneFoundHelp,
    action: html`<button type="button" class="button" part="clear" @click=${() => book.widen()}>
      ${isByDate ? words.allDates : words.clearFilters}
    </button>`,
  };
}
