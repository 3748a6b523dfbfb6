import { definedWords, type Words } from './define-words.ts';
import { Loadable } from './loadable.ts';
import { canonicalTag } from './locale-tag.ts';
import type { Section } from './message.ts';
import { spelled } from './spelling.ts';

/** A language, or a wording of one. */
export interface LocaleModule {
  /** Sections by name, whole or some of their messages. */
  readonly catalogue?: Readonly<Record<string, Section | undefined>>;
  /** Words any section, of its English messages: for languages that are made, such as the pseudo-locale. */
  readonly word?: (english: Section) => Section;
}

const locales = new Map<string, Loadable<LocaleModule>>([['en-xa', new Loadable(() => import('./pseudo.ts'))]]);
/** The locales for which nothing is to be waited for, each with the number of sections that there were by then. */
const settled = new Set<string>();
let revision = 0;
let notifyAdded = (): void => {};

/** Calls back when a language was added: one callback, for all that speak. */
export const onLocaleAdded = (notify: () => void): void => void (notifyAdded = notify);

/**
 * Adds a language, or a host's own wording of one. What it leaves out is said as the library says it in that language,
 * or in English.
 */
export function addLocale(language: string, load: () => Promise<LocaleModule>): void {
  // A loader that throws at once fails as one that rejects does.
  locales.set(keysOf(language)[0]!, new Loadable(async () => load()));
  settled.clear();
  notifyAdded();
}

/** The keys of a locale, the most exact first: `id-id`, `id`. A name of a host's own, which is no tag, stays as it is. */
function keysOf(locale: string): string[] {
  const parts = (canonicalTag(locale) ?? String(locale)).toLowerCase().split('-');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('-'));
}

const find = <T>(modules: ReadonlyMap<string, Loadable<T>>, keys: readonly string[]): Loadable<T> | undefined =>
  modules.get(keys.find((key) => modules.has(key))!);

/** Everything that is loaded for a locale: nothing for English. */
function modulesFor(locale: string): Loadable<unknown>[] {
  const keys = keysOf(locale);
  const modules = [locales, ...[...definedWords].map(({ languages }) => languages)];
  return modules.map((languages) => find<unknown>(languages, keys)).filter((module) => module !== undefined);
}

/** Whether nothing is to be waited for: all words are here, or do not come, or the locale needs none. */
export function isSettled(locale: string): boolean {
  const key = `${locale} ${definedWords.size}`;
  if (settled.has(key)) return true;
  if (!modulesFor(locale).every((module) => module.isSettled)) return false;
  settled.add(key);
  return true;
}

/** Whether some words of this language are here, so that nobody expects to read English first. */
export const isKnown = (locale: string): boolean => modulesFor(locale).some(({ value }) => value);

/**
 * Loads the words of everything that is defined, in this language; what is defined later waits for its words before it
 * is shown. A host that awaits it before the widgets appear never shows English first. Words that cannot be loaded stay
 * English and are asked for again the next time.
 */
export async function loadLocale(locale: string): Promise<void> {
  const missing = modulesFor(locale).filter(({ value }) => !value);
  await Promise.all(missing.map((module) => module.load()));
  if (missing.some(({ value }) => value)) revision++;
}

/** Changes when words have come. */
export const wordsRevision = (): number => revision;

/** The messages of a section as they are said in a locale. */
export function wordingOf(words: Words, locale: string, formatting: string): Section {
  const keys = keysOf(locale);
  const { name, english, languages } = words;
  const { word, catalogue } = find(locales, keys)?.value ?? {};
  return {
    ...(word ? word(english) : spelled(english, formatting)),
    ...named(find(languages, keys)?.value?.words, english),
    ...catalogue?.[name],
  } as Section;
}

/** Gives messages their names back, which the build leaves out: see `tools/pack-words.mjs`. */
function named(messages: Section | readonly unknown[] | undefined, english: Section): object | undefined {
  if (!Array.isArray(messages)) return messages;
  const entries = Object.keys(english)
    .sort()
    .map((name, index) => [name, messages[index] as unknown]);
  return Object.fromEntries(entries) as object;
}
