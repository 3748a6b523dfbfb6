import { defineWords } from '../../i18n/define-words.ts';
import { englishList } from '../../i18n/list-messages.ts';

export const topCustomersWords = defineWords(
  'top-customers',
  {
    ...englishList('customer', 'customers', 'Top'),
    heading: 'Top customers',
    allHeading: 'Customers by rank',
    empty: 'No customer has ordered yet.',
    rankedBy: 'Ranked by',
    'lifetime-value': 'Lifetime value',
    frequency: 'Order frequency',
    'average-order': 'Average order',
    name: 'Name',
    email: 'Email',
    lifetimeTotal: 'Lifetime value',
    orders: 'Orders',
    averageOrderValue: 'Average order',
    lastOrder: 'Last order',
    id: 'Customer ID',
    filter: 'Filter',
    currency: 'Currency',
    inCurrency: 'Customers who mostly pay in {currency}',
    noneMatch: 'No such customers.',
  },
  { id: () => import('./words.id.ts') },
);
