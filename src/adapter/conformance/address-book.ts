import type { Adapter } from '../adapter.ts';
import type { AddressInput, AddressUse, BookAddress } from '../../domain/address.ts';
import { isWithheld } from '../../domain/field.ts';
import type { AddressesPort } from '../ports/addresses.ts';
import { all, reading, writing } from './subject.ts';

/** Returns an address that no customer has. */
export const someAddress = (more: Partial<AddressInput> = {}): AddressInput => ({
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

  constructor(port: AddressesPort, customerId: string) {
    this.#port = port;
    this.#customerId = customerId;
  }

  async create(input: AddressInput, options = writing()): Promise<BookAddress> {
    const created = await this.#port.create!(this.#customerId, input, options);
    this.#created.add(created.id);
    return created;
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
