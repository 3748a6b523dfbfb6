import { declarationsOf, protocolCapabilities } from '../../../src/adapter/capabilities.ts';
import type { ListName } from '../../../src/adapter/operations.ts';
import type { PageRequest, ReadOptions } from '../../../src/adapter/options.ts';
import { mergeTimeline } from '../../../src/adapter/toolkit/index.ts';
import type { CreditEntry } from '../../../src/domain/credit.ts';
import type { OrderEntry, OrderTotals } from '../../../src/domain/order.ts';
import type { Page } from '../../../src/domain/page.ts';
import { readList } from '../http/query.ts';
import * as changes from './changes.ts';
import * as credit from './credit.ts';
import * as logins from './logins.ts';
import * as notes from './notes.ts';
import type { Call, Handler } from './operation.ts';
import * as orders from './orders.ts';

/**
 * Merges the lists of the other operations, as the operator may see them. Each reads a page by an index, so the page of a
 * customer with very many orders costs no more than those lists do.
 */
export const list: Handler = async (call) => {
  const query = call.list();
  const { from, to, timeZone } = query.range;
  const kind = query.filter.get('kind');
  const request: PageRequest = {
    first: query.first,
    ...(query.after && { after: query.after[0] ?? '' }),
    ...(kind !== undefined && { filter: { kind } }),
    ...((from ?? to) !== undefined && { range: { ...(from && { from }), ...(to && { to }) } }),
  };
  const options = { signal: new AbortController().signal, timeZone };
  const { next, ...page } = await portOf(call).list(call.customerId, request, options);
  return { body: { ...page, next: next === null ? null : query.cursor([next]) } };
};

const portOf = (call: Call) =>
  mergeTimeline({
    orders: { ...declarationsOf('orders'), list: listOf<OrderEntry, OrderTotals>(call, 'orders.list', orders.list) },
    notes: { ...declarationsOf('notes'), list: listOf(call, 'notes.list', notes.list) },
    logins: { ...declarationsOf('logins'), list: listOf(call, 'logins.list', logins.list) },
    changes: { ...declarationsOf('changes'), list: listOf(call, 'changes.list', changes.list) },
    credit: {
      ...declarationsOf('credit'),
      accounts: listOf(call, 'credit.accounts', credit.accounts),
      entries: (customerId, accountId, page, options) =>
        listOf<CreditEntry>({ ...call, id: () => accountId }, 'credit.entries', credit.entries)(
          customerId,
          page,
          options,
        ),
    },
  });

/** Returns a list of the contract that calls the handler of an operation. */
const listOf =
  <T, S = unknown>(call: Call, name: ListName, handler: Handler) =>
  async (_customerId: string, page: PageRequest, { timeZone }: ReadOptions): Promise<Page<T, S>> => {
    const { first, after, sort, filter = {}, range = {} } = page;
    const query = {
      first: String(first),
      ...(after !== undefined && { after }),
      ...(sort && { sort: `${sort.direction === 'descending' ? '-' : ''}${sort.field}` }),
      ...Object.fromEntries(Object.entries(filter).map(([field, codes]) => [`filter[${field}]`, codes])),
      ...range,
      ...(timeZone !== undefined && { timeZone }),
    };
    const path = JSON.stringify([name, call.customerId]);
    const list = () => readList(path, query, undefined, protocolCapabilities[name] ?? {});
    return (await handler({ ...call, body: undefined, list })).body as Page<T, S>;
  };
