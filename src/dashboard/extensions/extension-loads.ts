import type { WidgetManifest } from './manifest.ts';

/** The loading state of a widget of others: its tag is defined, is awaited, did not load, or is late. */
export type LoadState = 'ready' | 'loading' | 'notLoaded' | 'late';

/** The time in milliseconds in which a tag has to be defined. */
const usualTimeout = 10_000;

type OnFailure = (manifest: WidgetManifest, failure: 'notLoaded' | 'late', error: unknown) => void;

/** Loads the modules of widgets of others, and waits for their tags for a stated time. */
export class ExtensionLoads {
  readonly #changed: () => void;
  readonly #failed: OnFailure;
  readonly #states = new Map<string, Exclude<LoadState, 'ready'>>();
  readonly #tries = new Map<string, number>();

  constructor(changed: () => void, failed: OnFailure) {
    this.#changed = changed;
    this.#failed = failed;
  }

  /** Returns the state of a widget, and begins to load it. */
  stateOf(manifest: WidgetManifest): LoadState {
    const { tag } = manifest;
    if (customElements.get(tag)) return 'ready';
    const state = this.#states.get(tag);
    if (state === undefined) this.#load(manifest);
    return state ?? 'loading';
  }

  /** Loads a widget again after a failure. */
  retry({ tag }: WidgetManifest): void {
    if (this.#states.get(tag) !== 'loading') this.#states.delete(tag);
  }

  #load(manifest: WidgetManifest): void {
    const { tag, timeout = usualTimeout } = manifest;
    const attempt = (this.#tries.get(tag) ?? 0) + 1;
    this.#tries.set(tag, attempt);
    this.#states.set(tag, 'loading');
    const settle = (state: 'notLoaded' | 'late', error: unknown): void => {
      clearTimeout(timer);
      if (customElements.get(tag) || this.#tries.get(tag) !== attempt || this.#states.get(tag) !== 'loading') return;
      this.#states.set(tag, state);
      this.#failed(manifest, state, error);
      this.#changed();
    };
    const timer = setTimeout(() => settle('late', undefined), timeout);
    moduleOf(manifest, attempt).catch((error: unknown) => settle('notLoaded', error));
    void customElements.whenDefined(tag).then(() => {
      clearTimeout(timer);
      this.#changed();
    });
  }
}

/** Imports the module of a widget. A fragment makes another attempt another URL: browsers remember a failed one. */
async function moduleOf({ source }: WidgetManifest, attempt: number): Promise<unknown> {
  if (typeof source === 'function') return source();
  if (source === undefined) return undefined;
  const url = new URL(source, document.baseURI);
  if (attempt > 1) url.hash = `attempt-${attempt}`;
  return import(/* webpackIgnore: true */ /* @vite-ignore */ url.href);
}
