import type { Catalogue } from './catalogue.ts';
import { canonicalTag } from './locale-tag.ts';

/** As much of a language as there is: whole sections, or some of their messages. */
export type PartialCatalogue = { readonly [S in keyof Catalogue]?: Partial<Catalogue[S]> };

/** One language. */
export interface LocaleModule {
  readonly catalogue: PartialCatalogue;
  /** The words of what opens on demand, where they come in a module of their own. */
  readonly onDemand?: () => Promise<Pick<LocaleModule, 'catalogue'>>;
}

type Loader = () => Promise<LocaleModule>;

const loaders = new Map<string, Loader>([
  ['id', () => import('./locales/id.ts')],
  ['en-xa', () => import('./locales/en-xa.ts')],
]);
const loaded = new Map<string, LocaleModule>();
const pending = new Map<string, Promise<void>>();
const failed = new Set<string>();

let notifyAdded = (): void => {};

/** Calls back when a language was added: one callback, for all that speak. */
export const onLocaleAdded = (notify: () => void): void => void (notifyAdded = notify);

/** Adds a language, or a host's own wording of one. What it leaves out is said in English. */
export function addLocale(language: string, loader: Loader): void {
  const key = keyOf(language);
  loaders.set(key, loader);
  loaded.delete(key);
  pending.delete(key);
  failed.delete(key);
  notifyAdded();
}

/** A name of a host's own, which is no tag, stays as it is: `x-shop`. */
const keyOf = (locale: string): string => (canonicalTag(locale) ?? String(locale)).toLowerCase();

/** The most exact key that there is a catalogue for: `id-ID` has that of `id`. English needs none. */
function keyFor(locale: string): string | undefined {
  const parts = keyOf(locale).split('-');
  for (let length = parts.length; length > 0; length--) {
    const key = parts.slice(0, length).join('-');
    if (loaders.has(key)) return key;
  }
  return undefined;
}

/** The catalogue of a locale, where one is loaded. */
export const catalogueOf = (locale: string): PartialCatalogue | undefined =>
  loaded.get(keyFor(locale) ?? '')?.catalogue;

/** Whether nothing is to be waited for: its words are here, or do not come, or it needs none. */
export function isSettled(locale: string): boolean {
  const key = keyFor(locale);
  return key === undefined || loaded.has(key) || failed.has(key);
}

/**
 * Loads the catalogue of a locale. A host that awaits it before the widgets appear never shows English first. One
 * that cannot be loaded leaves English in its place and is asked for again the next time.
 */
export function loadLocale(locale: string): Promise<void> {
  const key = keyFor(locale);
  if (key === undefined || loaded.has(key)) return Promise.resolve();
  let load = pending.get(key);
  if (!load) {
    load = fetchCatalogue(key).finally(() => pending.get(key) === load && pending.delete(key));
    pending.set(key, load);
  }
  return load;
}

let wantsAll = false;

/**
 * The same for the words of what opens on demand, from then on in every language: `Lazy` awaits it, so that nothing
 * opens in English first.
 */
export async function loadWordsOnDemand(locale: string): Promise<void> {
  await loadLocale(locale);
  wantsAll = true;
  const key = keyFor(locale) ?? '';
  const language = loaded.get(key);
  if (!language?.onDemand) return;
  const whole = await wholeOf(language);
  // A wording that was added meanwhile counts.
  if (loaded.get(key) === language) loaded.set(key, whole);
}

async function fetchCatalogue(key: string): Promise<void> {
  const loader = loaders.get(key)!;
  try {
    const language = await loader();
    const known = wantsAll ? await wholeOf(language) : language;
    // As above.
    if (loaders.get(key) === loader) loaded.set(key, known);
  } catch {
    // English stays, and it is asked for again.
    failed.add(key);
  }
}

/** With the words of what opens on demand; without them, and asked for again, where they do not come. */
async function wholeOf(language: LocaleModule): Promise<LocaleModule> {
  try {
    const more = await language.onDemand?.();
    return { catalogue: { ...language.catalogue, ...more?.catalogue } };
  } catch {
    return language;
  }
}
