import type { Actor, Permission, Permissions } from '../../domain/operator.ts';

/** Who asks: the name under which they write, and what they may do. */
export interface Operator {
  readonly actor: Actor;
  /** By operation. What is not named is allowed. */
  readonly permissions: Permissions;
  /** How the data that lead to a person are seen; whole, where nothing is said. */
  readonly personalData?: 'whole' | 'masked' | undefined;
}

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
const coupons = (permission: Permission): Permissions => ({
  'coupons.issue': permission,
  'coupons.revoke': permission,
});

const customers = (change: Permission, password: Permission, reveal: Permission): Permissions => ({
  'customers.update': change,
  'customers.setStatus': change,
  'customers.setPassword': password,
  'customers.reveal': reveal,
});
const byManagers = [denied('Managers set passwords.'), denied('Managers reveal personal data.')] as const;

/** What an operator of each role may do. */
export const roles = {
  manager: {
    ...customers(allowed, allowed, allowed),
    ...notes(allowed),
    ...addresses(allowed),
    ...coupons(allowed),
    'credit.adjust': allowed,
  },
  agent: {
    ...customers(allowed, ...byManagers),
    ...notes(allowed),
    ...addresses(allowed),
    ...coupons(denied('Managers issue and revoke coupons.')),
    'credit.adjust': denied('Managers adjust credit.'),
  },
  viewer: {
    ...customers(denied('Agents and managers change customers.'), ...byManagers),
    ...notes(denied('Agents and managers write notes.')),
    ...coupons(denied('Managers issue and revoke coupons.')),
    ...addresses(denied('Agents and managers change addresses.')),
    'credit.adjust': denied('Managers adjust credit.'),
  },
} as const satisfies Readonly<Record<string, Permissions>>;
