import { addLocale as add } from '../i18n/locales.ts';
import type { Translation } from '../i18n/message.ts';
import type { allWords } from './all-words.ts';

/** All messages of one language, by section. */
export type Catalogue = {
  readonly [W in (typeof allWords)[number] as W['name']]: Translation<W['english']>;
};

/** A part of a language: whole sections, or some of their messages. */
export type PartialCatalogue = { readonly [S in keyof Catalogue]?: Partial<Catalogue[S]> };

/** A module with a language, or with a host's wording of one. */
export interface LocaleModule {
  readonly catalogue: PartialCatalogue;
}

/**
 * Adds a language, or a host's own wording of one. Messages that it omits fall back to the library's translation, then
 * to English.
 */
export const addLocale: (language: string, load: () => Promise<LocaleModule>) => void = add;
