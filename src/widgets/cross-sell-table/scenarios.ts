import type { CrossSellRow, CrossSellTotals } from '../../domain/cross-sell.ts';
import type { Page } from '../../domain/page.ts';
import { ingrid } from '../../testing/circumstances.ts';
import { listCells } from '../../testing/list-cells.ts';
import { shopAdapter } from '../../testing/shop.ts';

const longRow = (row: CrossSellRow, index: number): CrossSellRow => ({
  ...row,
  product: {
    ...row.product,
    title:
      index % 2
        ? `${row.product.title}, glazed by hand in four firings, seconds included, delivered in a crate that comes back`
        : 'Doppelwandige-Steingut-Espressotassensonderanfertigungsvorlage',
    sku: `${row.product.sku}-2026-SECOND-CHOICE-EXPORT`,
  },
  revenue: { ...row.revenue, value: `98765432${index}109.87` },
});

export const cells = listCells<Page<CrossSellRow, CrossSellTotals>>(
  'crossSell.list',
  { heading: 'Products bought', row: 'totals' },
  {
    populated: 'Top 8 of 23 by revenue',
    loading: 'This is taking longer than usual.',
    empty: 'Nothing bought yet.',
    emptyFiltered: {
      ...ingrid,
      adapter: shopAdapter,
      attributes: { range: '1999-03-01/1999-03-31', toolbar: 'range' },
      shows: 'Nothing bought on these days.',
    },
    partial: {
      page: (page) => ({
        ...page,
        warnings: [{ code: 'cost', message: 'Cost and fees are missing for 3 products. Profit leaves them out.' }],
      }),
      shows: 'Profit leaves them out.',
    },
    conflict: { absent: 'Nothing is changed here.' },
    malformed: {
      page: (page) => ({
        ...page,
        items: page.items.map((row, index) =>
          index === 2 ? { ...row, revenue: { ...row.revenue, value: 2180 } } : row,
        ),
      }),
      shows: 'items[2].revenue',
    },
    longText: {
      page: (page) => ({ ...page, items: page.items.map(longRow) }),
      shows: 'Espressotassensonderanfertigungsvorlage',
    },
    redacted: { absent: 'No member of a row is personal, so none is ever withheld.' },
  },
);
