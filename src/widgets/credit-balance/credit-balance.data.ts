import * as v from 'valibot';
import type { ListRequest } from '../../data/list-query.ts';
import type { ListQuery } from '../../data/query.ts';
import { Coupon } from '../../domain/coupon.ts';
import { CreditAccount, CreditEntry } from '../../domain/credit.ts';

/** Lists the accounts of a customer. */
export const accountsOf = (customerId: string): ListQuery<CreditAccount> => ({
  name: 'credit.accounts',
  customerId,
  schema: CreditAccount,
  pageSize: 50,
  load: (adapter, page, options) => adapter.credit?.accounts?.(customerId, page, options),
});

/** Lists the entries of an account, latest first, page by page. */
export const entriesOf = (
  customerId: string,
  accountId: string,
  pageSize: number,
  request: ListRequest = {},
): ListQuery<CreditEntry> => ({
  name: 'credit.entries',
  customerId,
  params: { accountId, request: JSON.stringify(request) },
  // An entry of another account is as invalid as one of another customer.
  schema: v.pipe(
    CreditEntry,
    v.forward(
      v.check((entry) => entry.accountId === accountId),
      ['accountId'],
    ),
  ),
  pageSize,
  load: (adapter, page, options) => adapter.credit?.entries?.(customerId, accountId, { ...page, ...request }, options),
});

/** Lists a customer's coupons, newest first: those with a status of the comma-separated list, or all. */
export const couponsOf = (customerId: string, status?: string): ListQuery<Coupon> => ({
  name: 'coupons.list',
  customerId,
  params: { status },
  schema: Coupon,
  pageSize: 50,
  load: (adapter, page, options) =>
    adapter.coupons?.list?.(customerId, { ...page, ...(status !== undefined && { filter: { status } }) }, options),
});

/** The statuses of coupons that can be used now or later. */
export const usable = 'active,scheduled';
