import { AdapterError } from '../../adapter/adapter-error.ts';
import { declarationsOf } from '../../adapter/capabilities.ts';
import { check } from '../../adapter/check.ts';
import type { WriteName } from '../../adapter/operations.ts';
import type { WriteOptions } from '../../adapter/options.ts';
import type { BusinessAccountsPort, CustomersPort } from '../../adapter/ports/customers.ts';
import { codeOf, isWithheld } from '../../domain/field.ts';
import {
  CustomerChange,
  PasswordInput,
  RevealInput,
  StatusInput,
  changesWithheld,
  verificationCodes,
  withFirstPhone,
} from '../../domain/customer-change.ts';
import type { Customer, Named } from '../../domain/customer.ts';
import { memberChanges } from '../../domain/member-changes.ts';
import { fieldKey, masked, unmaskedValue } from '../../domain/masking.ts';
import { demandVersion, following, type MemorySession } from './session.ts';
import { customerList, listed, listItem } from './customer-list.ts';
import { businessAccountList } from './lists.ts';
import { listRows } from '../../adapter/toolkit/rows.ts';
import type { CustomerFile } from './store.ts';

/** The time in milliseconds during which a revealed value may be displayed. */
const revealTime = 60_000;

/** Creates the port of the customer record. A change requires the record's version. */
export function customersPort(session: MemorySession) {
  const { store, operator } = session;
  /** Returns the customer as this operator may see it. */
  const seen = (file: CustomerFile): Customer => masked(file.customer, session.masksOf(file));

  function write(
    operation: WriteName,
    customerId: string,
    request: unknown,
    options: WriteOptions,
    change: (file: CustomerFile) => Partial<Customer>,
  ): Promise<Customer> {
    return session.change(operation, customerId, request, options, (file) => {
      const changed = change(file);
      demandVersion(seen(file), options.ifVersion);
      const before = file.customer;
      file.customer = { ...before, ...changed, version: following(before.version) };
      record(file, before);
      return seen(file);
    });
  }

  /** Adds what a write has changed to the log of changes. */
  function record(file: CustomerFile, before: Customer): void {
    const made = memberChanges(before, file.customer);
    if (made.length === 0) return;
    const who = { customerId: before.id, at: store.tick(), actor: operator.actor };
    const rows = made.map((change) => ({ ...change, ...who, id: store.newId('change') }));
    file.lists = { ...file.lists, changes: [...rows, ...file.lists.changes] };
  }

  return {
    ...declarationsOf('customers'),

    async list(page, options) {
      const { files } = await session.readShared('customers.list', options);
      const rows = files.map((file) => listed(file, seen(file)));
      const found = listRows(rows, page, options, customerList).page;
      return { ...found, items: found.items.map(listItem) };
    },

    async get(customerId, options) {
      return seen(await session.read('customers.get', customerId, options));
    },

    update(customerId, input, options) {
      return write('customers.update', customerId, input, options, (file) => {
        const { customer } = file;
        const wanted = check(CustomerChange, input);
        if (changesWithheld(seen(file), wanted)) throw new AdapterError('forbidden');
        const { businessAccountIds, phone, ...change } = wanted;
        for (const member of ['login', 'email'] as const)
          if (change[member] && store.isTaken(member, change[member], customerId))
            throw invalid({ [member]: 'is taken' });
        return {
          ...change,
          ...(phone !== undefined && { phones: withFirstPhone(wholePhones(customer), phone) }),
          ...(change.taxExempt === false && { taxExemptUntil: null }),
          ...(businessAccountIds && {
            businessAccounts: chosen(businessAccountIds, [
              ...store.businessAccounts,
              ...(customer.businessAccounts ?? []),
            ]),
          }),
        };
      });
    },

    setStatus(customerId, input, options) {
      return write('customers.setStatus', customerId, input, options, ({ customer }) => {
        const { verification: code } = check(StatusInput, input);
        const choices = customer.verificationChoices ?? verificationCodes;
        const verification = choices.find((choice) => codeOf(choice) === code);
        if (verification === undefined) throw invalid({ verification: 'is not one of the choices' });
        return { verification };
      });
    },

    /** The memory shop has no sign-in, so it only validates the password and discards it. */
    setPassword(customerId, input, options) {
      return session.writeSecret('customers.setPassword', customerId, options, () => void check(PasswordInput, input));
    },

    reveal(customerId, input, options) {
      return session.writeSecret('customers.reveal', customerId, options, ({ customer }) => {
        const what = check(RevealInput, input);
        const reason = options.reason?.trim();
        if (!reason) throw invalid({ reason: 'is missing' });
        const value = unmaskedValue(customer, what);
        if (value === undefined) throw invalid({ field: 'cannot be revealed' });
        const at = store.tick();
        store.reveals.push({ customerId, actor: operator.actor, at, datum: fieldKey(what), reason });
        return { customerId, value, until: new Date(Date.parse(at) + revealTime).toISOString() };
      });
    },
  } satisfies CustomersPort;
}

/** Creates the port of the business accounts that a customer can be assigned to. */
export function businessAccountsPort(session: MemorySession) {
  return {
    ...declarationsOf('businessAccounts'),

    async list(customerId, page, options) {
      await session.read('businessAccounts.list', customerId, options);
      return listRows(session.store.businessAccounts, page, options, businessAccountList).page;
    },
  } satisfies BusinessAccountsPort;
}

/** Returns the stored phones: the store masks a value when it is read, never where it is kept. */
const wholePhones = ({ phones }: Customer) => (phones && !isWithheld(phones) ? phones : []);

const invalid = (fieldErrors: Readonly<Record<string, string>>) => new AdapterError('validation', { fieldErrors });

function chosen(ids: readonly string[], accounts: readonly Named[]): Named[] {
  return [...new Set(ids)].map((id) => {
    const account = accounts.find((candidate) => candidate.id === id);
    if (!account) throw invalid({ businessAccountIds: 'contains an unknown id' });
    return account;
  });
}
