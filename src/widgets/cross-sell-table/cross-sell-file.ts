import { numberColumn, textColumn, type FileTable } from '../../data/file-table.ts';
import type { CrossSellRow } from '../../domain/cross-sell.ts';
import { crossSellTableWords } from './words.en.ts';
import { crossSellToolWords } from './tool-words.en.ts';
import type { Localization } from '../../i18n/localization.ts';
import { isFigure, type CrossSellColumn } from './cross-sell-columns.ts';

/**
 * Returns the export of products: the columns on screen in their order, after the product's name, SKU and the currency
 * of the row. Shares are left out: they are shares of the whole, and a spreadsheet computes them from the revenue.
 * Loaded with the first export.
 */
export function productTable(names: readonly CrossSellColumn[], l10n: Localization): FileTable<CrossSellRow> {
  const words = l10n.words(crossSellTableWords);
  const { currency } = l10n.words(crossSellToolWords);
  const columns = [
    textColumn<CrossSellRow>(words.title, ({ product }) => product.title),
    textColumn<CrossSellRow>(words.sku, ({ product }) => product.sku),
    textColumn<CrossSellRow>(currency, ({ revenue }) => revenue.currency),
    ...names.filter(isFigure).map((name) =>
      numberColumn<CrossSellRow>(words[name], (row) => {
        const value = row[name];
        return typeof value === 'object' ? value?.value : value;
      }),
    ),
  ];
  return { title: words.heading, columns };
}
