import type { ListQuery } from '../../data/query.ts';
import { BookAddress } from '../../domain/address.ts';

/** How many addresses are asked for at a time where all of them are shown. */
export const pageOfAll = 50;

/** A customer's addresses, defaults first, so many at a time; those with a text in them, where one is sought. */
export const addressesOf = (customerId: string, pageSize: number, text?: string): ListQuery<BookAddress> => ({
  name: 'addresses.list',
  customerId,
  params: { text },
  schema: BookAddress,
  pageSize,
  load: (adapter, page, options) =>
    adapter.addresses?.list?.(customerId, text === undefined ? page : { ...page, text }, options),
});
