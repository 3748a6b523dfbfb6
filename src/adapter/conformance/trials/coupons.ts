import { codeOf } from '../../../domain/coded.ts';
import type { Adapter } from '../../adapter.ts';
import { tenth } from '../coupons.ts';
import { all, reading, writing } from '../subject.ts';
import type { Trial } from '../trial.ts';

export function couponTrials({ coupons }: Adapter, customerId: string): readonly Trial[] {
  if (!coupons?.list || !coupons.issue) return [];
  const rows = async () => (await coupons.list!(customerId, all, reading())).items;
  return [
    {
      name: 'coupons.issue',
      async prepare() {
        const body = tenth(crypto.randomUUID());
        return {
          body,
          otherBody: tenth(crypto.randomUUID()),
          count: async () => (await rows()).filter(({ name }) => name === body.name).length,
        };
      },
    },
    {
      name: 'coupons.revoke',
      async prepare() {
        const { id, version } = await coupons.issue!(customerId, tenth('to be revoked'), writing());
        return {
          ids: [id],
          ifVersion: version,
          count: async () => (await rows()).filter((row) => row.id === id && codeOf(row.status) === 'revoked').length,
        };
      },
    },
  ];
}
