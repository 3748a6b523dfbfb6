import * as v from 'valibot';
import { Figure, Id, ShortText } from './bounds.ts';
import { Coded } from './coded.ts';
import { Money } from './money.ts';
import { Instant } from './time.ts';

/** The state of one axis, and how much of the order it is about: 1 of 3 lines. */
export const AxisStatus = v.object({
  status: Coded,
  extent: v.optional(v.object({ done: Figure, of: Figure })),
});
export type AxisStatus = v.InferOutput<typeof AxisStatus>;

/** An absent axis is not known. */
export const OrderStatus = v.object({
  payment: v.optional(AxisStatus),
  fulfillment: v.optional(AxisStatus),
  cancellation: v.optional(AxisStatus),
  exchange: v.optional(AxisStatus),
  return: v.optional(AxisStatus),
});
export type OrderStatus = v.InferOutput<typeof OrderStatus>;

const entry = {
  id: Id,
  customerId: Id,
  /** What people call it: `#10512`. */
  number: ShortText,
  placedAt: Instant,
  /** Units of products; a return counts what came back, above zero. Charges are not items. */
  itemCount: v.optional(Figure),
  /** The title of the first line that is a product, and how many further ones there are. */
  summary: v.optional(v.object({ title: ShortText, more: Figure })),
  /** Negative for a return. */
  total: Money,
  status: v.optional(OrderStatus, {}),
  /** Put away by the platform: listed only where a list is asked for what is archived. */
  archived: v.optional(v.boolean()),
};

export const Order = v.object({ kind: v.literal('order'), ...entry });
export type Order = v.InferOutput<typeof Order>;

/** Goods that came back. `original` is the order they belong to: absent where the platform names none. */
export const Return = v.object({
  kind: v.literal('return'),
  ...entry,
  original: v.optional(v.object({ id: Id, number: ShortText })),
});
export type Return = v.InferOutput<typeof Return>;

/** A row of the order history. */
export const OrderEntry = v.variant('kind', [Order, Return]);
export type OrderEntry = v.InferOutput<typeof OrderEntry>;

/** How many there are of each kind in the whole set. */
export const OrderTotals = v.object({
  orders: v.optional(Figure),
  returns: v.optional(Figure),
});
export type OrderTotals = v.InferOutput<typeof OrderTotals>;
