import * as v from 'valibot';
import { Figure, Id, ShortText } from './bounds.ts';
import { Coded } from './field.ts';
import { Money } from './money.ts';
import { Day, Instant } from './time.ts';

/** The codes of a quote's status. */
export const quoteStatuses = [
  /** It is being prepared. The customer has not received it. */
  'draft',
  /** The customer has received it. */
  'sent',
  /** The customer has opened it. */
  'viewed',
  /** The customer agreed to it. */
  'accepted',
  /** The customer does not want it. */
  'declined',
  /** Its last day has passed without an answer. */
  'expired',
  /** The team withdrew it. */
  'canceled',
] as const;

/** The codes of quotes that are closed. All others are current. */
export const closedQuoteStatuses: readonly string[] = ['declined', 'expired', 'canceled'];

/** A price that the shop has offered to a customer, or is preparing to offer. */
export const Quote = v.object({
  id: Id,
  customerId: Id,
  /** The number to display: `Q-1042`. */
  number: ShortText,
  /** The subject of the quote. */
  title: v.optional(v.nullable(ShortText)),
  /** Known codes: `quoteStatuses`. */
  status: Coded,
  /** `null`: the quote has no price yet. */
  total: v.optional(v.nullable(Money)),
  /** The time when the quote was created. */
  createdAt: Instant,
  /** The last day on which the quote can be accepted. `null`: it does not expire. */
  validUntil: v.optional(v.nullable(Day)),
  /** The number of product units. Charges are not counted. */
  itemCount: v.optional(Figure),
});
export type Quote = v.InferOutput<typeof Quote>;
