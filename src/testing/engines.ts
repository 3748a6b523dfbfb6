import { widgetTags, type WidgetTag } from '../widgets/registry.ts';

/** `true` in the engine that runs the long checks whose result is the same in all engines. */
export const isChromium = navigator.userAgent.includes('Chrome');

/**
 * The widgets of tests about what the foundation does for every widget: in Chromium all of them; elsewhere one with
 * figures and forms, one with entries, one with a table and one with a ledger. Layout is tested with all, everywhere.
 */
export const sampledTags: readonly WidgetTag[] = isChromium
  ? widgetTags
  : ['customer-info', 'notes-panel', 'order-history', 'credit-balance'];
