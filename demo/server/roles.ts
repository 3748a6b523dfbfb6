import { roles, type RoleName } from '../../src/adapters/memory/roles.ts';
import type { Permissions } from '../../src/domain/operator.ts';

/** Who is signed in, and what they are. */
export interface Operator {
  readonly id: string;
  readonly name: string;
  readonly role: RoleName;
}

/** What someone may write; what is not named is a read, and anyone who is signed in may read. */
export const permissionsOf = ({ role }: Operator): Permissions => roles[role].permissions;

/** Whether someone sees the data that lead to a person masked. */
export const seesMasked = ({ role }: Operator): boolean => roles[role].personalData === 'masked';

/** By how much someone may move a balance at once, in the currency or unit of the account; no limit where `undefined`. */
export const creditLimitOf = ({ role }: Operator): string | undefined => roles[role].creditLimit;
