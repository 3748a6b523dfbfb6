import type { Adapter } from '../../adapter/adapter.ts';
import { AdapterError } from '../../adapter/adapter-error.ts';
import type { Guarantees, ReadOptions, WriteOptions } from '../../adapter/options.ts';
import type { CreditAccount, CreditEntry, CreditOutcome } from '../../domain/credit.ts';
import type { CrossSellRow, CrossSellTotals } from '../../domain/cross-sell.ts';
import type { Customer } from '../../domain/customer.ts';
import type { Note } from '../../domain/note.ts';
import type { Permissions } from '../../domain/operator.ts';
import type { OrderDetail, OrderEntry, OrderTotals } from '../../domain/order.ts';
import type { Page } from '../../domain/page.ts';
import type { CustomerStats } from '../../domain/stats.ts';
import { entityTag, escapeReason, reasonHeader } from './headers.ts';
import { pageQuery, rangeQuery } from './query.ts';
import { pathOf, routes, type Operation, type PathParams } from './routes.ts';
import { Transport, type TransportOptions } from './transport.ts';

export type RestOptions = TransportOptions;

/**
 * An adapter for a server that speaks the protocol of `docs/openapi.yaml`. Signing in is the host's, which gives the
 * token. Answers are handed on as they come, for whoever asked checks them.
 */
export function restAdapter(options: RestOptions) {
  const transport = new Transport(options);
  /** What the protocol demands of a server. */
  const guarantees: Guarantees = { idempotency: true, versions: true };

  async function read<A>(route: Address, { signal, locale }: ReadOptions, query?: URLSearchParams): Promise<A> {
    return (await transport.send({ ...route, query, headers: { 'Accept-Language': locale }, signal })) as A;
  }

  async function write<A>(route: Address, options: WriteOptions, body?: unknown): Promise<A> {
    const { idempotencyKey, ifVersion, reason, dryRun, signal } = options;
    const headers = {
      'Idempotency-Key': idempotencyKey,
      'If-Match': ifVersion === undefined ? undefined : entityTag(ifVersion),
      [reasonHeader]: reason === undefined ? undefined : escapeReason(reason),
    };
    const query = new URLSearchParams(dryRun ? { dryRun: 'true' } : {});
    return (await transport.send({ ...route, query, headers, body, signal })) as A;
  }

  return {
    customers: {
      get: async (customerId, options) => read<Customer>(at('customers.get', { customerId }), options),
    },

    orders: {
      list: async (customerId, page, options) =>
        read<Page<OrderEntry, OrderTotals>>(
          at('orders.list', { customerId }),
          options,
          pageQuery(page, options.timeZone),
        ),
      get: async (customerId, orderId, options) =>
        read<OrderDetail>(at('orders.get', { customerId, orderId }), options),
    },

    crossSell: {
      list: async (customerId, page, options) =>
        read<Page<CrossSellRow, CrossSellTotals>>(
          at('crossSell.list', { customerId }),
          options,
          pageQuery(page, options.timeZone),
        ),
    },

    stats: {
      get: async (customerId, range, options) =>
        read<CustomerStats>(at('stats.get', { customerId }), options, rangeQuery(range, options.timeZone)),
    },

    notes: {
      guarantees,
      list: async (customerId, page, options) =>
        read<Page<Note>>(at('notes.list', { customerId }), options, pageQuery(page, options.timeZone)),
      create: async (customerId, note, options) => write<Note>(at('notes.create', { customerId }), options, note),
      update: async (customerId, noteId, note, options) =>
        write<Note>(at('notes.update', { customerId, noteId }), options, note),
      delete: async (customerId, noteId, options) => write<void>(at('notes.delete', { customerId, noteId }), options),
    },

    credit: {
      guarantees,
      accounts: async (customerId, page, options) =>
        read<Page<CreditAccount>>(at('credit.accounts', { customerId }), options, pageQuery(page, options.timeZone)),
      entries: async (customerId, accountId, page, options) =>
        read<Page<CreditEntry>>(
          at('credit.entries', { customerId, accountId }),
          options,
          pageQuery(page, options.timeZone),
        ),
      adjust: async (customerId, adjustment, options) =>
        write<CreditOutcome>(at('credit.adjust', { customerId }), options, adjustment),
    },

    permissions: async (customerId, options) => read<Permissions>(at('permissions', { customerId }), options),
  } satisfies Adapter;
}

interface Address {
  readonly method: string;
  readonly path: string;
}

/** Throws `not-found` for an id that no path can carry: nothing is there. */
function at<O extends Operation>(operation: O, params: PathParams<O>): Address {
  try {
    return { method: routes[operation].method, path: pathOf(operation, params) };
  } catch (cause) {
    throw new AdapterError('not-found', { cause });
  }
}
