import { Loadable } from './loadable.ts';
import type { Section, Translation } from './message.ts';

/** A module of one language: the messages by name. The build leaves the names out: then in the order of their names. */
export interface WordsModule<E extends Section = Section> {
  readonly words: Translation<E>;
}

/** The messages of one widget, or of one part that is loaded on demand: in English, and how to load other languages. */
export interface Words<E extends Section = Section, Name extends string = string> {
  /** The name by which a host words them otherwise: the tag of the widget, or one with a hyphen of its own. */
  readonly name: Name;
  readonly english: E;
  /** By language tag in lower case: `id`, `pt-br`. */
  readonly languages: ReadonlyMap<string, Loadable<WordsModule>>;
}

const defined = new Set<Words>();

/** All words that the modules of this page have defined so far. */
export const definedWords: ReadonlySet<Words> = defined;

/**
 * Defines the words of a widget, beside which they are loaded: a page loads those languages and those widgets that it
 * shows. Call it once, at the top of a module:
 *
 *     export const loyaltyWords = defineWords(
 *       'acme-loyalty',
 *       { heading: 'Loyalty', points: { one: '{count} point', other: '{count} points' } },
 *       { id: () => import('./words.id.ts') },
 *     );
 *
 * A language exports `words`; one that lacks a message does not compile.
 */
export function defineWords<const Name extends string, const E extends Section>(
  name: Name,
  english: E,
  languages: Readonly<Record<string, () => Promise<WordsModule<NoInfer<E>>>>> = {},
): Words<E, Name> {
  const loadable = Object.entries(languages).map(
    ([language, load]) => [language.toLowerCase(), new Loadable<WordsModule>(load)] as const,
  );
  const words = { name, english, languages: new Map(loadable) };
  defined.add(words);
  return words;
}
