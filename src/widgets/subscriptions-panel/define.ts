// Written by tools/generate.mjs.
import { define } from '../../element/define.ts';
import { SubscriptionsPanel } from './subscriptions-panel.ts';

define(SubscriptionsPanel);

/** Adds the types of the tag. */
export type { SubscriptionsPanel } from './subscriptions-panel.ts';
