import { defineWords } from '../../i18n/define-words.ts';

/** The words that explain the figures of a customer. Loaded after the figures. */
export const customerFigureWords = defineWords(
  'customer-figures',
  {
    netOfReturns: 'All lines of the orders, postage and fees included, less what came back.',
    paidNetOfRefunds: 'What was paid for the orders, less what was refunded.',
    gross: 'Everything that was ordered.',
    grossWithoutCanceled: 'Everything that was ordered but orders that were canceled as a whole.',
    sales: 'Orders that were not canceled as a whole. Returns are not counted.',
    salesPerOrder: 'What was sold, divided by the number of orders.',
    salesPerOrderByCurrency: 'What was sold, divided by the number of orders, in each currency by those in it.',
    transactions: 'Payments and refunds, each for itself.',
    items: 'Units of products that were ordered, those that were canceled since too.',
    canceledItems: 'Units of products that were canceled since, with their order or alone.',
    returnedItems: 'Units of products that came back.',
    firstOrder: 'When the first order was placed that was not canceled as a whole.',
    lastOrder: 'When the latest order was placed that was not canceled as a whole.',
    lastOrderAmount: 'The total of the latest order, whatever became of it.',
    points: 'What is on the accounts of points.',
    credit: 'What is on the accounts of store credit.',
    inPlatformWords: 'The platform counts: {basis}.',
  },
  { id: () => import('./about-words.id.ts') },
);
