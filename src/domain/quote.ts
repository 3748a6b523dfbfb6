import * as v from 'valibot';
import { Figure, Id, ShortText } from './bounds.ts';
import { Coded } from './coded.ts';
import { Money } from './money.ts';
import { Day, Instant } from './time.ts';

/** Codes of a quote's status. */
export const quoteStatuses = ['draft', 'sent', 'viewed', 'accepted', 'declined', 'expired', 'canceled'] as const;

/** The codes of a quote that nothing comes of any more: all others are current. */
export const closedQuoteStatuses: readonly string[] = ['declined', 'expired', 'canceled'];

/** A price that the shop has offered to a customer, or is about to. */
export const Quote = v.object({
  id: Id,
  customerId: Id,
  /** What people call it: `Q-1042`. */
  number: ShortText,
  title: v.optional(v.nullable(ShortText)),
  status: Coded,
  /** `null`: it is not priced yet. */
  total: v.optional(v.nullable(Money)),
  createdAt: Instant,
  /** The last day on which it can be accepted. `null`: it does not expire. */
  validUntil: v.optional(v.nullable(Day)),
  /** Units of products. Charges are not items. */
  itemCount: v.optional(Figure),
});
export type Quote = v.InferOutput<typeof Quote>;
