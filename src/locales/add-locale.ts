import { addLocale as add } from '../i18n/locales.ts';
import type { PartialCatalogue } from './catalogue.ts';

/** One language, or a wording of one. */
export interface LocaleModule {
  readonly catalogue: PartialCatalogue;
}

/**
 * Adds a language, or a host's own wording of one. What it leaves out is said as the library says it in that language,
 * or in English.
 */
export const addLocale: (language: string, load: () => Promise<LocaleModule>) => void = add;
