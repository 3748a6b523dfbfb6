import { ContextConsumer, ContextRoot, createContext, type Context } from '@lit/context';
import type { ReactiveElement } from 'lit';
import type { DashboardClient } from '../data/client.ts';
import type { LocaleSettings } from '../i18n/localization.ts';

/*
 * `undefined`: nobody has said anything, so that a context further up counts. `null`, or an empty id: there is none yet.
 */

// `Symbol.for` with the contract's major: two copies of one major meet, two majors never do.
export const clientContext = createContext<DashboardClient | null | undefined>(Symbol.for('clientele/client@1'));
export const customerContext = createContext<string | null | undefined>(Symbol.for('clientele/customer@1'));
export const localeContext = createContext<LocaleSettings | undefined>(Symbol.for('clientele/locale@1'));

let attached = false;

/** Keeps requests that nobody answers yet for a provider that comes late. Once a page, by the first element there. */
export function attachContextRoot(): void {
  if (attached) return;
  attached = true;
  new ContextRoot().attach(document.documentElement);
}

/** Forgets the last provider before it asks anew, so that a widget moved out of one shop never shows it. */
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
