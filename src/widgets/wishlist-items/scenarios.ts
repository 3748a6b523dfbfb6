import type { WishlistItem } from '../../domain/wishlist-item.ts';
import { ingrid } from '../../testing/circumstances.ts';
import { listCells } from '../../testing/list-cells.ts';
import { adminLinks, shopAdapter } from '../../testing/shop.ts';

const item: WishlistItem = { id: 'w-1', ...ingrid, product: { id: 'p-1', title: 'Stoneware cup' } };
const long: WishlistItem = {
  ...item,
  product: { id: 'p-2', title: 'Donaudampfschifffahrtsgesellschaft'.repeat(3), sku: 'CUP-'.repeat(20) },
  variant: { id: 'v-1', title: 'The colour of the sea off the northern coast on an overcast morning' },
  price: { value: '1234567890.12', currency: 'GBP' },
  availability: { code: 'kiln', label: 'In the kiln of the regional purchasing group until further notice' },
  addedAt: '2026-11-02T13:20:00Z',
};

export const cells = listCells(
  'wishlist.list',
  { heading: 'Wishlist' },
  {
    populated: { ...ingrid, adapter: () => shopAdapter({ links: adminLinks }), shows: 'Burr grinder' },
    empty: 'Nothing on the wishlist.',
    partial: {
      page: [
        { ...item, price: { value: '14.00', currency: 'GBP' } },
        { ...item, id: 'w-2' },
      ],
      shows: 'not known',
    },
    conflict: { absent: 'The wishlist is only read here.' },
    longText: { page: [long], shows: 'In the kiln' },
    redacted: { absent: 'A wishlist has no personal data.' },
  },
);
