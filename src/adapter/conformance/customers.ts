import {
  changeable,
  changeOfMember,
  memberCases,
  usualMember,
  withoutChange,
  type ChangingCustomers,
} from './customer-members.ts';
import { isWithheld, codeOf } from '../../domain/field.ts';
import { Revealed, revealable, verificationCodes } from '../../domain/customer-change.ts';
import { Customer } from '../../domain/customer.ts';
import type { Adapter } from '../adapter.ts';
import { updatesOf } from '../features.ts';
import type { CustomersPort } from '../ports/customers.ts';
import { ensure, readable, rejection, same, skip } from './assert.ts';
import { reading, writing, type ConformanceCase, type ConformanceSetup } from './subject.ts';

/** Tests changing a customer and revealing withheld values. */
export function customerCases(setup: ConformanceSetup): ConformanceCase[] {
  const {
    adapter,
    customers: { full, empty },
  } = setup;
  const { customers } = adapter;
  const cases: ConformanceCase[] = memberCases(setup);
  if (customers?.get && customers.update)
    cases.push(...changeCases(adapter, customers as ChangingCustomers, full, empty));
  if (customers?.get && customers.setStatus) cases.push(statusCase(customers, full));
  if (customers?.setPassword)
    cases.push({
      name: 'customers.setPassword: rejects a short password by its member name, without repeating it',
      async run() {
        const error = await rejection(customers.setPassword!(full, { password: 'k-i-7' }, writing()), 'validation');
        ensure(error.fieldErrors?.['password'], 'fieldErrors should name password');
        ensure(!JSON.stringify([error.message, error]).includes('k-i-7'), 'the error contains the password');
      },
    });
  if (customers?.get && customers.reveal) cases.push(...revealCases(customers, full));
  return cases;
}

function changeCases(adapter: Adapter, customers: ChangingCustomers, full: string, empty: string): ConformanceCase[] {
  const { versions = false } = customers.guarantees ?? {};
  const now = async (id = full) => readable(Customer, await customers.get(id, reading()), 'customers.get');
  const based = ({ version }: Customer) => writing({ ifVersion: version });
  const change = (customer: Customer) => changeOfMember(adapter, customer, usualMember(adapter, customer));
  const updates = updatesOf(adapter);
  const addresses = updates.filter((member) => member === 'email' || member === 'recoveryEmail');
  return [
    {
      name: 'customers.update: returns the changed customer, with another version',
      async run() {
        const before = await now();
        const { change: wanted, expected, undo } = await change(before);
        const member = usualMember(adapter, before);
        try {
          const answer = readable(Customer, await customers.update(full, wanted, based(before)), 'the answer');
          same([answer.id, changeable(answer)[member]], [full, expected], 'the customer in the response');
          if (versions) ensure((await now()).version !== before.version, 'the version should change');
        } finally {
          await customers.update(full, undo, based(await now()));
        }
      },
    },
    ...(addresses.length === 0
      ? []
      : [
          {
            name: 'customers.update: names an invalid member, and writes nothing',
            async run() {
              const subjects = [await now(), await now(empty)].flatMap((customer) =>
                addresses.map((address) => ({ customer, address })),
              );
              // A withheld address could not be restored.
              const subject = subjects.find(({ customer, address }) => changeable(customer)[address] !== undefined);
              if (!subject) skip('the e-mail addresses of the test customers are withheld');
              const { customer: before, address } = subject;
              await withoutChange(customers, before.id, async () => {
                const other = updates.includes('taxExempt') ? { taxExempt: !before.taxExempt } : {};
                const call = customers.update(before.id, { ...other, [address]: 'no address' }, based(before));
                const error = await rejection(call, 'validation');
                ensure(error.fieldErrors?.[address], `fieldErrors should name ${address}`);
                same(changeable(await now(before.id)), changeable(before), 'the customer after a rejection');
              });
            },
          },
        ]),
  ];
}

const statusCase = (customers: CustomersPort, full: string): ConformanceCase => ({
  name: 'customers.setStatus: accepts only the values that the platform offers',
  async run() {
    const now = async () => readable(Customer, await customers.get!(full, reading()), 'customers.get');
    const set = async (verification: string) =>
      customers.setStatus!(full, { verification }, writing({ ifVersion: (await now()).version }));
    const { verification, verificationChoices = [...verificationCodes] } = await now();
    const before = verification && codeOf(verification);
    const other = verificationChoices.map(codeOf).find((code) => code !== before);
    if (other === undefined) skip('the full customer has no other value to choose');
    await set(other);
    const after = (await now()).verification;
    same(after && codeOf(after), other, 'the verification');
    await rejection(set('conformance-kit-nonsense'), 'validation');
    if (before !== undefined) await set(before);
  },
});

function revealCases(customers: CustomersPort, full: string): ConformanceCase[] {
  const now = async () => readable(Customer, await customers.get!(full, reading()), 'customers.get');
  const withheldIn = async () => {
    const customer = await now();
    return revealable.find((field) => {
      const value = customer[field];
      return isWithheld(value) && value.revealable;
    });
  };
  return [
    {
      name: 'customers.reveal: requires a reason',
      async run() {
        const field = (await withheldIn()) ?? 'email';
        for (const reason of [undefined, '', '  '])
          await rejection(customers.reveal!(full, { field }, writing({ reason })), 'validation');
      },
    },
    {
      name: 'customers.reveal: returns the whole value, which stays withheld in later reads',
      async run() {
        const field = await withheldIn();
        if (!field) skip('the full customer has no value that can be revealed');
        const before = await now();
        const options = writing({ reason: 'Conformance kit' });
        const revealed = readable(Revealed, await customers.reveal!(full, { field }, options), 'the answer');
        same(revealed.customerId, full, 'the customer of the value');
        ensure(JSON.stringify(revealed.value) !== JSON.stringify(before[field]), 'the revealed value is still masked');
        const after = await now();
        same(after[field], before[field], 'the field in customers.get after revealing');
        ensure(
          typeof revealed.value !== 'string' || !JSON.stringify(after).includes(revealed.value),
          'customers.get contains the revealed value',
        );
      },
    },
  ];
}
