import { defineWords } from '../../i18n/define-words.ts';
import { englishList } from '../../i18n/list-messages.ts';

export const wishlistItemsWords = defineWords(
  'wishlist-items',
  {
    ...englishList('product', 'products'),
    heading: 'Wishlist',
    allHeading: 'The whole wishlist',
    product: 'Product',
    sku: 'SKU',
    variant: 'Variant',
    price: 'Price',
    noPrice: 'No price',
    availability: 'Availability',
    'in-stock': 'In stock',
    'low-stock': 'Few left',
    preorder: 'Preorder',
    backorder: 'On back order',
    'out-of-stock': 'Out of stock',
    discontinued: 'Discontinued',
    added: 'Added',
    filter: 'Filter products',
    empty: 'Nothing on the wishlist.',
    viewAll: 'View the whole wishlist',
    search: 'Search the wishlist',
    noMatch: 'No product on the wishlist has “{text}” in it.',
    noneMatch: 'No such products.',
    noMatchHelp: 'Names, variants and numbers are searched.',
    clearSearch: 'Show the whole wishlist',
  },
  { id: () => import('./words.id.ts') },
);
