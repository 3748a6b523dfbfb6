// Adapters whose inquiries are out of order, miscounted, or changed by too much or too little.
import { knownCustomers } from '../../src/adapters/memory/index.ts';
import type { Inquiry, InquiryTotals } from '../../src/domain/inquiry.ts';
import type { Page } from '../../src/domain/page.ts';
import { overriding, pages, reversed, type Tampering } from './tampering.ts';

const { ingrid } = knownCustomers;
const list = 'inquiries.list';
const sorted = `${list}: is sorted with urgent ones that are open first, then the oldest that is open`;
const counted = `${list}: the figures count the inquiries that are open, and the urgent ones among them`;
const replies = 'inquiries.reply: answers or closes the inquiry with the reply, but not under another customer';
const changes = 'inquiries.update: changes the given members only, but not under another customer';

const totals = (change: (totals: InquiryTotals, page: Page<Inquiry>) => InquiryTotals): Tampering =>
  pages((page) => ({ ...page, totals: change(page.totals as InquiryTotals, page) }), list);

const answers = (name: 'inquiries.reply' | 'inquiries.update', change: (inquiry: Inquiry) => Inquiry): Tampering =>
  overriding(
    name,
    (method) =>
      async (...args) =>
        change((await method(...args)) as Inquiry),
  );

export const brokenInquiries: readonly (readonly [what: string, tampering: Tampering, ...cases: string[]])[] = [
  ['lists inquiries the wrong way round', pages(reversed, list), sorted],
  [
    'lists inquiries newest first, whatever their status',
    pages(
      (page) => ({
        ...page,
        items: page.items.toSorted(
          (a: Inquiry, b: Inquiry) => Number(b.createdAt > a.createdAt) - Number(b.createdAt < a.createdAt),
        ),
      }),
      list,
    ),
    sorted,
  ],
  ['counts all inquiries as open', totals((all, { total = 0 }) => ({ ...all, open: total + 1 })), counted],
  ['counts urgent inquiries that are closed', totals((all) => ({ ...all, urgent: all.urgent! + 1 })), counted],
  ['leaves an answered inquiry open', answers('inquiries.reply', (row) => ({ ...row, status: 'open' })), replies],
  ['returns no reply', answers('inquiries.reply', (row) => ({ ...row, lastReply: null })), replies],
  [
    'closes no inquiry with a reply',
    overriding('inquiries.reply', (reply) => (id, which, body, options) => {
      const { text } = body as { readonly text: string };
      return reply(id, which, { text }, options);
    }),
    replies,
  ],
  [
    'replies and changes under any customer',
    (memory) => ({
      ...memory,
      inquiries: {
        ...memory.inquiries,
        reply: (_, ...rest) => memory.inquiries.reply(ingrid, ...rest),
        update: (_, ...rest) => memory.inquiries.update(ingrid, ...rest),
      },
    }),
    replies,
    changes,
  ],
  [
    'takes the urgency from what it closes',
    overriding('inquiries.update', (update) => (id, which, change, options) => {
      const { status } = change as { readonly status?: string };
      return update(id, which, status === 'closed' ? { urgent: false, status } : (change as object), options);
    }),
    changes,
  ],
];
