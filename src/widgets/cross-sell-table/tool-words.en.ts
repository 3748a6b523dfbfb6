import { defineWords } from '../../i18n/define-words.ts';

/** The words of the tools that filter, explain and export products. Loaded on demand. */
export const crossSellToolWords = defineWords(
  'cross-sell-tools',
  {
    orderDate: 'Order date',
    find: 'Find products',
    columns: 'Columns',
    currency: 'Currency',
    figures: 'What the figures count',
    figuresOver:
      'Orders of {range}; canceled ones not counted. A return takes off what came back, on the day it came back.',
    skuCounts: 'The product’s number in this shop.',
    revenueCounts:
      'What was paid for the product, after discounts, less what was returned. Postage and fees are in no product.',
    shareCounts:
      'Of the revenue of all products listed, in the same currency. Below nought where more came back than was bought.',
    ordersCounts: 'Distinct orders with the product in them. Returns are none.',
    unitsCounts: 'Units sold. Returns are not taken off.',
    unitsReturnedCounts: 'Units that came back.',
    promoRevenueCounts: 'The part of the revenue that was sold with a promotion.',
    nonPromoRevenueCounts: 'The part of the revenue that was sold without one.',
    promotionsCounts: 'Discounts that promotions gave on the product.',
    profitCounts: 'Revenue less cost of goods and fees. Not known where one of them is not.',
    cogsCounts: 'What the units cost the shop, less those that came back.',
    feesCounts: 'What payment and marketplace kept of it.',
    chargesCounts: 'Postage, fees and discounts of whole orders, which belong to no product.',
    lifetimeTotalCounts: 'Product revenue and charges together: all that the orders came to, returns taken off.',
  },
  { id: () => import('./tool-words.id.ts') },
);
