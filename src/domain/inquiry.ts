import * as v from 'valibot';
import { Count, Id, LongText, ShortText, trim } from './bounds.ts';
import { codeOf, Coded } from './field.ts';
import { Actor } from './operator.ts';
import { OriginalOrder } from './order.ts';
import { Instant } from './time.ts';

/** The codes of an inquiry's status. */
export const inquiryStatuses = [
  /** It waits for a reply. */
  'open',
  /** Somebody has replied. */
  'answered',
  /** It needs nothing more. */
  'closed',
] as const;

/** The codes of the way in which an inquiry came in. */
export const inquiryChannels = ['email', 'chat', 'phone', 'form', 'social'] as const;

/** The maximum length of a reply in characters. */
export const maxReplyLength = 10_000;

/** A question or a complaint of a customer. */
export const Inquiry = v.object({
  id: Id,
  customerId: Id,
  version: v.optional(Id),
  /** What it is about, in one line. */
  subject: ShortText,
  /** What the customer wrote, with its line breaks. Absent: unknown. `null`: the subject is all there is. */
  text: v.optional(v.nullable(LongText)),
  /** Known codes: `inquiryChannels`. */
  channel: v.optional(Coded),
  /** `true` if it must be answered before others. */
  urgent: v.optional(v.boolean()),
  /** Known codes: `inquiryStatuses`. */
  status: Coded,
  /** The time when it came in. */
  createdAt: Instant,
  /** The last reply of the team. `null`: there is none. */
  lastReply: v.optional(v.nullable(v.object({ at: Instant, text: v.optional(LongText), author: v.optional(Actor) }))),
  /** The order that it is about. `null`: it is about none. */
  order: v.optional(v.nullable(OriginalOrder)),
});
export type Inquiry = v.InferOutput<typeof Inquiry>;

/** Figures over all rows of the list, or over those that match the search, the filters and the range. */
export const InquiryTotals = v.object({
  /** The number of open inquiries. */
  open: v.optional(Count),
  /** The number of open inquiries that are urgent. */
  urgent: v.optional(Count),
});
export type InquiryTotals = v.InferOutput<typeof InquiryTotals>;

/** A reply to an inquiry. */
export const InquiryReply = v.object({
  /** The text, with at least one visible character. */
  text: v.pipe(v.string(), trim(), v.minLength(1), v.maxLength(maxReplyLength)),
  /** `true` to close the inquiry with the reply. */
  close: v.optional(v.boolean()),
});
export type InquiryReply = v.InferOutput<typeof InquiryReply>;

/** The changed members of an inquiry: at least one. An absent member is not changed. */
export const InquiryChange = v.pipe(
  v.object({
    /** The new status. */
    status: v.optional(v.picklist(inquiryStatuses)),
    /** `true` if it must be answered before others. */
    urgent: v.optional(v.boolean()),
  }),
  v.minEntries(1),
);
export type InquiryChange = v.InferOutput<typeof InquiryChange>;

/** `true` if an inquiry waits for a reply. */
export const isOpenInquiry = ({ status }: Pick<Inquiry, 'status'>): boolean => codeOf(status) === 'open';

/** Returns the place of an inquiry in the list: urgent ones that are open, others that are open, and the rest. */
export const inquiryRank = (inquiry: Inquiry): number => (isOpenInquiry(inquiry) ? (inquiry.urgent ? 0 : 1) : 2);

/** Returns the figures of some inquiries. */
export function inquiryTotals(inquiries: readonly Inquiry[]): InquiryTotals {
  const ranks = inquiries.map(inquiryRank);
  return { open: ranks.filter((rank) => rank < 2).length, urgent: ranks.filter((rank) => rank === 0).length };
}
