import { countFigures, moneyFigures, type CrossSellRow, type MoneyFigure } from '../../../src/domain/cross-sell.ts';
import { sql } from '../database/sql.ts';
import { money } from './values.ts';
import { crossSellTotals, column, figures } from './cross-sell-totals.ts';
import { finds, isWithin } from './conditions.ts';
import { variantsOf } from './cross-sell-variants.ts';
import type { Handler } from './operation.ts';
import { sorted, type Ordering } from './ordering.ts';
import { readPage } from './page.ts';

type Row = Readonly<Record<MoneyFigure, string | null>> & {
  readonly id: string;
  readonly productId: string;
  readonly title: string | null;
  readonly sku: string | null;
  readonly image: string | null;
  readonly url: string | null;
  readonly currency: string;
  readonly orders: number;
  readonly units: number;
  readonly unitsReturned: number;
  readonly revenue: string;
  /** True if the variant of every line is known. */
  readonly hasVariants: boolean;
};

const byRevenue: Ordering = [
  { by: sql`currency`, type: 'text' },
  { by: sql`revenue`, type: 'numeric', descending: true },
  { by: sql`sku_key`, type: 'text', nullable: true },
  { by: sql`id`, type: 'text' },
];

const counts: readonly (readonly [string, Ordering])[] = countFigures.map((figure) => [
  figure,
  [{ by: sql`${column(figure)}::numeric`, type: 'numeric' }],
]);
/** Amounts sort by currency first: amounts in different currencies are never compared. */
const amounts: readonly (readonly [string, Ordering])[] = moneyFigures.map((figure) => [
  figure,
  [
    { by: sql`(${column(figure)} is null)`, type: 'boolean' },
    { by: sql`currency`, type: 'text' },
    { by: column(figure), type: 'numeric' },
  ],
]);
/** The sortable members: all figures, and texts in natural order, with numbers compared numerically. */
const sortable: Readonly<Record<string, Ordering>> = {
  title: [{ by: sql`title_key`, type: 'text', nullable: true }],
  sku: [{ by: sql`sku_key`, type: 'text', nullable: true }],
  ...Object.fromEntries([...counts, ...amounts]),
};

export const list: Handler = async ({ db, customerId, list }) => {
  const query = list();
  const { from, to } = query.range;
  const basis = {
    customerId,
    within: from === undefined && to === undefined ? undefined : isWithin(sql`placed_at`, query.range),
  };
  const matches = query.text ? sql`(${finds(query.text)} or ${finds(query.text, sql`"variantSearch"`)})` : undefined;
  const rows = {
    columns: sql`rows.*`,
    from: sql`(${figures(basis)}) as rows`,
    where: matches ?? sql`true`,
    ordering: sorted(query.sort, sortable, byRevenue),
  };
  const page = await readPage(db, query, rows, (row: Row) => row);
  const totals = await crossSellTotals(db, basis, matches);
  const variants = await variantsOf(
    db,
    page.items.flatMap(({ productId, hasVariants }) => (hasVariants ? [productId] : [])),
    basis,
  );
  const items = page.items.map((row) => ({ ...rowOf(customerId, row), ...variants(row.id) }));
  return { body: { ...page, items, total: totals.rows, totals } };
};

function rowOf(customerId: string, row: Row): CrossSellRow {
  const { id, productId, title, sku, image, url, currency, orders, units, unitsReturned, revenue } = row;
  const known = moneyFigures.flatMap((figure) => {
    const value = row[figure];
    return value === null ? [] : [[figure, money(value, currency)] as const];
  });
  return {
    id,
    customerId,
    product: {
      id: productId,
      title: title ?? undefined,
      sku: sku ?? undefined,
      image: image ?? undefined,
      url: url ?? undefined,
    },
    orders,
    units,
    unitsReturned,
    ...Object.fromEntries(known),
    revenue: money(revenue, currency),
  };
}
