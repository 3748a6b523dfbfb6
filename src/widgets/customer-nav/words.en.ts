import { defineWords } from '../../i18n/define-words.ts';

export const customerNavWords = defineWords(
  'customer-nav',
  {
    heading: 'Customer',
    subject: 'This customer',
    lastLogin: 'Last login {time}',
    neverLoggedIn: 'Never logged in',
    since: 'Customer since {day}',
    menu: 'Pages of this customer',
    profile: 'Profile',
    orders: 'Orders',
    inquiries: 'Inquiries',
    urgent: { one: '{count} urgent', other: '{count} urgent' },
    credit: 'Points, credit and coupons',
    cart: 'Cart',
    wishlist: 'Wishlist',
    logins: 'Logins',
    notes: 'Notes',
  },
  { id: () => import('./words.id.ts') },
);
