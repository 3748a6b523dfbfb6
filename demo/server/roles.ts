import { roles, type RoleName } from '../../src/adapters/memory/roles.ts';
import type { Permissions } from '../../src/domain/operator.ts';

/** The signed-in operator. */
export interface Operator {
  readonly id: string;
  readonly name: string;
  readonly role: RoleName;
}

/** Returns the permissions for writes. Every signed-in operator may read. */
export const permissionsOf = ({ role }: Operator): Permissions => roles[role].permissions;

/** Returns true if personal data is masked for the operator. */
export const isMaskedFor = ({ role }: Operator): boolean => roles[role].personalData === 'masked';

/**
 * Returns the operator's maximum adjustment in the currency or unit of the account, or `undefined` if there is no
 * limit.
 */
export const creditLimitOf = ({ role }: Operator): string | undefined => roles[role].creditLimit;

interface DemoOperator {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: RoleName;
  readonly password: string;
}

/** The fictional staff of the demo shop. The passwords are public: use them only for a local server. */
export const demoOperators: readonly DemoOperator[] = [
  { id: 'op-114', login: 'dana', name: 'Dana Whitlock', role: 'manager', password: 'kiln-at-dawn' },
  { id: 'op-131', login: 'tom', name: 'Tom Adeyemi', role: 'agent', password: 'oat-glaze' },
  { id: 'op-102', login: 'priya', name: 'Priya Raman', role: 'viewer', password: 'paper-filter' },
];
