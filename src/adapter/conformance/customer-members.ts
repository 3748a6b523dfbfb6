import type { CustomerChange, CustomerMember } from '../../domain/customer-change.ts';
import { isWithheld } from '../../domain/field.ts';
import { Customer } from '../../domain/customer.ts';
import type { Adapter } from '../adapter.ts';
import { customerMembers, updatesOf } from '../features.ts';
import type { CustomersPort } from '../ports/customers.ts';
import { ensure, readable, rejection, same, skip } from './assert.ts';
import { all, reading, writing, type ConformanceCase, type ConformanceSetup } from './subject.ts';

/** A change of one member of a customer, and what must be read after it. */
export interface MemberChange {
  readonly change: CustomerChange;
  /** The value that is read after the change. */
  readonly expected: unknown;
  /** The change that reverts it. */
  readonly undo: CustomerChange;
}

/** The values that can be changed, as they are compared. `undefined`: the value is withheld. */
export function changeable(customer: Customer): Readonly<Record<CustomerMember, unknown>> {
  const text = (value: unknown): unknown => (isWithheld(value) ? undefined : (value ?? null));
  const { phones, businessAccounts = [], taxExempt = false } = customer;
  return {
    name: text(customer.name),
    firstName: text(customer.firstName),
    lastName: text(customer.lastName),
    email: text(customer.email),
    phone: isWithheld(phones) ? undefined : (phones?.[0]?.number ?? null),
    company: text(customer.company),
    login: text(customer.login),
    recoveryEmail: text(customer.recoveryEmail),
    businessAccountIds: businessAccounts.map(({ id }) => id).toSorted(),
    taxExempt,
    taxExemptUntil: customer.taxExemptUntil ?? null,
  };
}

/** Returns a change of one member. Skips the case if the member is withheld or the test data has nothing to choose. */
export async function changeOfMember(
  adapter: Adapter,
  customer: Customer,
  member: CustomerMember,
): Promise<MemberChange> {
  const before = changeable(customer)[member];
  if (before === undefined) skip(`${member} of the test customers is withheld`);
  const to = (value: unknown, more: CustomerChange = {}, undo: CustomerChange = {}): MemberChange => ({
    change: { ...more, [member]: value },
    expected: value,
    undo: { ...undo, [member]: before },
  });
  const word = crypto.randomUUID().slice(0, 8);
  const { taxExempt = false, taxExemptUntil = null } = customer;
  switch (member) {
    case 'email':
    case 'recoveryEmail':
      return to(`kit.${word}@conformance.example`);
    case 'phone':
      return to(otherNumber(before));
    case 'login':
      return to(`kit.${word}`);
    case 'taxExempt':
      return to(!taxExempt, {}, taxExempt && updatesOf(adapter).includes('taxExemptUntil') ? { taxExemptUntil } : {});
    case 'taxExemptUntil':
      if (!taxExempt && !updatesOf(adapter).includes('taxExempt')) skip('the full customer is not exempt from tax');
      return to('2099-12-31', taxExempt ? {} : { taxExempt: true }, taxExempt ? {} : { taxExempt });
    case 'businessAccountIds':
      return to(await otherAccounts(adapter, customer));
    default:
      return to(`Kit ${word}`);
  }
}

let lastNumber = 100;

/** Returns another number, from a range that is reserved for fiction. */
function otherNumber(before: unknown): string {
  lastNumber = lastNumber === 999 ? 101 : lastNumber + 1;
  const number = `+44 7700 900${lastNumber}`;
  return number === before ? otherNumber(before) : number;
}

/** Returns other business accounts than the customer's: none, or one of the platform's. */
async function otherAccounts({ businessAccounts }: Adapter, customer: Customer): Promise<readonly string[]> {
  if (customer.businessAccounts?.length) return [];
  const [first] = (await businessAccounts?.list?.(customer.id, all, reading()))?.items ?? [];
  if (!first) skip('there is no business account to choose');
  return [first.id];
}

/** Returns the member that cases change which are not about a member: one that is declared and not withheld. */
export function usualMember(adapter: Adapter, customer: Customer): CustomerMember {
  const values = changeable(customer);
  const usual = ['taxExempt', 'company', 'phone', 'lastName', 'name', 'firstName', 'login'] as const;
  const updates = updatesOf(adapter);
  const member = [...usual, ...updates].find((name) => updates.includes(name) && values[name] !== undefined);
  return member ?? skip('every member that can be changed is withheld');
}

/**
 * Runs what must not change a customer, and restores what it has changed all the same, except what is withheld. An
 * adapter that cannot restore it has failed the case already.
 */
export async function withoutChange<T>(
  customers: ChangingCustomers,
  customerId: string,
  run: () => Promise<T>,
): Promise<T> {
  // What was written may be malformed.
  const now = () => customers.get(customerId, reading());
  const before = changeable(await now());
  try {
    return await run();
  } finally {
    await (async () => {
      const customer = await now();
      const after = changeable(customer);
      const changed = customerMembers.filter((member) => !isSame(after[member], before[member]));
      const undo = Object.fromEntries(changed.map((member) => [member, before[member]])) as CustomerChange;
      if (changed.length > 0) await customers.update(customerId, undo, writing({ ifVersion: customer.version }));
    })().catch(() => undefined);
  }
}

export type ChangingCustomers = CustomersPort & Required<Pick<CustomersPort, 'get' | 'update'>>;

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Tests that each declared member is changed alone, and that others are rejected. */
export function memberCases({ adapter, customers: { full, empty, archived } }: ConformanceSetup): ConformanceCase[] {
  const { customers } = adapter;
  if (!customers?.get || !customers.update) return [];
  const port = customers as ChangingCustomers;
  const now = async (id: string) => readable(Customer, await customers.get!(id, reading()), 'customers.get');
  const update = async (id: string, change: CustomerChange) =>
    customers.update!(id, change, writing({ ifVersion: (await now(id)).version }));
  const updates = updatesOf(adapter);
  const undeclared = customerMembers.filter((member) => !updates.includes(member));
  /** Returns the first test customer whose member can be read. */
  const subjectFor = async (member: CustomerMember): Promise<Customer> => {
    const customer = await now(full);
    return changeable(customer)[member] === undefined ? now(empty) : customer;
  };
  return [
    ...updates.map((member) => ({
      name: `customers.update: changes ${member}, and nothing else`,
      async run() {
        const customer = await subjectFor(member);
        const before = changeable(customer);
        const { change, expected, undo } = await changeOfMember(adapter, customer, member);
        try {
          await update(customer.id, change);
          const after = changeable(await now(customer.id));
          same(after[member], expected, member);
          // Of names, a platform may derive one from the others, and an exemption that ends has no last day.
          const others = customerMembers.filter((name) => !(name in change) && kindOf(name) !== kindOf(member));
          for (const name of others) same(after[name], before[name], `${name} after a change of ${member}`);
        } finally {
          await update(customer.id, undo);
        }
        same(changeable(await now(customer.id))[member], before[member], `${member} after it was reverted`);
      },
    })),
    ...(undeclared.length > 0 ? [undeclaredCase()] : []),
    ...(updates.includes('email') ? [takenCase()] : []),
  ];

  function undeclaredCase(): ConformanceCase {
    return {
      name: 'customers.update: rejects members that it does not take, and writes nothing',
      async run() {
        await withoutChange(port, full, async () => {
          const before = await now(full);
          for (const member of undeclared)
            await rejection(update(full, { [member]: samples[member] }), 'unsupported', 'validation');
          same(changeable(await now(full)), changeable(before), 'the customer');
        });
      },
    };
  }

  function takenCase(): ConformanceCase {
    return {
      name: 'customers.update: rejects the e-mail address of another customer, and names the member',
      async run() {
        const all = await Promise.all([full, empty, ...(archived === undefined ? [] : [archived])].map(now));
        // A withheld address cannot be changed, and one that is withheld cannot be taken.
        const [subject, other] = all.filter(({ email }) => isText(email));
        if (!subject || !isText(other?.email)) skip('this needs two test customers with e-mail addresses to read');
        const taken = { email: other.email };
        await withoutChange(port, subject.id, async () => {
          const error = await rejection(update(subject.id, taken), 'validation');
          ensure(error.fieldErrors?.['email'], 'fieldErrors should name email');
          same((await now(subject.id)).email, subject.email, 'the e-mail address');
        });
      },
    };
  }
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

const kindOf = (member: CustomerMember): string => (/name$/i.test(member) ? 'name' : member.replace(/Until$/, ''));

/** A valid value of each member. */
const samples: Required<CustomerChange> = {
  name: 'Kit',
  firstName: 'Kit',
  lastName: 'Kit',
  email: 'kit@conformance.example',
  phone: '+44 7700 900125',
  company: 'Kit',
  login: 'conformance-kit',
  recoveryEmail: 'kit@conformance.example',
  businessAccountIds: [],
  taxExempt: true,
  taxExemptUntil: '2099-12-31',
};
