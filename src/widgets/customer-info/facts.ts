import type { Consent, Customer } from '../../domain/customer.ts';
import { isWithheld, type Field } from '../../domain/field.ts';
import { trimmed } from '../../domain/visible.ts';

/** What people call the customer by where there is no name. */
export const idOf = ({ id, displayId }: Customer): string => trimmed(displayId ?? '') || id;

/** What may be shown of a text, if anything. */
function shownOf(field: Field<string> | null | undefined): string | undefined {
  const text = isWithheld(field) ? (field.withheld === 'denied' ? undefined : field.display) : field;
  return trimmed(text ?? '') || undefined;
}

const whole = <T>(field: Field<T> | null | undefined): T | undefined =>
  isWithheld(field) ? undefined : (field ?? undefined);

export type NameSource = 'shipping' | 'billing' | 'full' | 'first-last' | 'id';

/** From where a customer's name can be taken. */
const sources: Readonly<Record<NameSource, (customer: Customer) => string | undefined>> = {
  /** Of the default shipping address. */
  shipping: ({ defaultShipping }) => trimmed(whole(defaultShipping)?.name ?? '') || undefined,
  /** Of the default billing address. */
  billing: ({ defaultBilling }) => trimmed(whole(defaultBilling)?.name ?? '') || undefined,
  full: ({ name }) => shownOf(name),
  'first-last': ({ firstName, lastName }) =>
    [shownOf(firstName), shownOf(lastName)].filter(Boolean).join(' ') || undefined,
  id: idOf,
};

const isSource = (name: string): name is NameSource => Object.hasOwn(sources, name);

export const defaultNameSource = 'full first-last';

/** What may be shown of the name, from the first source that has one, if any has. */
export const nameOf = (customer: Customer, from: string = defaultNameSource): string | undefined =>
  from
    .split(/[\s,]+/)
    .map((source) => (isSource(source) ? sources[source](customer) : undefined))
    .find((name) => name !== undefined);

/** Whether an address is shown, and says in which country the customer is. */
export const hasAddress = ({ defaultBilling, defaultShipping }: Customer): boolean =>
  [defaultBilling, defaultShipping].some((field) => field && !isWithheld(field));

/** Whether anything is known of how to reach the customer, if only that there is no way. */
export const hasContact = ({ email, phones }: Customer): boolean => email !== undefined || phones !== undefined;

/** Whether an exemption from tax applies on a day. */
export const isTaxExempt = ({ taxExempt, taxExemptUntil }: Customer, today: string): boolean =>
  Boolean(taxExempt) && (!taxExemptUntil || taxExemptUntil >= today);

/** Whether the customer has not said that they let themselves be reached: then only about what they have asked or bought. */
export const isReserved = (consent: Consent | undefined): boolean => Boolean(consent) && consent?.state !== 'granted';
