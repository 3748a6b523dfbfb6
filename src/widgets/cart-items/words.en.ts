import { defineWords } from '../../i18n/define-words.ts';
import { englishList } from '../../i18n/list-messages.ts';

export const cartItemsWords = defineWords(
  'cart-items',
  {
    ...englishList('product', 'products'),
    heading: 'Cart',
    allHeading: 'The whole cart',
    product: 'Product',
    sku: 'SKU',
    variant: 'Variant',
    cart: 'Cart',
    quantity: 'Quantity',
    unitPrice: 'Unit price',
    total: 'Total',
    noPrice: 'No price',
    added: 'Added',
    units: { one: '{count} unit', other: '{count} units' },
    updated: 'Changed {time}',
    empty: 'The cart is empty.',
    viewAll: 'View the whole cart',
    search: 'Search the cart',
    noMatch: 'No product in the cart has “{text}” in it.',
    noMatchHelp: 'Names, variants and numbers are searched.',
    clearSearch: 'Show the whole cart',
  },
  { id: () => import('./words.id.ts') },
);
