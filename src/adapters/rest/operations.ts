import type * as v from 'valibot';
import * as credit from '../../domain/credit.ts';
import * as crossSell from '../../domain/cross-sell.ts';
import { Customer } from '../../domain/customer.ts';
import { Note, NoteInput } from '../../domain/note.ts';
import { Permissions } from '../../domain/operator.ts';
import { OrderDetail, OrderEntry, OrderTotals } from '../../domain/order.ts';
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
  /** Whether `?dryRun=true` asks what would be: it answers 200, writes nothing, and its key is not kept. */
  readonly dryRun?: boolean;
}

export const operations: Readonly<Record<Operation, OperationContract>> = {
  'customers.get': { summary: 'One customer', kind: 'record', status: 200, answer: Customer },
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
    answer: page(Note),
  },
  'notes.create': { summary: 'Add a note', kind: 'write', body: NoteInput, status: 201, answer: Note },
  'notes.update': {
    summary: 'Change a note',
    kind: 'write',
    body: NoteInput,
    status: 200,
    answer: Note,
    version: 'required',
  },
  'notes.delete': { summary: 'Delete a note', kind: 'write', status: 204, version: 'required' },
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
};
