import type { Address } from '../../../domain/address.ts';

/** Ingrid's further addresses, besides the defaults in her record. */
export const ingridAddresses: readonly Address[] = [
  {
    id: 'addr-20817-3',
    name: 'Ingrid Vasquez-Holm',
    company: 'Holm & Daughters Ltd',
    lines: ['Kiosk 4, Herne Hill Station Yard'],
    city: 'London',
    postalCode: 'SE24 0JW',
    country: 'GB',
    phone: '+44 20 7946 0143',
  },
  {
    id: 'addr-20817-4',
    name: 'Maja Holm',
    lines: ['Flat 2', '31 Turney Grove'],
    city: 'London',
    postalCode: 'SE21 7QX',
    country: 'GB',
  },
  {
    id: 'addr-20817-5',
    name: 'Rut Holm',
    lines: ['Krukmakargatan 8'],
    city: 'Malmö',
    postalCode: '211 00',
    country: 'SE',
  },
  {
    id: 'addr-20817-6',
    company: 'Olaria Vasquez, Lda.',
    name: 'Tomás Vasquez',
    lines: ['Rua dos Oleiros 19'],
    city: 'Caldas da Rainha',
    postalCode: '2500-999',
    country: 'PT',
  },
  {
    id: 'addr-20817-7',
    company: 'Tamarack Coffee Fair',
    name: 'Stand 118, Holm & Daughters',
    lines: ['777 NE Exhibition Blvd', 'Hall B'],
    city: 'Portland',
    region: 'OR',
    postalCode: '97232',
    country: 'US',
  },
];

/** The labels of her addresses. The defaults have none. */
export const ingridLabels: Readonly<Record<string, string>> = {
  'addr-20817-3': 'Kiosk',
  'addr-20817-7': 'Fair in Portland',
};
