// Records the responses that both pages get: sends the same requests once to the memory adapter.
import type { ReadOptions } from '../../src/adapter/options.ts';
import { memoryAdapter } from '../../src/adapters/memory/index.ts';
import type { Page } from '../../src/domain/page.ts';
import { frozenNow, frozenZone } from '../../src/testing/scenario.ts';
import { keyOf } from './key.js';

export const customerId = 'C-20817';
const options: ReadOptions = { signal: new AbortController().signal, locale: 'en-GB', timeZone: frozenZone };

/** The default number of rows of each list. */
const usual = { orders: 10, notes: 3, products: 8, entries: 9 };

/** Returns a page with a number of rows. If the shop has fewer, the same rows are repeated under other ids. */
function filled<T extends { readonly id: string }>(page: Page<T>, rows: number): Page<T> {
  if (!rows || page.items.length >= rows) return page;
  const items = Array.from({ length: rows }, (_, index): T => {
    const item = page.items[index % page.items.length]!;
    return index < page.items.length
      ? item
      : { ...item, id: `${item.id}-${index}`, ...('pinned' in item && { pinned: false }) };
  });
  return { ...page, items, next: 'more', total: Math.max(page.total ?? 0, rows + 1) };
}

/** Returns every response by its request. `rows`: the number of rows of each list; 0: its default. */
export async function recordAnswers(rows: number): Promise<Readonly<Record<string, unknown>>> {
  const { customers, stats, orders, notes, crossSell, credit, coupons, permissions } = memoryAdapter();
  const answers: Record<string, unknown> = {};
  const keep = <T>(method: string, args: readonly unknown[], answer: T): T => {
    answers[keyOf(method, args)] = answer;
    return answer;
  };
  keep('customers.get', [customerId], await customers.get(customerId, options));
  keep('stats.get', [customerId, {}], await stats.get(customerId, {}, options));
  keep('permissions', [customerId], await permissions(customerId, options));

  const ofOrders = { first: rows || usual.orders };
  keep('orders.list', [customerId, ofOrders], filled(await orders.list(customerId, ofOrders, options), rows));
  // The widget requests some more notes than it shows, because pinned ones come first.
  const ofNotes = { first: (rows || usual.notes) + 5 };
  keep(
    'notes.list',
    [customerId, ofNotes],
    filled(await notes.list(customerId, ofNotes, options), rows && ofNotes.first),
  );
  const ofProducts = { first: rows || usual.products, sort: { field: 'revenue', direction: 'descending' } } as const;
  keep('crossSell.list', [customerId, ofProducts], filled(await crossSell.list(customerId, ofProducts, options), rows));

  const ofAccounts = { first: 50 };
  const accounts = await credit.accounts(customerId, ofAccounts, options);
  keep('credit.accounts', [customerId, ofAccounts], accounts);
  const ofEntries = { first: rows || usual.entries };
  const { id } = accounts.items[0]!;
  keep(
    'credit.entries',
    [customerId, id, ofEntries],
    filled(await credit.entries(customerId, id, ofEntries, options), rows),
  );
  const ofCoupons = { first: 50, filter: { status: 'active,scheduled' } };
  keep('coupons.list', [customerId, ofCoupons], await coupons.list(customerId, ofCoupons, options));
  return answers;
}

/** Returns the script that gives a page its responses. */
export const answersScript = async (rows: number): Promise<string> =>
  `globalThis.bench = ${JSON.stringify({ answers: await recordAnswers(rows), rows, now: frozenNow().toISOString(), requests: 0 })};`;
