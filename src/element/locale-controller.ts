import type { ReactiveController, ReactiveElement } from 'lit';
import { isKnown, isSettled, loadLocale } from '../i18n/locales.ts';
import { Localization, type LocaleSettings } from '../i18n/localization.ts';
import type { Following, LocaleFollower } from './locale-changes.ts';
import { nearestLang } from './nearest-lang.ts';

/**
 * Words, numbers and times of one element. Words and formats change together: another language is spoken from the
 * moment its words are there, and until then the last one is, or English.
 */
export class LocaleController implements ReactiveController, LocaleFollower {
  readonly #host: ReactiveElement;
  readonly #settings: () => LocaleSettings | undefined;
  #spoken: string | undefined;
  #requested: string | undefined;
  #drawn: Localization | undefined;
  #following: Following | undefined;

  constructor(host: ReactiveElement, settings: () => LocaleSettings | undefined) {
    this.#host = host;
    this.#settings = settings;
    host.addController(this);
  }

  /** The language of the page here, as it is written there, whether its words have come or not. */
  get requested(): string {
    return this.#settings()?.locale || nearestLang(this.#host) || 'en';
  }

  get current(): Localization {
    const { requested } = this;
    if (isSettled(requested)) this.#spoken = requested;
    const { timeZone, now } = this.#settings() ?? {};
    return Localization.of({ locale: this.#spoken, timeZone, now });
  }

  /**
   * What the first drawing waits for: the words of an element that comes late to a page that speaks another language,
   * so that it never shows English there.
   */
  get firstWords(): Promise<void> | undefined {
    const { requested } = this;
    return isKnown(requested) && !isSettled(requested) ? loadLocale(requested) : undefined;
  }

  hostConnected(): void {
    this.localeChanged();
    // Where it does not come, what is shown changes when it is next drawn.
    import('./locale-changes.ts').then(this.#follow, () => {});
  }

  hostDisconnected(): void {
    this.#following?.stop();
    this.#following = undefined;
  }

  hostUpdate(): void {
    this.#load();
    const { current } = this;
    if (current === this.#drawn) return;
    this.#drawn = current;
    this.#following?.schedule();
  }

  localeChanged(): void {
    const { requested } = this;
    if (requested !== this.#requested || !isSettled(requested) || this.current !== this.#drawn)
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
