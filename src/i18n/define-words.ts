import type { Section, Translation } from './message.ts';

/** A module that is imported once. After a failure, the next `load()` tries again. */
export class Loadable<T> {
  readonly #import: () => Promise<T>;
  #pending: Promise<void> | undefined;
  value: T | undefined;
  /** `true` if the import has succeeded or failed, so that there is nothing to wait for. */
  isSettled = false;

  constructor(load: () => Promise<T>) {
    this.#import = load;
  }

  /** Loads the module, unless it has loaded. Never rejects. */
  load(): Promise<void> {
    return (this.#pending ??= this.#load());
  }

  async #load(): Promise<void> {
    try {
      this.value = await this.#import();
    } catch {
      this.#pending = undefined;
    }
    this.isSettled = true;
  }
}

/**
 * A module with the messages of one language, by name. The build removes the names and keeps the messages in the order
 * of their names.
 */
export interface WordsModule<E extends Section = Section> {
  readonly words: Translation<E>;
}

/** The messages of one widget, or of one part that loads on demand: in English, with loaders for other languages. */
export interface Words<E extends Section = Section, Name extends string = string> {
  /** The name by which a host page overrides the messages: the tag of the widget, or another name with a hyphen. */
  readonly name: Name;
  readonly english: E;
  /** The loaders by language tag in lower case: `id`, `pt-br`. */
  readonly languages: ReadonlyMap<string, Loadable<WordsModule>>;
}

const defined = new Set<Words>();

/** The words that the modules of this page have defined so far. */
export const definedWords: ReadonlySet<Words> = defined;

/**
 * Defines the words of a widget next to its code, so that a page loads only the languages and widgets that it shows.
 * Call it once, at the top of a module:
 *
 *     export const loyaltyWords = defineWords(
 *       'acme-loyalty',
 *       { heading: 'Loyalty', points: { one: '{count} point', other: '{count} points' } },
 *       { id: () => import('./words.id.js') },
 *     );
 *
 * The module of a language exports `words`. If a message is missing, it does not compile.
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
