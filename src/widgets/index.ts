// Written by tools/generate.mjs.
export { AddressBook } from './address-book/address-book.ts';
export { CreditBalance } from './credit-balance/credit-balance.ts';
export * from './credit-balance/credit-balance.events.ts';
export * from './cross-sell-table/index.ts';
export * from './customer-info/index.ts';
export { NotesPanel } from './notes-panel/notes-panel.ts';
export * from './notes-panel/notes-panel.events.ts';
export * from './order-history/index.ts';
export { QuotesPanel } from './quotes-panel/quotes-panel.ts';
export * from './quotes-panel/quotes-panel.events.ts';
export { SubscriptionsPanel } from './subscriptions-panel/subscriptions-panel.ts';
export * from './subscriptions-panel/subscriptions-panel.events.ts';
export { TransactionHistory } from './transaction-history/transaction-history.ts';
export * from './transaction-history/transaction-history.events.ts';
