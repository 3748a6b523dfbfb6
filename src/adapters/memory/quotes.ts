import { AdapterError } from '../../adapter/adapter-error.ts';
import { byCode } from '../../adapter/toolkit/rows.ts';
import { codeOf } from '../../domain/field.ts';
import { naturalKey } from '../../domain/fold-text.ts';
import { closedQuoteStatuses, type Quote } from '../../domain/quote.ts';
import type { PlainList } from './lists.ts';
import { ingridId } from './shop/ingrid-account.ts';

const pounds = (value: string) => ({ value, currency: 'GBP' });

/** The quotes of the customer in the design; three are current. Newest first. */
export const quotes: PlainList<'quotes.list', Quote> = {
  name: 'quotes.list',
  order: [
    { key: ({ createdAt }) => Date.parse(createdAt), descending: true },
    { key: ({ id }) => id, descending: true },
  ],
  sort: {
    number: ({ number }) => naturalKey(number),
    total: ({ total }) => total,
    createdAt: ({ createdAt }) => Date.parse(createdAt),
    validUntil: ({ validUntil }) => validUntil,
  },
  filters: { status: byCode(({ status }) => codeOf(status)), state: isCurrent },
  texts: ({ number, title }) => [number, title],
  at: ({ createdAt }) => createdAt,
  // No process marks quotes as expired.
  asOf: (quote, today) =>
    ['draft', 'sent', 'viewed'].includes(codeOf(quote.status)) && quote.validUntil && quote.validUntil < today
      ? { ...quote, status: 'expired' }
      : quote,
  records: [
    {
      id: 'qt-20817-5',
      customerId: ingridId,
      number: 'Q-1042',
      title: 'Tableware for the second café',
      status: 'draft',
      // The quote has no price yet.
      total: null,
      createdAt: '2026-11-17T15:02:00Z',
      validUntil: null,
      itemCount: 260,
    },
    {
      id: 'qt-20817-4',
      customerId: ingridId,
      number: 'Q-1038',
      title: 'Second grinder and burrs',
      status: 'viewed',
      total: pounds('2268.00'),
      createdAt: '2026-11-11T09:35:00Z',
      validUntil: '2026-12-11',
      itemCount: 3,
    },
    {
      id: 'qt-20817-3',
      customerId: ingridId,
      number: 'Q-1027',
      title: null,
      status: 'sent',
      total: pounds('846.50'),
      createdAt: '2026-11-02T13:20:00Z',
      validUntil: '2026-11-30',
      itemCount: 54,
    },
    {
      id: 'qt-20817-2',
      customerId: ingridId,
      number: 'Q-1009',
      title: 'Christmas set, 40 boxes',
      // No process marks quotes as expired.
      status: 'sent',
      total: pounds('1320.00'),
      createdAt: '2026-09-14T10:05:00Z',
      validUntil: '2026-10-14',
      itemCount: 40,
    },
    {
      id: 'qt-20817-1',
      customerId: ingridId,
      number: 'Q-987',
      title: 'Machine hire, two years',
      status: 'declined',
      total: pounds('4680.00'),
      createdAt: '2026-05-06T11:48:00Z',
      validUntil: '2026-06-05',
    },
  ],
};

/** Creates the filter for current quotes, those that may still be accepted. It is the only supported state. */
function isCurrent(states: readonly string[] | undefined): (quote: Quote) => boolean {
  if (states === undefined) return () => true;
  if (states.join(',') === 'current') return ({ status }) => !closedQuoteStatuses.includes(codeOf(status));
  throw new AdapterError('validation', { fieldErrors: { 'filter[state]': 'current' } });
}
