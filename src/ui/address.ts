import { html, nothing, type TemplateResult } from 'lit';
import type { Address } from '../domain/address.ts';
import type { Localization } from '../i18n/localization.ts';
import { name, unknown } from './text.ts';

/** Where the postal code stands before the place. Elsewhere it comes last. */
const codeFirst = new Set(
  (
    'AD AT BA BE BG CH CY CZ DE DK EE ES FI FO FR GL GR HR IS IT LI LT LU MA MC MD ME MK MX MY NL NO PL PT RO RS SE ' +
    'SI SK SM TN TR VA'
  ).split(' '),
);

/** A postal address, line by line, as it is stored: who, where, the place as its country writes it, the country. */
export function address(stored: Address, l10n: Localization): TemplateResult {
  const { company, name: person, lines, country } = stored;
  const written = [company, person, ...lines, place(stored), country && l10n.country(country)].filter(isText);
  if (!written.length) return unknown(l10n);
  return html`<address part="address">
    ${written.map((line, index) => html`${index ? html`<br />` : nothing}${name(line, l10n)}`)}
  </address>`;
}

function place({ city, region, postalCode, country }: Address): string {
  const where = [city, region].filter(isText).join(', ');
  return (codeFirst.has(country ?? '') ? [postalCode, where] : [where, postalCode]).filter(isText).join(' ');
}

const isText = (text: string | null | undefined): text is string => Boolean(text?.trim());
