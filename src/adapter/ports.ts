import type { CreditAccount, CreditAdjustment, CreditEntry, CreditOutcome } from '../domain/credit.ts';
import type { CrossSellRow, CrossSellTotals } from '../domain/cross-sell.ts';
import type { Customer } from '../domain/customer.ts';
import type { Note, NoteInput } from '../domain/note.ts';
import type { OrderDetail, OrderEntry, OrderTotals } from '../domain/order.ts';
import type { Page } from '../domain/page.ts';
import type { CustomerStats } from '../domain/stats.ts';
import type { DayRange } from '../domain/time.ts';
import type { Guarantees, PageRequest, ReadOptions, WriteOptions } from './options.ts';

/** The customer's own data. */
export interface CustomersPort {
  /** Rejects with `not-found` where there is no such customer. */
  get?(customerId: string, options: ReadOptions): Promise<Customer>;
}

/** Orders and returns, newest first; equal times by number descending, as text. */
export interface OrdersPort {
  list?(customerId: string, page: PageRequest, options: ReadOptions): Promise<Page<OrderEntry, OrderTotals>>;
  get?(customerId: string, orderId: string, options: ReadOptions): Promise<OrderDetail>;
}

/** What operators have noted; newest first, pinned ones before all others. */
export interface NotesPort {
  readonly guarantees?: Guarantees;
  list?(customerId: string, page: PageRequest, options: ReadOptions): Promise<Page<Note>>;
  create?(customerId: string, note: NoteInput, options: WriteOptions): Promise<Note>;
  update?(customerId: string, noteId: string, note: NoteInput, options: WriteOptions): Promise<Note>;
  delete?(customerId: string, noteId: string, options: WriteOptions): Promise<void>;
}

/** What the customer bought, product by product. Sorted by any figure, `title` or `sku`; by revenue, highest first, where nothing is said. */
export interface CrossSellPort {
  list?(customerId: string, page: PageRequest, options: ReadOptions): Promise<Page<CrossSellRow, CrossSellTotals>>;
}

/** What the customer adds up to. */
export interface StatsPort {
  get?(customerId: string, range: DayRange, options: ReadOptions): Promise<CustomerStats>;
}

/** Stored value: balances, and the ledger behind each, newest entry first. */
export interface CreditPort {
  readonly guarantees?: Guarantees;
  accounts?(customerId: string, page: PageRequest, options: ReadOptions): Promise<Page<CreditAccount>>;
  entries?(customerId: string, accountId: string, page: PageRequest, options: ReadOptions): Promise<Page<CreditEntry>>;
  /**
   * Adds an entry and moves the balance. With `dryRun` it answers the balance after and writes nothing. What would
   * take more away than there is rejects with `validation` and a field error for `amount`.
   */
  adjust?(customerId: string, adjustment: CreditAdjustment, options: WriteOptions): Promise<CreditOutcome>;
}
