import type { Inquiry, InquiryChange, InquiryReply, InquiryTotals } from '../../domain/inquiry.ts';
import type { ListCapabilities, Page } from '../../domain/page.ts';
import type { OperationsOf } from '../operation.ts';
import type { Guarantees, PageRequest, ReadOptions, WriteOptions } from '../options.ts';

/**
 * The inquiries of a customer: open ones first, urgent before others and the oldest first; then the rest, newest first.
 * Filters: `status`, `channel` (several codes separated by commas). A search matches subjects, texts, the last reply and
 * numbers of orders.
 */
export interface InquiriesPort {
  /** The guarantees of the backend. Required if the adapter has one of the writes. */
  readonly guarantees?: Guarantees;
  /** The query options that each list supports. A list without an entry supports none. */
  readonly capabilities?: { readonly list?: ListCapabilities };
  /** Fetches a page of inquiries, and how many are open and urgent. */
  list?(customerId: string, page: PageRequest, options: ReadOptions): Promise<Page<Inquiry, InquiryTotals>>;
  /** Sends a reply to the customer. The inquiry is then answered, or closed if the reply says so. */
  reply?(customerId: string, inquiryId: string, reply: InquiryReply, options: WriteOptions): Promise<Inquiry>;
  /** Changes the status of an inquiry, or whether it is urgent, without a reply. */
  update?(customerId: string, inquiryId: string, change: InquiryChange, options: WriteOptions): Promise<Inquiry>;
}

export const inquiries = {
  list: {
    kind: 'list',
    scope: 'customer',
    path: '/inquiries',
    item: 'Inquiry',
    totals: 'InquiryTotals',
    can: { search: true, sort: ['createdAt', 'subject'], filter: ['status', 'channel'], range: true },
    summary: 'Inquiries of the customer: urgent ones that are open first, then the oldest that is open',
  },
  reply: {
    kind: 'write',
    scope: 'customer',
    method: 'POST',
    path: '/inquiries/{inquiryId}/replies',
    body: 'InquiryReply',
    answer: 'Inquiry',
    version: 'required',
    summary: 'Reply to an inquiry',
  },
  update: {
    kind: 'write',
    scope: 'customer',
    method: 'PATCH',
    path: '/inquiries/{inquiryId}',
    body: 'InquiryChange',
    answer: 'Inquiry',
    version: 'required',
    summary: 'Change the status or the urgency of an inquiry',
  },
} as const satisfies OperationsOf<InquiriesPort>;
