import type { Operation } from '../../../src/adapters/rest/routes.ts';
import * as addresses from './addresses.ts';
import * as businessAccounts from './business-accounts.ts';
import * as coupons from './coupons.ts';
import { adjust } from './credit-adjust.ts';
import * as credit from './credit.ts';
import * as crossSell from './cross-sell.ts';
import * as changes from './customer-changes.ts';
import { reveal } from './customer-reveal.ts';
import * as customers from './customers.ts';
import * as notes from './notes.ts';
import type { Handler } from './operation.ts';
import * as orders from './orders.ts';
import * as stats from './stats.ts';

/** What carries out each operation of the HTTP binding. */
export const handlers: Readonly<Record<Operation, Handler>> = {
  'customers.get': customers.get,
  'customers.update': changes.update,
  'customers.setPassword': changes.setPassword,
  'customers.setStatus': changes.setStatus,
  'customers.reveal': reveal,
  'addresses.list': addresses.list,
  'addresses.create': addresses.create,
  'addresses.update': addresses.update,
  'addresses.delete': addresses.remove,
  'addresses.setDefault': addresses.setDefault,
  'businessAccounts.list': businessAccounts.list,
  permissions: customers.permissions,
  'stats.get': stats.get,
  'orders.list': orders.list,
  'orders.get': orders.get,
  'crossSell.list': crossSell.list,
  'notes.list': notes.list,
  'notes.create': notes.create,
  'notes.update': notes.update,
  'notes.delete': notes.remove,
  'notes.restore': notes.restore,
  'notes.revisions': notes.revisions,
  'credit.accounts': credit.accounts,
  'credit.entries': credit.entries,
  'credit.adjust': adjust,
  'coupons.list': coupons.list,
  'coupons.issue': coupons.issue,
  'coupons.revoke': coupons.revoke,
};
