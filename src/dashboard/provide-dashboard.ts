import type { Adapter } from '../adapter/adapter.ts';
import type { DashboardClient } from '../data/client.ts';
import { toCustomerId } from '../element/columns.ts';
import { clientContext, clientOf, customerContext, localeContext, trackRoot } from '../element/contexts.ts';
import { SessionExpiredEvent } from '../element/events.ts';
import type { LocaleSettings } from '../i18n/localization.ts';
import { LateProvider } from './late-provider.ts';

/**
 * The values that an element provides to the widgets below it. An absent value comes from a provider above, or is set
 * later. `null` says that there is no value yet: widgets wait for it without a warning.
 */
export interface DashboardOptions {
  readonly adapter?: Adapter | null | undefined;
  readonly customerId?: string | null | undefined;
  readonly locale?: LocaleSettings | undefined;
}

/** The provider of an element. Each property may be set at any time. */
export class DashboardProvider {
  readonly #root: HTMLElement;
  readonly #client: LateProvider<DashboardClient | null>;
  readonly #customer: LateProvider<string | null>;
  readonly #locale: LateProvider<LocaleSettings>;
  readonly #untrack: (() => void) | undefined;
  #adapter: Adapter | null | undefined;
  #forget: (() => void) | undefined;
  #isDisposed = false;

  constructor(root: HTMLElement, { adapter, customerId, locale }: DashboardOptions = {}) {
    this.#root = root;
    // The life cycle of an element that has one belongs to its framework or to itself.
    if (!('addController' in root)) this.#untrack = trackRoot(root);
    this.#client = new LateProvider(root, clientContext);
    this.#customer = new LateProvider(root, customerContext);
    this.#locale = new LateProvider(root, localeContext);
    this.adapter = adapter;
    this.customerId = customerId;
    this.locale = locale;
  }

  get adapter(): Adapter | null | undefined {
    return this.#adapter;
  }

  set adapter(adapter: Adapter | null | undefined) {
    if (adapter === this.#adapter || this.#isDisposed) return;
    this.#adapter = adapter;
    this.#forget?.();
    const client = adapter && clientOf(adapter);
    this.#forget = client ? announceExpiry(client, this.#root) : undefined;
    this.#client.value = client;
  }

  get customerId(): string | null | undefined {
    return this.#customer.value;
  }

  set customerId(id: string | null | undefined) {
    this.#customer.value = toCustomerId(id);
  }

  get locale(): LocaleSettings | undefined {
    return this.#locale.value;
  }

  set locale(settings: LocaleSettings | undefined) {
    this.#locale.value = settings;
  }

  /**
   * Clears the cached data of one customer or of all, and refetches what is on screen. Call it when another operator
   * signs in, for example.
   */
  clear(customerId?: string): void {
    this.#client.value?.clear(toCustomerId(customerId) ?? undefined);
  }

  /**
   * Stops providing for good, and releases the adapter. The widgets below use a provider further up, or wait. Call it
   * in the cleanup of a framework's effect.
   */
  dispose(): void {
    this.adapter = undefined;
    this.#isDisposed = true;
    this.#untrack?.();
    for (const provider of [this.#client, this.#customer, this.#locale]) provider.dispose();
  }
}

/**
 * Dispatches `session-expired` on the root. The client outlives the page's elements and gets no notice when one is
 * removed, so it must not keep the root alive.
 */
function announceExpiry(client: DashboardClient, root: HTMLElement): () => void {
  const held = new WeakRef(root);
  const forget = client.onSessionExpired(() => held.deref()?.dispatchEvent(new SessionExpiredEvent()));
  gone.register(root, forget);
  return forget;
}

const gone = new FinalizationRegistry<() => void>((forget) => forget());

/**
 * Provides values to all widgets below `root`, no matter which copy of the library they come from and when they are
 * added.
 */
export const provideDashboard = (root: HTMLElement, options?: DashboardOptions): DashboardProvider =>
  new DashboardProvider(root, options);
