import type { CustomerStats } from '../../domain/stats.ts';
import type { DayRange } from '../../domain/time.ts';
import type { OperationsOf } from '../operation.ts';
import type { ReadOptions } from '../options.ts';

/** The customer's figures. */
export interface StatsPort {
  /** Fetches the figures for a range of days. */
  get?(customerId: string, range: DayRange, options: ReadOptions): Promise<CustomerStats>;
}

export const stats = {
  get: {
    kind: 'read',
    scope: 'customer',
    path: '/stats',
    range: true,
    answer: 'CustomerStats',
    summary: 'Figures of the customer',
  },
} as const satisfies OperationsOf<StatsPort>;
