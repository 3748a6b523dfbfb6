import { codeOf } from '../../../domain/field.ts';
import { verificationCodes } from '../../../domain/customer-change.ts';
import type { Adapter } from '../../adapter.ts';
import { skip } from '../assert.ts';
import { reading, writing } from '../subject.ts';
import type { Trial } from '../trial.ts';

export function customerTrials({ customers }: Adapter, customerId: string): readonly Trial[] {
  if (!customers?.get) return [];
  const now = () => customers.get!(customerId, reading());
  const based = async () => writing({ ifVersion: (await now()).version });
  return [
    {
      name: 'customers.update',
      async prepare() {
        const { taxExempt, taxExemptUntil, version } = await now();
        const undo = async () => customers.update!(customerId, { taxExempt, taxExemptUntil }, await based());
        return {
          body: { taxExempt: !taxExempt },
          otherBody: { taxExempt: !taxExempt, taxExemptUntil: '2099-12-31' },
          ifVersion: version,
          count: async () => Number((await now()).taxExempt === !taxExempt),
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
