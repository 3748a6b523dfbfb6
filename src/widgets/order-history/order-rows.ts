import { html, nothing, type TemplateResult } from 'lit';
import * as decimal from '../../domain/decimal.ts';
import type { OrderEntry } from '../../domain/order.ts';
import { codeOf } from '../../domain/coded.ts';
import type { Opening } from '../../element/opening.ts';
import { orderHistory } from '../../i18n/en/order-history.ts';
import type { Localization } from '../../i18n/localization.ts';
import { opener } from '../../ui/opener.ts';
import type { RowWindow } from '../../ui/row-window.ts';
import { line } from '../../ui/state-view.ts';
import { tableShape, type Column, type TableShape } from '../../ui/table.ts';
import { datum } from '../../ui/text.ts';
import { statusCell } from './order-signs.ts';

/** What opens an order: its number. Text alone where nothing does. */
export interface OrderLink {
  readonly number: string;
  readonly opening: Opening | undefined;
  readonly onOpen: (event: Event) => void;
}

export const orderLink = ({ number, opening, onOpen }: OrderLink): TemplateResult =>
  opening ? opener({ label: number, part: 'link', opening, onOpen }) : datum(number);

export interface OrderRows {
  readonly l10n: Localization;
  readonly linkOf: (order: Pick<OrderEntry, 'id' | 'kind' | 'number'>) => OrderLink;
}

/** The columns of the order history, and how a row is drawn: with 12 elements at the most, whatever is in it. */
export function orderRows(window: RowWindow<OrderEntry>, { l10n, linkOf }: OrderRows): TableShape<OrderEntry> {
  const words = l10n.section('orderHistory', orderHistory);
  const columns: readonly Column<OrderEntry>[] = [
    { name: 'order', heading: words.order, skeleton: line(14), cell: (entry) => orderLink(linkOf(entry)) },
    {
      name: 'date',
      heading: words.placed,
      skeleton: line(24),
      text: ({ placedAt }) => l10n.moment(placedAt).brief,
      title: ({ placedAt }) => l10n.moment(placedAt).full,
    },
    { name: 'items', heading: words.items, skeleton: line(44), cell: (entry) => itemsCell(entry, l10n) },
    {
      name: 'status',
      heading: words.status,
      skeleton: html`<span class="skeleton chip w24"></span>`,
      cell: ({ status }) => statusCell(status, l10n),
    },
    {
      name: 'total',
      heading: words.total,
      numeric: true,
      className: 'total',
      skeleton: line(14, { end: true }),
      text: ({ total }) => l10n.amount(total),
    },
  ];
  return tableShape(window, columns, rowClass);
}

/** The tint of a return; what of an amount its sign alone might not tell. */
const rowClass = ({ kind, total, status }: OrderEntry): string =>
  [
    kind === 'return' ? 'return' : '',
    decimal.sign(total.value) < 0 ? 'minus' : '',
    isCanceled(status) ? 'canceled' : '',
  ].join(' ');

export const isCanceled = ({ cancellation }: OrderEntry['status']): boolean =>
  cancellation !== undefined && codeOf(cancellation.status) === 'full';

/** How many, and of what; a return names the order that it came from. */
function itemsCell(entry: OrderEntry, l10n: Localization): TemplateResult {
  const words = l10n.section('orderHistory', orderHistory);
  const { itemCount, summary } = entry;
  // Postage alone, a fee, a correction: nothing that could be counted.
  const counted = itemCount === 0 ? words.chargesOnly : l10n.text(words.itemCount, { count: itemCount ?? 0 });
  const count = itemCount === undefined ? undefined : counted;
  if (entry.kind === 'return') {
    const { original } = entry;
    const from = original ? l10n.text(words.returnFrom, { number: apart(original.number) }) : words.returnOnly;
    return html`${from} ${count === undefined ? nothing : html`<bdi class="quiet">${count}</bdi>`}`;
  }
  const { title, more } = summary ?? { title: '', more: 0 };
  const what = title && more > 0 ? l10n.text(words.andMore, { title: apart(title), count: more }) : title;
  if (count === undefined && !what) return html`<span role="img" aria-label=${l10n.common.unknown}>–</span>`;
  return html`${count === undefined ? nothing : html`<bdi class="main">${count}</bdi>`} ${what}`;
}

/** Reads from the right, or turns what follows it. */
const turning = /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]/;

/** Isolates a datum inside a sentence by characters, where it needs that and an element would be one too many. */
export const apart = (text: string): string => (turning.test(text) ? `\u2068${text}\u2069` : text);
