export { CustomerInfo } from './customer-info.ts';
export * from './customer-dialogs.events.ts';
export * from './customer-info.events.ts';
