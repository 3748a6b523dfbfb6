import { html, nothing, render, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { shortened } from '../i18n/shortened.ts';
import { copyRows } from './copy-rows.ts';
import { icon } from './icon.ts';
import { down } from './icons.ts';
import { keyScroll } from './key-scroll.ts';
import { windowed, type DrawRow, type RowWindow } from './row-window.ts';

export { tableStyles } from './table.styles.ts';

export interface Column<T> {
  /** Also the class: `col-<name>`, `cell-<name>`. */
  readonly name: string;
  readonly heading: string;
  /** At the end edge, in tabular figures. */
  readonly numeric?: boolean;
  /** Names the row: a `<th scope="row">`. */
  readonly names?: boolean;
  readonly className?: string;
  /** Whether it can be sorted by. */
  readonly sortable?: boolean;
  /** Text, which is written without a template: a template in every cell doubles the cost of a screenful. */
  readonly text?: (item: T) => string;
  /** The same in full, on hover. */
  readonly title?: (item: T) => string;
  readonly cell?: (item: T) => TemplateResult | string;
  /** In place of either, for what is more than text and yet needs no template: fills the cell, whatever it held. */
  readonly write?: (cell: HTMLTableCellElement, item: T) => void;
  /** Whether an item says something here; absent where every item does. A column in which none does is not there. */
  readonly knows?: (item: T) => boolean;
  /** Values, a line each, one of which is as wide as any that may come: the column is never narrower. */
  readonly longest?: string;
  /** Cells hold nothing but data, which no translator of pages may touch. So it is where there is only `text` or `write`. */
  readonly isData?: boolean;
  /** What stands there before the data has come. */
  readonly skeleton?: TemplateResult;
}

export interface TableSort {
  readonly field: string;
  readonly direction: 'ascending' | 'descending';
}

/** What becomes of a column of which nothing is known: it is not there, or there is a dash in every row. */
export type UnknownColumns = 'auto' | 'dash';

/** Columns and how a row of them is drawn: made once, so that a row is drawn again only when its item has changed. */
export interface TableShape<T> {
  readonly columns: readonly Column<T>[];
  readonly draw: DrawRow<T>;
  /** The same without the columns of which these items know nothing. */
  readonly knownOf: (items: readonly T[]) => TableShape<T>;
}

export interface Table<T> {
  /** What the table is of, for those who do not see the heading above it. */
  readonly label: string;
  readonly shape: TableShape<T>;
  readonly window: RowWindow<T>;
  readonly items: readonly T[];
  /** How many rows there are in all; what is not known is not said. */
  readonly total?: number | undefined;
  /** The order that the rows are in. */
  readonly sort?: TableSort | undefined;
  /** The order that was asked for and that the rows are not in yet: its head is marked in place of the other's. */
  readonly pending?: TableSort | undefined;
  readonly onSort?: ((field: string) => void) | undefined;
  /** Rows of a `<tfoot>`. */
  readonly totals?: ((columns: readonly Column<T>[]) => TemplateResult) | undefined;
  readonly unknownColumns?: UnknownColumns | undefined;
  /** Of the height it is given, drawing only what can be seen, instead of as high as its rows. */
  readonly bounded?: boolean;
}

/** Of which columns a row has cells. */
const cellsOf = new WeakMap<HTMLTableRowElement, string>();

/** `rowClass` gives a row its tint: `return`. */
export function tableShape<T>(
  window: RowWindow<T>,
  columns: readonly Column<T>[],
  rowClass: (item: T) => string = () => '',
): TableShape<T> {
  const names = columns.map(({ name }) => name).join();
  const draw: DrawRow<T> = (row, item) => {
    row.className = rowClass(item);
    // What was focused in a row stays, unless the row has other cells.
    if (cellsOf.get(row) !== names) row.replaceChildren();
    cellsOf.set(row, names);
    columns.forEach((column, index) => {
      const { text, title, cell, write } = column;
      const box = (row.cells[index] as HTMLTableCellElement | undefined) ?? addCell(row, column);
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

type CellOf = Pick<Column<never>, 'name' | 'numeric' | 'className'>;

function addCell<T>(row: HTMLTableRowElement, { names, isData, ...column }: Column<T>): HTMLTableCellElement {
  const box = document.createElement(names ? 'th' : 'td');
  if (names) box.scope = 'row';
  // Told in so many words, for a table that is laid out as blocks is none to assistive technology.
  box.setAttribute('role', names ? 'rowheader' : 'cell');
  box.setAttribute('part', 'cell');
  const isDatum = column.text ?? (column.numeric && column.write);
  // One datum reads by itself: a minus stays before its figure in a page that is read from the right.
  box.className = isDatum ? `${classOf(column)} datum` : classOf(column);
  if (isData ?? !column.cell) box.translate = false;
  return row.appendChild(box);
}

const classOf = ({ name, numeric, className = '' }: CellOf): string =>
  `cell-${name} ${numeric ? 'amount' : ''} ${className}`;

/** A native table in a scroller that the keyboard reaches where it scrolls. */
export function table<T>({ shape, window, items, total, totals, unknownColumns, ...rest }: Table<T>): TemplateResult {
  const { columns, draw } = unknownColumns === 'dash' ? shape : shape.knownOf(items);
  return frame(
    { ...rest, columns, rows: total },
    html`<tbody role="rowgroup" ${windowed(window, items, draw)}></tbody>
      ${foot(totals?.(columns) ?? nothing)}`,
  );
}

const foot = (totals: TemplateResult | typeof nothing) =>
  totals === nothing
    ? nothing
    : html`<tfoot role="rowgroup">
        ${totals}
      </tfoot>`;

/** About as many rows as the first screen has room for. */
const skeletonRows = 12;

/** The same table before its data has come: nothing moves when it does. For rows further down there is room alone. */
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
        ${Array.from(
          { length: Math.min(rows, skeletonRows) },
          () =>
            html`<tr role="row">
              ${columns.map((column) => html`<td role="cell" class=${classOf(column)}>${column.skeleton}</td>`)}
            </tr>`,
        )}
        ${rows > skeletonRows ? roomFor(rows - skeletonRows) : nothing}
      </tbody>
      ${foot(totals)}`,
  );

/** As high as so many rows of one line. Not by an attribute: a strict page blocks styles in markup. */
const roomFor = (rows: number): TemplateResult =>
  html`<tr
    class="spacer room"
    aria-hidden="true"
    ${ref((row) => (row as HTMLElement | undefined)?.style.setProperty('--_rows', String(rows)))}
  ></tr>`;

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
  const content =
    sortable && onSort
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
