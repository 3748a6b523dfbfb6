import type { ListOperation } from '../../data/list-query.ts';
import { BookAddress } from '../../domain/address.ts';

/** The number of addresses per page in the view of all addresses. */
export const pageOfAll = 50;

/** Lists a customer's addresses, defaults first. */
export const addresses: ListOperation<BookAddress> = {
  name: 'addresses.list',
  schema: BookAddress,
  call: ({ addresses: port }, customerId, page, options) => port?.list?.(customerId, page, options),
};
