export { CreditBalance } from './credit-balance.ts';
export * from './credit-balance.events.ts';
