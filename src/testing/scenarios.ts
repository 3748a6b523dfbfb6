import type { Cells } from './scenario.ts';
import { cells as addressBook } from './scenarios/address-book.ts';
import { cells as creditBalance } from './scenarios/credit-balance.ts';
import { cells as crossSellTable } from './scenarios/cross-sell-table.ts';
import { cells as customerInfo } from './scenarios/customer-info.ts';
import { cells as notesPanel } from './scenarios/notes-panel.ts';
import { cells as orderHistory } from './scenarios/order-history.ts';

/** Every widget in every state. Stories, pictures and the test of every state are made from it. */
export const scenarios = {
  'address-book': addressBook,
  'credit-balance': creditBalance,
  'cross-sell-table': crossSellTable,
  'customer-info': customerInfo,
  'notes-panel': notesPanel,
  'order-history': orderHistory,
} as const satisfies Readonly<Record<string, Cells>>;

export type WidgetTag = keyof typeof scenarios;

export const widgetTags = Object.keys(scenarios) as readonly WidgetTag[];
