export { defineWords, type Words, type WordsModule } from './define-words.ts';
export { loadLocale } from './locales.ts';
export { Localization, type LocaleSettings } from './localization.ts';
export type { Message, Plural, Section, Translation } from './message.ts';
