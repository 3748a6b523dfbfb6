import type { Address } from '../domain/address.ts';

/** A part of the line that says where: city, region, postal code. */
export type PlacePart = 'city' | 'region' | 'postalCode';

/** What is written in which order, where it is not city, region, code. Of the world's posts' own rules. */
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

/** In which order a country writes a place: its ISO 3166-1 code, or whatever else stands for it. */
export const placeOrder = (country: string | null | undefined): readonly PlacePart[] =>
  byCountry.get(country ?? '') ?? usual;

const companyFirst = new Set(
  'AT AU AX BE BL BR BY CC CH CX FI FR GF GP HM IQ IR KZ LI LT LU MF MQ NC NF NL PM RE SE WF YT'.split(' '),
);

/** Whether the company stands above the person. */
export const isCompanyFirst = (country: string | null | undefined): boolean => companyFirst.has(country ?? '');

const ownScript = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Whether an address reads from the largest to the smallest: in East Asia, where it is written in the country's script. */
export const isLargestFirst = ({ country, lines, city, region }: Address): boolean =>
  /^(CN|HK|JP|KP|KR|MO|TW)$/.test(country ?? '') && ownScript.test([...lines, city, region].join(''));
