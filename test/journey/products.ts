// Products: searched, sorted, with other columns and dates, and as a file.
import assert from 'node:assert/strict';
import { sum } from '../../src/domain/decimal.ts';
import type { CrossSellRow, CrossSellTotals } from '../../src/domain/cross-sell.ts';
import { readCsv } from '../../src/testing/read-csv.ts';
import { ingrid } from './environment.ts';
import type { Operator } from './operator.ts';

const rows = 'dialog tbody [part~=row]';

async function opensAll(dana: Operator): Promise<void> {
  await dana.open(ingrid);
  await dana.products.press('View all products');
  await dana.products.find('Export');
  await dana.products.until(rows, (texts) => texts.length >= 10, 'the products');
}

export async function searchesByName(dana: Operator): Promise<void> {
  const { products } = dana;
  await opensAll(dana);
  await products.write('Find products', 'saucer');
  await dana.page.keyboard.press('Enter');
  await products.waitForText('2 products found');
  await products.write('Find products', 'zeppelin');
  await dana.page.keyboard.press('Enter');
  await products.waitForText('No product has “zeppelin” in its name or number.');
  await products.press('Show all products');
  await products.until(rows, (texts) => texts.length >= 10, 'all products');
}

export async function sorts(dana: Operator): Promise<void> {
  const { products } = dana;
  await opensAll(dana);
  await products.press('Units');
  await products.until(rows, ([first = '']) => first.startsWith('Stoneware cup'), 'most units first');
  await products.press('Units');
  const there = await dana.fetchFromServer<{ items: CrossSellRow[] }>(
    `/customers/${ingrid}/cross-sell?sort=units&first=1`,
  );
  const fewest = there.items[0]?.product.title ?? '?';
  await products.until(rows, ([first = '']) => first.startsWith(fewest), `fewest units first: ${fewest}`);
}

export async function choosesColumns(dana: Operator): Promise<void> {
  const { products } = dana;
  await opensAll(dana);
  await products.press('Columns');
  // The table has buttons of the same names, so the dialog must be open first.
  await products.find('Move Profit up');
  for (const name of ['Orders', 'Fees']) await products.press(name, 'Space');
  await products.press('Move Profit up');
  await dana.page.keyboard.press('Escape');
  const heads = await products.until('dialog thead th', (texts) => texts.includes('Fees'), 'another column');
  assert.ok(!heads.includes('Orders'));
  assert.ok(heads.indexOf('Profit') < heads.indexOf('Units'), heads.join());
}

export async function narrowsByDays(dana: Operator): Promise<void> {
  const { products } = dana;
  await opensAll(dana);
  await products.press(/^Order date: All dates/);
  await products.writeDay('From', '2026-10-01');
  await products.writeDay('To', '2026-10-31');
  await products.press('Apply');
  const { total } = await dana.fetchFromServer<{ total: number }>(
    `/customers/${ingrid}/cross-sell?from=2026-10-01&to=2026-10-31&timeZone=Europe/London`,
  );
  await products.until(rows, (texts) => texts.length === total, `the ${total} products of October`);
}

/** The sum of each amount in the file must equal the row of totals exactly. */
export async function exportsProducts(dana: Operator): Promise<void> {
  const { products } = dana;
  await opensAll(dana);
  await products.press('Export');
  const file = await dana.download(() => products.press('CSV'));
  const [head = [], ...lines] = readCsv(await file.content.text());
  const { totals } = await dana.fetchFromServer<{ totals: CrossSellTotals }>(`/customers/${ingrid}/cross-sell`);
  assert.equal(lines.length, totals.rows);
  const shown = (await products.textsOf('dialog tfoot td, dialog tfoot th')).join(' ');
  const added = (heading: string) => sum(...lines.map((line) => line[head.indexOf(heading)] || '0'));
  const columns = {
    Revenue: totals.revenue,
    'Promo revenue': totals.promoRevenue,
    'Non-promo revenue': totals.nonPromoRevenue,
    'Promotions given': totals.promotions,
    Profit: totals.profit,
    COGS: totals.cogs,
    Fees: totals.fees,
  };
  const chosen = Object.entries(columns).filter(([heading]) => head.includes(heading));
  assert.deepEqual(new Set(chosen.map(([heading]) => heading)), new Set(['Revenue', 'Profit', 'Fees']), head.join());
  for (const [heading, total] of chosen) {
    const value = total?.amounts[0]?.value ?? '';
    assert.equal(added(heading), value, heading);
    const [pounds = '', pence] = value.split('.');
    assert.ok(shown.includes(`£${Number(pounds).toLocaleString('en-GB')}.${pence}`), `${heading}: ${shown}`);
  }
}
