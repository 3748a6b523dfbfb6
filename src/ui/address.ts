import { html, nothing, type TemplateResult } from 'lit';
import type { Address } from '../domain/address.ts';
import { isBlank } from '../domain/visible.ts';
import { type Localization, countryName } from '../i18n/localization.ts';
import { isCompanyFirst, isLargestFirst, placeOrder } from './address-order.ts';
import { name, unknown } from './text.ts';

/** Renders a postal address in lines, in the order of its country: recipient, street, place, country. */
export function address(stored: Address, l10n: Localization): TemplateResult {
  const written = addressLines(stored, l10n);
  if (!written.length) return unknown(l10n);
  return html`<address part="address">
    ${written.map((line, index) => html`${index ? html`<br />` : nothing}${name(line, l10n)}`)}
  </address>`;
}

/** Returns the lines of an address as text. Everything stays as it is stored, except the country code. */
export function addressLines(stored: Address, l10n: Localization): readonly string[] {
  const { company, name: person, lines, country } = stored;
  const who = isCompanyFirst(country) ? [company, person] : [person, company];
  const body = isLargestFirst(stored)
    ? [...largestFirst(stored), ...lines, company, person]
    : [...who, ...lines, place(stored)];
  return [...body, country && countryName(country, l10n)].filter(isText);
}

function place(stored: Address): string {
  const order = placeOrder(stored.country);
  return order
    .map((part) => stored[part])
    .reduce<string>((line, text, index) => {
      if (!isText(text)) return line;
      // A comma separates two names, a space a name and a code.
      const gap = order[index] === 'postalCode' || order[index - 1] === 'postalCode' ? ' ' : ', ';
      return line ? line + gap + text : text;
    }, '');
}

/**
 * Returns the parts in order: Japan and China begin with the code and join the names without a gap; Korea ends with the
 * code.
 */
function largestFirst({ country, region, city, postalCode }: Address): readonly (string | null | undefined)[] {
  const names = [region, city].filter(isText).join(country === 'KR' || country === 'KP' ? ' ' : '');
  return [postalCode, names];
}

const isText = (text: string | null | undefined): text is string => Boolean(text) && !isBlank(text!);
