import type { Adapter } from '../adapter.ts';
import type { AddressInput, AddressUse, BookAddress } from '../../domain/address.ts';
import { isWithheld } from '../../domain/field.ts';
import { isAdapterError, toAdapterError } from '../adapter-error.ts';
import type { AddressesPort } from '../ports/addresses.ts';
import { outcomeOf } from './assert.ts';
import { all, reading, writing } from './subject.ts';

const ordinary = (more: Partial<AddressInput> = {}): AddressInput => ({
  name: 'Conformance kit',
  lines: [`${crypto.randomUUID()} Kiln Lane`],
  city: 'Leeds',
  postalCode: 'LS1 4XX',
  country: 'GB',
  ...more,
});

/** The address book of one customer. `cleanUp()` deletes the addresses that were created through it. */
export class AddressBook {
  readonly #port: AddressesPort;
  readonly #customerId: string;
  readonly #created = new Set<string>();
  /** The members that the platform does not store. */
  #rejected: Promise<ReadonlySet<keyof AddressInput>> | undefined;

  constructor(port: AddressesPort, customerId: string) {
    this.#port = port;
    this.#customerId = customerId;
  }

  async create(input: AddressInput, options = writing()): Promise<BookAddress> {
    const created = await this.#port.create!(this.#customerId, input, options);
    this.#created.add(created.id);
    return created;
  }

  /**
   * Creates an address, without the members that the platform rejects by name, and with its first line alone if it rejects
   * further ones: what it cannot store, it must reject. `stored` is what is left of `input`.
   */
  async createStorable(input: AddressInput): Promise<{ readonly created: BookAddress; readonly stored: AddressInput }> {
    let stored = input;
    for (;;) {
      const outcome = await outcomeOf(this.create(stored));
      if (!outcome.thrown) return { created: outcome.answer, stored };
      const { fieldErrors = {} } = isAdapterError(outcome.error) ? toAdapterError(outcome.error) : {};
      const lines = Object.hasOwn(fieldErrors, 'lines') ? stored.lines.slice(0, 1) : stored.lines;
      const kept = Object.entries(stored).filter(([name]) => name === 'lines' || !Object.hasOwn(fieldErrors, name));
      if (kept.length === Object.keys(stored).length && lines.length === stored.lines.length) throw outcome.error;
      stored = { ...(Object.fromEntries(kept) as AddressInput), lines };
    }
  }

  /** Returns true if the platform stores a member of an address. */
  async stores(member: keyof AddressInput): Promise<boolean> {
    this.#rejected ??= this.#findRejected();
    try {
      return !(await this.#rejected).has(member);
    } catch (error) {
      // The next case tries again, and tells what is wrong.
      this.#rejected = undefined;
      throw error;
    }
  }

  /** Returns an address that no customer has, without the members that the platform does not store. */
  async someAddress(more: Partial<AddressInput> = {}): Promise<AddressInput> {
    const kept: [string, unknown][] = [];
    for (const [name, value] of Object.entries(ordinary(more)))
      if (await this.stores(name as keyof AddressInput)) kept.push([name, value]);
    return Object.fromEntries(kept) as AddressInput;
  }

  async #findRejected(): Promise<ReadonlySet<keyof AddressInput>> {
    const input = ordinary({ company: 'Kiln & Sons', phone: '+44 7700 900214' });
    const { created, stored } = await this.createStorable(input);
    if (this.#port.delete && !created.defaultFor.length) {
      await this.delete(created, writing({ ifVersion: created.version }));
      this.#created.delete(created.id);
    }
    return new Set((Object.keys(input) as (keyof AddressInput)[]).filter((name) => !Object.hasOwn(stored, name)));
  }

  update({ id }: BookAddress, input: AddressInput, options = writing(), customerId = this.#customerId) {
    return this.#port.update!(customerId, id, input, options);
  }

  delete({ id }: BookAddress, options = writing(), customerId = this.#customerId): Promise<void> {
    return this.#port.delete!(customerId, id, options);
  }

  setDefault({ id }: BookAddress, use: AddressUse, options = writing(), customerId = this.#customerId) {
    return this.#port.setDefault!(customerId, id, { use }, options);
  }

  async all(): Promise<readonly BookAddress[]> {
    return (await this.#port.list!(this.#customerId, all, reading())).items;
  }

  async with(id: string): Promise<BookAddress | undefined> {
    return (await this.all()).find((address) => address.id === id);
  }

  async reading(line: string): Promise<readonly BookAddress[]> {
    return (await this.all()).filter(({ address }) => !isWithheld(address) && address.lines[0] === line);
  }

  async defaultFor(use: AddressUse): Promise<readonly BookAddress[]> {
    return (await this.all()).filter(({ defaultFor }) => defaultFor.includes(use));
  }

  /** Restores the address book as far as possible. */
  async cleanUp(): Promise<void> {
    if (!this.#port.delete) return;
    for (const address of await this.all())
      if (this.#created.delete(address.id) && !address.defaultFor.length)
        await this.delete(address, writing({ ifVersion: address.version }));
  }
}

/** Returns the address book of a customer, or `undefined` if the adapter cannot list or create addresses. */
export const addressBookOf = ({ addresses }: Adapter, customerId: string): AddressBook | undefined =>
  addresses?.list && addresses.create ? new AddressBook(addresses, customerId) : undefined;
