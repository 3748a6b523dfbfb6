import * as v from 'valibot';
import { boundedList, Count, Id, ShortText } from './bounds.ts';

/** A group of customers who buy at the same prices, as one customer sees it. */
export const PriceGroup = v.object({
  id: Id,
  customerId: Id,
  /** The version of the customer's groups together: the same in every row. */
  version: v.optional(Id),
  /** The name to display. */
  name: ShortText,
  /** `true` if the customer is in the group. */
  assigned: v.boolean(),
  /** The rank among the groups of a customer: 1 is applied first. Absent: the platform does not rank them. */
  priority: v.optional(Count),
  /** What the group gets, in the platform's own words: `12 % off the list price`. `null`: nothing. */
  discount: v.optional(v.nullable(ShortText)),
  /** The number of customers in the group. */
  members: v.optional(Count),
});
export type PriceGroup = v.InferOutput<typeof PriceGroup>;

/** The groups to assign or to unassign, all of them or none. */
export const PriceGroupSelection = v.object({
  /** The ids of groups. */
  groupIds: v.pipe(boundedList(Id), v.minLength(1)),
});
export type PriceGroupSelection = v.InferOutput<typeof PriceGroupSelection>;

/** The groups of a customer after a change. */
export const AssignedPriceGroups = v.object({
  customerId: Id,
  version: v.optional(Id),
  /** The ids of all groups that the customer is in. */
  groupIds: boundedList(Id),
});
export type AssignedPriceGroups = v.InferOutput<typeof AssignedPriceGroups>;
