import type { OperationName, WriteName } from '../../adapter/operations.ts';
import * as decimal from '../../domain/decimal.ts';
import { unitOf, type StoredValue } from '../../domain/money.ts';
import type { Permission, Permissions } from '../../domain/operator.ts';

/** The roles of the demo's operators, starting with the least privileged. The reference server has the same. */
export const roleNames = ['viewer', 'agent', 'manager'] as const;
export type RoleName = (typeof roleNames)[number];

export interface Role {
  /** The permissions for writes, and what the shop will withdraw. All operators may read. */
  readonly permissions: Permissions;
  /** The visibility of personal data. */
  readonly personalData: 'whole' | 'masked';
  /** The maximum amount of an adjustment, in the currency or unit of the account. Absent: unlimited. */
  readonly creditLimit?: string;
}

/** The minimum role for each write, and the explanation for other roles. */
const writers: Readonly<Record<WriteName, readonly [least: RoleName, reason: string]>> = {
  'customers.update': ['agent', 'Agents and managers change customers.'],
  'customers.setStatus': ['agent', 'Agents and managers change customers.'],
  'customers.setPassword': ['manager', 'Managers set passwords.'],
  'customers.reveal': ['manager', 'Managers reveal personal data.'],
  'addresses.create': ['agent', 'Agents and managers may change addresses.'],
  'addresses.update': ['agent', 'Agents and managers may change addresses.'],
  'addresses.delete': ['agent', 'Agents and managers may change addresses.'],
  'addresses.setDefault': ['agent', 'Agents and managers may change addresses.'],
  'notes.create': ['agent', 'Agents and managers may write notes.'],
  'notes.update': ['agent', 'Agents and managers may write notes.'],
  'notes.delete': ['agent', 'Agents and managers may write notes.'],
  'notes.restore': ['agent', 'Agents and managers may write notes.'],
  'credit.adjust': ['agent', 'Agents may adjust credit up to a limit, managers without one.'],
  'credit.open': ['agent', 'Agents and managers open accounts.'],
  'coupons.issue': ['manager', 'Managers issue and revoke coupons.'],
  'coupons.revoke': ['manager', 'Managers issue and revoke coupons.'],
  'paymentCards.setDefault': ['agent', 'Agents and managers choose the default card.'],
  'paymentCards.delete': ['manager', 'Managers remove cards.'],
  'subscriptions.create': ['agent', 'Agents and managers change subscriptions.'],
  'subscriptions.update': ['agent', 'Agents and managers change subscriptions.'],
  'subscriptions.pause': ['agent', 'Agents and managers change subscriptions.'],
  'subscriptions.resume': ['agent', 'Agents and managers change subscriptions.'],
  'subscriptions.cancel': ['manager', 'Managers cancel subscriptions.'],
  'preferences.set': ['viewer', 'Everybody may arrange their own pages.'],
  'preferences.setShared': ['manager', 'Managers arrange pages for everybody.'],
  'priceGroups.assign': ['manager', 'Managers assign price groups.'],
  'priceGroups.unassign': ['manager', 'Managers assign price groups.'],
  'inquiries.reply': ['agent', 'Agents and managers reply to customers.'],
  'exports.start': ['agent', 'Agents and managers export customers.'],
  'exports.cancel': ['agent', 'Agents and managers export customers.'],
  'privacy.requestErasure': ['manager', 'Managers request the erasure of personal data.'],
  'privacy.withdrawErasure': ['manager', 'Managers request the erasure of personal data.'],
  'inquiries.update': ['agent', 'Agents and managers change inquiries.'],
  'reseller.update': ['agent', 'Agents and managers change reseller details.'],
};

const resellerNotice =
  'With brand protection, reseller details will very likely be withdrawn. Please avoid entering data here: we cannot ' +
  'guarantee that it stays available.';

/** The operations that the shop is about to withdraw, with its notice. */
const withdrawn: Readonly<Partial<Record<OperationName, string>>> = {
  'reseller.get': resellerNotice,
  'reseller.update': resellerNotice,
};

const permissionsOf = (role: RoleName): Permissions => ({
  ...Object.fromEntries(
    Object.entries(withdrawn).map(([name, notice]): [string, Permission] => [name, { state: 'deprecated', notice }]),
  ),
  ...Object.fromEntries(
    Object.entries(writers).flatMap(([name, [least, reason]]): [string, Permission][] => {
      if (roleNames.indexOf(role) < roleNames.indexOf(least)) return [[name, { state: 'denied', reason }]];
      return name in withdrawn ? [] : [[name, { state: 'allowed' }]];
    }),
  ),
});

/** The permissions and the masking of each role. */
export const roles: Readonly<Record<RoleName, Role>> = {
  viewer: { permissions: permissionsOf('viewer'), personalData: 'masked' },
  agent: { permissions: permissionsOf('agent'), personalData: 'whole', creditLimit: '50' },
  manager: { permissions: permissionsOf('manager'), personalData: 'whole' },
};

/** Returns an explanation if an amount exceeds the operator's limit for adjustments, otherwise `undefined`. */
export function beyondLimit(amount: StoredValue, limit: string | undefined): string | undefined {
  if (limit === undefined) return undefined;
  const size = decimal.sign(amount.value) < 0 ? decimal.negate(amount.value) : amount.value;
  return decimal.compare(size, limit) > 0
    ? `You may adjust credit by up to ${limit} ${unitOf(amount)} at a time. Managers may do more.`
    : undefined;
}
