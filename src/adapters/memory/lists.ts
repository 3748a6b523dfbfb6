import { AdapterError } from '../../adapter/adapter-error.ts';
import type { BookAddress } from '../../domain/address.ts';
import { labelOf, codeOf } from '../../domain/coded.ts';
import type { Coupon } from '../../domain/coupon.ts';
import type { CreditAccount, CreditEntry } from '../../domain/credit.ts';
import {
  countFigures,
  moneyFigures,
  type CountFigure,
  type CrossSellRow,
  type MoneyFigure,
} from '../../domain/cross-sell.ts';
import { isWithheld } from '../../domain/field.ts';
import { naturalKey } from '../../domain/natural-order.ts';
import type { Note, NoteRevision } from '../../domain/note.ts';
import type { Named } from '../../domain/customer.ts';
import { axes, type Axis } from '../../domain/order-codes.ts';
import type { CatalogProduct } from '../../domain/product.ts';
import type { Subscription } from '../../domain/subscription.ts';
import { byCode, type Filter, type ListShape, type SortKey } from './list-rows.ts';
import type { ShopOrder } from './shop.ts';

/** Newest first; equal times by number, descending. */
export const orderList: ListShape<'orders.list', ShopOrder> = {
  name: 'orders.list',
  order: [
    { key: ({ placedAt }) => Date.parse(placedAt), descending: true },
    { key: ({ number }) => naturalKey(number), descending: true },
    { key: ({ id }) => id, descending: true },
  ],
  sort: {
    placedAt: ({ placedAt }) => Date.parse(placedAt),
    number: ({ number }) => naturalKey(number),
    itemCount: ({ itemCount }) => itemCount,
    total: ({ total }) => total,
  },
  filters: {
    kind: byCode(({ kind }) => kind),
    archived: isListed,
    ...(Object.fromEntries(
      (Object.keys(axes) as Axis[]).map((axis) => [
        axis,
        byCode(({ status }: ShopOrder) => status[axis] && codeOf(status[axis].status)),
      ]),
    ) as Record<Axis, Filter<ShopOrder>>),
  },
  texts: ({ number, lines }) => [number, ...lines.flatMap(({ title, sku }) => [title, sku])],
  at: ({ placedAt }) => placedAt,
};

/** Creates the filter for archived orders, which are excluded by default. */
function isListed(codes: readonly string[] | undefined): (order: ShopOrder) => boolean {
  const archived = codes?.join(',');
  if (archived === undefined) return (order) => !order.archived;
  if (archived === 'only') return (order) => order.archived === true;
  if (archived === 'include') return () => true;
  throw new AdapterError('validation', { fieldErrors: { 'filter[archived]': 'include or only' } });
}

/** Pinned notes first, then newest first. */
export const noteList: ListShape<'notes.list', Note> = {
  name: 'notes.list',
  order: [
    { key: ({ pinned }) => (pinned ? 0 : 1) },
    { key: ({ createdAt }) => Date.parse(createdAt), descending: true },
    { key: ({ id }) => id, descending: true },
  ],
  texts: ({ body, author }) => [body, author.id, author.name],
  at: ({ createdAt }) => createdAt,
};

/** Sorted by revenue, highest first; equal revenues by SKU. */
export const crossSellList: ListShape<'crossSell.list', CrossSellRow> = {
  name: 'crossSell.list',
  order: [
    { key: ({ revenue }) => revenue, descending: true },
    { key: ({ product }) => product.sku && naturalKey(product.sku) },
    { key: ({ id }) => id },
  ],
  sort: {
    title: ({ product }) => product.title && naturalKey(product.title),
    sku: ({ product }) => product.sku && naturalKey(product.sku),
    ...(Object.fromEntries(
      [...countFigures, ...moneyFigures].map((figure) => [figure, (row: CrossSellRow) => row[figure]]),
    ) as Record<CountFigure | MoneyFigure, (row: CrossSellRow) => SortKey | undefined>),
  },
  texts: ({ product }) => [product.title, product.sku],
};

/** Sorted by name. */
export const businessAccountList: ListShape<'businessAccounts.list', Named> = {
  name: 'businessAccounts.list',
  order: [{ key: ({ name }) => naturalKey(name) }, { key: ({ id }) => id }],
  texts: ({ name }) => [name],
};

/** Defaults first, billing before shipping, then in the order of creation. */
export const addressList: ListShape<'addresses.list', BookAddress> = {
  name: 'addresses.list',
  order: [
    { key: ({ defaultFor }) => (defaultFor.includes('billing') ? 0 : defaultFor.includes('shipping') ? 1 : 2) },
    { key: (_, position) => position },
  ],
  texts: ({ address }) =>
    isWithheld(address)
      ? []
      : [
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
export const accountList: ListShape<'credit.accounts', CreditAccount> = {
  name: 'credit.accounts',
  order: [{ key: (_, position) => position }],
  filters: { kind: byCode(({ kind }) => codeOf(kind)) },
};

/** Newest first: revisions are only appended. */
export const revisionList: ListShape<'notes.revisions', NoteRevision> = {
  name: 'notes.revisions',
  order: [{ key: (_, position) => position, descending: true }],
};

/** Newest first: entries are only appended. */
export const entryList: ListShape<'credit.entries', CreditEntry> = {
  name: 'credit.entries',
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

export const couponList: ListShape<'coupons.list', Coupon> = {
  name: 'coupons.list',
  order: [
    { key: ({ issuedAt }) => Date.parse(issuedAt), descending: true },
    { key: ({ id }) => id, descending: true },
  ],
  filters: { status: byCode(({ status }) => codeOf(status)) },
  texts: ({ name }) => [name],
};

/** Subscriptions with a failed payment first, then newest first. */
export const subscriptionList: ListShape<'subscriptions.list', Subscription> = {
  name: 'subscriptions.list',
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
export const productList: ListShape<'products.list', CatalogProduct> = {
  name: 'products.list',
  order: [{ key: ({ title }) => title && naturalKey(title) }, { key: ({ id }) => id }],
  texts: ({ title, sku }) => [title, sku],
};
