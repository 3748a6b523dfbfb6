import { definedWords, type Words, Loadable } from './define-words.ts';
import { canonicalTag, spelled } from './locale-tag.ts';
import type { Section } from './message.ts';

/** A language, or a host page's wording of one. */
export interface LocaleModule {
  /** Sections by name, complete or with some of their messages. */
  readonly catalogue?: Readonly<Record<string, Section | undefined>>;
  /** Creates a section from the English one, for generated languages such as the pseudo-locale. */
  readonly word?: (english: Section) => Section;
}

const locales = new Map<string, Loadable<LocaleModule>>([['en-xa', new Loadable(() => import('./pseudo.ts'))]]);
/** The locales whose words have loaded or failed, each with the number of sections at that time. */
const settled = new Set<string>();
let revision = 0;
let notifyAdded = (): void => {};

/** Sets the callback for added languages. There is one, for all elements. */
export const onLocaleAdded = (notify: () => void): void => void (notifyAdded = notify);

/**
 * Adds a language, or a host page's wording of one. Messages that it omits fall back to the library's translation, then
 * to English.
 */
export function addLocale(language: string, load: () => Promise<LocaleModule>): void {
  // A loader that throws synchronously must fail like one that rejects.
  locales.set(keysOf(language)[0]!, new Loadable(async () => load()));
  settled.clear();
  notifyAdded();
}

/** The last locale with its keys, because a page asks for the same one again for each of its sections. */
let lastKeys: { readonly locale: string; readonly keys: readonly string[] } | undefined;

/**
 * Returns the keys of a locale, the most specific first: `id-id`, `id`. A custom name that is not a language tag stays
 * as it is.
 */
function keysOf(locale: string): readonly string[] {
  if (lastKeys?.locale === locale) return lastKeys.keys;
  const parts = (canonicalTag(locale) ?? String(locale)).toLowerCase().split('-');
  const keys = parts.map((_, index) => parts.slice(0, parts.length - index).join('-'));
  lastKeys = { locale, keys };
  return keys;
}

const find = <T>(modules: ReadonlyMap<string, Loadable<T>>, keys: readonly string[]): Loadable<T> | undefined =>
  modules.get(keys.find((key) => modules.has(key))!);

/** Returns the modules to load for a locale: none for English. */
function modulesFor(locale: string): Loadable<unknown>[] {
  const keys = keysOf(locale);
  const modules = [locales, ...[...definedWords].map(({ languages }) => languages)];
  return modules.map((languages) => find<unknown>(languages, keys)).filter((module) => module !== undefined);
}

/** Returns whether the words of a locale have loaded or failed, or whether it needs none. */
export function isSettled(locale: string): boolean {
  const key = `${locale} ${definedWords.size}`;
  if (settled.has(key)) return true;
  if (!modulesFor(locale).every((module) => module.isSettled)) return false;
  settled.add(key);
  return true;
}

/** Returns whether some words of a language have loaded, in which case a new element should not show English first. */
export const isKnown = (locale: string): boolean => modulesFor(locale).some(({ value }) => value);

/**
 * Loads the words of a locale for everything that is defined so far. Words that are defined later delay the first
 * render of their element. Await it before the widgets appear to never show English first. Words that fail to load stay
 * English; the next call tries again.
 */
export async function loadLocale(locale: string): Promise<void> {
  const missing = modulesFor(locale).filter(({ value }) => !value);
  await Promise.all(missing.map((module) => module.load()));
  if (missing.some(({ value }) => value)) revision++;
}

/** Returns a number that changes when words have loaded. */
export const wordsRevision = (): number => revision;

/** Returns the messages of a section in a locale. */
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

/** Restores the names of messages, which the build removes: see `tools/pack-words.mjs`. */
function named(messages: Section | readonly unknown[] | undefined, english: Section): object | undefined {
  if (!Array.isArray(messages)) return messages;
  const entries = Object.keys(english)
    .sort()
    .map((name, index) => [name, messages[index] as unknown]);
  return Object.fromEntries(entries) as object;
}
