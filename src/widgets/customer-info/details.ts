import { html, nothing, type TemplateResult } from 'lit';
import type { Address, AddressUse } from '../../domain/address.ts';
import type { Customer, Named, Phone } from '../../domain/customer.ts';
import { isWithheld, type Field, type Withheld } from '../../domain/field.ts';
import { trimmed } from '../../domain/visible.ts';
import { safeHref } from '../../element/href.ts';
import type { Opening } from '../../element/opening.ts';
import { customerInfoWords } from './words.en.ts';
import { type Localization, countryName } from '../../i18n/localization.ts';
import { address } from '../../ui/address.ts';
import { opener } from '../../ui/opener.ts';
import { datum, maybe, name, unknown } from '../../ui/text.ts';
import { hasAddress, hasContact, isTaxExempt } from './facts.ts';
import { worded } from '../../features/figures/figure-basis.ts';
import { consentLines, mailHref, mayReach, type Channel } from './reaching.ts';

/** Renders the replacement of a withheld field. */
export type DrawWithheld = (key: string, field: Withheld, what: string, isLabelled?: boolean) => TemplateResult;

/**
 * Renders the actions for a value that is shown in full: copy it, if `text` is given, or mask it again. `one` is the
 * name of a single value, if `what` is plural.
 */
export type Tools = (
  key: string,
  text: string | undefined,
  what: string,
  one?: string,
) => TemplateResult | typeof nothing;

export interface Details {
  readonly customer: Customer;
  readonly l10n: Localization;
  readonly drawWithheld: DrawWithheld;
  readonly tools: Tools;
  /** The custom fields of the host. */
  readonly additional: TemplateResult | typeof nothing;
  /** True if the host contacts customers for service, about their orders and requests. */
  readonly inService: boolean;
  /** Renders the button, beside the heading of a default address, that changes it. */
  readonly drawAddressEdit: (use: AddressUse, heading: string) => TemplateResult | typeof nothing;
  /** The button, beside the login, that changes the password. */
  readonly passwordChange: TemplateResult | typeof nothing;
  /** Returns the link of a telephone number; absent until the parser has loaded. */
  readonly phoneHref: ((number: string, customer: Customer) => string | undefined) | undefined;
  readonly onContact: (event: Event, channel: Channel) => void;
  /** Returns how a business account opens in the host's admin, if it does. */
  readonly openingOf: (account: Named) => Opening | undefined;
  readonly onBusiness: (event: Event, account: Named, opening: Opening) => void;
}

/** Renders contact data, addresses and account. A column without any known value is left out. */
export function details(view: Details): TemplateResult | typeof nothing {
  const { customer, l10n } = view;
  const words = l10n.words(customerInfoWords);
  const columns = [
    ...(hasContact(customer) ? [column(words.contact, 'contact', contact(view))] : []),
    ...addressColumn(view, 'billing', words.billing),
    ...addressColumn(view, 'shipping', words.shipping),
    ...(hasAccount(customer) ? [column(words.account, 'account', account(view))] : []),
  ];
  const { additional } = view;
  if (!columns.length && additional === nothing) return nothing;
  return html`<div class="columns details" part="details">${columns}${additional}</div>`;
}

/** Renders the placeholder, with the height of a four-line address. */
export const detailsSkeleton = (): TemplateResult =>
  html`<div class="columns details">
    ${['contact', '', '', 'account'].map((kind) => html`<div class="skeleton lines ${kind}"></div>`)}
  </div>`;

const column = (
  heading: string,
  kind: string,
  content: TemplateResult,
  edit: TemplateResult | typeof nothing = nothing,
): TemplateResult =>
  html`<section class=${kind} part="group">
    <div class="group-head">
      <h3 class="label" part="label">${heading}</h3>
      ${edit}
    </div>
    ${content}
  </section>`;

const isKnown = (value: unknown): boolean => value !== undefined;

const hasAccount = ({ login, recoveryEmail, businessAccounts, company, groups, taxExempt }: Customer): boolean =>
  [login, recoveryEmail, businessAccounts, company, groups].some(isKnown) || Boolean(taxExempt);

function contact({ customer, l10n, drawWithheld, tools, inService, phoneHref, onContact }: Details): TemplateResult {
  const words = l10n.words(customerInfoWords);
  const { email, phones, country } = customer;
  const absent = (what: string) => html`<p><span class="quiet">${what}</span> ${unknown(l10n)}</p>`;
  const none = (text: string) => html`<p class="quiet">${text}</p>`;
  const mail = (text: string) => {
    const href = mayReach(customer, 'email', inService) ? mailHref(text) : undefined;
    return html`<p class="line">
      ${link(text, href, l10n, (event) => onContact(event, 'email'))}${tools('email', text, words.email)}
    </p>`;
  };
  const call = ({ number, type }: Phone, index: number, { length }: readonly Phone[]) => {
    const href = mayReach(customer, 'phone', inService) ? phoneHref?.(number, customer) : undefined;
    const key = index ? `phones ${index}` : 'phones';
    return html`<p class="line">
      ${link(number, href, l10n, (event) => onContact(event, 'phone'))}
      ${type ? html`<span class="quiet"><bdi>${worded(type, phoneTypes(words))}</bdi></span>` : nothing}
      ${tools(key, number, words.phone, length > 1 ? `${words.phone} ${l10n.number(index + 1)}` : words.phone)}
    </p>`;
  };
  const where = country && !hasAddress(customer) ? html`<p>${datum(countryName(country, l10n))}</p>` : nothing;
  // A reason that email and telephone share is given once.
  if (isHidden(email) && isHidden(phones) && email.withheld === phones.withheld && email.reason === phones.reason)
    return html`${drawWithheld('email', email, words.emailAndPhone)} ${where}`;
  return html`${field(email, {
    absent: () => absent(words.email),
    none: () => none(words.noEmail),
    withheld: (why) => drawWithheld('email', why, words.email),
    value: mail,
  })}
  ${field(phones, {
    absent: () => absent(words.phone),
    none: () => none(words.noPhone),
    withheld: (why) => drawWithheld('phones', why, words.phone),
    value: (all) => (all.length ? html`${all.map(call)}` : none(words.noPhone)),
  })}
  ${where} ${consentLines(customer, inService, l10n)}`;
}

/** Returns true if nothing of the value is shown. */
const isHidden = (value: unknown): value is Withheld =>
  isWithheld(value) && (value.withheld === 'denied' || !trimmed(value.display ?? value.token ?? ''));

function addressColumn(
  { customer, l10n, drawWithheld, drawAddressEdit, tools }: Details,
  use: AddressUse,
  heading: string,
): readonly TemplateResult[] {
  const key = use === 'billing' ? 'defaultBilling' : 'defaultShipping';
  const stored: Field<Address> | null | undefined = customer[key];
  if (stored === undefined) return [];
  const content = isWithheld(stored)
    ? drawWithheld(key, stored, heading, true)
    : html`${maybe(stored, l10n, (known) => address(known, l10n))}${tools(key, undefined, heading)}`;
  return [column(heading, '', content, drawAddressEdit(use, heading))];
}

function account({
  customer,
  l10n,
  drawWithheld,
  tools,
  passwordChange,
  openingOf,
  onBusiness,
}: Details): TemplateResult {
  const words = l10n.words(customerInfoWords);
  const { login, recoveryEmail, businessAccounts, company, groups, taxExempt, taxExemptUntil } = customer;
  const row = (label: string, content: unknown) =>
    html`<dt>${label}</dt>
      <dd>${content}</dd>`;
  const text = (
    key: string,
    value: Field<string> | null | undefined,
    label: string,
    more: TemplateResult | typeof nothing = nothing,
    /** The name of the value outside its row. */
    what = label,
  ) =>
    row(
      label,
      isWithheld(value)
        ? html`${drawWithheld(key, value, what, true)}${more}`
        : html`<span class="line"
            >${maybe(value, l10n, (known) => name(known, l10n))}${tools(key, undefined, what)}${more}</span
          >`,
    );
  const business = (of: Named) => {
    const opening = openingOf(of);
    const label = name(of.name, l10n);
    if (!opening) return html`<p>${label}</p>`;
    const onOpen = (event: Event) => onBusiness(event, of, opening);
    return html`<p>${opener({ label, part: 'link', opening, onOpen })}</p>`;
  };
  const tax = taxExempt
    ? isTaxExempt(customer, l10n.today)
      ? taxExemptUntil
        ? l10n.text(words.exemptTo, { day: l10n.day(taxExemptUntil) })
        : words.exempt
      : l10n.text(words.exemptionEnded, { day: l10n.day(taxExemptUntil ?? '') })
    : undefined;
  // If only the tax exemption is known, the other rows would be empty.
  const hasLogin = [login, recoveryEmail, businessAccounts].some(isKnown);
  return html`<dl class="fields" part="fields">
    ${
      hasLogin
        ? html`${text('login', login, words.login, passwordChange)}
          ${text('recoveryEmail', recoveryEmail, words.recovery, nothing, words.recoveryEmail)}
          ${row(
            words.business,
            maybe(businessAccounts?.length === 0 ? null : businessAccounts, l10n, (all) => html`${all.map(business)}`),
          )}`
        : nothing
    }
    ${isKnown(company) ? text('company', company, words.company) : nothing}
    ${
      isKnown(groups)
        ? row(
            words.groups,
            maybe(
              groups?.length ? groups : null,
              l10n,
              (all) => html`${all.map((group, index) => html`${index ? ', ' : nothing}${name(group.name, l10n)}`)}`,
            ),
          )
        : nothing
    }
    ${tax ? row(words.tax, tax) : nothing}
  </dl>`;
}

interface Ways<T> {
  readonly absent: () => TemplateResult;
  readonly none: () => TemplateResult;
  readonly withheld: (why: Withheld) => TemplateResult;
  readonly value: (value: T) => TemplateResult;
}

/** Renders a field in its four states: known, withheld, empty and unknown. */
function field<T>(value: Field<T> | null | undefined, ways: Ways<T>): TemplateResult {
  if (value === undefined) return ways.absent();
  if (value === null) return ways.none();
  return isWithheld(value) ? ways.withheld(value) : ways.value(value);
}

/** Renders a value as a link, if it has one. */
function link(
  text: string,
  to: string | undefined,
  l10n: Localization,
  onClick: (event: Event) => void,
): TemplateResult {
  const href = safeHref(to);
  return href
    ? html`<a class="link" part="link" href=${href} @click=${onClick}>${name(text, l10n)}</a>`
    : name(text, l10n);
}

const phoneTypes = ({ mobile, landline, home, work, shop }: (typeof customerInfoWords)['english']) => ({
  mobile,
  landline,
  home,
  work,
  shop,
});
