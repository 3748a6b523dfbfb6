import { html, nothing, type TemplateResult } from 'lit';
import type { Address } from '../domain/address.ts';
import { isBlank } from '../domain/visible.ts';
import type { Localization } from '../i18n/localization.ts';
import { countryName } from '../i18n/names.ts';
import { isCompanyFirst, isLargestFirst, placeOrder } from './address-order.ts';
import { name, unknown } from './text.ts';

/** A postal address, line by line, as its country writes it: who, where, the place, the country. */
export function address(stored: Address, l10n: Localization): TemplateResult {
  const written = addressLines(stored, l10n);
  if (!written.length) return unknown(l10n);
  return html`<address part="address">
    ${written.map((line, index) => html`${index ? html`<br />` : nothing}${name(line, l10n)}`)}
  </address>`;
}

/** The same as text: what stands in it stays as it is stored, but for a country's code. */
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
      // Between two names stands a comma, between a name and a code none.
      const gap = order[index] === 'postalCode' || order[index - 1] === 'postalCode' ? ' ' : ', ';
      return line ? line + gap + text : text;
    }, '');
}

/** Japan and China begin with the code and leave no gap between names; Korea ends with it. */
function largestFirst({ country, region, city, postalCode }: Address): readonly (string | null | undefined)[] {
  const names = [region, city].filter(isText).join(country === 'KR' || country === 'KP' ? ' ' : '');
  return [postalCode, names];
}

const isText = (text: string | null | undefined): text is string => Boolean(text) && !isBlank(text!);
