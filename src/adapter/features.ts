import type { PortFeatures } from '../domain/capabilities.ts';
import type { CustomerMember } from '../domain/customer-change.ts';
import { codeOf, type Coded } from '../domain/field.ts';
import type { Ports } from './ports.ts';

// The features of ports, without the schemas: pages load this file first.

/** The names of all features. A port has those that belong to it as properties. */
export const featureNames = [
  'updates',
  'hasLabels',
  'single',
  'hasPins',
  'visibility',
  'visibilities',
  'openings',
  'retention',
] as const satisfies readonly (keyof PortFeatures)[];

/** The members that `customers.update` takes if the port does not say it. */
const defaultUpdates: readonly CustomerMember[] = [
  'login',
  'recoveryEmail',
  'businessAccountIds',
  'taxExempt',
  'taxExemptUntil',
];

/** All members that `customers.update` can take. */
export const customerMembers: readonly CustomerMember[] = [
  'name',
  'firstName',
  'lastName',
  'email',
  'phone',
  'company',
  ...defaultUpdates,
];

/**
 * The features of a server that implements the whole protocol, by port. Who can read notes and which accounts can be
 * opened differs from server to server.
 */
export const protocolFeatures: Readonly<Record<string, PortFeatures>> = {
  customers: { updates: customerMembers },
  addresses: { hasLabels: true },
};

/** Returns the members of a customer that the adapter can change. */
export const updatesOf = ({ customers }: Pick<Ports, 'customers'>): readonly CustomerMember[] =>
  customers?.update ? (customers.updates ?? defaultUpdates) : [];

/** Returns the visibility of a note that does not have one. */
export const visibilityOf = ({ notes }: Pick<Ports, 'notes'>): Coded => notes?.visibility ?? 'staff';

/** Returns the visibilities that a new note can have, that of the port first. */
export function visibilitiesOf(ports: Pick<Ports, 'notes'>): readonly Coded[] {
  const visibility = visibilityOf(ports);
  const others = ports.notes?.visibilities ?? [];
  return [visibility, ...others.filter((other) => codeOf(other) !== codeOf(visibility))];
}
