// Opens the exported files in a real spreadsheet program in three locales: text stays text, numbers are numbers, and
// times are those of the screen.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { CsvFile } from '../src/adapter/toolkit/csv-file.ts';
import { textColumn, type FileTable } from '../src/data/file-table.ts';
import { XlsxFile } from '../src/data/xlsx-file.ts';
import { sum } from '../src/domain/decimal.ts';
import type { CreditEntry } from '../src/domain/credit.ts';
import type { CrossSellRow } from '../src/domain/cross-sell.ts';
import type { OrderEntry } from '../src/domain/order.ts';
import { loadLocale } from '../src/i18n/locales.ts';
import { Localization } from '../src/i18n/localization.ts';
import { ledgerTable } from '../src/widgets/credit-balance/ledger/ledger-file.ts';
import { productTable } from '../src/widgets/cross-sell-table/cross-sell-file.ts';
import { orderTable } from '../src/widgets/order-history/order-file.ts';
import { Office, officeMissing, type Cell } from '../tools/office.mjs';

const locales = ['en-US', 'de-DE', 'id-ID'] as const;
/** In Jakarta, half past one on New Year's Day. */
const placedAt = '2025-12-31T18:30:00Z';
const numbers = [
  ...['000000123', '12345678901234567890', '12E5', '1-2', '3/4', 'TRUE', '007', '1,250', '1.250', '12:30', '50%'],
  ...['2026-01-01', 'MAR5', '=1+1', '+1', '-1', '@SUM(1)', "'quoted", ' edges ', 'a; b, c "d"', '#10512', '10512'],
];
const amounts = ['1234.50', '-0.10', '0.20', '1250', '0.005', '-129.00'];

const order = (number: string, index: number): OrderEntry => ({
  ...(index % 2 ? { kind: 'order' } : { kind: 'return', original: { id: 'o', number: '000000099' } }),
  id: String(index),
  customerId: 'C',
  number,
  placedAt,
  itemCount: index,
  total: { value: amounts[index % amounts.length]!, currency: 'GBP' },
  status: { payment: { status: 'partially-paid' }, fulfillment: { status: { code: 'x', label: 'Kiln' } } },
});
const orders = numbers.map(order);
const entries = numbers.map((reference, index): CreditEntry => ({
  id: reference,
  customerId: 'C',
  accountId: 'a',
  kind: 'lapsed',
  amount: { value: amounts[index % amounts.length]!, currency: 'GBP' },
  at: placedAt,
  expiresAt: placedAt,
  actor: { id: 'checkout' },
  reference,
}));
const products = numbers.map((sku, index): CrossSellRow => ({
  id: sku,
  customerId: 'C',
  product: { id: sku, title: sku, sku },
  orders: index,
  units: index,
  revenue: { value: amounts[index % amounts.length]!, currency: 'GBP' },
}));

/** Sums with four decimal places, because spreadsheets calculate in binary floating point. */
const added = (values: readonly string[]) => values.reduce((total, value) => total + Number(value), 0).toFixed(4);
const wholeSum = (list: readonly { value: string }[]) => Number(sum(...list.map(({ value }) => value))).toFixed(4);

describe('files in a spreadsheet', { skip: officeMissing() }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'clientele-files-'));
  before(async () => {
    await Promise.all([...locales].map(loadLocale));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const locale of locales)
    describe(locale, () => {
      let office: Office;
      before(() => {
        office = new Office(locale);
      });
      after(() => office?.close());

      /** Creates the localization of a page in this language, with the time zone of Jakarta. */
      const page = (language: string = locale) => Localization.of({ locale: language, timeZone: 'Asia/Jakarta' });

      async function opened<T>(
        name: string,
        format: 'xlsx' | 'csv',
        table: FileTable<T>,
        rows: readonly T[],
        l10n = page(),
      ) {
        const decimal = l10n
          .numbers('number')
          .formatToParts(0.5)
          .find(({ type }) => type === 'decimal')!.value;
        const locale = { decimalSign: decimal, timeZone: l10n.timeZone };
        const file = format === 'csv' ? new CsvFile(table, locale) : new XlsxFile(table, locale);
        await file.add(rows);
        const path = join(folder, `${name}.${format}`);
        writeFileSync(path, new Uint8Array(await (await file.finish()).arrayBuffer()));
        const [head = [], ...lines] = await office.open(
          path,
          format === 'csv' ? (decimal === ',' ? ';' : ',') : undefined,
        );
        return (heading: string | RegExp): Cell[] => {
          const at = head.findIndex(({ value }) =>
            typeof heading === 'string' ? value === heading : heading.test(value),
          );
          assert.ok(at >= 0, `${heading} of ${head.map(({ value }) => value).join(', ')}`);
          return lines.slice(0, rows.length).map((line) => line[at]!);
        };
      }
      const types = (cells: readonly Cell[]) => [...new Set(cells.map(({ type }) => type))];
      const values = (cells: readonly Cell[]) => cells.map(({ value }) => value);

      test('Excel: order numbers stay text, totals are numbers, times are those on screen', async () => {
        // The page's language may differ from the spreadsheet's.
        for (const language of locales) {
          const column = await opened('orders', 'xlsx', orderTable(page(language)), orders, page(language));
          const words = orderTable(page(language)).columns.map(({ heading }) => heading);
          const cells = column(words[0]!);
          assert.deepEqual(values(cells), numbers);
          assert.deepEqual(types(cells), ['string']);
          assert.ok(cells.every(({ formula }) => formula === undefined));
          const placed = column(`${words[2]} (Asia/Jakarta)`);
          assert.deepEqual(types(placed), ['date']);
          assert.deepEqual(new Set(values(placed)), new Set(['2026-01-01T01:30:00']));
          assert.deepEqual(new Set(placed.map(({ shown }) => shown)), new Set(['2026-01-01 01:30']));
          const totals = column(words.at(-2)!);
          assert.deepEqual(types(totals), ['float']);
          assert.deepEqual(
            values(totals).map(Number),
            orders.map(({ total }) => Number(total?.value)),
          );
          assert.equal(added(values(totals)), wholeSum(orders.flatMap(({ total }) => total ?? [])));
        }
      });

      test('Excel: the same holds for the ledger and the products', async () => {
        const ledger = ledgerTable('Store credit', page());
        const entry = await opened('entries', 'xlsx', ledger, entries);
        const [date, , , , reference] = ledger.columns.map(({ heading }) => heading);
        const change = ledger.columns[8]!.heading;
        assert.deepEqual(values(entry(reference!)), numbers);
        assert.deepEqual(types(entry(reference!)), ['string']);
        assert.deepEqual(types(entry(change)), ['float']);
        assert.deepEqual(types(entry(`${date} (Asia/Jakarta)`)), ['date']);
        assert.equal(added(values(entry(change))), wholeSum(entries.map(({ amount }) => amount)));
        const table = productTable(['orders', 'units', 'revenue'], page());
        const product = await opened('products', 'xlsx', table, products);
        assert.deepEqual(values(product(table.columns[1]!.heading)), numbers);
        assert.deepEqual(types(product(table.columns[1]!.heading)), ['string']);
        assert.deepEqual(types(product(table.columns.at(-1)!.heading)), ['float']);
      });

      test('CSV: in the spreadsheet’s language, text is no number or formula, and totals are numbers', async () => {
        const table = orderTable(page());
        const column = await opened('orders-text', 'csv', table, orders);
        const words = table.columns.map(({ heading }) => heading);
        const cells = column(words[0]!);
        const plain = '10512';
        assert.deepEqual(
          cells.map(({ type, value }) => `${type} ${value.replace(/^'/, '').trim()}`),
          numbers.map((text) => `${text === plain ? 'float' : 'string'} ${text.replace(/^'/, '').trim()}`),
        );
        assert.ok(cells.every(({ formula }) => formula === undefined));
        assert.deepEqual(new Set(values(column(words[2]!))), new Set(['2026-01-01T01:30:00+07:00']));
        const totals = column(words.at(-2)!);
        assert.deepEqual(types(totals), ['float']);
        assert.equal(added(values(totals)), wholeSum(orders.flatMap(({ total }) => total ?? [])));
      });
    });

  test('a workbook of hostile text opens completely', async () => {
    const office = new Office('en-US');
    const every = String.fromCharCode(...Array.from({ length: 0x300 }, (_, code) => code), 0xd800, 0xfffe, 0xffff);
    const texts = [every, '_x0041_', '<b>&amp;</b>]]>', '\ud83d\udc69\u200d\ud83d\udc67', 'x'.repeat(40_000), 'last'];
    const table = { title: `${every}[:]*?/\\'`, columns: [textColumn<string>(every, (value) => value)] };
    const file = new XlsxFile(table, { decimalSign: '.', timeZone: 'UTC' });
    await file.add(texts);
    const path = join(folder, 'hostile.xlsx');
    writeFileSync(path, new Uint8Array(await (await file.finish()).arrayBuffer()));
    const [, ...rows] = await office.open(path);
    office.close();
    const cells = rows.map(([cell]) => cell!.value);
    assert.deepEqual(cells.slice(1, 4), texts.slice(1, 4));
    assert.equal(cells[4], `${'x'.repeat(32_766)}\u2026`);
    assert.equal(cells[5], 'last');
    assert.ok(cells[0]!.includes('<=>?@ABC'));
  });

  test('codes are written in the page’s language', async () => {
    const l10n = Localization.of({ locale: 'id', timeZone: 'Asia/Jakarta' });
    const [row] = orders;
    const { columns } = orderTable(l10n);
    assert.deepEqual(
      columns.map(({ value }) => value(row!)).filter((value) => typeof value === 'string' && /^[A-Z][a-z]/.test(value)),
      ['Retur', 'Dibayar sebagian', 'Kiln'],
    );
    const { columns: ledger } = ledgerTable('Saldo', l10n);
    assert.deepEqual([ledger[2]!.value(entries[0]!), ledger[6]!.value(entries[0]!)], ['Hangus', 'Checkout']);
  });
});
