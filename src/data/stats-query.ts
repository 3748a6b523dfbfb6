import { CustomerStats } from '../domain/stats.ts';
import type { DayRange } from '../domain/time.ts';
import type { RecordQuery } from './query.ts';

/** What a customer adds up to over a range of days, or over the whole life. Whoever asks for the same shares the answer. */
export const statsOf = (customerId: string, range: DayRange = {}): RecordQuery<CustomerStats> => ({
  name: 'stats.get',
  customerId,
  params: rangeParams(range),
  schema: CustomerStats,
  load: (adapter, options) => adapter.stats?.get?.(customerId, range, options),
});

/** A range among what decides an answer. */
export const rangeParams = ({ from, to }: DayRange): Readonly<Record<string, string>> => ({
  ...(from !== undefined && { from }),
  ...(to !== undefined && { to }),
});
