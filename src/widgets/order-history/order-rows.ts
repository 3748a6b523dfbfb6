import { html, nothing, type TemplateResult } from 'lit';
import * as decimal from '../../domain/decimal.ts';
import { invisibleCharacter } from '../../domain/visible.ts';
import { isRequestedReturn, type Axis, type AxisStatus, type OrderEntry, type Return } from '../../domain/order.ts';
import { codeOf } from '../../domain/field.ts';
import type { Opening } from '../../element/opening.ts';
import { orderHistoryWords } from './words.en.ts';
import { orderStatusWords } from '../../features/orders/words.en.ts';
import { type Localization, longestMoments } from '../../i18n/localization.ts';
import { shortened } from '../../i18n/message.ts';
import { opener } from '../../ui/opener.ts';
import type { ListColumn } from '../../list/table-widget.ts';
import { writeText } from '../../ui/table.ts';
import { name, openly } from '../../ui/text.ts';
import { axisSign, statusCell } from '../../features/orders/order-signs.ts';
import { axisOrder, isKnown, signOf } from '../../features/orders/order-status.ts';
import { markOf, type StatusPalette } from '../../features/orders/status-palettes.ts';

/** The data that name an order before it is loaded; of a return, with the order that it belongs to. */
export type OrderName = Pick<OrderEntry, 'id' | 'kind' | 'number'> & Pick<Return, 'original'>;

/** The link of an order, on its number. Without a URL or handler, the number is plain text. */
export interface OrderLink {
  readonly number: string;
  readonly opening: Opening | undefined;
  readonly onOpen: (event: Event) => void;
}

export const orderLink = (
  { number, opening, onOpen }: OrderLink,
  l10n: Localization,
  label = openly(number, l10n),
): TemplateResult =>
  opening ? opener({ label, part: 'link', isData: true, opening, onOpen }) : html`<bdi translate="no">${label}</bdi>`;

/** The default columns, in order. */
export const defaultColumns: readonly OrderColumn[] = ['order', 'date', 'items', 'status', 'total'];
export const orderColumnNames: readonly OrderColumn[] = ['order', 'date', 'items', 'status', ...axisOrder, 'total'];

/** A column of the table of orders. */
export type OrderColumn = 'order' | 'date' | 'items' | 'status' | Axis | 'total';

export interface OrderRows {
  readonly l10n: Localization;
  /** The columns to show, of `orderColumnNames`. */
  readonly columns: readonly string[];
  readonly palette: StatusPalette;
  readonly linkOf: (order: OrderName) => OrderLink;
}

/**
 * Returns the columns to show. With the default ones, a row has at most 12 elements, unless names in it have invisible
 * characters or another direction.
 */
export function orderColumns(options: OrderRows): readonly ListColumn<OrderEntry>[] {
  const all = new Map(allColumns(options).map((column) => [column.name, column]));
  return options.columns.flatMap((name) => all.get(name) ?? []);
}

function allColumns({ l10n, linkOf, palette, columns: shown }: OrderRows): readonly ListColumn<OrderEntry>[] {
  const words = l10n.words(orderHistoryWords);
  // An archived row says so once: in the status column if it is shown.
  const archivedIn = shown.includes('status') ? 'status' : 'items';
  const noteOf = ({ archived }: OrderEntry, name: string): string | undefined =>
    archived && name === archivedIn ? words.archived : undefined;
  return [
    {
      name: 'order',
      heading: words.order,
      sortBy: 'number',
      isData: true,
      cell: (entry) => orderLink(linkOf(entry), l10n),
    },
    {
      name: 'date',
      heading: words.placed,
      sortBy: 'placedAt',
      firstDirection: 'descending',
      longest: longestMoments(l10n),
      text: ({ placedAt }) => l10n.moment(placedAt),
      title: ({ placedAt }) => l10n.fullMoment(placedAt),
    },
    {
      name: 'items',
      heading: words.items,
      sortBy: 'itemCount',
      firstDirection: 'descending',
      knows: ({ kind, itemCount, summary, archived }) =>
        kind === 'return' || itemCount !== undefined || summary !== undefined || archived === true,
      // The count and the items are one text, to save an element.
      isData: true,
      cell: (entry) => itemsCell(entry, noteOf(entry, 'items'), l10n),
    },
    {
      name: 'status',
      heading: words.status,
      knows: ({ status, archived }) => archived === true || isKnown(status),
      cell: (entry) => statusCell(entry.status, l10n, palette, noteOf(entry, 'status')),
    },
    ...axisOrder.map((axis): ListColumn<OrderEntry> => ({
      name: axis,
      heading: l10n.words(orderStatusWords)[axis],
      className: 'axis',
      knows: ({ status }) => status[axis] !== undefined,
      cell: ({ status }) => axisSign(signOf(axis, status[axis], l10n, palette), l10n),
    })),
    {
      name: 'total',
      heading: words.total,
      numeric: true,
      sortBy: 'total',
      className: 'total',
      write: (cell, { total }) => writeText(cell, total && l10n.amount(total), l10n),
    },
  ];
}

/** Returns the classes of a row: its kind, the tint of the palette, and what its amount means. */
export const rowClass = (entry: OrderEntry, palette: StatusPalette): string => {
  const { kind, total, status, archived } = entry;
  // Nothing has come back of a return that is only requested.
  const isReturn = kind === 'return' && !isRequestedReturn(entry);
  return [
    isReturn ? 'return' : '',
    // A palette that tints what came back tints the row of the return too, whatever its own status says.
    axisOrder.some((axis) => isTinted(status[axis], axis, palette)) ||
    (isReturn && isTinted(cameBack, 'return', palette))
      ? 'tinted'
      : '',
    total && decimal.sign(total.value) < 0 ? 'minus' : '',
    isCanceled(status) ? 'canceled' : '',
    archived ? 'archived' : '',
  ].join(' ');
};

const cameBack: AxisStatus = { status: 'full' };

const isTinted = (found: AxisStatus | undefined, axis: Axis, palette: StatusPalette): boolean =>
  found !== undefined && markOf(palette, axis, codeOf(found.status))?.tinted === true;

export const isCanceled = ({ cancellation }: OrderEntry['status']): boolean =>
  cancellation !== undefined && codeOf(cancellation.status) === 'full';

/** Renders the number of items and their names. A return names its order. */
function itemsCell(entry: OrderEntry, note: string | undefined, l10n: Localization): TemplateResult {
  const after = note === undefined ? nothing : html`<bdi class="quiet">${note}</bdi>`;
  const words = l10n.words(orderHistoryWords);
  const { itemCount, summary } = entry;
  // The order has only postage, a fee or a correction: there is nothing to count.
  const counted = itemCount === 0 ? words.chargesOnly : l10n.text(words.itemCount, { count: itemCount ?? 0 });
  const count = itemCount === undefined ? undefined : counted;
  if (entry.kind === 'return') {
    const { original } = entry;
    const [known, alone] = isRequestedReturn(entry)
      ? [words.returnRequestedFrom, l10n.words(orderStatusWords).returnAsked]
      : [words.returnFrom, words.returnOnly];
    const from = original ? around(original.number, (number) => l10n.text(known, { number }), l10n) : alone;
    return html`${from} ${count === undefined ? nothing : html`<bdi class="quiet">${count}</bdi>`} ${after}`;
  }
  const { title, more } = summary ?? { title: '', more: 0 };
  const whole = (text: string) => (more > 0 ? l10n.text(words.andMore, { title: text, count: more }) : text);
  const what = title && around(title, whole, l10n);
  if (count === undefined && !what) return html`<span role="img" aria-label=${l10n.common.unknown}>–</span> ${after}`;
  return html`${count === undefined ? nothing : html`<bdi class="main">${count}</bdi>`} ${after} ${what}`;
}

/** Matches right-to-left characters and directional formatting characters. */
const turning = /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]/;

/** Renders a sentence around a value from data. The value is an element only if it needs isolation or marks. */
export function around(
  value: string,
  sentence: (value: string) => string,
  l10n: Localization,
): TemplateResult | string {
  if (!turning.test(value) && !invisibleCharacter.test(value)) return shortened(sentence(value));
  const [before, after] = sentence('\0').split('\0');
  return html`${before}${name(value, l10n)}${after}`;
}
