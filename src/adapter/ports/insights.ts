import type { CustomerListItem } from '../../domain/customer-list.ts';
import type { NewVersusReturning, PaymentMethods, PeakTimes, TopCustomerTotals } from '../../domain/insights.ts';
import type { ListCapabilities, Page } from '../../domain/page.ts';
import type { DayRange } from '../../domain/time.ts';
import type { OperationsOf } from '../operation.ts';
import type { PageRequest, ReadOptions } from '../options.ts';

/**
 * Figures of all customers. Months, weekdays and hours are those of the time zone of the options. An end of a range that
 * is absent is open; a platform may cover fewer days than it is asked for, and says which.
 */
export interface InsightsPort {
  /** The query options that each list supports. A list without an entry supports none. */
  readonly capabilities?: { readonly topCustomers?: ListCapabilities };
  /**
   * Fetches a page of the customers with an order, best first: by `lifetimeTotal`, which is the default, `orders`, or
   * `averageOrderValue`. Amounts in different currencies cannot be compared: a ranking has the customers of the currency
   * that the filter `currency` names, or that most customers have. A customer's currency is that of most of their orders.
   */
  topCustomers?(page: PageRequest, options: ReadOptions): Promise<Page<CustomerListItem, TopCustomerTotals>>;
  /** Fetches new and returning customers for the months that a range of days touches, each as a whole. */
  newVersusReturning?(range: DayRange, options: ReadOptions): Promise<NewVersusReturning>;
  /** Fetches how often each payment method was used in a range of days. */
  paymentMethods?(range: DayRange, options: ReadOptions): Promise<PaymentMethods>;
  /** Fetches the numbers of orders by weekday and hour for a range of days. */
  peakTimes?(range: DayRange, options: ReadOptions): Promise<PeakTimes>;
}

export const insights = {
  topCustomers: {
    kind: 'list',
    scope: 'platform',
    path: '/insights/top-customers',
    item: 'CustomerListItem',
    totals: 'TopCustomerTotals',
    isShared: true,
    can: { sort: ['lifetimeTotal', 'orders', 'averageOrderValue'], filter: ['currency'] },
    summary: 'The best customers: by lifetime value, number of orders or average order',
  },
  newVersusReturning: {
    kind: 'read',
    scope: 'platform',
    path: '/insights/new-versus-returning',
    range: true,
    answer: 'NewVersusReturning',
    summary: 'New and returning customers by month',
  },
  paymentMethods: {
    kind: 'read',
    scope: 'platform',
    path: '/insights/payment-methods',
    range: true,
    answer: 'PaymentMethods',
    summary: 'Payment methods by the number of payments',
  },
  peakTimes: {
    kind: 'read',
    scope: 'platform',
    path: '/insights/peak-times',
    range: true,
    answer: 'PeakTimes',
    summary: 'Numbers of orders by weekday and hour',
  },
} as const satisfies OperationsOf<InsightsPort>;
