import { defineWords } from '../../i18n/define-words.ts';

/** The words of additional figures and badges. Loaded on demand. */
export const customerFurtherWords = defineWords(
  'customer-further',
  {
    highValue: 'High value',
    highFrom: 'high value from {amount}',
    totalPaid: 'Total paid',
    orderTotal: 'Order total',
    orderTotalExcludingCanceled: 'Order total, without canceled',
    transactions: 'Transactions',
    items: 'Items ordered',
    canceledItems: 'Items canceled',
    returnedItems: 'Items returned',
    points: 'Points',
    pointsBasis: 'Balance now',
    lastOrderOn: 'Last order',
    grossWithoutCanceled: 'Without what was canceled; returns not taken off',
    units: 'Units of products',
    paymentsAndRefunds: 'Payments and refunds',
    additional: 'Further details',
    yes: 'Yes',
    no: 'No',
  },
  { id: () => import('./further-words.id.ts') },
);
