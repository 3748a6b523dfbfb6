import type { ReactiveController, ReactiveElement } from 'lit';
import { isKnown, isSettled, loadLocale } from '../i18n/locales.ts';
import { Localization, type LocaleSettings } from '../i18n/localization.ts';
import type { Following, LocaleFollower } from './locale-changes.ts';

/** Returns the nearest `lang` attribute around an element, through shadow hosts. */
export function nearestLang(element: Element): string | undefined {
  for (let at: Element | undefined = element; at;) {
    const holder: Element | null = at.closest('[lang]');
    if (holder) return holder.getAttribute('lang') || undefined;
    const root: Node & Partial<Pick<ShadowRoot, 'host'>> = at.getRootNode();
    at = root.host;
  }
  return undefined;
}

/**
 * Provides one element with its localization. Words and formats change together: until the words of a new language have
 * loaded, the previous language stays, or English.
 */
export class LocaleController implements ReactiveController, LocaleFollower {
  readonly #host: ReactiveElement;
  readonly #settings: () => LocaleSettings | undefined;
  #spoken: string | undefined;
  #requested: string | undefined;
  #drawn: Localization | undefined;
  #following: Following | undefined;
  #isUpdating = false;

  constructor(host: ReactiveElement, settings: () => LocaleSettings | undefined) {
    this.#host = host;
    this.#settings = settings;
    host.addController(this);
  }

  /** The locale that the page asks for, as it is written there, even if its words have not loaded. */
  get requested(): string {
    return this.#settings()?.locale || nearestLang(this.#host) || 'en';
  }

  /** The localization in use: one for the whole of an update, which asks for it many times. */
  get current(): Localization {
    return (this.#isUpdating && this.#drawn) || this.#resolve();
  }

  #resolve(): Localization {
    const { requested } = this;
    if (isSettled(requested)) this.#spoken = requested;
    const { timeZone, now } = this.#settings() ?? {};
    return Localization.of({ locale: this.#spoken, timeZone, now });
  }

  /**
   * A promise that delays the first render until its words have loaded, if the page already uses another language, so
   * that an element that is added late never shows English.
   */
  get firstWords(): Promise<void> | undefined {
    const { requested } = this;
    return isKnown(requested) && !isSettled(requested) ? loadLocale(requested) : undefined;
  }

  hostConnected(): void {
    this.localeChanged();
    // If the module fails to load, the element picks up a new language or day at its next render.
    import('./locale-changes.ts').then(this.#follow, () => {});
  }

  hostDisconnected(): void {
    this.#following?.stop();
    this.#following = undefined;
  }

  hostUpdate(): void {
    this.#load();
    const current = this.#resolve();
    this.#isUpdating = true;
    if (current === this.#drawn) return;
    this.#drawn = current;
    this.#following?.schedule();
  }

  hostUpdated(): void {
    this.#isUpdating = false;
  }

  localeChanged(): void {
    const { requested } = this;
    if (requested !== this.#requested || !isSettled(requested) || this.#resolve() !== this.#drawn)
      this.#host.requestUpdate();
  }

  readonly #follow = ({ follow }: typeof import('./locale-changes.ts')): void => {
    if (this.#host.isConnected) this.#following = follow(this, this.#host);
  };

  #load(): void {
    const { requested } = this;
    if (requested === this.#requested && isSettled(requested)) return;
    this.#requested = requested;
    void loadLocale(requested).then(() => this.localeChanged());
  }
}
