import { defineWords } from '../i18n/define-words.ts';

export const customerSearchWords = defineWords(
  'customer-search',
  {
    heading: 'Customers',
    label: 'Find a customer',
    hint: 'Name, email, phone or order number',
    found: { one: '{count} customer found', other: '{count} customers found' },
    shownOf: '{shown} of {total} customers',
    none: 'No customer has “{text}” in it.',
    noneHelp: 'A part of a name or an email address is enough. Order numbers are compared as a whole.',
    viewAll: 'Show all of them in the list',
    clear: 'Clear search',
  },
  { id: () => import('./words.id.ts') },
);
