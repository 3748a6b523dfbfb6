import type { BookAddress } from '../../domain/address.ts';
import { labelOf, codeOf } from '../../domain/coded.ts';
import type { Coupon } from '../../domain/coupon.ts';
import type { CreditAccount, CreditEntry } from '../../domain/credit.ts';
import { countFigures, moneyFigures, type CrossSellRow } from '../../domain/cross-sell.ts';
import { isWithheld } from '../../domain/field.ts';
import { naturalKey } from '../../domain/natural-order.ts';
import type { Note, NoteRevision } from '../../domain/note.ts';
import type { Named } from '../../domain/customer.ts';
import { axes, type Axis } from '../../domain/order-codes.ts';
import type { Page } from '../../domain/page.ts';
import type { ListShape, SortKey } from './paging.ts';
import type { ShopOrder } from './shop.ts';

/** Newest first; of one instant by number, descending. */
export const orderList: ListShape<ShopOrder> = {
  order: [
    { key: ({ placedAt }) => Date.parse(placedAt), descending: true },
    { key: ({ number }) => naturalKey(number), descending: true },
    { key: ({ id }) => id, descending: true },
  ],
  sortable: {
    placedAt: ({ placedAt }) => Date.parse(placedAt),
    number: ({ number }) => naturalKey(number),
    itemCount: ({ itemCount }) => itemCount,
    total: ({ total }) => total,
  },
  filters: {
    kind: ({ kind }) => kind,
    ...Object.fromEntries(
      (Object.keys(axes) as Axis[]).map((axis) => [
        axis,
        ({ status }: ShopOrder) => status[axis] && codeOf(status[axis].status),
      ]),
    ),
  },
  texts: ({ number, lines }) => [number, ...lines.flatMap(({ title, sku }) => [title, sku])],
};

/** Pinned ones first, then newest first. */
export const noteList: ListShape<Note> = {
  order: [
    { key: ({ pinned }) => (pinned ? 0 : 1) },
    { key: ({ createdAt }) => Date.parse(createdAt), descending: true },
    { key: ({ id }) => id, descending: true },
  ],
  texts: ({ body, author }) => [body, author.id, author.name],
};

/** By revenue, highest first; the same by SKU. */
export const crossSellList: ListShape<CrossSellRow> = {
  order: [
    { key: ({ revenue }) => revenue, descending: true },
    { key: ({ product }) => product.sku && naturalKey(product.sku) },
    { key: ({ id }) => id },
  ],
  sortable: {
    title: ({ product }) => product.title && naturalKey(product.title),
    sku: ({ product }) => product.sku && naturalKey(product.sku),
    ...Object.fromEntries(
      [...countFigures, ...moneyFigures].map((figure) => [
        figure,
        (row: CrossSellRow): SortKey | undefined => row[figure],
      ]),
    ),
  },
  texts: ({ product }) => [product.title, product.sku],
};

/** By name. */
export const businessAccountList: ListShape<Named> = {
  order: [{ key: ({ name }) => naturalKey(name) }, { key: ({ id }) => id }],
  texts: ({ name }) => [name],
};

/** A row that stands where it was put: accounts as they were opened, entries as they were made, addresses as added. */
export interface Placed<T> {
  readonly row: T;
  readonly position: number;
}
export const rowsOf = <T>(page: Page<Placed<T>>): Page<T> => ({ ...page, items: page.items.map(({ row }) => row) });
export const placed = <T>(rows: readonly T[]): readonly Placed<T>[] => rows.map((row, position) => ({ row, position }));

/** The defaults first, billing before shipping, then in the order they were added. */
export const addressList: ListShape<Placed<BookAddress>> = {
  order: [
    {
      key: ({ row: { defaultFor } }) => (defaultFor.includes('billing') ? 0 : defaultFor.includes('shipping') ? 1 : 2),
    },
    { key: ({ position }) => position },
  ],
  texts: ({ row: { address } }) =>
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

export const accountList: ListShape<Placed<CreditAccount>> = {
  order: [{ key: ({ position }) => position }],
  filters: { kind: ({ row }) => codeOf(row.kind) },
};

/** Newest first: a history is only ever added to. */
export const revisionList: ListShape<Placed<NoteRevision>> = {
  order: [{ key: ({ position }) => position, descending: true }],
};

/** Newest first: a ledger is only ever added to. */
export const entryList: ListShape<Placed<CreditEntry>> = {
  order: [{ key: ({ position }) => position, descending: true }],
  texts: ({ row }) => [
    row.description,
    row.reference,
    labelOf(row.kind),
    row.reason && labelOf(row.reason),
    row.actor?.name,
  ],
};

export const couponList: ListShape<Coupon> = {
  order: [
    { key: ({ issuedAt }) => Date.parse(issuedAt), descending: true },
    { key: ({ id }) => id, descending: true },
  ],
  filters: { status: ({ status }) => codeOf(status) },
  texts: ({ name }) => [name],
};
