import type { Permission, Permissions } from '../../src/domain/operator.ts';

/** Who is signed in, and what they are. */
export interface Operator {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

export type Role = 'manager' | 'agent' | 'viewer';

const allowed: Permission = { state: 'allowed' };
const denied = (reason: string): Permission => ({ state: 'denied', reason });

const notes = (permission: Permission): Permissions => ({
  'notes.create': permission,
  'notes.update': permission,
  'notes.delete': permission,
  'notes.restore': permission,
});

const addresses = (permission: Permission): Permissions => ({
  'addresses.create': permission,
  'addresses.update': permission,
  'addresses.delete': permission,
  'addresses.setDefault': permission,
});

const customers = (change: Permission, rest: Permissions): Permissions => ({
  'customers.update': change,
  'customers.setStatus': change,
  ...rest,
});
const byManagers: Permissions = {
  'customers.setPassword': denied('Managers set passwords.'),
  'customers.reveal': denied('Managers reveal personal data.'),
};

const coupons = (permission: Permission): Permissions => ({
  'coupons.issue': permission,
  'coupons.revoke': permission,
});
const noCoupons = coupons(denied('Managers issue and revoke coupons.'));

const byRole: Readonly<Record<Role, Permissions>> = {
  manager: {
    ...customers(allowed, { 'customers.setPassword': allowed, 'customers.reveal': allowed }),
    ...addresses(allowed),
    ...notes(allowed),
    ...coupons(allowed),
    'credit.adjust': allowed,
  },
  agent: {
    ...customers(allowed, byManagers),
    ...addresses(allowed),
    ...notes(allowed),
    ...noCoupons,
    'credit.adjust': allowed,
  },
  viewer: {
    ...customers(denied('Agents and managers change customers.'), byManagers),
    ...addresses(denied('Agents and managers may change addresses.')),
    ...notes(denied('Agents and managers may write notes.')),
    ...noCoupons,
    'credit.adjust': denied('Agents may adjust credit up to a limit, managers without one.'),
  },
};

/** What someone may write; what is not named is a read, and anyone who is signed in may read. */
export const permissionsOf = ({ role }: Operator): Permissions => byRole[role];

/** Whether someone sees the data that lead to a person masked. */
export const seesMasked = ({ role }: Operator): boolean => role === 'viewer';

/** By how much someone may move a balance at once, in the currency or unit of the account; no limit where `undefined`. */
export const creditLimitOf = ({ role }: Operator): string | undefined => (role === 'agent' ? '50' : undefined);
