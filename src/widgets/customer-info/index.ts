export { CustomerInfo } from './customer-info.ts';
export * from './customer-desk.events.ts';
export * from './customer-info.events.ts';
