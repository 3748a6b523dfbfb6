export * from './adapter/index.ts';
export { CustomerSearch } from './search/customer-search.ts';
export { CustomerDashboard } from './dashboard/customer-dashboard.ts';
export {
  LayoutProblemEvent,
  LayoutSavedEvent,
  LayoutSaveEvent,
  NavigateBackEvent,
  WidgetErrorEvent,
  type WidgetFailure,
} from './dashboard/customer-dashboard.events.ts';
export type { WidgetManifest } from './dashboard/extensions/manifest.ts';
export type {
  DashboardLayout,
  Device,
  LayoutSection,
  LayoutText,
  LayoutWidget,
  Placement,
} from './dashboard/layout/layout.ts';
export { DashboardProvider, provideDashboard, type DashboardOptions } from './dashboard/provide-dashboard.ts';
export * from './domain/index.ts';
export { ColumnsChangedEvent, type WordList } from './element/columns.ts';
export { DashboardElement } from './element/dashboard-element.ts';
export { define, type DefineOptions, type WidgetClass } from './element/define.ts';
export {
  CustomerOpenEvent,
  ExportEvent,
  FactEvent,
  RequestEvent,
  SessionExpiredEvent,
  ViewAllEvent,
} from './element/events.ts';
export type { OpenAs, ViewAll } from './element/opening.ts';
export { defineWords, type Words, type WordsModule } from './i18n/define-words.ts';
export { loadLocale } from './i18n/locales.ts';
export { Localization, type LocaleSettings } from './i18n/localization.ts';
export type { Message, Plural, Section, Translation } from './i18n/message.ts';
export { addLocale, type LocaleModule } from './locales/add-locale.ts';
export type { Catalogue, PartialCatalogue } from './locales/add-locale.ts';
export * from './features/address-book/address-book.events.ts';
export * from './widgets/index.ts';
