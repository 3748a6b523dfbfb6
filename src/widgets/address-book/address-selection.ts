import type { ReactiveControllerHost } from 'lit';
import type { BookAddress } from '../../domain/address.ts';

/** Which addresses are selected, while some are being. */
export class AddressSelection {
  readonly #host: ReactiveControllerHost;
  #ids: ReadonlySet<string> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  get isOn(): boolean {
    return this.#ids !== undefined;
  }

  has({ id }: BookAddress): boolean {
    return this.#ids?.has(id) ?? false;
  }

  /** Those of a list that are selected: what has gone from it is no longer. */
  of(addresses: readonly BookAddress[]): readonly BookAddress[] {
    return addresses.filter((address) => this.has(address));
  }

  begin(): void {
    this.#set(new Set());
  }

  end(): void {
    if (this.#ids) this.#set(undefined);
  }

  select({ id }: BookAddress, selected: boolean): void {
    const ids = new Set(this.#ids);
    if (selected) ids.add(id);
    else ids.delete(id);
    this.#set(ids);
  }

  #set(ids: ReadonlySet<string> | undefined): void {
    this.#ids = ids;
    this.#host.requestUpdate();
  }
}
