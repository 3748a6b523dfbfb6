import type { Customer } from '../../domain/customer.ts';
import { isWithheld } from '../../domain/field.ts';

/** What people call the customer by where there is no name. */
export const idOf = ({ id, displayId }: Customer): string => displayId?.trim() || id;

/** What may be shown of the name, if anything. */
export function nameOf({ name }: Customer): string | undefined {
  const text = isWithheld(name) ? (name.withheld === 'denied' ? undefined : name.display) : name;
  return text?.trim() || undefined;
}

/** Whether an address is shown, and says in which country the customer is. */
export const hasAddress = ({ defaultBilling, defaultShipping }: Customer): boolean =>
  [defaultBilling, defaultShipping].some((field) => field && !isWithheld(field));

/** Whether anything is known of how to reach the customer, if only that there is no way. */
export const hasContact = ({ email, phones }: Customer): boolean => email !== undefined || phones !== undefined;

/** Whether an exemption from tax applies on a day. */
export const isTaxExempt = ({ taxExempt, taxExemptUntil }: Customer, today: string): boolean =>
  Boolean(taxExempt) && (!taxExemptUntil || taxExemptUntil >= today);
