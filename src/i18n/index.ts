export { addLocale, loadLocale, type LocaleModule, type PartialCatalogue } from './locales.ts';
export { Localization, type LocaleSettings, type Moment } from './localization.ts';
export type { Catalogue } from './catalogue.ts';
export type { Message, Plural, Section, Translation } from './message.ts';
