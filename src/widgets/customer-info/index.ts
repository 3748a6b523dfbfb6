// What everyone can import from the widget: its element, and its events. Those of dialogs load with them.
export * from './customer-dialogs.events.ts';
export * from './customer-info.events.ts';
export * from './customer-info.ts';
