// Written by tools/generate.mjs.
export * from './address-book/index.ts';
export * from './credit-balance/index.ts';
export * from './cross-sell-table/index.ts';
export * from './customer-info/index.ts';
export * from './notes-panel/index.ts';
export * from './order-history/index.ts';
export * from './quotes-panel/index.ts';
