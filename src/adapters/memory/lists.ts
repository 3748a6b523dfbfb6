import type { ListName, TotalsOf } from '../../adapter/operations.ts';
import type { PageRequest, ReadOptions } from '../../adapter/options.ts';
import { byCode, type ContractList, type RowList } from '../../adapter/toolkit/rows.ts';
import type { PortFeatures } from '../../domain/capabilities.ts';
import type { BookAddress } from '../../domain/address.ts';
import { isWithheld, labelOf, codeOf } from '../../domain/field.ts';
import type { Coupon } from '../../domain/coupon.ts';
import type { CreditAccount, CreditEntry } from '../../domain/credit.ts';
import { naturalKey } from '../../domain/fold-text.ts';
import type { Note, NoteRevision } from '../../domain/note.ts';
import type { Named } from '../../domain/customer.ts';
import type { CatalogProduct } from '../../domain/cross-sell.ts';
import type { ListCapabilities, Page } from '../../domain/page.ts';
import type { Subscription } from '../../domain/subscription.ts';

export interface AnyPlainList<T, S = unknown> extends RowList<T> {
  readonly name: ListName;
  readonly records: readonly T[];
  /** Returns the totals over all records of a customer, or over those that match the request. */
  totals?(records: readonly T[], matching: readonly T[]): S;
  /** Returns a record as it is on a day, where that depends on the day. */
  asOf?(record: T, today: string): T;
  /** Returns a record as an operator may see it, given the `fieldKey` of the customer's masked values. */
  seen?(record: T, masks: readonly string[]): T;
  /** The capabilities of the port besides its method. */
  readonly features?: PortFeatures;
}

/** A list whose records stand in the shop as they are. */
export type PlainList<N extends ListName, T> = AnyPlainList<T> & { readonly name: N } & ContractList<N, T> &
  (TotalsOf<N> extends undefined ? unknown : { totals(records: readonly T[], matching: readonly T[]): TotalsOf<N> });

/** Pinned notes first, then newest first. */
export const noteList: ContractList<'notes.list', Note> = {
  order: [
    { key: ({ pinned }) => (pinned ? 0 : 1) },
    { key: ({ createdAt }) => Date.parse(createdAt), descending: true },
    { key: ({ id }) => id, descending: true },
  ],
  sort: { createdAt: ({ createdAt }) => Date.parse(createdAt) },
  texts: ({ body, author }) => [body, author.id, author.name],
  at: ({ createdAt }) => createdAt,
};

/** Sorted by name. */
export const businessAccountList: ContractList<'businessAccounts.list', Named> = {
  order: [{ key: ({ name }) => naturalKey(name) }, { key: ({ id }) => id }],
  texts: ({ name }) => [name],
};

/** Defaults first, billing before shipping, then in the order of creation. */
export const addressList: ContractList<'addresses.list', BookAddress> = {
  order: [
    { key: ({ defaultFor }) => (defaultFor.includes('billing') ? 0 : defaultFor.includes('shipping') ? 1 : 2) },
    { key: (_, position) => position },
  ],
  texts: ({ address, label }) =>
    isWithheld(address)
      ? []
      : [
          label,
          address.name,
          address.company,
          ...address.lines,
          address.city,
          address.region,
          address.postalCode,
          address.country,
        ],
};

/** The order in which the accounts were opened. */
export const accountList: ContractList<'credit.accounts', CreditAccount> = {
  order: [{ key: (_, position) => position }],
  filters: { kind: byCode(({ kind }) => codeOf(kind)) },
};

/** Newest first: revisions are only appended. */
export const revisionList: ContractList<'notes.revisions', NoteRevision> = {
  order: [{ key: (_, position) => position, descending: true }],
};

/** Newest first: entries are only appended. */
export const entryList: ContractList<'credit.entries', CreditEntry> = {
  order: [{ key: (_, position) => position, descending: true }],
  texts: ({ description, reference, kind, reason, actor }) => [
    description,
    reference,
    labelOf(kind),
    reason && labelOf(reason),
    actor?.name,
  ],
  at: ({ at }) => at,
};

export const couponList: ContractList<'coupons.list', Coupon> = {
  order: [
    { key: ({ issuedAt }) => Date.parse(issuedAt), descending: true },
    { key: ({ id }) => id, descending: true },
  ],
  filters: { status: byCode(({ status }) => codeOf(status)) },
  texts: ({ name }) => [name],
};

/** Subscriptions with a failed payment first, then newest first. */
export const subscriptionList: ContractList<'subscriptions.list', Subscription> = {
  order: [
    { key: ({ status }) => (codeOf(status) === 'past-due' ? 0 : 1) },
    { key: ({ startedAt }) => startedAt, descending: true },
    { key: ({ id }) => id, descending: true },
  ],
  sort: {
    startedAt: ({ startedAt }) => startedAt,
    nextRenewal: ({ nextRenewal }) => nextRenewal,
    price: ({ price }) => price,
    product: ({ product }) => product.title && naturalKey(product.title),
  },
  filters: { status: byCode(({ status }) => codeOf(status)) },
  texts: ({ product }) => [product.title, product.variant, product.sku],
};

/** Sorted by title. */
export const productList: ContractList<'products.list', CatalogProduct> = {
  order: [{ key: ({ title }) => title && naturalKey(title) }, { key: ({ id }) => id }],
  texts: ({ title, sku }) => [title, sku],
};

/** A port that only lists records. */
export interface ListPort<T, S = unknown> extends PortFeatures {
  readonly capabilities?: { readonly list?: ListCapabilities };
  list(customerId: string, page: PageRequest, options: ReadOptions): Promise<Page<T, S>>;
}
