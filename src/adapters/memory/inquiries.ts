import { byCode } from '../../adapter/toolkit/rows.ts';
import { codeOf } from '../../domain/field.ts';
import { naturalKey } from '../../domain/fold-text.ts';
import { inquiryRank, inquiryTotals, isOpenInquiry, type Inquiry, type InquiryReply } from '../../domain/inquiry.ts';
import type { Actor } from '../../domain/operator.ts';
import type { PlainList } from './lists.ts';
import { ingridId as customerId } from './shop/ingrid-account.ts';
import { staff } from './shop/people.ts';

const order = (number: string) => ({ id: `o-${number}`, number: `#${number}` });

/** The inquiries of the customer in the design; three are open. */
export const inquiries: PlainList<'inquiries.list', Inquiry> = {
  name: 'inquiries.list',
  order: [
    { key: inquiryRank },
    { key: (inquiry) => Date.parse(inquiry.createdAt) * (isOpenInquiry(inquiry) ? 1 : -1) },
    { key: ({ id }) => id },
  ],
  sort: {
    createdAt: ({ createdAt }) => Date.parse(createdAt),
    subject: ({ subject }) => naturalKey(subject),
  },
  filters: {
    status: byCode(({ status }) => codeOf(status)),
    channel: byCode(({ channel }) => channel && codeOf(channel)),
  },
  texts: ({ subject, text, lastReply, order: about }) => [subject, text, lastReply?.text, about?.number],
  at: ({ createdAt }) => createdAt,
  totals: (_, matching) => inquiryTotals(matching),
  records: [
    {
      id: 'inq-20817-6',
      customerId,
      version: '1',
      subject: 'My bank asks for approval twice',
      text: 'I approved the payment in the app on Monday and again this morning, and the order still says pending.\nWe need the cups for Friday.',
      channel: 'email',
      urgent: true,
      status: 'open',
      createdAt: '2026-11-18T07:42:00Z',
      lastReply: null,
      order: order('10512'),
    },
    {
      id: 'inq-20817-5',
      customerId,
      version: '1',
      subject: 'Can the delivery come before ten?',
      text: 'The yard is closed to vans after ten. The driver left on Tuesday.',
      channel: 'chat',
      urgent: false,
      status: 'open',
      createdAt: '2026-11-17T16:20:00Z',
      lastReply: null,
      order: order('10498'),
    },
    {
      id: 'inq-20817-4',
      customerId,
      version: '2',
      subject: 'Chip on the rim of one jug',
      text: 'One of the four jugs has a chip. Photos are attached. Can I exchange it?',
      channel: 'form',
      urgent: false,
      status: 'open',
      createdAt: '2026-10-22T12:51:00Z',
      lastReply: {
        at: '2026-10-22T14:02:00Z',
        text: 'Thank you for the photos. A new jug is on its way; keep the old one.',
        author: staff.priya,
      },
      order: order('10388'),
    },
    {
      id: 'inq-20817-3',
      customerId,
      version: '2',
      subject: 'Separate invoice for the machine hire',
      text: 'From January, please. Our accountant keeps rent apart.',
      channel: 'phone',
      urgent: false,
      status: 'answered',
      createdAt: '2026-09-14T15:30:00Z',
      lastReply: { at: '2026-09-15T09:12:00Z', text: 'Noted for January.', author: staff.tom },
      order: null,
    },
    {
      id: 'inq-20817-2',
      customerId,
      version: '3',
      subject: 'Thermometers read too warm',
      text: 'Two of them are four degrees off.',
      channel: 'email',
      urgent: true,
      status: 'closed',
      createdAt: '2026-06-01T10:04:00Z',
      lastReply: { at: '2026-06-02T13:31:00Z', text: 'The refund and the credit are both done.', author: staff.priya },
      order: null,
    },
    {
      id: 'inq-20817-1',
      customerId,
      version: '1',
      subject: 'Do you fire in oat again?',
      text: null,
      channel: { code: 'fair', label: 'Trade fair' },
      status: 'closed',
      createdAt: '2026-02-12T11:00:00Z',
      lastReply: null,
      order: null,
    },
  ],
};

/** Returns an inquiry after a reply. */
export const replied = (inquiry: Inquiry, { text, close }: InquiryReply, at: string, author: Actor): Inquiry => ({
  ...inquiry,
  status: close ? 'closed' : 'answered',
  lastReply: { at, text, author },
});
