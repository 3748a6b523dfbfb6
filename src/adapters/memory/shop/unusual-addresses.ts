import type { Address } from '../../../domain/address.ts';
import { createOrdinary, type Make } from './ordinary.ts';
import { createPerson, placeIn, places } from './people.ts';

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
