import { nothing, type TemplateResult } from 'lit';
import type { DashboardElement } from '../../element/dashboard-element.ts';
import { Lazy, type LazyState } from '../../element/lazy.ts';
import type { AddressDialogs } from './address-dialogs.ts';

/**
 * The address dialogs of an element, loaded when the first of them opens:
 *
 *     readonly #addresses = new LazyAddressDialogs(this);
 *     edit = () => this.#addresses.use(({ defaults }) => defaults.open('billing'));
 *
 * The element renders `dialogs` among its own.
 */
export class LazyAddressDialogs {
  readonly #host: DashboardElement;
  readonly #module: Lazy<typeof import('./address-dialogs.ts')>;
  #loaded: AddressDialogs | undefined;

  constructor(host: DashboardElement) {
    this.#host = host;
    this.#module = new Lazy(host, () => import('./address-dialogs.ts'));
  }

  /** The dialogs, after they have loaded. */
  get loaded(): AddressDialogs | undefined {
    return this.#loaded;
  }

  /** The state of the import. */
  get state(): LazyState {
    return this.#module.state;
  }

  /** Loads the dialogs, and opens the one that was asked for. */
  load(): void {
    this.#module.load();
  }

  /** Calls `act` with the dialogs: at once, or as soon as they have loaded. */
  use(act: (dialogs: AddressDialogs) => void): void {
    this.#module.use((module) => act((this.#loaded ??= new module.AddressDialogs(this.#host))));
  }

  get dialogs(): TemplateResult | typeof nothing {
    return this.#loaded?.render() ?? nothing;
  }
}
