import { isSupportedCountry, parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min';
import type { Customer } from '../../domain/customer.ts';
import { isWithheld } from '../../domain/field.ts';

/**
 * Where a number leads: `tel:` and E.164, without the nought that is dialled within a country. A number as it is dialled
 * there is read by the customer's country; where that is not known it leads to its digits. Nothing for what is no
 * number, or more than one: `0171 1234567 / 030 987654`.
 */
export function phoneHref(number: string, customer: Customer): string | undefined {
  const country = countryOf(customer);
  const typed = number.replace(marks, '');
  const parsed = parsePhoneNumberFromString(typed, { extract: false, ...(country && { defaultCountry: country }) });
  if (parsed) return parsed.isPossible() ? parsed.getURI() : undefined;
  return country ? undefined : domesticHref(typed);
}

/** Marks of direction, which come along when a number is pasted. */
const marks = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;

/** Digits in groups; a slash may stand between two numbers as well as within one. */
const domesticHref = (number: string): string | undefined => {
  const digits = number.replace(/[\s().-]/g, '');
  return /^\d{3,15}$/.test(digits) ? `tel:${digits}` : undefined;
};

/** Where the customer is, as far as a country's numbers are known. */
function countryOf({ country, defaultBilling, defaultShipping }: Customer): CountryCode | undefined {
  const addresses = [defaultBilling, defaultShipping].map((address) =>
    address && !isWithheld(address) ? address.country : undefined,
  );
  return [country, ...addresses].find((code): code is CountryCode => Boolean(code && isSupportedCountry(code)));
}
