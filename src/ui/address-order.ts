import type { Address } from '../domain/address.ts';

/** A part of the place in an address: city, region, postal code. */
export type PlacePart = 'city' | 'region' | 'postalCode';

/**
 * The order of the parts by country, where it is not city, region, code. From the rules of each country's postal
 * service.
 */
const orders: Readonly<Record<string, readonly PlacePart[]>> = {
  'AD AL AM AR AT AX AZ BA BE BG BL BY CH CL CV CY CZ DE DK DO DZ EC EE EH ES ET FI FO FR GE GF GL GN GP GR GT GW HR HT IS IT KG KW LA LI LR LT LU MA MC MD ME MF MG MK MQ MU MX MY MZ NC NE NI NL NO OM PF PL PM PT PY RE RS SE SI SJ SK SM SN SV TJ TM TN TR TZ UY UZ VA WF XK YT ZM':
    ['postalCode', 'city', 'region'],
  'IN NG PE PG PH VE': ['city', 'postalCode', 'region'],
  'KZ RO': ['postalCode', 'region', 'city'],
  'CR IR KI LV': ['region', 'city', 'postalCode'],
};
const usual: readonly PlacePart[] = ['city', 'region', 'postalCode'];

const byCountry = new Map(
  Object.entries(orders).flatMap(([countries, order]) => countries.split(' ').map((country) => [country, order])),
);

/** Returns the order of the parts for a country, by its ISO 3166-1 code or any other text. */
export const placeOrder = (country: string | null | undefined): readonly PlacePart[] =>
  byCountry.get(country ?? '') ?? usual;

const companyFirst = new Set(
  'AT AU AX BE BL BR BY CC CH CX FI FR GF GP HM IQ IR KZ LI LT LU MF MQ NC NF NL PM RE SE WF YT'.split(' '),
);

/** Returns whether the company stands above the person. */
export const isCompanyFirst = (country: string | null | undefined): boolean => companyFirst.has(country ?? '');

const ownScript = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/**
 * Returns whether an address runs from the largest part to the smallest, as East Asian addresses in the country's
 * script do.
 */
export const isLargestFirst = ({ country, lines, city, region }: Address): boolean =>
  /^(CN|HK|JP|KP|KR|MO|TW)$/.test(country ?? '') && ownScript.test([...lines, city, region].join(''));
