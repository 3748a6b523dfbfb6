import { addLocale as add } from '../i18n/locales.ts';
import type { PartialCatalogue } from './catalogue.ts';

/** A module with a language, or with a host's wording of one. */
export interface LocaleModule {
  readonly catalogue: PartialCatalogue;
}

/**
 * Adds a language, or a host's own wording of one. Messages that it omits fall back to the library's translation, then
 * to English.
 */
export const addLocale: (language: string, load: () => Promise<LocaleModule>) => void = add;
