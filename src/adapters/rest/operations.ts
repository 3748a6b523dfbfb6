import type * as v from 'valibot';
import * as address from '../../domain/address.ts';
import * as coupon from '../../domain/coupon.ts';
import * as credit from '../../domain/credit.ts';
import * as crossSell from '../../domain/cross-sell.ts';
import * as change from '../../domain/customer-change.ts';
import * as customer from '../../domain/customer.ts';
import * as note from '../../domain/note.ts';
import { Permissions } from '../../domain/operator.ts';
import { OrderDetail } from '../../domain/order-detail.ts';
import { OrderEntry, OrderTotals } from '../../domain/order.ts';
import { page } from '../../domain/page.ts';
import { CustomerStats } from '../../domain/stats.ts';
import type { Operation } from './routes.ts';

/** What goes in and out of an operation: what a server checks against, and what `docs/openapi.yaml` is made from. */
export interface OperationContract {
  readonly summary: string;
  /** How it is asked: for one record, for one over a range of days, for a part of a list, or to change something. */
  readonly kind: 'record' | 'range' | 'list' | 'write';
  /** The body of a write. */
  readonly body?: v.GenericSchema;
  /** The status when it went well. */
  readonly status: 200 | 201 | 204;
  /** The body of the answer; none with 204. */
  readonly answer?: v.GenericSchema;
  /** Whether a write must say on which version it is based (`If-Match`), or may. */
  readonly version?: 'required' | 'optional';
  /** Whether a reason must be given (`Change-Reason`). */
  readonly reason?: boolean;
  /** Whether body or answer are kept nowhere, also not to answer the same write again: it is carried out again. */
  readonly secret?: boolean;
  /** Whether `?dryRun=true` asks what would be: it answers 200, writes nothing, and its key is not kept. */
  readonly dryRun?: boolean;
}

export const operations: Readonly<Record<Operation, OperationContract>> = {
  'customers.get': { summary: 'One customer', kind: 'record', status: 200, answer: customer.Customer },
  'customers.update': {
    summary: 'Change what is known of a customer',
    kind: 'write',
    body: change.CustomerChange,
    status: 200,
    answer: customer.Customer,
    version: 'required',
  },
  'customers.setPassword': {
    summary: 'Give the customer another password',
    kind: 'write',
    body: change.PasswordInput,
    secret: true,
    status: 204,
  },
  'customers.setStatus': {
    summary: 'Say whether who the customer says to be has been checked',
    kind: 'write',
    body: change.StatusInput,
    status: 200,
    answer: customer.Customer,
    version: 'required',
  },
  'customers.reveal': {
    summary: 'Show a withheld datum, for a reason and for a while',
    kind: 'write',
    body: change.RevealInput,
    secret: true,
    reason: true,
    status: 200,
    answer: change.Revealed,
  },
  'addresses.list': {
    summary: 'The address book, defaults first',
    kind: 'list',
    status: 200,
    answer: page(address.BookAddress),
  },
  'addresses.create': {
    summary: 'Add an address',
    kind: 'write',
    body: address.AddressInput,
    status: 201,
    answer: address.BookAddress,
  },
  'addresses.update': {
    summary: 'Change an address',
    kind: 'write',
    body: address.AddressInput,
    status: 200,
    answer: address.BookAddress,
    version: 'required',
  },
  'addresses.delete': { summary: 'Delete an address', kind: 'write', status: 204, version: 'required' },
  'addresses.setDefault': {
    summary: 'Make an address the default for billing or shipping',
    kind: 'write',
    body: address.DefaultInput,
    status: 200,
    answer: address.BookAddress,
  },
  'businessAccounts.list': {
    summary: 'Business accounts that a customer can be assigned to, by name',
    kind: 'list',
    status: 200,
    answer: page(customer.Named),
  },
  permissions: {
    summary: 'What this operator may do on this customer',
    kind: 'record',
    status: 200,
    answer: Permissions,
  },
  'stats.get': { summary: 'What the customer adds up to', kind: 'range', status: 200, answer: CustomerStats },
  'orders.list': {
    summary: 'Orders and returns, newest first',
    kind: 'list',
    status: 200,
    answer: page(OrderEntry, OrderTotals),
  },
  'orders.get': { summary: 'One order or return with its lines', kind: 'record', status: 200, answer: OrderDetail },
  'crossSell.list': {
    summary: 'What the customer bought, product by product',
    kind: 'list',
    status: 200,
    answer: page(crossSell.CrossSellRow, crossSell.CrossSellTotals),
  },
  'notes.list': {
    summary: 'Notes, pinned ones first, then newest first',
    kind: 'list',
    status: 200,
    answer: page(note.Note),
  },
  'notes.create': { summary: 'Add a note', kind: 'write', body: note.NoteInput, status: 201, answer: note.Note },
  'notes.update': {
    summary: 'Change a note',
    kind: 'write',
    body: note.NoteChange,
    status: 200,
    answer: note.Note,
    version: 'required',
  },
  'notes.delete': { summary: 'Delete a note', kind: 'write', status: 204, version: 'required' },
  'notes.restore': { summary: 'Bring a deleted note back', kind: 'write', status: 200, answer: note.Note },
  'notes.revisions': {
    summary: 'What became of a note, newest first',
    kind: 'list',
    status: 200,
    answer: page(note.NoteRevision),
  },
  'credit.accounts': {
    summary: 'Balances of stored value',
    kind: 'list',
    status: 200,
    answer: page(credit.CreditAccount),
  },
  'credit.entries': {
    summary: 'The ledger of an account, newest entry first',
    kind: 'list',
    status: 200,
    answer: page(credit.CreditEntry),
  },
  'credit.adjust': {
    summary: 'Add an entry to the ledger, which moves the balance',
    kind: 'write',
    body: credit.CreditAdjustment,
    status: 201,
    answer: credit.CreditOutcome,
    version: 'optional',
    dryRun: true,
  },
  'coupons.list': {
    summary: 'Coupons that the customer owns, newest first',
    kind: 'list',
    status: 200,
    answer: page(coupon.Coupon),
  },
  'coupons.issue': {
    summary: 'Give the customer a coupon',
    kind: 'write',
    body: coupon.CouponInput,
    status: 201,
    answer: coupon.Coupon,
  },
  'coupons.revoke': {
    summary: 'Take a coupon back that was not used',
    kind: 'write',
    status: 200,
    answer: coupon.Coupon,
    version: 'required',
  },
};
