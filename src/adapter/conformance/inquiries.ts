import { codeOf } from '../../domain/field.ts';
import { Inquiry, inquiryRank, inquiryTotals, isOpenInquiry } from '../../domain/inquiry.ts';
import type { Adapter } from '../adapter.ts';
import { ensure, readable, rejection, same, skip } from './assert.ts';
import { all, reading, writing, type ConformanceCase, type ConformanceSetup } from './subject.ts';
import type { Attempt, Trial } from './trial.ts';

/** Tests the order of inquiries and their figures, replies and changes. */
export function inquiryCases({ adapter, customers: { full, empty } }: ConformanceSetup): ConformanceCase[] {
  const { inquiries } = adapter;
  if (!inquiries?.list) return [];
  const { reply, update } = inquiries;
  const cases: ConformanceCase[] = [
    {
      name: 'inquiries.list: is sorted with urgent ones that are open first, then the oldest that is open',
      async run() {
        const { items } = await inquiries.list!(full, all, reading());
        for (const [index, after] of items.slice(1).entries()) {
          const before = items[index]!;
          const ahead = (Date.parse(after.createdAt) - Date.parse(before.createdAt)) * (isOpenInquiry(after) ? 1 : -1);
          const [rank, next] = [inquiryRank(before), inquiryRank(after)];
          ensure(rank === next ? ahead >= 0 : rank < next, `row ${index + 2} is out of order`);
        }
      },
    },
    {
      name: 'inquiries.list: the figures count the inquiries that are open, and the urgent ones among them',
      async run() {
        for (const filter of [
          undefined,
          ...(statusFilter(adapter) ? [{ status: 'open' }, { status: 'closed' }] : []),
        ]) {
          const { items, totals = {} } = await inquiries.list!(full, { ...all, filter }, reading());
          const { open, urgent } = inquiryTotals(items);
          same([totals.open ?? open, totals.urgent ?? urgent], [open, urgent], 'the open and the urgent inquiries');
        }
      },
    },
  ];
  if (reply)
    cases.push({
      name: 'inquiries.reply: answers or closes the inquiry with the reply, but not under another customer',
      run: () =>
        withInquiry(adapter, full, async ({ id, version, subject, createdAt }) => {
          const text = `Thank you, we are looking into it (${crypto.randomUUID()}).`;
          await rejection(reply(empty, id, { text }, writing({ ifVersion: version })), 'not-found');
          const answer = await reply(full, id, { text }, writing({ ifVersion: version }));
          for (const row of [readable(Inquiry, answer, 'inquiries.reply'), await inquiryOf(adapter, full, id)]) {
            same([codeOf(row.status), row.subject, row.createdAt], ['answered', subject, createdAt], 'the inquiry');
            ensure(row.lastReply && (row.lastReply.text ?? text) === text, 'the last reply should be the one sent');
          }
          const closed = await reply(full, id, { text, close: true }, writing({ ifVersion: answer.version }));
          same(codeOf(closed.status), 'closed', 'the status after a reply that closes');
        }),
    });
  if (update)
    cases.push({
      name: 'inquiries.update: changes the given members only, but not under another customer',
      run: () =>
        withInquiry(adapter, full, async (before) => {
          const { id, version: ifVersion } = before;
          await rejection(update(empty, id, { status: 'closed' }, writing({ ifVersion })), 'not-found');
          const closed = await update(full, id, { status: 'closed' }, writing({ ifVersion }));
          const { version, ...rest } = closed;
          same({ ...rest, version: ifVersion }, { ...before, status: 'closed' }, 'the closed inquiry');
          const urgent = !closed.urgent;
          const after = await update(full, id, { urgent }, writing({ ifVersion: version }));
          same([codeOf(after.status), after.urgent], ['closed', urgent], 'the status and the urgency');
        }),
    });
  return cases;
}

/** Returns the trials of replies and changes. A reply cannot be reverted: the customer has it. */
export function inquiryTrials(adapter: Adapter, customerId: string): readonly Trial[] {
  if (!adapter.inquiries?.list) return [];
  /** Prepares an attempt on an open inquiry. */
  const attempt = async (more: (before: Inquiry) => Attempt): Promise<Attempt> => {
    const before = await openInquiry(adapter, customerId);
    const cleanUp = () => restore(adapter, customerId, before);
    return { ids: [before.id], ifVersion: before.version, cleanUp, ...more(before) };
  };
  const isNow = (id: string, holds: (now: Inquiry) => boolean) => async () =>
    Number(holds(await inquiryOf(adapter, customerId, id)));
  return [
    {
      name: 'inquiries.reply',
      prepare: () =>
        attempt(({ id, lastReply: before }) => {
          const text = `We are looking into it (${crypto.randomUUID()}).`;
          return {
            body: { text },
            otherBody: { text: `${text} It takes two days.` },
            count: isNow(id, ({ lastReply: now }) =>
              now?.text === undefined ? now?.at !== before?.at : now.text === text,
            ),
          };
        }),
    },
    {
      name: 'inquiries.update',
      prepare: () =>
        attempt((before) => ({
          body: { status: 'closed' },
          otherBody: { status: 'answered' },
          count: isNow(before.id, ({ status }) => codeOf(status) === 'closed'),
          undo: () => restore(adapter, customerId, before),
        })),
    },
  ];
}

const statusFilter = ({ inquiries }: Adapter): boolean =>
  inquiries?.capabilities?.list?.filter?.includes('status') === true;

async function inquiryOf(adapter: Adapter, customerId: string, id: string): Promise<Inquiry> {
  const found = (await adapter.inquiries!.list!(customerId, all, reading())).items.find((row) => row.id === id);
  ensure(found, `inquiry ${id} should be in the list`);
  return found;
}

async function openInquiry(adapter: Adapter, customerId: string): Promise<Inquiry> {
  const found = (await adapter.inquiries!.list!(customerId, all, reading())).items.find(isOpenInquiry);
  return found ?? skip('the customer has no open inquiry');
}

async function withInquiry(adapter: Adapter, customerId: string, run: (inquiry: Inquiry) => Promise<void>) {
  const before = await openInquiry(adapter, customerId);
  await run(before).finally(() => restore(adapter, customerId, before));
}

/** Opens an inquiry again, as urgent as it was. */
async function restore(adapter: Adapter, customerId: string, { id, urgent }: Inquiry): Promise<void> {
  const { version, ...now } = await inquiryOf(adapter, customerId, id);
  if (isOpenInquiry(now) && now.urgent === urgent) return;
  await adapter.inquiries?.update?.(customerId, id, { status: 'open', urgent }, writing({ ifVersion: version }));
}
