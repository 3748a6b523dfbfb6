import { html, nothing, type TemplateResult } from 'lit';
import {
  countFigures,
  moneyFigures,
  type CountFigure,
  type CrossSellRow,
  type CrossSellTotals,
  type CrossSellVariant,
  type MoneyFigure,
  type Product,
} from '../../domain/cross-sell.ts';
import type { Money } from '../../domain/money.ts';
import type { ColumnSet } from '../../element/columns.ts';
import type { Opening } from '../../element/opening.ts';
import { crossSellTableWords } from './words.en.ts';
import type { Localization } from '../../i18n/localization.ts';
import { shortened } from '../../i18n/message.ts';
import { picture, productName } from '../../list/product-cell.ts';
import { briefId, copyId } from '../../ui/identifier.ts';
import { opener } from '../../ui/opener.ts';
import type { ListColumn } from '../../list/table-widget.ts';
import { writeText } from '../../ui/table.ts';
import { name, openly } from '../../ui/text.ts';
import { byRevenue, shareOf } from './cross-sell-table.data.ts';

export type Figure = MoneyFigure | CountFigure;

/** The names of all columns, in the default order. */
export const columnNames = [
  'title',
  'sku',
  'revenue',
  'share',
  'orders',
  'units',
  'unitsReturned',
  'promoRevenue',
  'nonPromoRevenue',
  'promotions',
  'profit',
  'cogs',
  'fees',
] as const;
export type CrossSellColumn = (typeof columnNames)[number];

/** The available columns. The SKU is beside the name if it has no column of its own. */
export const columnSet: ColumnSet<CrossSellColumn> = {
  all: columnNames,
  usual: columnNames.filter((name) => name !== 'sku'),
  required: ['title'],
};

const isCount = (name: CrossSellColumn): name is CountFigure => (countFigures as readonly string[]).includes(name);
export const isFigure = (name: CrossSellColumn): name is Figure =>
  isCount(name) || (moneyFigures as readonly string[]).includes(name);

export interface CrossSellColumns {
  readonly l10n: Localization;
  readonly totals: CrossSellTotals | undefined;
  readonly names: readonly CrossSellColumn[];
  /** True if at least one product has an image: then every row has room for one. */
  readonly pictured: boolean;
  /** Returns how a product opens; undefined if its name is plain text. */
  readonly openingOf: (product: Product) => Opening | undefined;
  readonly onOpen: (product: Product, opening: Opening, event: Event) => void;
}

export function crossSellColumns(options: CrossSellColumns): readonly ListColumn<CrossSellRow>[] {
  const { l10n, totals, names } = options;
  const revenue = totals?.revenue.amounts ?? [];
  const words = l10n.words(crossSellTableWords);
  const made: Readonly<
    Record<Exclude<CrossSellColumn, Figure>, Omit<ListColumn<CrossSellRow>, 'name' | 'heading' | 'sortBy'>>
  > = {
    title: {
      names: true,
      className: 'product pin',
      isData: true,
      cell: (row) => productCell(row, options),
    },
    sku: {
      className: 'number',
      knows: ({ product }) => product.sku !== undefined,
      isData: true,
      cell: ({ product: { sku = '' } }) => name(sku, l10n),
    },
    share: {
      sortsAs: byRevenue.field,
      firstDirection: 'descending',
      knows: (row) => shareOf(row.revenue, revenue) !== undefined,
      write: (cell, row) => writeShare(cell, shareOf(row.revenue, revenue), l10n),
    },
  };
  return names.map((name) => ({
    name,
    heading: words[name],
    sortBy: name,
    ...(isFigure(name)
      ? {
          numeric: true,
          knows: (row: CrossSellRow) => row[name] !== undefined || isTotalKnown(totals?.[name]),
          write: (cell: HTMLTableCellElement, row: CrossSellRow) => writeFigure(cell, row[name], l10n),
        }
      : made[name]),
  }));
}

/** Returns true if the total is known for any product, including those that are not loaded. */
const isTotalKnown = (total: CrossSellTotals[Figure]): boolean =>
  typeof total === 'object' ? total.known > 0 : total !== undefined;

function productCell(row: CrossSellRow, options: CrossSellColumns): TemplateResult {
  const { product } = row;
  const { l10n, pictured, openingOf, onOpen } = options;
  const { id, title, sku, image } = product;
  const called = productName(product);
  const opening = openingOf(product);
  const label = openly(called, l10n);
  return html`<span class="titles"
    >${pictured ? picture(image) : nothing}${
      opening
        ? opener({
            label,
            part: 'product',
            className: 'name link',
            opening,
            onOpen: (event) => onOpen(product, opening, event),
          })
        : html`<span class="name" part="product">${label}</span>`
    }${besideName(row, called, options)}${title === undefined && sku === undefined ? copyId(id, l10n) : nothing}</span
  >`;
}

/** Renders the variants with their units, or the SKU of a product without variants. */
function besideName({ product: { sku }, variants }: CrossSellRow, called: string, options: CrossSellColumns) {
  const { l10n, names } = options;
  if (variants?.length) {
    const text = variantText(variants, l10n);
    return html` <span class="sku" part="variants" title=${shortened(text)}>${openly(text, l10n)}</span>`;
  }
  return sku === undefined || sku === called || names.includes('sku')
    ? nothing
    : html` <span class="sku" part="sku">${openly(sku, l10n)}</span>`;
}

function variantText(variants: readonly CrossSellVariant[], l10n: Localization): string {
  const { variantUnits } = l10n.words(crossSellTableWords);
  const texts = variants.map(({ id, title, sku, units }) =>
    l10n.text(variantUnits, { title: title ?? sku ?? briefId(id), count: units }),
  );
  return texts.join(' · ');
}

const figureText = (value: Money | number, l10n: Localization): string =>
  typeof value === 'number' ? l10n.number(value) : l10n.amount(value);

function writeFigure(cell: HTMLTableCellElement, value: Money | number | null | undefined, l10n: Localization): void {
  cell.classList.toggle('quiet', value === null);
  writeText(cell, value === null ? l10n.common.none : value === undefined ? undefined : figureText(value, l10n), l10n);
}

/** The cell's style draws the bar, as long as the share, without an element of its own. */
function writeShare(cell: HTMLTableCellElement, share: string | undefined, l10n: Localization): void {
  const ratio = Number(share ?? 0);
  cell.classList.toggle('bar', share !== undefined);
  cell.style.setProperty('--_share', String(Math.min(1, Math.max(0, ratio))));
  writeText(cell, share === undefined ? undefined : l10n.percent(ratio), l10n);
}
