import type { Adapter } from '../adapter/adapter.ts';
import { DashboardClient } from '../data/client.ts';
import { toCustomerId } from '../element/customer-id.ts';
import { clientContext, customerContext, localeContext } from '../element/contexts.ts';
import { SessionExpiredEvent } from '../element/events.ts';
import { trackRoot } from '../element/provider-roots.ts';
import type { LocaleSettings } from '../i18n/localization.ts';
import { LateProvider } from './late-provider.ts';

/**
 * What the widgets below an element are given. What is left out comes from above, or is set later. `null` says that there
 * is none yet: widgets wait for it without a warning.
 */
export interface DashboardOptions {
  readonly adapter?: Adapter | null | undefined;
  readonly customerId?: string | null | undefined;
  readonly locale?: LocaleSettings | undefined;
}

/** What an element provides. Each property may be set at any time. */
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
    // An element with a life cycle is a framework's or its own concern.
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
    const client = adapter && DashboardClient.of(adapter);
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

  /** Drops what was read, of one customer or all, and reads again what is on screen. For another operator, say. */
  clear(customerId?: string): void {
    this.#client.value?.clear(toCustomerId(customerId) ?? undefined);
  }

  /**
   * Stops providing, for good: the widgets below take what is provided further up, or wait. Lets go of the adapter. For
   * the cleanup of a framework's effect.
   */
  dispose(): void {
    this.adapter = undefined;
    this.#isDisposed = true;
    this.#untrack?.();
    for (const provider of [this.#client, this.#customer, this.#locale]) provider.dispose();
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
