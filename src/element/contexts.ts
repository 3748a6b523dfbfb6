import { ContextConsumer, ContextRoot, createContext, type Context } from '@lit/context';
import type { ReactiveElement } from 'lit';
import type { Adapter } from '../adapter/adapter.ts';
import { DashboardClient } from '../data/client.ts';
import type { LocaleSettings } from '../i18n/localization.ts';

/*
 * `undefined` means that nothing is set here, so that an outer provider counts. `null` or an empty id means that there
 * is no value yet.
 */

// The keys carry the contract's major version: two copies of one major share a context, two majors do not.
export const clientContext = createContext<DashboardClient | null | undefined>(Symbol.for('clientele/client@1'));
export const customerContext = createContext<string | null | undefined>(Symbol.for('clientele/customer@1'));
export const localeContext = createContext<LocaleSettings | undefined>(Symbol.for('clientele/locale@1'));

/**
 * Returns the client of an adapter. Untyped pages pass anything: a value that cannot be an adapter has no client, so that
 * elements report it like a missing one.
 */
export function clientOf(adapter: unknown): DashboardClient | null | undefined {
  if (!adapter) return null;
  return typeof adapter === 'object' ? DashboardClient.of(adapter as Adapter) : undefined;
}

let attached = false;

/** Attaches a context root to the page, once, so that requests reach a provider that is upgraded late. */
export function attachContextRoot(): void {
  if (attached) return;
  attached = true;
  new ContextRoot().attach(document.documentElement);
}

/**
 * A context consumer that drops the value of the old provider when it reconnects, so that a widget that moves out of
 * one shop never shows data of that shop.
 */
export class Consumer<T> extends ContextConsumer<Context<unknown, T | undefined>, ReactiveElement> {
  constructor(host: ReactiveElement, context: Context<unknown, T | undefined>) {
    super(host, { context, subscribe: true });
  }

  override hostConnected(): void {
    this.value = undefined;
    this.host.requestUpdate();
    super.hostConnected();
  }
}

/** The plain elements that act as providers. A page may remove one without any notification. */
const roots = new Set<WeakRef<Element>>();

/** The tag of the last provider that was removed and garbage-collected. */
let collected: string | undefined;

const registry = new FinalizationRegistry<{ readonly root: WeakRef<Element>; readonly name: string }>(
  ({ root, name }) => {
    if (roots.delete(root)) collected = name;
  },
);

/** Tracks a provider by a weak reference. Returns a function that stops tracking it. */
export function trackRoot(element: Element): () => void {
  const root = new WeakRef(element);
  roots.add(root);
  registry.register(element, { root, name: element.localName });
  return () => void roots.delete(root);
}

/** Returns the tag of the latest provider that is not in a document, and so provides for no element on the page. */
export function lostRoot(): string | undefined {
  const lost = [...roots].map((root) => root.deref()).filter((element) => element && !element.isConnected);
  return lost.at(-1)?.localName ?? collected;
}
