import { addressUses, type Address, type BookAddress } from '../../../domain/address.ts';
import type { Customer } from '../../../domain/customer.ts';
import { isWithheld } from '../../../domain/field.ts';

/**
 * Creates a customer's address book: the defaults of the record, billing before shipping, then further addresses. An
 * address that is the default for both uses appears once.
 */
export function addressBook(customer: Customer, further: readonly Address[] = []): BookAddress[] {
  const { id: customerId } = customer;
  const book = new Map<string, BookAddress>();
  for (const use of addressUses) {
    const address = use === 'billing' ? customer.defaultBilling : customer.defaultShipping;
    if (!address) continue;
    const ownId = isWithheld(address) ? undefined : address.id;
    const id = ownId ?? `addr-${customerId.slice(2)}-${use}`;
    const { defaultFor = [] } = book.get(id) ?? {};
    book.set(id, { id, customerId, version: '1', address, defaultFor: [...defaultFor, use] });
  }
  const others = further.map((address, index): BookAddress => {
    const id = address.id ?? `addr-${customerId.slice(2)}-${index + 1}`;
    return { id, customerId, version: '1', address: { ...address, id }, defaultFor: [] };
  });
  return [...book.values(), ...others];
}
