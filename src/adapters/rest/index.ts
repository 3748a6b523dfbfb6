import type { Adapter } from '../../adapter/adapter.ts';
import { AdapterError } from '../../adapter/adapter-error.ts';
import type { Guarantees, PageRequest, ReadOptions, WriteOptions } from '../../adapter/options.ts';
import type { BookAddress } from '../../domain/address.ts';
import type { Coupon } from '../../domain/coupon.ts';
import type { CreditAccount, CreditEntry, CreditOutcome } from '../../domain/credit.ts';
import type { CrossSellRow, CrossSellTotals } from '../../domain/cross-sell.ts';
import type { Revealed } from '../../domain/customer-change.ts';
import type { Customer, Named } from '../../domain/customer.ts';
import type { Note, NoteRevision } from '../../domain/note.ts';
import type { Permissions } from '../../domain/operator.ts';
import type { OrderDetail } from '../../domain/order-detail.ts';
import type { OrderEntry, OrderTotals } from '../../domain/order.ts';
import type { Page } from '../../domain/page.ts';
import type { CustomerStats } from '../../domain/stats.ts';
import type { Position } from './events.ts';
import { entityTag, escapeText, reasonHeader, textHeader, wellFormed } from './headers.ts';
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
  const position: Position = { heardAt: 0 };

  async function read<A>(route: Address, { signal, locale }: ReadOptions, query?: URLSearchParams): Promise<A> {
    return (await transport.send({ ...route, query, headers: { 'Accept-Language': locale }, signal })) as A;
  }

  async function list<A>(route: Address, page: PageRequest, { signal, locale, timeZone }: ReadOptions): Promise<A> {
    const headers = {
      'Accept-Language': locale,
      [textHeader]: page.text === undefined ? undefined : escapeText(wellFormed(page.text)),
    };
    return (await transport.send({ ...route, query: pageQuery(page, timeZone), headers, signal })) as A;
  }

  async function write<A>(route: Address, options: WriteOptions, body?: unknown): Promise<A> {
    const { idempotencyKey, ifVersion, reason, dryRun, signal } = options;
    if (reason !== undefined && wellFormed(reason) !== reason)
      throw new AdapterError('validation', { fieldErrors: { [reasonHeader]: 'has characters that cannot be kept' } });
    const headers = {
      'Idempotency-Key': idempotencyKey,
      'If-Match': ifVersion === undefined ? undefined : entityTag(ifVersion),
      [reasonHeader]: reason === undefined ? undefined : escapeText(reason),
    };
    const query = new URLSearchParams(dryRun ? { dryRun: 'true' } : {});
    return (await transport.send({ ...route, query, headers, body, signal, isWrite: !dryRun })) as A;
  }

  return {
    customers: {
      guarantees,
      get: async (customerId, options) => read<Customer>(at('customers.get', { customerId }), options),
      update: async (customerId, change, options) =>
        write<Customer>(at('customers.update', { customerId }), options, change),
      setPassword: async (customerId, input, options) =>
        write<void>(at('customers.setPassword', { customerId }), options, input),
      setStatus: async (customerId, status, options) =>
        write<Customer>(at('customers.setStatus', { customerId }), options, status),
      reveal: async (customerId, what, options) =>
        write<Revealed>(at('customers.reveal', { customerId }), options, what),
    },

    addresses: {
      guarantees,
      list: async (customerId, page, options) =>
        list<Page<BookAddress>>(at('addresses.list', { customerId }), page, options),
      create: async (customerId, address, options) =>
        write<BookAddress>(at('addresses.create', { customerId }), options, address),
      update: async (customerId, addressId, address, options) =>
        write<BookAddress>(at('addresses.update', { customerId, addressId }), options, address),
      delete: async (customerId, addressId, options) =>
        write<void>(at('addresses.delete', { customerId, addressId }), options),
      setDefault: async (customerId, addressId, use, options) =>
        write<BookAddress>(at('addresses.setDefault', { customerId, addressId }), options, { use }),
    },

    businessAccounts: {
      list: async (customerId, page, options) =>
        list<Page<Named>>(at('businessAccounts.list', { customerId }), page, options),
    },

    orders: {
      list: async (customerId, page, options) =>
        list<Page<OrderEntry, OrderTotals>>(at('orders.list', { customerId }), page, options),
      get: async (customerId, orderId, options) =>
        read<OrderDetail>(at('orders.get', { customerId, orderId }), options),
    },

    crossSell: {
      list: async (customerId, page, options) =>
        list<Page<CrossSellRow, CrossSellTotals>>(at('crossSell.list', { customerId }), page, options),
    },

    stats: {
      get: async (customerId, range, options) =>
        read<CustomerStats>(at('stats.get', { customerId }), options, rangeQuery(range, options.timeZone)),
    },

    notes: {
      guarantees,
      list: async (customerId, page, options) => list<Page<Note>>(at('notes.list', { customerId }), page, options),
      create: async (customerId, note, options) => write<Note>(at('notes.create', { customerId }), options, note),
      update: async (customerId, noteId, change, options) =>
        write<Note>(at('notes.update', { customerId, noteId }), options, change),
      delete: async (customerId, noteId, options) => write<void>(at('notes.delete', { customerId, noteId }), options),
      restore: async (customerId, noteId, options) => write<Note>(at('notes.restore', { customerId, noteId }), options),
      revisions: async (customerId, noteId, page, options) =>
        list<Page<NoteRevision>>(at('notes.revisions', { customerId, noteId }), page, options),
    },

    credit: {
      guarantees,
      accounts: async (customerId, page, options) =>
        list<Page<CreditAccount>>(at('credit.accounts', { customerId }), page, options),
      entries: async (customerId, accountId, page, options) =>
        list<Page<CreditEntry>>(at('credit.entries', { customerId, accountId }), page, options),
      adjust: async (customerId, adjustment, options) =>
        write<CreditOutcome>(at('credit.adjust', { customerId }), options, adjustment),
    },

    coupons: {
      guarantees,
      list: async (customerId, page, options) => list<Page<Coupon>>(at('coupons.list', { customerId }), page, options),
      issue: async (customerId, coupon, options) => write<Coupon>(at('coupons.issue', { customerId }), options, coupon),
      revoke: async (customerId, couponId, options) =>
        write<Coupon>(at('coupons.revoke', { customerId, couponId }), options),
    },

    permissions: async (customerId, options) => read<Permissions>(at('permissions', { customerId }), options),

    async watch(topics, sink, { signal }) {
      const since = Date.now();
      const { watchChanges } = await import('./events.ts');
      await watchChanges({ transport, topics, sink, signal, since, position });
    },
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
