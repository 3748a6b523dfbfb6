// What everyone can import from the widget: its element, and the events beside it.
export { OrderHistory } from './order-history.ts';
export { OrderOpenEvent } from '../../element/events.ts';
export { OrderCreateEvent } from './order-links.ts';
export type { OrderColumn } from './order-rows.ts';
export type { PaletteName, StatusPalette } from '../../features/orders/status-palettes.ts';
