import type { Translation } from '../i18n/message.ts';
import type { allWords } from './all-words.ts';

/** Everything that is said in one language, by the names of its sections. */
export type Catalogue = {
  readonly [W in (typeof allWords)[number] as W['name']]: Translation<W['english']>;
};

/** As much of a language as there is: whole sections, or some of their messages. */
export type PartialCatalogue = { readonly [S in keyof Catalogue]?: Partial<Catalogue[S]> };
