export { SubscriptionsPanel } from './subscriptions-panel.ts';
export * from './subscriptions-panel.events.ts';
