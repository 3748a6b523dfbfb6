import { html, nothing, type TemplateResult } from 'lit';
import type { Customer } from '../../domain/customer.ts';
import { customerInfoWords } from './words.en.ts';
import { type Localization, countryName } from '../../i18n/localization.ts';
import { codedBadge } from '../../list/cells.ts';
import { badge } from '../../ui/badge.ts';
import * as icons from '../../ui/icons.ts';
import { briefId, copyId, identifier } from '../../ui/identifier.ts';
import { line } from '../../ui/state-view.ts';
import { datum, moment, name, openly } from '../../ui/text.ts';
import { hasAddress, hasContact, idOf, isTaxExempt, nameOf } from './facts.ts';

export interface Identity {
  readonly customer: Customer;
  /** The sources of the name: see `nameOf`. */
  readonly nameSource?: string | undefined;
  /** More badges, after those of the record. */
  readonly signs?: readonly TemplateResult[];
  /** The actions beside the name. */
  readonly actions?: TemplateResult | typeof nothing;
  /** The reason why the name is not shown, or not all of it. */
  readonly withheldName: TemplateResult | typeof nothing;
  readonly l10n: Localization;
}

/** Renders the identity: name, or id if there is no name, badges, and the date of registration. */
export function identity(view: Identity): TemplateResult {
  const { customer, nameSource, signs = [], withheldName, l10n } = view;
  const badges = [...badgesOf(customer, l10n), ...signs];
  const id = idOf(customer);
  const called = nameOf(customer, nameSource) ?? id;
  const isNamed = called !== id;
  return html`<header class="identity" part="identity">
    <div>
      <div class="who">
        <h2 class="customer-name" part="customer-name">${name(isNamed ? called : briefId(id), l10n)}</h2>
        ${isNamed ? nothing : copyId(id, l10n)}
        ${
          badges.length
            ? html`<ul class="badges" part="badges">
                ${badges.map((sign) => html`<li>${sign}</li>`)}
              </ul>`
            : nothing
        }
      </div>
      ${meta(customer, called, l10n)} ${withheldName}
    </div>
    ${actions(view.actions)}
  </header>`;
}

/** Renders the placeholder, with the same dimensions. */
export const identitySkeleton = (hasActions = false): TemplateResult =>
  html`<header class="identity">
    <div>
      <div class="who">
        <div class="customer-name">${line(60)}</div>
        <span class="skeleton chip w14"></span><span class="skeleton chip w18"></span>
      </div>
      <div class="meta">${line(14)}${line(44)}${line(32)}</div>
    </div>
    ${actions(hasActions ? html`<span class="button" aria-hidden="true">${line(10)}</span>` : nothing)}
  </header>`;

const actions = (own: TemplateResult | typeof nothing = nothing) =>
  html`<div class="actions" part="actions"><slot name="actions"></slot>${own}</div>`;

function meta(customer: Customer, called: string, l10n: Localization): TemplateResult | typeof nothing {
  const words = l10n.words(customerInfoWords);
  const { country, createdAt, lastLoginAt } = customer;
  const items = [
    called !== idOf(customer) && identifier(idOf(customer), l10n),
    // The country is shown here only if there is no column for it.
    country && !hasContact(customer) && !hasAddress(customer) && datum(countryName(country, l10n)),
    createdAt && moment(createdAt, l10n, l10n.text(words.since, { day: l10n.day(createdAt) })),
    lastLoginAt &&
      moment(lastLoginAt, l10n, l10n.text(words.lastLogin, { time: l10n.moment(lastLoginAt, { within: true }) })),
    lastLoginAt === null && words.neverLoggedIn,
  ].filter(Boolean);
  return items.length
    ? html`<p class="meta" part="meta">${items.map((item) => html`<span>${item}</span>`)}</p>`
    : nothing;
}

const verifications = {
  verified: ['success', icons.checkCircle],
  unverified: ['warning', icons.alert],
  pending: ['accent', icons.clock],
} as const;

function badgesOf(customer: Customer, l10n: Localization): readonly TemplateResult[] {
  const { level, verification } = customer;
  const words = l10n.words(customerInfoWords);
  return [
    ...(level ? [badge('neutral', icons.level, openly(level.name, l10n))] : []),
    ...(verification ? [codedBadge(verifications, verification, words, l10n)] : []),
    ...(isTaxExempt(customer, l10n.today) ? [badge('neutral', icons.receipt, words.taxExempt)] : []),
  ];
}
