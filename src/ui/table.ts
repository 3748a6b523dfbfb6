import { css, html, nothing, render, type TemplateResult } from 'lit';
import { icon } from './icon.ts';
import { down } from './icons.ts';
import { windowed, type DrawRow, type RowWindow } from './row-window.ts';

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
  /** What stands there before the data has come. */
  readonly skeleton?: TemplateResult;
}

export interface TableSort {
  readonly field: string;
  readonly direction: 'ascending' | 'descending';
}

/** Columns and how a row of them is drawn: made once, so that a row is drawn again only when its item has changed. */
export interface TableShape<T> {
  readonly columns: readonly Column<T>[];
  readonly draw: DrawRow<T>;
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
  readonly totals?: TemplateResult | typeof nothing;
  /** Of the height it is given, drawing only what can be seen, instead of as high as its rows. */
  readonly bounded?: boolean;
}

/** `rowClass` gives a row its tint: `return`. */
export function tableShape<T>(
  window: RowWindow<T>,
  columns: readonly Column<T>[],
  rowClass: (item: T) => string = () => '',
): TableShape<T> {
  const draw: DrawRow<T> = (row, item) => {
    row.className = rowClass(item);
    columns.forEach((column, index) => {
      const { text, title, cell, write } = column;
      const box = (row.cells[index] as HTMLTableCellElement | undefined) ?? addCell(row, column);
      if (write) write(box, item);
      else if (cell) render(cell(item), box, { host: window.host });
      else box.textContent = text?.(item) ?? '';
      if (title) box.title = title(item);
    });
  };
  return { columns, draw };
}

type CellOf = Pick<Column<never>, 'name' | 'numeric' | 'className'>;

function addCell<T>(row: HTMLTableRowElement, { names, text, ...column }: Column<T>): HTMLTableCellElement {
  const box = document.createElement(names ? 'th' : 'td');
  if (names) box.scope = 'row';
  // Told in so many words, for a table that is laid out as blocks is none to assistive technology.
  box.setAttribute('role', names ? 'rowheader' : 'cell');
  box.setAttribute('part', 'cell');
  box.className = classOf(column);
  // One datum reads by itself: a minus stays before its figure in a page that is read from the right.
  if (text) box.dir = 'auto';
  return row.appendChild(box);
}

const classOf = ({ name, numeric, className = '' }: CellOf): string =>
  `cell-${name} ${numeric ? 'amount' : ''} ${className}`;

/** A native table in a scroller that the keyboard reaches. */
export const table = <T>({ shape, window, items, total, totals = nothing, ...rest }: Table<T>): TemplateResult =>
  frame(
    { ...rest, columns: shape.columns, rows: total },
    html`<tbody role="rowgroup" ${windowed(window, items, shape.draw)}></tbody>
      ${foot(totals)}`,
  );

const foot = (totals: TemplateResult | typeof nothing) =>
  totals === nothing
    ? nothing
    : html`<tfoot role="rowgroup">
        ${totals}
      </tfoot>`;

/** The same table before its data has come: nothing moves when it does. */
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
          { length: rows },
          () =>
            html`<tr role="row">
              ${columns.map((column) => html`<td role="cell" class=${classOf(column)}>${column.skeleton}</td>`)}
            </tr>`,
        )}
      </tbody>
      ${foot(totals)}`,
  );

type Sorting<T> = Pick<Table<T>, 'sort' | 'pending' | 'onSort'>;

interface Frame<T> extends Pick<Table<T>, 'label' | 'bounded'>, Sorting<T> {
  readonly columns: readonly Column<T>[];
  readonly rows?: number | undefined;
}

const frame = <T>({ label, columns, rows, bounded, ...sorting }: Frame<T>, content: TemplateResult): TemplateResult =>
  html`<div
    class=${bounded ? 'table-scroll windowed' : 'table-scroll'}
    part="scroller"
    tabindex="0"
    role="group"
    aria-label=${label}
  >
    <table
      class="table"
      part="table"
      role="table"
      aria-label=${label}
      aria-rowcount=${rows === undefined ? -1 : rows + 1}
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
  const { name, heading, sortable } = column;
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
  >
    ${content}
  </th>`;
}

export const tableStyles = css`
  /* position: relative, or hidden text inside would widen the page. */
  .table-scroll {
    position: relative;
    overflow-x: auto;
    scrollbar-width: thin;
    scrollbar-color: var(--_edge) transparent;
  }

  .table {
    inline-size: 100%;
    border-collapse: separate;
    border-spacing: 0;
    font-size: calc(var(--_font-size) * 13 / 14);
    line-height: calc(var(--_unit) * 5);
  }

  .table :is(th, td) {
    padding: var(--_row-pad) calc(var(--_unit) * 2);
    border-block-end: 1px solid var(--_hairline);
    text-align: start;
    vertical-align: top;
    font-weight: 400;
  }

  .table :is(th, td):first-child {
    padding-inline-start: var(--_pad);
  }

  .table :is(th, td):last-child {
    padding-inline-end: var(--_pad);
  }

  .table thead th {
    padding-block: calc(var(--_unit) * 1) calc(var(--_unit) * 1.75);
    color: var(--_text-quiet);
    font-size: calc(var(--_font-size) * 12 / 14);
    font-weight: 500;
    line-height: calc(var(--_unit) * 4);
    vertical-align: bottom;
  }

  .table .amount,
  .table thead .amount {
    text-align: end;
    white-space: nowrap;
  }

  .table thead .amount.wrap {
    white-space: normal;
  }

  .table tbody tr:hover > * {
    background: var(--_surface-hover);
  }

  .table tbody tr.return > * {
    background: var(--_row-return);
  }

  .table tbody tr.return:hover > * {
    background: var(--_danger-tint);
  }

  /* The last one may be followed by a spacer for rows that are not drawn, of which there are none. */
  .table tbody tr:is(:last-child, :has(+ .spacer[hidden]:last-child)) > * {
    border-block-end: 0;
  }

  /* Which way a datum reads does not say where its column stands. */
  .table:dir(rtl) :is(td, th):dir(ltr),
  .table:dir(ltr) :is(td, th):dir(rtl) {
    text-align: end;
  }

  .table:dir(rtl) .amount:dir(ltr),
  .table:dir(ltr) .amount:dir(rtl) {
    text-align: start;
  }

  .table:dir(rtl) :is(td, th):first-child:dir(ltr),
  .table:dir(ltr) :is(td, th):first-child:dir(rtl) {
    padding-inline: calc(var(--_unit) * 2) var(--_pad);
  }

  .table:dir(rtl) :is(td, th):last-child:dir(ltr),
  .table:dir(ltr) :is(td, th):last-child:dir(rtl) {
    padding-inline: var(--_pad) calc(var(--_unit) * 2);
  }

  .table .total {
    font-weight: 500;
  }

  .table s {
    color: var(--_text-quiet);
  }

  .table tfoot :is(th, td) {
    border-block: 1px solid var(--_edge);
    border-block-end-width: 0;
    font-weight: 600;
  }

  .table tfoot .small {
    display: block;
    color: var(--_text-quiet);
    font-weight: 400;
  }

  .negative {
    color: var(--_danger-text);
  }

  .unknown {
    color: var(--_text-quiet);
  }

  .sort {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_unit) * 0.5);
    margin-block: calc(var(--_unit) * -1);
    padding: calc(var(--_unit) * 1) 0;
    vertical-align: bottom;
    border: 0;
    background: none;
    color: var(--_text);
    font: inherit;
    text-align: end;
    cursor: pointer;
  }

  .sort.fixed {
    cursor: default;
  }

  .sort > .icon {
    inline-size: calc(var(--_unit) * 3);
    block-size: calc(var(--_unit) * 3);
  }

  /* A figure is never cut off. */
  .table td.amount {
    overflow: visible;
  }

  @media (forced-colors: active) {
    .table tbody tr.return > * {
      border-block: 1px solid CanvasText;
    }
  }

  @media print {
    .sort > .icon {
      display: none;
    }

    .table thead {
      display: table-header-group;
    }

    .table tr {
      break-inside: avoid;
    }

    .table-scroll {
      overflow: visible;
    }
  }

  .table :is(td, th) {
    unicode-bidi: isolate;
  }

  .sort.unsorted {
    color: inherit;
  }

  .sort.unsorted:hover {
    color: var(--_text);
  }

  .sort.ascending > .icon {
    transform: scaleY(-1);
  }

  .table tr.spacer > *,
  .table tr.spacer {
    padding: 0;
    border: 0;
  }

  .table-scroll:focus-visible {
    outline-offset: -2px;
  }

  /* Of a given height: the head stays, and scrolling is not anchored to rows that change their place. */
  .table-scroll.windowed {
    block-size: 100%;
    min-block-size: 0;
    overflow: auto;
    overflow-anchor: none;
  }

  .table-scroll.windowed thead th {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    background: var(--_surface-raised);
    border-block-end: 1px solid var(--_hairline);
  }

  .table-scroll.windowed tfoot > tr > * {
    position: sticky;
    inset-block-end: 0;
    z-index: 2;
    background: var(--_surface-raised);
  }
`;
