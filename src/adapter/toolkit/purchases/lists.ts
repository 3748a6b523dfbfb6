import { codeOf } from '../../../domain/field.ts';
import {
  countFigures,
  moneyFigures,
  type CountFigure,
  type CrossSellRow,
  type MoneyFigure,
} from '../../../domain/cross-sell.ts';
import { naturalKey } from '../../../domain/fold-text.ts';
import { axes, type Axis } from '../../../domain/order.ts';
import { AdapterError } from '../../adapter-error.ts';
import { byCode, type ContractList, type Filter, type SortKey } from '../rows.ts';
import { totalOf, type Purchase } from './purchase.ts';

/** Newest first; equal times by number, descending. */
export const orderList: ContractList<'orders.list', Purchase> = {
  order: [
    { key: ({ placedAt }) => Date.parse(placedAt), descending: true },
    { key: ({ number }) => naturalKey(number), descending: true },
    { key: ({ id }) => id, descending: true },
  ],
  sort: {
    placedAt: ({ placedAt }) => Date.parse(placedAt),
    number: ({ number }) => naturalKey(number),
    itemCount: ({ itemCount }) => itemCount,
    total: totalOf,
  },
  filters: {
    kind: byCode(({ kind }) => kind),
    archived: isListed,
    ...(Object.fromEntries(
      (Object.keys(axes) as Axis[]).map((axis) => [
        axis,
        byCode(({ status }: Purchase) => status[axis] && codeOf(status[axis].status)),
      ]),
    ) as Record<Axis, Filter<Purchase>>),
  },
  texts: ({ number, lines }) => [number, ...lines.flatMap(({ title, sku, variant }) => [title, sku, variant?.title])],
  at: ({ placedAt }) => placedAt,
};

/** Creates the filter for archived orders, which are excluded by default. */
function isListed(codes: readonly string[] | undefined): (order: Purchase) => boolean {
  const archived = codes?.join(',');
  if (archived === undefined) return (order) => !order.archived;
  if (archived === 'only') return (order) => order.archived === true;
  if (archived === 'include') return () => true;
  throw new AdapterError('validation', { fieldErrors: { 'filter[archived]': 'include or only' } });
}

/** Sorted by revenue, highest first; equal revenues by SKU. */
export const crossSellList: ContractList<'crossSell.list', CrossSellRow> = {
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
  texts: ({ product, variants = [] }) => [
    ...[product.title, product.sku],
    ...variants.flatMap(({ title, sku }) => [title, sku]),
  ],
  at: 'applied',
};
