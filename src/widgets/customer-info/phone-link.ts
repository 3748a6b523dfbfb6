// Loaded on demand: the library of phone numbers is large.
import { isSupportedCountry, parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min';
import type { Customer } from '../../domain/customer.ts';
import { isWithheld } from '../../domain/field.ts';

/**
 * Returns the link of a number: `tel:` and E.164, without the national trunk prefix. A national number is parsed by the
 * customer's country; without a known country, the link has its digits. Returns undefined for text that is not a number
 * or has more than one: `0171 1234567 / 030 987654`.
 */
export function phoneHref(number: string, customer: Customer): string | undefined {
  const country = countryOf(customer);
  const typed = number.replace(marks, '');
  const parsed = parsePhoneNumberFromString(typed, { extract: false, ...(country && { defaultCountry: country }) });
  if (parsed) return parsed.isPossible() ? parsed.getURI() : undefined;
  return country ? undefined : domesticHref(typed);
}

/** Directional formatting characters, which come with pasted numbers. */
const marks = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;

/**
 * Returns the link of digits in groups. A number with a slash has none: it can separate two numbers or be within one.
 */
const domesticHref = (number: string): string | undefined => {
  const digits = number.replace(/[\s().-]/g, '');
  return /^\d{3,15}$/.test(digits) ? `tel:${digits}` : undefined;
};

/** Returns the customer's country, if its numbering plan is known. */
function countryOf({ country, defaultBilling, defaultShipping }: Customer): CountryCode | undefined {
  const addresses = [defaultBilling, defaultShipping].map((address) =>
    address && !isWithheld(address) ? address.country : undefined,
  );
  return [country, ...addresses].find((code): code is CountryCode => Boolean(code && isSupportedCountry(code)));
}
