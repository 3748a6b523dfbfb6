import type { Consent, Customer } from '../../domain/customer.ts';
import { isWithheld, type Field } from '../../domain/field.ts';
import { trimmed } from '../../domain/visible.ts';

/** Returns the id that people use for a customer without a name. */
export const idOf = ({ id, displayId }: Customer): string => trimmed(displayId ?? '') || id;

/** Returns the visible part of a text, if there is any. */
function shownOf(field: Field<string> | null | undefined): string | undefined {
  const text = isWithheld(field) ? (field.withheld === 'denied' ? undefined : field.display) : field;
  return trimmed(text ?? '') || undefined;
}

const whole = <T>(field: Field<T> | null | undefined): T | undefined =>
  isWithheld(field) ? undefined : (field ?? undefined);

export type NameSource = 'shipping' | 'billing' | 'full' | 'first-last' | 'id';

/** The sources of a customer's name. */
const sources: Readonly<Record<NameSource, (customer: Customer) => string | undefined>> = {
  /** The name of the default shipping address. */
  shipping: ({ defaultShipping }) => trimmed(whole(defaultShipping)?.name ?? '') || undefined,
  /** The name of the default billing address. */
  billing: ({ defaultBilling }) => trimmed(whole(defaultBilling)?.name ?? '') || undefined,
  full: ({ name }) => shownOf(name),
  'first-last': ({ firstName, lastName }) =>
    [shownOf(firstName), shownOf(lastName)].filter(Boolean).join(' ') || undefined,
  id: idOf,
};

const isSource = (name: string): name is NameSource => Object.hasOwn(sources, name);

export const defaultNameSource = 'full first-last';

/** Returns the visible part of the name from the first source that has one. */
export const nameOf = (customer: Customer, from: string = defaultNameSource): string | undefined =>
  from
    .split(/[\s,]+/)
    .map((source) => (isSource(source) ? sources[source](customer) : undefined))
    .find((name) => name !== undefined);

/** Returns true if an address is shown, which also names the customer's country. */
export const hasAddress = ({ defaultBilling, defaultShipping }: Customer): boolean =>
  [defaultBilling, defaultShipping].some((field) => field && !isWithheld(field));

/** Returns true if any contact data is known, even that there is none. */
export const hasContact = ({ email, phones }: Customer): boolean => email !== undefined || phones !== undefined;

/** Returns true if the tax exemption applies on a day. */
export const isTaxExempt = ({ taxExempt, taxExemptUntil }: Customer, today: string): boolean =>
  Boolean(taxExempt) && (!taxExemptUntil || taxExemptUntil >= today);

/** Returns true if consent is known and not granted: contact is then limited to the customer's orders and requests. */
export const isReserved = (consent: Consent | undefined): boolean => Boolean(consent) && consent?.state !== 'granted';
