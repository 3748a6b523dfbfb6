export { CrossSellTable } from './cross-sell-table.ts';
export type { CrossSellColumn } from './cross-sell-columns.ts';
export { ProductOpenEvent } from '../../element/events.ts';
