// Written by tools/generate.mjs.
export * from './address-book/address-book.ts';
export * from './credit-balance/credit-balance.ts';
export * from './credit-balance/credit-balance.events.ts';
export * from './cross-sell-table/cross-sell-table.ts';
export * from './customer-info/customer-info.ts';
export * from './customer-info/customer-info.events.ts';
export * from './notes-panel/notes-panel.ts';
export * from './notes-panel/notes-panel.events.ts';
export * from './order-history/index.ts';
export * from './quotes-panel/quotes-panel.ts';
export * from './subscriptions-panel/subscriptions-panel.ts';
export * from './subscriptions-panel/subscriptions-panel.events.ts';
export { TransactionHistory } from './transaction-history/transaction-history.ts';
export * from './transaction-history/transaction-history.events.ts';
