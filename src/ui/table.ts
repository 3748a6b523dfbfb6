import { html, nothing, render, type TemplateResult } from 'lit';
import type { Localization } from '../i18n/localization.ts';
import { shortened } from '../i18n/message.ts';
import { copyRows } from './copy-rows.ts';
import { icon } from './icon.ts';
import { down } from './icons.ts';
import { keyScroll } from './key-scroll.ts';
import { spacer, windowed, type DrawRow, type RowWindow } from './row-window.ts';
import { line } from './state-view.ts';

export { tableStyles } from './table.styles.ts';

export interface Column<T> {
  /** The name, also used in classes: `col-<name>`, `cell-<name>`. */
  readonly name: string;
  readonly heading: string;
  /** Renders the head of the column instead of the heading, which then only names it. */
  readonly head?: () => TemplateResult;
  /** `true` if cells are aligned to the end edge, in tabular figures. */
  readonly numeric?: boolean;
  /** `true` if the cell names the row: a `<th scope="row">`. */
  readonly names?: boolean;
  readonly className?: string;
  /** `true` if the table can be sorted by this column. */
  readonly sortable?: boolean;
  /**
   * Returns the text of a cell, which is written without a template: a template in every cell doubles the cost of
   * rendering a screen.
   */
  readonly text?: (item: T) => string;
  /** Returns the full text, for the tooltip. */
  readonly title?: (item: T) => string;
  readonly cell?: (item: T) => TemplateResult | string;
  /**
   * Fills a cell directly and overwrites its content. Replaces `text` and `cell` for more than text without a template.
   */
  readonly write?: (cell: HTMLTableCellElement, item: T) => void;
  /**
   * Returns whether an item has a value in this column. If absent, every item has one. A column without any value is
   * hidden.
   */
  readonly knows?: (item: T) => boolean;
  /**
   * Sample values, one per line, one of which is as wide as any value can be. They set the minimum width of the column.
   */
  readonly longest?: string;
  /**
   * `true` if cells contain only data, which page translators must not change. By default true for columns with only
   * `text` or `write`.
   */
  readonly isData?: boolean;
}

export interface TableSort {
  readonly field: string;
  readonly direction: 'ascending' | 'descending';
}

/** The display of a column without any value: hidden, or with a dash in every row. */
export type UnknownColumns = 'auto' | 'dash';

/**
 * The columns and the function that renders a row. Created once, so that a row renders again only if its item has
 * changed.
 */
export interface TableShape<T> {
  readonly columns: readonly Column<T>[];
  readonly draw: DrawRow<T>;
  /** Returns the shape without the columns in which none of the items has a value. */
  readonly knownOf: (items: readonly T[]) => TableShape<T>;
}

export interface Table<T> {
  /** The accessible name of the table. */
  readonly label: string;
  readonly shape: TableShape<T>;
  readonly window: RowWindow<T>;
  readonly items: readonly T[];
  /** The total number of rows, if known. */
  readonly total?: number | undefined;
  /** The current sort order. */
  readonly sort?: TableSort | undefined;
  /** The sort order that is loading. Its header is marked instead of the current one. */
  readonly pending?: TableSort | undefined;
  readonly onSort?: ((field: string) => void) | undefined;
  /** Renders the rows of a `<tfoot>`. */
  readonly totals?: ((columns: readonly Column<T>[]) => TemplateResult) | undefined;
  readonly unknownColumns?: UnknownColumns | undefined;
  /** `true` if the table fills its given height and renders only visible rows, instead of being as high as its rows. */
  readonly bounded?: boolean;
}

/** The columns for which a row has cells, by name and class. */
const cellsOf = new WeakMap<HTMLTableRowElement, string>();

/** Creates a table shape. `rowClass` returns the class of a row, which sets its tint: `return`. */
export function tableShape<T>(
  window: RowWindow<T>,
  columns: readonly Column<T>[],
  rowClass: (item: T) => string = () => '',
): TableShape<T> {
  const names = columns.map(classOf).join();
  let cells: DocumentFragment | undefined;
  const draw: DrawRow<T> = (row, item) => {
    row.className = rowClass(item);
    // Cells are reused if the columns are the same, so that a focused element in a row keeps the focus.
    if (cellsOf.get(row) !== names) row.replaceChildren((cells ??= createCells(columns)).cloneNode(true));
    cellsOf.set(row, names);
    const boxes = row.children as HTMLCollectionOf<HTMLTableCellElement>;
    columns.forEach(({ text, title, cell, write }, index) => {
      const box = boxes[index]!;
      if (write) write(box, item);
      else if (cell) render(cell(item), box, { host: window.host });
      else box.textContent = shortened(text?.(item) ?? '');
      if (title) box.title = shortened(title(item));
    });
  };
  let last: TableShape<T> | undefined;
  const knownOf = (items: readonly T[]): TableShape<T> => {
    const known = columns.filter(({ knows }) => !knows || items.some(knows));
    if (known.length === columns.length) return shape;
    if (last?.columns.length !== known.length || known.some((column, index) => column !== last?.columns[index]))
      last = tableShape(window, known, rowClass);
    return last;
  };
  const shape: TableShape<T> = { columns, draw, knownOf };
  return shape;
}

/**
 * Writes a text into a cell; `undefined` is unknown: the style draws a dash, and screen readers get words. Without a
 * template, which would double the cost of a screenful if it were in each cell.
 */
export function writeText(cell: HTMLTableCellElement, text: string | undefined, l10n: Localization): void {
  cell.classList.toggle('not-known', text === undefined);
  if (text !== undefined) cell.textContent = shortened(text);
  else {
    const words = document.createElement('span');
    words.className = 'visually-hidden';
    words.textContent = l10n.common.unknown;
    cell.replaceChildren(words);
  }
}

type CellOf = Pick<Column<never>, 'name' | 'numeric' | 'className'>;

/** Creates the empty cells of a row. They are cloned for each row. */
function createCells<T>(columns: readonly Column<T>[]): DocumentFragment {
  const cells = document.createDocumentFragment();
  for (const { names, isData, ...column } of columns) {
    const box = document.createElement(names ? 'th' : 'td');
    if (names) box.scope = 'row';
    // Explicit roles, because browsers expose no table semantics for a table that is laid out as blocks.
    box.setAttribute('role', names ? 'rowheader' : 'cell');
    box.setAttribute('part', 'cell');
    const isDatum = column.text ?? (column.numeric && column.write);
    // A cell with one value isolates its direction, so that a minus sign stays before its figure in right-to-left text.
    box.className = isDatum ? `${classOf(column)} datum` : classOf(column);
    if (isData ?? !column.cell) box.translate = false;
    cells.append(box);
  }
  return cells;
}

const classOf = ({ name, numeric, className = '' }: CellOf): string =>
  `cell-${name} ${numeric ? 'amount' : ''} ${className}`;

/** Renders a native table in a scroller, which is focusable while it scrolls. */
export function table<T>({ shape, window, items, total, totals, unknownColumns, ...rest }: Table<T>): TemplateResult {
  const { columns, draw } = unknownColumns === 'dash' ? shape : shape.knownOf(items);
  const space = rest.bounded ? spacer : nothing;
  return frame(
    { ...rest, columns, rows: total },
    html`${space}
      <tbody role="rowgroup" ${windowed(window, items, draw)}></tbody>
      ${space}${foot(totals?.(columns) ?? nothing)}`,
  );
}

const foot = (totals: TemplateResult | typeof nothing) =>
  totals === nothing
    ? nothing
    : html`<tfoot role="rowgroup">
        ${totals}
      </tfoot>`;

/**
 * Renders the skeleton of a table, with the same layout, so that nothing moves when the data arrives. Each column has one
 * cell, which draws its part of all rows: every further element would be styled, laid out and soon removed.
 *
 * Sets the property `style`, because a strict content security policy blocks the attribute.
 */
export const tableSkeleton = <T>(
  label: string,
  columns: readonly Column<T>[],
  rows: number,
  totals: TemplateResult | typeof nothing = nothing,
  sort?: TableSort,
): TemplateResult =>
  frame(
    { label, columns, sort },
    html`<tbody role="rowgroup">
        <tr class="spacer skeleton-rows" aria-hidden="true" .style=${`--_rows: ${rows}`}>
          ${columns.map(({ numeric }) => html`<td class=${numeric ? 'skeleton end' : 'skeleton'}></td>`)}
        </tr>
      </tbody>
      ${foot(totals)}`,
  );

/** Renders the placeholder of a row of totals, as high as a figure with its basis. */
export const totalsSkeleton = (columns: readonly unknown[]): TemplateResult =>
  html`<tr role="row">
    <td role="cell" colspan=${columns.length}>${line(24)}<span class="small">${line(4)}</span></td>
  </tr>`;

const isCut = ({ scrollWidth, clientWidth }: Element): boolean => scrollWidth > clientWidth;

/** Gives a cell a tooltip with its text while the pointer is on it, if the text is cut and has no tooltip of its own. */
function showCutText({ target }: Event): void {
  const cell = (target as Element).closest('td');
  if (!cell || cell.title || ![cell, ...cell.querySelectorAll('.badge')].some(isCut)) return;
  cell.title = cell.textContent.replace(/\s+/g, ' ').trim();
  cell.addEventListener('pointerleave', () => cell.removeAttribute('title'), { once: true });
}

type Sorting<T> = Pick<Table<T>, 'sort' | 'pending' | 'onSort'>;

interface Frame<T> extends Pick<Table<T>, 'label' | 'bounded'>, Sorting<T> {
  readonly columns: readonly Column<T>[];
  readonly rows?: number | undefined;
}

const frame = <T>({ label, columns, rows, bounded, ...sorting }: Frame<T>, content: TemplateResult): TemplateResult =>
  html`<div
    class=${bounded ? 'table-scroll windowed' : 'table-scroll'}
    part="scroller"
    ${keyScroll()}
    role="group"
    aria-label=${label}
  >
    <table
      class="table"
      part="table"
      role="table"
      aria-label=${label}
      aria-rowcount=${rows === undefined ? -1 : rows + 1}
      @copy=${copyRows}
      @pointerover=${showCutText}
    >
      <colgroup>
        ${columns.map(({ name }) => html`<col class="col-${name}" />`)}
      </colgroup>
      <thead role="rowgroup">
        <tr role="row" aria-rowindex="1">
          ${columns.map((column) => head(column, sorting))}
        </tr>
      </thead>
      ${content}
    </table>
  </div>`;

function head<T>(column: Column<T>, { sort, pending = sort, onSort }: Sorting<T>): TemplateResult {
  const { name, heading, sortable, longest } = column;
  const sorted = sort?.field === name ? sort.direction : undefined;
  const marked = pending?.field === name ? pending.direction : undefined;
  const arrow = marked ? icon(down) : nothing;
  const content = column.head
    ? column.head()
    : sortable && onSort
      ? html`<button type="button" class="sort ${marked ?? 'unsorted'}" part="sort" @click=${() => onSort(name)}>
          ${column.numeric ? html`${arrow}${heading}` : html`${heading}${arrow}`}
        </button>`
      : sorted
        ? html`<span class="sort fixed ${sorted}">${heading}${arrow}</span>`
        : heading;
  return html`<th
    scope="col"
    role="columnheader"
    part="column"
    class="${classOf(column)} wrap"
    aria-sort=${sorted ?? nothing}
    data-longest=${longest ?? nothing}
  >
    ${content}
  </th>`;
}
