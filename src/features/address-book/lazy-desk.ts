import { nothing, type TemplateResult } from 'lit';
import type { DashboardElement } from '../../element/dashboard-element.ts';
import { Lazy } from '../../element/lazy.ts';
import type { AddressDesk } from './address-desk.ts';

/**
 * The address desk of an element, loaded when it is first needed:
 *
 *     readonly #addresses = new LazyAddressDesk(this);
 *     edit = () => this.#addresses.use((desk) => desk.defaults.open('billing'));
 *
 * The element renders `dialogs` among its own.
 */
export class LazyAddressDesk {
  readonly #host: DashboardElement;
  readonly #module: Lazy<typeof import('./address-desk.ts')>;
  #desk: AddressDesk | undefined;

  constructor(host: DashboardElement) {
    this.#host = host;
    this.#module = new Lazy(host, () => import('./address-desk.ts'));
  }

  /** The desk, after it has loaded. */
  get desk(): AddressDesk | undefined {
    return this.#desk;
  }

  /** True if loading failed. The next `use` retries. */
  get hasFailed(): boolean {
    return this.#module.state === 'failed';
  }

  /** Calls `act` with the desk: at once, or as soon as it has loaded. */
  use(act: (desk: AddressDesk) => void): void {
    this.#module.use(({ AddressDesk }) => act((this.#desk ??= new AddressDesk(this.#host))));
  }

  get dialogs(): TemplateResult | typeof nothing {
    return this.#desk?.render() ?? nothing;
  }
}
