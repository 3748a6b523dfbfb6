import { define } from '../../element/define.ts';
import { SubscriptionsPanel } from './subscriptions-panel.ts';

define(SubscriptionsPanel);

/** Brings along the types of the tag. */
export type { SubscriptionsPanel } from './subscriptions-panel.ts';
