import { codeOf } from '../../domain/field.ts';
import { closedQuoteStatuses, type Quote } from '../../domain/quote.ts';
import { same } from './assert.ts';
import { newestFirst } from './lists.ts';
import { all, reading, type ConformanceCase, type ConformanceSetup } from './subject.ts';

/** Tests the order of quotes and the filter for current ones. */
export function quoteCases({ adapter: { quotes }, customers: { full } }: ConformanceSetup): ConformanceCase[] {
  if (!quotes?.list) return [];
  const read = async (filter?: Readonly<Record<string, string>>): Promise<readonly Quote[]> =>
    (await quotes.list!(full, { ...all, filter }, reading())).items;
  const can = quotes.capabilities?.list?.filter ?? [];
  const cases: ConformanceCase[] = [
    newestFirst('quotes.list', async () => (await read()).map(({ createdAt }) => createdAt)),
  ];
  if (can.includes('state'))
    cases.push({
      name: 'quotes.list: current quotes are all except declined, expired and canceled ones',
      async run() {
        const rows = await read();
        same(
          (await read({ state: 'current' })).map(({ id }) => id),
          rows.filter(({ status }) => !closedQuoteStatuses.includes(codeOf(status))).map(({ id }) => id),
          'current quotes',
        );
      },
    });
  return cases;
}
