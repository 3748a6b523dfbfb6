import type * as v from 'valibot';
import { BookAddress } from '../../domain/address.ts';
import { Coupon } from '../../domain/coupon.ts';
import { CreditAccount, CreditEntry } from '../../domain/credit.ts';
import { CrossSellRow, CrossSellTotals } from '../../domain/cross-sell.ts';
import { Note } from '../../domain/note.ts';
import { OrderEntry, OrderTotals } from '../../domain/order.ts';
import { page, type Page } from '../../domain/page.ts';
import type { Adapter } from '../adapter.ts';
import type { PageRequest, ReadOptions } from '../options.ts';
import type { CreditPort } from '../ports/credit.ts';
import { ensure } from './assert.ts';
import { all, reading } from './subject.ts';

/** What every row of every list has. */
export interface Row {
  readonly id: string;
  readonly customerId: string;
}

/** One of the adapter's lists. */
export interface List<T extends Row = Row> {
  readonly name: string;
  readonly schema: v.GenericSchema;
  /** How many rows the full customer has in it, where three are too many to ask for. */
  readonly atLeast?: number;
  load(customerId: string, page: PageRequest, options: ReadOptions): Promise<Page<T>>;
}

/** The lists that an adapter has. */
export function listsOf({ addresses, orders, notes, crossSell, credit, coupons }: Adapter): List[] {
  const lists: List[] = [];
  const add = <T extends Row>(
    name: string,
    schema: v.GenericSchema,
    load: List<T>['load'] | undefined,
    atLeast = 3,
  ): void => {
    if (load) lists.push({ name, schema, load, atLeast });
  };
  add('addresses.list', page(BookAddress), addresses?.list?.bind(addresses));
  add('orders.list', page(OrderEntry, OrderTotals), orders?.list?.bind(orders));
  add('notes.list', page(Note), notes?.list?.bind(notes), notes?.single ? 1 : undefined);
  add('crossSell.list', page(CrossSellRow, CrossSellTotals), crossSell?.list?.bind(crossSell));
  add('credit.accounts', page(CreditAccount), credit?.accounts?.bind(credit));
  add('credit.entries', page(CreditEntry), credit && firstLedger(credit));
  add('coupons.list', page(Coupon), coupons?.list?.bind(coupons));
  return lists;
}

/** The ledger of the first account; empty where there is no account. */
function firstLedger(credit: CreditPort): List['load'] | undefined {
  if (!credit.accounts || !credit.entries) return undefined;
  return async (customerId, request, options) => {
    const accounts = await credit.accounts?.(customerId, all, options);
    const [account] = accounts?.items ?? [];
    const entries = account && (await credit.entries?.(customerId, account.id, request, options));
    return entries ?? { items: [], next: null };
  };
}

/** Every row of a list, page by page. `between` is done after each page but the last. */
export async function walk<T extends Row>(
  list: List<T>,
  customerId: string,
  request: PageRequest,
  between: () => Promise<unknown> = () => Promise.resolve(),
): Promise<T[]> {
  const rows: T[] = [];
  let after: string | undefined;
  do {
    const { items, next } = await list.load(customerId, { ...request, after }, reading());
    ensure(items.length <= request.first, `a page of ${request.first} has ${items.length} rows`);
    ensure(next === null || items.length > 0, 'an empty page says that there is a next one');
    rows.push(...items);
    after = next ?? undefined;
    if (after !== undefined) await between();
    ensure(rows.length < 100_000, 'the pages never end');
  } while (after !== undefined);
  return rows;
}
