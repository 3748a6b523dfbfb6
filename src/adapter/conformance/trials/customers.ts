import { codeOf } from '../../../domain/field.ts';
import { verificationCodes, type CustomerChange, type CustomerMember } from '../../../domain/customer-change.ts';
import type { Customer } from '../../../domain/customer.ts';
import type { Adapter } from '../../adapter.ts';
import { changeable, changeOfMember, usualMember } from '../customer-members.ts';
import { skip } from '../assert.ts';
import { reading, writing } from '../subject.ts';
import type { Trial } from '../trial.ts';

export function customerTrials(adapter: Adapter, customerId: string): readonly Trial[] {
  const { customers } = adapter;
  if (!customers?.get) return [];
  const now = () => customers.get!(customerId, reading());
  const based = async () => writing({ ifVersion: (await now()).version });
  /** Returns a different change of the same member, or `undefined` if there is none. */
  async function otherBody(member: CustomerMember, customer: Customer, body: CustomerChange) {
    const { change } = await changeOfMember(adapter, customer, member);
    if (JSON.stringify(change) !== JSON.stringify(body)) return change;
    return member === 'taxExempt' ? { ...change, taxExemptUntil: '2099-12-31' } : undefined;
  }
  return [
    {
      name: 'customers.update',
      async prepare() {
        const customer = await now();
        const member = usualMember(adapter, customer);
        const { change, expected, undo: reverted } = await changeOfMember(adapter, customer, member);
        const undo = async () => customers.update!(customerId, reverted, await based());
        return {
          body: change,
          otherBody: await otherBody(member, customer, change),
          ifVersion: customer.version,
          count: async () => Number(JSON.stringify(changeable(await now())[member]) === JSON.stringify(expected)),
          undo,
          cleanUp: undo,
        };
      },
    },
    {
      name: 'customers.setStatus',
      async prepare() {
        const { verification, verificationChoices = [...verificationCodes], version } = await now();
        const before = verification && codeOf(verification);
        const [wanted, other] = verificationChoices.map(codeOf).filter((code) => code !== before);
        if (wanted === undefined) skip('the full customer has no other value to choose');
        const undo =
          before === undefined
            ? undefined
            : async () => customers.setStatus!(customerId, { verification: before }, await based());
        return {
          body: { verification: wanted },
          otherBody: other === undefined ? undefined : { verification: other },
          ifVersion: version,
          async count() {
            const after = (await now()).verification;
            return Number(after !== undefined && codeOf(after) === wanted);
          },
          undo,
          cleanUp: undo,
        };
      },
    },
    // No response shows the effect of these writes.
    { name: 'customers.setPassword', prepare: async () => ({ body: { password: 'conformance kit' } }) },
    { name: 'customers.reveal', prepare: async () => ({ body: { field: 'email' }, reason: 'Conformance kit' }) },
  ];
}
