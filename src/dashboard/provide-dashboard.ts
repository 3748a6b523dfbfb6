import { ContextProvider, type Context } from '@lit/context';
import type { ReactiveElement } from 'lit';
import type { Adapter } from '../adapter/adapter.ts';
import { DashboardClient } from '../data/client.ts';
import { clientContext, customerContext, localeContext } from '../element/contexts.ts';
import { SessionExpiredEvent } from '../element/events.ts';
import type { LocaleSettings } from '../i18n/localization.ts';

/** What the widgets below an element are given. What is left out comes from above, or is set later. */
export interface DashboardOptions {
  readonly adapter?: Adapter | undefined;
  readonly customerId?: string | undefined;
  readonly locale?: LocaleSettings | undefined;
}

/** What an element provides. Each property may be set at any time. */
export class DashboardProvider {
  readonly #root: HTMLElement;
  readonly #client: LateProvider<DashboardClient>;
  readonly #customer: LateProvider<string>;
  readonly #locale: LateProvider<LocaleSettings>;
  #adapter: Adapter | undefined;
  #forget: (() => void) | undefined;

  constructor(root: HTMLElement, { adapter, customerId, locale }: DashboardOptions = {}) {
    this.#root = root;
    this.#client = new LateProvider(root, clientContext);
    this.#customer = new LateProvider(root, customerContext);
    this.#locale = new LateProvider(root, localeContext);
    this.adapter = adapter;
    this.customerId = customerId;
    this.locale = locale;
  }

  get adapter(): Adapter | undefined {
    return this.#adapter;
  }

  set adapter(adapter: Adapter | undefined) {
    if (adapter === this.#adapter) return;
    this.#adapter = adapter;
    this.#forget?.();
    const client = adapter && DashboardClient.of(adapter);
    this.#forget = client && announceExpiry(client, this.#root);
    this.#client.value = client;
  }

  get customerId(): string | undefined {
    return this.#customer.value;
  }

  set customerId(id: string | undefined) {
    this.#customer.value = id;
  }

  get locale(): LocaleSettings | undefined {
    return this.#locale.value;
  }

  set locale(settings: LocaleSettings | undefined) {
    this.#locale.value = settings;
  }

  /** Drops what was read, of one customer or all, and reads again what is on screen. For another operator, say. */
  clear(customerId?: string): void {
    this.#client.value?.clear(customerId);
  }
}

/** What a page throws away it throws away without a word, and the client lives on: it must not hold the element. */
function announceExpiry(client: DashboardClient, root: HTMLElement): () => void {
  const held = new WeakRef(root);
  const forget = client.onSessionExpired(() => held.deref()?.dispatchEvent(new SessionExpiredEvent()));
  gone.register(root, forget);
  return forget;
}

const gone = new FinalizationRegistry<() => void>((forget) => forget());

/** Provides for the part of a page below `root`, wherever its widgets come from and whenever they come. */
export const provideDashboard = (root: HTMLElement, options?: DashboardOptions): DashboardProvider =>
  new DashboardProvider(root, options);

/** Provides from the first value on: a provider of nothing would hide one further up. */
class LateProvider<T> {
  readonly #root: HTMLElement;
  readonly #context: Context<unknown, T | undefined>;
  #provider: ContextProvider<Context<unknown, T | undefined>> | undefined;

  constructor(root: HTMLElement, context: Context<unknown, T | undefined>) {
    this.#root = root;
    this.#context = context;
  }

  get value(): T | undefined {
    return this.#provider?.value;
  }

  set value(value: T | undefined) {
    if (this.#provider) this.#provider.setValue(value);
    else if (value !== undefined) this.#provide(value);
  }

  #provide(initialValue: T): void {
    const host = this.#root as ReactiveElement;
    this.#provider = new ContextProvider(host, { context: this.#context, initialValue });
    // A plain element has no life cycle that would announce the provider to who asked before it was there.
    if (!('addController' in host)) this.#provider.hostConnected();
  }
}
