import { defineWords } from '../../i18n/define-words.ts';

/** The labels of further figures. Loaded with them. */
export const furtherFigureWords = defineWords(
  'customer-further-metrics',
  {
    highFrom: 'high value from {amount}',
    totalPaid: 'Total paid',
    ofItems: { one: '{share} of {count} item ordered', other: '{share} of {count} items ordered' },
    ofOrders: {
      one: '{share}: items per order, of {count} order; can exceed 100%',
      other: '{share}: items per order, of {count} orders; can exceed 100%',
    },
    orderTotal: 'Order total',
    orderTotalExcludingCanceled: 'Order total, without canceled',
    transactions: 'Transactions',
    items: 'Items ordered',
    canceledItems: 'Items canceled',
    returnedItems: 'Items returned',
    points: 'Points',
    pointsBasis: 'Balance now',
    credit: 'Credit',
    lapses: '{amount} lapses {date}',
    lapse: '{amount} lapse {date}',
    lastOrderOn: 'Last order',
    grossWithoutCanceled: 'Without what was canceled; returns not taken off',
    units: 'Units of products',
    paymentsAndRefunds: 'Payments and refunds',
  },
  { id: () => import('./further-words.id.ts') },
);
