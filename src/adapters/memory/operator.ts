import type { Actor, Permission, Permissions } from '../../domain/operator.ts';

/** Who asks: the name under which they write, and what they may do. */
export interface Operator {
  readonly actor: Actor;
  /** By operation. What is not named is allowed. */
  readonly permissions: Permissions;
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

/** What an operator of each role may do. */
export const roles = {
  manager: { ...notes(allowed), ...addresses(allowed), 'credit.adjust': allowed },
  agent: { ...notes(allowed), ...addresses(allowed), 'credit.adjust': denied('Managers adjust credit.') },
  viewer: { ...notes(denied('Agents and managers write notes.')), ...addresses(denied('Agents and managers change addresses.')), 'credit.adjust': denied('Managers adjust credit.') },
} as const satisfies Readonly<Record<string, Permissions>>;
