import { declarationsOf } from '../../adapter/capabilities.ts';
import type { QuotesPort } from '../../adapter/ports/quotes.ts';
import { codeOf } from '../../domain/coded.ts';
import type { Quote } from '../../domain/quote.ts';
import { quoteList } from './lists.ts';
import { listRows } from './list-rows.ts';
import type { MemorySession } from './session.ts';

/** Creates the port of a customer's quotes. */
export function quotesPort(session: MemorySession) {
  return {
    ...declarationsOf('quotes'),

    async list(customerId, page, options) {
      const { quotes } = await session.read('quotes.list', customerId, options);
      const rows = quotes.map((quote) => asOf(quote, session.store.today));
      return listRows(rows, page, options, quoteList).page;
    },
  } satisfies QuotesPort;
}

/** Returns the quote with its current status: no process marks quotes as expired. */
const asOf = (quote: Quote, today: string): Quote =>
  ['draft', 'sent', 'viewed'].includes(codeOf(quote.status)) && quote.validUntil && quote.validUntil < today
    ? { ...quote, status: 'expired' }
    : quote;
