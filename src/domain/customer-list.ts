import * as v from 'valibot';
import { Customer } from './customer.ts';
import { isWithheld, type Field } from './field.ts';
import { CustomerStats } from './stats.ts';

/**
 * A row of the list of all customers: the members of `Customer` and the figures of `CustomerStats` that a list shows,
 * with the values that they have there. Each may be absent (unknown to the platform).
 */
export const CustomerListItem = v.object({
  id: Customer.entries.id,
  /** The id to display, if it differs from `id`. */
  displayId: Customer.entries.displayId,
  /** The full name. */
  name: Customer.entries.name,
  /** The given name. */
  firstName: Customer.entries.firstName,
  /** The family name. */
  lastName: Customer.entries.lastName,
  /** The company that the customer buys for. */
  company: Customer.entries.company,
  /** The address to write to. */
  email: Customer.entries.email,
  /** The telephone numbers, the preferred one first. */
  phones: Customer.entries.phones,
  /** The customer's level, such as gold. */
  level: Customer.entries.level,
  /** The platform's customer groups. */
  groups: Customer.entries.groups,
  /** The verification of the customer's identity. Known codes: `verificationCodes`. */
  verification: Customer.entries.verification,
  /** The number of orders. */
  orders: CustomerStats.entries.orders,
  /** Payments and refunds, counted separately: some platforms call these orders. */
  transactions: CustomerStats.entries.transactions,
  /** What the customer has spent. The first amount is in the currency of most orders, and is the one that sorts. */
  lifetimeTotal: CustomerStats.entries.lifetimeTotal,
  /** The average of an order. */
  averageOrderValue: CustomerStats.entries.averageOrderValue,
  /** The time of the first order. `null`: there is none. */
  firstOrderAt: CustomerStats.entries.firstOrderAt,
  /** The time of the last order. `null`: there is none. */
  lastOrderAt: CustomerStats.entries.lastOrderAt,
});
export type CustomerListItem = v.InferOutput<typeof CustomerListItem>;

/** The members that a row takes from the customer's record. */
export const listedMembers = [
  'displayId',
  'name',
  'firstName',
  'lastName',
  'company',
  'email',
  'phones',
  'level',
  'groups',
  'verification',
] as const;

/** The members that a row takes from the customer's statistics over all time. */
export const listedFigures = ['orders', 'transactions', 'lifetimeTotal', 'firstOrderAt', 'lastOrderAt'] as const;

/** Returns the members of an object that it has. */
export const pick = <T extends object, K extends keyof T>(from: T, names: readonly K[]): Pick<T, K> =>
  Object.fromEntries(names.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]]))) as Pick<T, K>;

/** Returns the part of a field that the operator may see. */
export const visible = <T>(field: Field<T> | null | undefined): T | string | undefined =>
  isWithheld(field) ? (field.display ?? field.token) : (field ?? undefined);

/** Returns the id to show. */
export const idOf = ({ id, displayId = id }: CustomerListItem): string => displayId;

/** Returns the name to show: the full name, or else its parts, the company, or the id. */
export function nameOf(customer: CustomerListItem): string {
  const parts = [visible(customer.firstName), visible(customer.lastName)].filter(Boolean).join(' ');
  return visible(customer.name) ?? (parts || (visible(customer.company) ?? idOf(customer)));
}

/** Returns the preferred telephone number. */
export const phoneOf = (phones: CustomerListItem['phones']): Field<string> | null | undefined =>
  isWithheld(phones) ? phones : phones && (phones[0]?.number ?? null);
