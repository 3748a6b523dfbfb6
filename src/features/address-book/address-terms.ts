import type { addressFormWords } from './words.en.ts';

type Words = (typeof addressFormWords)['english'];

/** The names of the parts of a place, as keys of the words. */
export interface PlaceTerms {
  readonly region: keyof Words & `region${string}`;
  readonly city: keyof Words & `city${string}`;
  readonly postalCode: keyof Words & `code${string}`;
}

const table = <T extends string>(entries: Readonly<Record<string, T>>): ReadonlyMap<string, T> =>
  new Map(Object.entries(entries).flatMap(([countries, term]) => countries.split(' ').map((code) => [code, term])));

const regions = table({
  'AS AU BR FM IN MH MP MX MY NG PW UM US VE VI': 'regionState',
  'BB JM': 'regionParish',
  'BS CV KI KN KY PF SC TV': 'regionIsland',
  'CO HN NI': 'regionDepartment',
  'IE TW': 'regionCounty',
  'RU UA': 'regionOblast',
  AE: 'regionEmirate',
  FR: 'regionRegion',
  HK: 'regionArea',
  JP: 'regionPrefecture',
  NR: 'regionDistrict',
});

const cities = table({
  AU: 'citySuburb',
  'GB NO SE SJ': 'cityTown',
  'HK PE SD SY TR TW': 'cityDistrict',
});

const codes = table({
  'AS FM GU MH MP PR PW UM US VI': 'codeZip',
  'AU GB GG GI IM JE MT MY NZ ZA': 'codePostcode',
  IE: 'codeEircode',
  IN: 'codePin',
});

/**
 * Returns the names that a country uses for its regions, places and codes. `country` is an ISO 3166-1 code or any other
 * text.
 */
export const termsOf = (country: string): PlaceTerms => ({
  region: regions.get(country) ?? 'regionProvince',
  city: cities.get(country) ?? 'cityCity',
  postalCode: codes.get(country) ?? 'codePostal',
});
