import type { Translation } from '../i18n/message.ts';
import type { allWords } from './all-words.ts';

/** All messages of one language, by section. */
export type Catalogue = {
  readonly [W in (typeof allWords)[number] as W['name']]: Translation<W['english']>;
};

/** A part of a language: whole sections, or some of their messages. */
export type PartialCatalogue = { readonly [S in keyof Catalogue]?: Partial<Catalogue[S]> };
