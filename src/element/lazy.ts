import type { ReactiveControllerHost } from 'lit';
import { loadLocale } from '../i18n/locales.ts';
import type { WidgetHost } from './widget-host.ts';

/** The element that loads a module on demand. */
export type LazyHost = ReactiveControllerHost &
  Pick<WidgetHost, 'isConnected' | 'l10n' | 'requestedLocale' | 'activeCustomer' | 'client'>;

export type LazyState = 'idle' | 'loading' | 'ready' | 'failed';

/** Imports a module, then the words that it defines in the language of the page. */
export async function importWithWords<M>(host: Pick<LazyHost, 'requestedLocale'>, load: () => Promise<M>): Promise<M> {
  const module = await load();
  await loadLocale(host.requestedLocale);
  return module;
}

/**
 * Returns a function that imports a module once, and again after a failure. Where it has loaded for another element, it
 * is there before the next frame: `import()` waits for a task each time.
 */
export function once<M>(load: () => Promise<M>): () => Promise<M> {
  let module: Promise<M> | undefined;
  return () =>
    (module ??= load().catch((error: unknown) => {
      module = undefined;
      throw error;
    }));
}

/**
 * Loads a module ahead of its use, when the pointer or the focus enters the element. A failure is reported when the
 * module is used.
 */
export function loadAhead(element: EventTarget, load: () => Promise<unknown>): void {
  const start = (): void => {
    if (navigator.onLine) load().catch(() => {});
  };
  for (const type of ['pointerenter', 'focusin']) element.addEventListener(type, start, { once: true });
}

/**
 * Loads a module on demand, with its words in the language of the page:
 *
 *     readonly #editor = new Lazy(this, () => import('./note-editor.js'));
 *     edit = () => this.#editor.use(({ NoteEditor }) => …);
 */
export class Lazy<M> {
  readonly #host: LazyHost;
  readonly #import: () => Promise<M>;
  #module: M | undefined;
  #state: LazyState = 'idle';
  #wish: ((module: M) => void) | undefined;

  constructor(host: LazyHost, load: () => Promise<M>) {
    this.#host = host;
    this.#import = load;
  }

  /** The module; `undefined` until it has loaded. */
  get module(): M | undefined {
    return this.#module;
  }

  /** The state of the import. After `failed`, `load()` tries again. */
  get state(): LazyState {
    return this.#state;
  }

  /** Starts loading, unless the module has loaded or is loading. The host updates when it succeeds or fails. */
  load(): void {
    if (this.#state === 'idle' || this.#state === 'failed') void this.#load();
  }

  /**
   * Calls `act` with the module: at once, or when it has loaded, also after a failure and another `load()`. Only the
   * last of several calls counts, so that a double click acts once. Dropped if the element is disconnected or shows
   * another customer by then.
   */
  use(act: (module: M) => void): void {
    if (this.#module !== undefined) return act(this.#module);
    const { activeCustomer, client } = this.#host;
    this.#wish = (module) => {
      if (this.#host.isConnected && this.#host.activeCustomer === activeCustomer && this.#host.client === client)
        act(module);
    };
    this.load();
  }

  async #load(): Promise<void> {
    this.#state = 'loading';
    this.#host.requestUpdate();
    try {
      this.#module = await importWithWords(this.#host, this.#import);
      this.#state = 'ready';
    } catch {
      this.#state = 'failed';
    }
    this.#host.requestUpdate();
    if (this.#module === undefined) return;
    const wish = this.#wish;
    this.#wish = undefined;
    wish?.(this.#module);
  }
}
