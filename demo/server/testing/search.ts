import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { escapeText, textHeader } from '../../../src/adapters/rest/headers.ts';
import { foldText, compareNaturally, naturalKey } from '../../../src/domain/fold-text.ts';
import { insertRows } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { Listed } from './client.ts';
import { addOrders, addRecords, removeRecords, searched } from './search-records.ts';
import type { TestServer } from './test-server.ts';

/** Each text is stored in a record of every list. Each search text finds only that record. */
const texts: readonly (readonly [stored: string, ...typed: string[]])[] = [
  ['JUMBO  BAG\n BAROQUE', 'JUMBO BAG BAROQUE', 'jumbo  bag', ' baroque '],
  ['José', 'Jose', 'JOSE\u0301'],
  ['Café crème', 'cafe creme', 'CAFÉ CREME'],
  ['Hauptstraße', 'strasse', 'STRASSE', 'straße'],
  ['Łódź', 'lodz', 'łódź'],
  ['İstanbul', 'istanbul', 'ıstanbul', 'ISTANBUL'],
  ['ΟΔΟΣ', 'οδος'],
  ['5+1', '5+1', '+'],
  ['100% wool', '100%', '%'],
  ['mug_b', 'mug_b', '_'],
  ['5 1', '5 1'],
  ['1000 wool', '1000'],
  ['mugxb', 'gxb'],
];

/** Texts that are difficult to sort or fold. */
const difficultTexts: readonly string[] = [
  ...texts.flat(),
  '',
  ' ',
  '00',
  '#3127',
  '#10119',
  'C536379',
  '12345678901234567890',
  `n${'1'.repeat(1200)}`,
  'a007b7c0d',
  'ﬁ ½ № ㎏ ´ ™',
  '٣١٢٧ ۳۱۲۷ १२',
  'Dž Ǆ ŉ ſ ẞ',
  'ΑΣ ΑΣΑ σς',
  '\u1112\u1161\u11AB한',
  'がか\u3099 कि',
  'co\u00ADop\u200B\u2068x\u2069\u{E0041}',
  'a\u0085b\u2028c\u3000d\u180Ee',
  '“Men’s” – ‹XL›',
  '👩‍👩‍👧 ❤️ \u{1F1E6}',
  'q\u0323\u0307 q\u0307\u0323 ệ',
  '\u0301',
];

// Blocks with letters whose case and decomposition a database with Unicode 14 does not know.
const younger: readonly (readonly [from: number, to: number])[] = [
  [0x1c80, 0x1c8f],
  [0xa7cb, 0xa7f1],
  [0x105c0, 0x105ff],
  [0x10d40, 0x10d8f],
  [0x16ea0, 0x16edf],
  [0x1cc00, 0x1cebf],
  [0x1e030, 0x1e08f],
];

/** Tests that search and sorting of texts are the same as in JavaScript, on every store. */
export function testSearch(server: () => TestServer): void {
  describe('text functions in SQL', () => {
    it('fold and sort as in JavaScript', async () => {
      for (const text of difficultTexts) {
        const [row] = await server().database.query(
          sql`select fold_text(${text}) as folded, natural_key(${text}) as key`,
        );
        assert.deepEqual(row, { folded: foldText(text), key: naturalKey(text) }, JSON.stringify(text));
      }
    });

    it('fold every character as in JavaScript', async () => {
      const rows = await server().database.query<{ code: number; folded: string }>(sql`
        select code, fold_text('a' || chr(code) || 'B') as folded from generate_series(1, ${0x1ffff}::integer) as code
        where code not between 55296 and 57343`);
      assert.equal(rows.length, 0x1ffff - 2048);
      const others = rows.filter(({ code, folded }) => foldText(`a${String.fromCodePoint(code)}B`) !== folded);
      const older = others.filter(({ code }) => !younger.some(([from, to]) => code >= from && code <= to));
      assert.deepEqual(older, []);
    });
  });

  describe('search', () => {
    before(() =>
      addRecords(
        server().database,
        texts.map(([stored]) => stored),
      ),
    );
    after(() => removeRecords(server().database));

    const lists: Readonly<Record<string, string>> = {
      'orders by number': 'orders?filter[kind]=return',
      'orders by line': 'orders?from=2026-02-01&to=2026-02-01',
      'orders by product': 'orders?from=2026-03-01&to=2026-03-01',
      products: 'cross-sell?',
      notes: 'notes?',
      ledger: 'credit/accounts/search/entries?',
      coupons: 'coupons?',
      addresses: 'addresses?',
      'business accounts': 'business-accounts?',
      quotes: 'quotes?',
      transactions: 'transactions?',
      subscriptions: 'subscriptions?',
      wishlist: 'wishlist?',
      cart: 'cart?',
      inquiries: 'inquiries?',
      'price groups': 'price-groups?',
    };
    for (const [name, list] of Object.entries(lists)) {
      it(`${name}: ignores case, diacritics and white space, and matches signs literally`, async () => {
        for (const [index, [stored, ...typed]] of texts.entries()) {
          for (const text of typed) {
            const ids = (await find(list, text)).map(({ id }) => id);
            assert.equal(ids.length, 1, `${text}: ${ids.join()}`);
            assert.match(ids[0]!, new RegExp(`^[lp]?s-${index}(:GBP)?$`), `${text} finds ${stored}`);
          }
        }
        assert.equal((await find(list, 'bag mug')).length, 0);
      });
    }

    it('finds products by their displayed title, and sorts numbers naturally', async () => {
      const rows = await server().viewer.all<{ product: { title: string } }>(
        `/customers/${searched}/cross-sell?sort=title`,
        4,
      );
      const titles = rows.map(({ product }) => product.title);
      assert.deepEqual(titles, texts.map(([stored]) => stored).toSorted(compareNaturally));
    });
  });

  describe('numbers within text', () => {
    const sorted = ['#3127', '#3128', '#10119', '#10512', 'R-2', 'R-10', 'r-100'];
    before(async () => {
      await server().database.query(
        sql`insert into customers (customer_id, origin, profile) values (${searched}, 'shop', '{}')`,
      );
      await addOrders(
        server().database,
        sorted.toReversed().map((number) => ({ id: `n-${number}`, number, day: '2026-01-01' })),
      );
    });
    after(() => removeRecords(server().database));

    for (const first of [1, 2, 3, 100]) {
      it(`sort orders numerically in both directions, with ${first} a page`, async () => {
        assert.deepEqual(await numbers('orders?sort=number', first), sorted);
        assert.deepEqual(await numbers('orders?sort=-number', first), sorted.toReversed());
        // The default order sorts equal times by number, descending.
        assert.deepEqual(await numbers('orders?', first), sorted.toReversed());
      });
    }

    it('sort business accounts by name and the catalog by title', async () => {
      const names = ['Cup 2 x 9', 'cup 2 x 10', 'Cup 10 x 1', 'Mug 3', 'Mug 12'];
      // The ids are in the opposite order.
      const rows = names.map((text, index) => ({ id: `s-${names.length - index}`, text }));
      const { database, viewer } = server();
      await insertRows(
        database,
        'business_accounts',
        rows.map(({ id, text }) => ({ account_id: id, name: text })),
      );
      await insertRows(
        database,
        'products',
        rows.map(({ id, text }) => ({ product_id: id, title: text })),
      );
      const ours = ({ id }: { id: string }) => id.startsWith('s-');
      const accounts = await viewer.all<{ id: string; name: string }>(`/customers/${searched}/business-accounts?`, 2);
      assert.deepEqual(
        accounts.filter(ours).map(({ name }) => name),
        names,
      );
      const products = await viewer.all<{ id: string; title: string }>('/products?', 2);
      assert.deepEqual(
        products.filter(ours).map(({ title }) => title),
        names,
      );
    });

    it('keep their order between pages while rows come and go', async () => {
      const path = `/customers/${searched}/orders?sort=number&first=3`;
      const { body: page } = await server().viewer.get<Listed<{ number: string }>>(path);
      await addOrders(server().database, [
        { id: 'late-1', number: '#3126', day: '2026-01-02' },
        { id: 'late-2', number: '#10120', day: '2026-01-02' },
      ]);
      await server().database.query(sql`delete from orders where order_id = ${'n-#10119'}`);
      const { body: rest } = await server().viewer.get<Listed<{ number: string }>>(
        `${path.replace('first=3', 'first=100')}&after=${page.next ?? ''}`,
      );
      assert.deepEqual(
        [...page.items, ...rest.items].map(({ number }) => number),
        ['#3127', '#3128', '#10119', '#10120', '#10512', 'R-2', 'R-10', 'r-100'],
      );
    });
  });

  const numbers = async (list: string, first: number): Promise<string[]> =>
    (await server().viewer.all<{ number: string }>(`/customers/${searched}/${list}`, first)).map(
      ({ number }) => number,
    );

  async function find(list: string, text: string): Promise<readonly { id: string }[]> {
    // The manager sees addresses unmasked; masked values are not searchable.
    const { base, token } = server().manager;
    const response = await fetch(`${base}/customers/${searched}/${list}${list.endsWith('?') ? '' : '&'}first=100`, {
      headers: { Authorization: `Bearer ${token}`, [textHeader]: escapeText(text) },
    });
    assert.equal(response.status, 200);
    const { items } = (await response.json()) as Listed<{ id: string }>;
    // Business accounts belong to no customer, so the list contains others too.
    return items.filter(({ id }) => /^[lp]?s-/.test(id));
  }
}
