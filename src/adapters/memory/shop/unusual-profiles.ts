import { but, createOrdinary, type Make } from './ordinary.ts';
import { placeIn, createPerson, places } from './people.ts';
import type { Address } from '../../../domain/address.ts';

/** Customers with additional profile data, keyed by what is additional. */
export const unusualProfiles = {
  /** Has custom fields of every kind, several companies, and contact consents. */
  additional: (random, circumstances) => ({
    ...but({ place: placeIn('GB'), orders: 9 }, () => ({
      displayId: 'adaeze.marsh',
      firstName: 'Adaeze',
      lastName: 'Obi-Marsh',
      name: 'Adaeze Obi-Marsh',
      login: 'adaeze.marsh',
      company: 'Fairweather Coffee House Ltd',
      groups: [
        { id: 'wholesale', name: 'Wholesale' },
        { id: 'cafes', name: 'Cafés' },
      ],
      level: { id: 'gold', name: 'Gold' },
      verificationChoices: ['verified', 'unverified', 'pending', { code: 'in-person', label: 'Checked in person' }],
      businessAccounts: [
        { id: 'B-318', name: 'Fairweather Coffee House' },
        { id: 'B-340', name: 'Harbour Terrace Hotel' },
        { id: 'B-417', name: 'Second Firing CIC' },
      ],
      consent: {
        email: { state: 'denied' as const, since: '2026-02-11', note: 'Unsubscribed from the spring letter.' },
        phone: { state: 'granted' as const, since: '2025-06-30' },
      },
      customFields: [
        { id: 'how', label: 'Found us through', value: 'Open studio day' },
        { id: 'seats', label: 'Seats', value: '48', type: 'number' as const },
        { id: 'newsletter-print', label: 'Printed catalogue', value: true, type: 'boolean' as const },
        { id: 'opened', label: 'Café opened', value: '2021-09-04', type: 'day' as const },
        { id: 'visit', label: 'Last visit of ours', value: '2026-10-29T14:30:00Z', type: 'instant' as const },
        { id: 'site', label: 'Website', value: 'https://fairweather.example/', type: 'url' as const },
        { id: 'vat', label: 'VAT number', value: 'GB 123 4567 89' },
        {
          id: 'scoring',
          label: 'Credit rating',
          value: { withheld: 'denied' as const, reason: 'Only accounting sees ratings.' },
        },
        { id: 'agent', label: 'Field agent', value: null },
        { id: 'allergies', label: 'Allergens asked for' },
      ],
    }))(random, circumstances),
    masked: ['customFields.vat'],
  }),
  /** Has a pending consent for e-mail and has denied phone calls. */
  consentPending: but({ place: placeIn('ID') }, () => ({
    consent: { email: { state: 'pending' as const, since: '2026-11-02' }, phone: { state: 'denied' as const } },
  })),
  /** Buys rarely but a lot: the average exceeds any threshold that a shop would set. */
  highValue: (random, circumstances) =>
    createOrdinary(random, circumstances, { place: placeIn('US'), orders: 3, range: 2 }),
} as const satisfies Readonly<Record<string, Make>>;

/** Customers with unusual address books, keyed by what is unusual. */
export const unusualAddresses = {
  /** Ships worldwide: several addresses in each country, and two whose country is a free text. */
  manyAddresses: (random, circumstances) => {
    const made = createOrdinary(random, circumstances, { place: placeIn('GB'), orders: 2 });
    const people = Array.from({ length: 3 }, (_, round) =>
      places.map((place, index) => createPerson(random, place, circumstances.serial * 1000 + round * 100 + index)),
    ).flat();
    const withCountryName: readonly Address[] = ['Kingdom of the Kilns', 'United Kingdom'].map((country, index) => ({
      id: `addr-${circumstances.serial}-words-${index + 1}`,
      name: made.customer.name as string,
      lines: [`${index + 3} Salt Glaze Wharf`, 'Second landing'],
      city: 'Burslem',
      region: index ? 'Staffordshire' : null,
      postalCode: index ? 'ST6 4XX' : 'KK-7',
      country,
    }));
    return { ...made, furtherAddresses: [...people.map(({ address }) => address), ...withCountryName] };
  },
} as const satisfies Readonly<Record<string, Make>>;
