import type { Adapter } from '../adapter.ts';
import { ensure } from './assert.ts';
import type { ConformanceCase } from './subject.ts';

/** Whether every port that writes says what its backend can keep. */
export function declarationCases(adapter: Adapter): ConformanceCase[] {
  const { customers, addresses, notes, credit, coupons } = adapter;
  const writers = [
    {
      name: 'customers',
      port: customers,
      writes: customers?.update ?? customers?.setStatus ?? customers?.setPassword ?? customers?.reveal,
    },
    {
      name: 'addresses',
      port: addresses,
      writes: addresses?.create ?? addresses?.update ?? addresses?.delete ?? addresses?.setDefault,
    },
    { name: 'notes', port: notes, writes: notes?.create ?? notes?.update ?? notes?.delete },
    { name: 'credit', port: credit, writes: credit?.adjust },
    { name: 'coupons', port: coupons, writes: coupons?.issue ?? coupons?.revoke },
  ];
  return writers.flatMap(({ name, port, writes }) =>
    writes
      ? [
          {
            name: `${name}: says what its backend can keep`,
            run: async () =>
              ensure(port?.guarantees, `${name}.guarantees should say whether there are idempotency and versions`),
          },
        ]
      : [],
  );
}
