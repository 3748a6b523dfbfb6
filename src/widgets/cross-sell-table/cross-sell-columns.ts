import { html, nothing, type TemplateResult } from 'lit';
import {
  countFigures,
  moneyFigures,
  type CountFigure,
  type CrossSellRow,
  type CrossSellTotals,
  type MoneyFigure,
  type Product,
} from '../../domain/cross-sell.ts';
import type { Money } from '../../domain/money.ts';
import type { Opening } from '../../element/opening.ts';
import { crossSellTable } from '../../i18n/en/cross-sell-table.ts';
import type { Localization } from '../../i18n/localization.ts';
import { opener } from '../../ui/opener.ts';
import { line } from '../../ui/state-view.ts';
import type { Column } from '../../ui/table.ts';
import { openly } from '../../ui/text.ts';
import { shareOf } from './cross-sell-table.data.ts';

export type Figure = MoneyFigure | CountFigure;

/** The figures in the order of the columns; what share of the revenue it is stands after the first. */
export const figures: readonly Figure[] = ['revenue', ...countFigures, ...moneyFigures.slice(1)];

export interface CrossSellColumns {
  readonly l10n: Localization;
  /** Revenue in all, in each currency. */
  readonly revenue: readonly Money[];
  readonly figures: readonly Figure[];
  /** How a product opens; nothing where its name is text. */
  readonly openingOf: (product: Product) => Opening | undefined;
  readonly onOpen: (product: Product, opening: Opening, event: Event) => void;
}

export function crossSellColumns(options: CrossSellColumns): readonly Column<CrossSellRow>[] {
  const { l10n } = options;
  const words = l10n.section('crossSellTable', crossSellTable);
  const [revenue, ...rest] = options.figures.map((name): Column<CrossSellRow> => ({
    name,
    heading: words[name],
    numeric: true,
    sortable: true,
    write: (cell, row) => writeFigure(cell, row[name], l10n),
    skeleton: line(isCount(name) ? 4 : 14, { end: true }),
  }));
  return [
    {
      name: 'title',
      heading: words.title,
      names: true,
      sortable: true,
      className: 'product pin',
      cell: ({ product }) => productCell(product, options),
      skeleton: html`${line(32)}<span class="sku second">${line(14)}</span>`,
    },
    revenue!,
    {
      name: 'share',
      heading: words.share,
      write: (cell, row) => writeShare(cell, shareOf(row.revenue, options.revenue), l10n),
      skeleton: line(24),
    },
    ...rest,
  ];
}

const isCount = (figure: Figure): figure is CountFigure => (countFigures as readonly string[]).includes(figure);

/** The figures of which something is known: over all rows where the platform says so, else in those that are here. */
export const knownFigures = (rows: readonly CrossSellRow[], totals: CrossSellTotals | undefined): readonly Figure[] =>
  figures.filter((figure) => {
    if (!totals) return figure === 'revenue' || rows.some((row) => row[figure] !== undefined);
    const total = totals[figure];
    return typeof total === 'object' ? total.known > 0 || figure === 'revenue' : total !== undefined;
  });

function productCell(product: Product, { l10n, openingOf, onOpen }: CrossSellColumns): TemplateResult {
  const { id, title, sku } = product;
  const name = title ?? sku ?? id;
  const opening = openingOf(product);
  const label = openly(name, l10n);
  return html`<span class="titles"
    >${
      opening
        ? opener({
            label,
            part: 'product',
            className: 'name link',
            opening,
            onOpen: (event) => onOpen(product, opening, event),
          })
        : html`<span class="name" part="product">${label}</span>`
    }${
      sku === undefined || sku === name ? nothing : html` <span class="sku" part="sku">${openly(sku, l10n)}</span>`
    }</span
  >`;
}

/** Written as text: a row has twelve cells, and a template in each would cost a screenful twice as much. */
function writeFigure(cell: HTMLTableCellElement, value: Money | number | null | undefined, l10n: Localization): void {
  // A minus stays before its figure in a page that is read from the right.
  cell.dir = 'auto';
  cell.classList.toggle('not-known', value === undefined);
  cell.classList.toggle('quiet', value === null);
  if (value === undefined) writeUnknown(cell, l10n);
  else if (value === null) cell.textContent = l10n.common.none;
  else cell.textContent = typeof value === 'number' ? l10n.number(value) : l10n.amount(value);
}

/** The bar is drawn by the cell's style, and is as long as the share: no element of its own. */
function writeShare(cell: HTMLTableCellElement, share: string | undefined, l10n: Localization): void {
  const ratio = Number(share ?? 0);
  cell.classList.toggle('not-known', share === undefined);
  cell.classList.toggle('bar', share !== undefined);
  cell.style.setProperty('--_share', String(Math.min(1, Math.max(0, ratio))));
  if (share === undefined) writeUnknown(cell, l10n);
  else cell.textContent = l10n.percent(ratio);
}

/** The dash comes from the style; here are the words for those who do not see it. */
function writeUnknown(cell: HTMLTableCellElement, l10n: Localization): void {
  const words = document.createElement('span');
  words.className = 'visually-hidden';
  words.textContent = l10n.common.unknown;
  cell.replaceChildren(words);
}
