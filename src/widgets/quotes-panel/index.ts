export { QuotesPanel } from './quotes-panel.ts';
export * from './quotes-panel.events.ts';
