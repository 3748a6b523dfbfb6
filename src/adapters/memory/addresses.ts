import { AdapterError } from '../../adapter/adapter-error.ts';
import { declarationsOf } from '../../adapter/capabilities.ts';
import { check } from '../../adapter/check.ts';
import type { AddressesPort } from '../../adapter/ports/addresses.ts';
import { AddressInput, DefaultInput, type AddressUse, type BookAddress } from '../../domain/address.ts';
import type { Customer } from '../../domain/customer.ts';
import { isWithheld } from '../../domain/field.ts';
import { areAddressesMasked, maskedAddress } from '../../domain/masking.ts';
import { demandVersion, following, found, type MemorySession } from './session.ts';
import { addressList } from './lists.ts';
import { listRows } from '../../adapter/toolkit/rows.ts';
import type { CustomerFile } from './store.ts';

/** Creates the port of a customer's address book. The customer record contains the same defaults. */
export function addressesPort(session: MemorySession) {
  const { store } = session;
  /** Returns an address as this operator may see it: if the defaults are masked, every address is. */
  const seen = (file: CustomerFile, book: BookAddress): BookAddress => {
    const isMasked = areAddressesMasked(session.masksOf(file));
    return isMasked && !isWithheld(book.address) ? { ...book, address: maskedAddress(book.address) } : book;
  };
  return {
    ...declarationsOf('addresses'),

    async list(customerId, page, options) {
      const file = await session.read('addresses.list', customerId, options);
      const addresses = file.addresses.map((address) => seen(file, address));
      return listRows(addresses, page, options, addressList).page;
    },

    create(customerId, input, options) {
      return session.change('addresses.create', customerId, input, options, (file) => {
        const id = store.newId('addr');
        const { label = null, ...address } = check(AddressInput, input);
        const created: BookAddress = {
          id,
          customerId,
          version: '1',
          address: { id, ...address },
          label,
          defaultFor: [],
        };
        file.addresses = [...file.addresses, created];
        return created;
      });
    },

    update(customerId, addressId, input, options) {
      return session.change('addresses.update', customerId, [addressId, input], options, (file) => {
        const { label = null, ...values } = check(AddressInput, input);
        const address = { id: addressId, ...values };
        const before = found(file.addresses, addressId);
        demandVersion(before, options.ifVersion);
        // An operator who sees only a part of the address would overwrite the whole with that part.
        if (isWithheld(seen(file, before).address)) throw new AdapterError('forbidden');
        const after = { ...before, address, label, version: following(before.version) };
        replace(file, before, after);
        return after;
      });
    },

    delete(customerId, addressId, options) {
      return session.change('addresses.delete', customerId, addressId, options, (file) => {
        const before = found(file.addresses, addressId);
        demandVersion(before, options.ifVersion);
        if (before.defaultFor.length)
          throw new AdapterError('validation', {
            fieldErrors: { defaultFor: `is the default for ${before.defaultFor.join(' and ')}` },
          });
        file.addresses = file.addresses.filter((other) => other !== before);
      });
    },

    setDefault(customerId, addressId, input, options) {
      return session.change('addresses.setDefault', customerId, [addressId, input], options, (file) => {
        const { use: wanted } = check(DefaultInput, input);
        found(file.addresses, addressId);
        file.addresses = file.addresses.map((address) => ({
          ...address,
          defaultFor: usesOf(address, wanted, address.id === addressId),
        }));
        const chosen = found(file.addresses, addressId);
        notifyCustomer(file, chosen);
        return seen(file, chosen);
      });
    },
  } satisfies AddressesPort;
}

/** Returns the uses in order: billing before shipping. */
function usesOf({ defaultFor }: BookAddress, use: AddressUse, isChosen: boolean): AddressUse[] {
  const others = defaultFor.filter((other) => other !== use);
  return isChosen ? [...others, use].toSorted() : others;
}

function replace(file: CustomerFile, before: BookAddress, after: BookAddress): void {
  file.addresses = file.addresses.map((other) => (other === before ? after : other));
  notifyCustomer(file, after);
}

function notifyCustomer(file: CustomerFile, { address, defaultFor }: BookAddress): void {
  if (!defaultFor.length) return;
  const defaults: Partial<Customer> = {
    ...(defaultFor.includes('billing') && { defaultBilling: address }),
    ...(defaultFor.includes('shipping') && { defaultShipping: address }),
  };
  file.customer = { ...file.customer, ...defaults };
}
