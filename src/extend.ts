// What a widget of others is made of: its manifest and port, and, if it likes, the base that the library's own have.
export { definePort, type AddedOperation } from './adapter/define-port.ts';
export type { AdapterOperation, AdapterPort, PortDefinition } from './adapter/define-port.ts';
export { AdapterError } from './adapter/adapter-error.ts';
export { defineWidget } from './dashboard/extensions/define-widget.ts';
export type { WidgetManifest } from './dashboard/extensions/manifest.ts';
export { listQuery, type ListOperation } from './data/list-query.ts';
export type { ListQuery, RecordQuery } from './data/query.ts';
export type { List, Snapshot } from './data/snapshot.ts';
export type { Write } from './data/write.ts';
export { DashboardElement } from './element/dashboard-element.ts';
export { define } from './element/define.ts';
export { factEvent, requestEvent } from './element/events.ts';
export { ListController, RecordController } from './element/query-controller.ts';
export { WriteController, type WriteState } from './element/write-controller.ts';
export { defineWords } from './i18n/define-words.ts';
export { footer, panel, type Panel } from './ui/panel.ts';
export { stateView, type StateView, type StateViews } from './ui/state-view.ts';
export { widgetStyles } from './ui/styles.ts';
