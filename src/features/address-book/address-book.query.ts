import type { ListOperation } from '../../data/list-query.ts';
import { BookAddress } from '../../domain/address.ts';

/** How many addresses are asked for at a time where all of them are shown. */
export const pageOfAll = 50;

/** A customer's addresses, defaults first. */
export const addresses: ListOperation<BookAddress> = {
  name: 'addresses.list',
  schema: BookAddress,
  call: ({ addresses: port }, customerId, page, options) => port?.list?.(customerId, page, options),
};
