import type { OperationName } from '../adapter/operations.ts';

/** What the rest of the library has to know of a widget. */
export interface WidgetEntry {
  /** The operation without which it has nothing to show. */
  readonly reads: OperationName;
  /** For a widget that shows a few rows and leads to all of them: the intent of that link, and the part of a row. */
  readonly list?: { readonly intent: string; readonly row: string };
}

/**
 * Every widget, by its tag, which is the name of its folder too. A widget is added here and nowhere else: what has to
 * import it is written by `npm run generate`, and tests, pictures and the conformance kit go through this table.
 */
export const widgets = {
  'address-book': { reads: 'addresses.list', list: { intent: 'addresses', row: 'entry' } },
  'credit-balance': { reads: 'credit.accounts', list: { intent: 'credit', row: 'row' } },
  'cross-sell-table': { reads: 'crossSell.list', list: { intent: 'products', row: 'row' } },
  'customer-info': { reads: 'customers.get' },
  'notes-panel': { reads: 'notes.list', list: { intent: 'notes', row: 'note' } },
  'order-history': { reads: 'orders.list', list: { intent: 'orders', row: 'row' } },
} as const satisfies Readonly<Record<string, WidgetEntry>>;

export type WidgetTag = keyof typeof widgets;

export const widgetTags = Object.keys(widgets) as readonly WidgetTag[];
