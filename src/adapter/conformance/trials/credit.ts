import * as decimal from '../../../domain/decimal.ts';
import type { Adapter } from '../../adapter.ts';
import { isSameOpening, openingOf } from '../../../domain/credit.ts';
import { skip } from '../assert.ts';
import { missingOpenings, noOpening } from '../credit-openings.ts';
import { adjustment, ledgerOf, small, type Ledger } from '../ledger.ts';
import type { Trial } from '../trial.ts';
import { codeOf } from '../../../domain/field.ts';
import { someCoupon } from '../coupons.ts';
import { all, reading, writing } from '../subject.ts';

export function creditTrials(adapter: Adapter, customerId: string): readonly Trial[] {
  const ledger = ledgerOf(adapter, customerId);
  return [...openingTrials(adapter, customerId), ...(ledger ? adjustmentTrials(ledger) : [])];
}

/** An account that was opened stays: there is no method that closes it. */
function openingTrials(adapter: Adapter, customerId: string): readonly Trial[] {
  if (!adapter.credit?.accounts || !adapter.credit.openings?.length) return [];
  return [
    {
      name: 'credit.open',
      async prepare() {
        const [body, otherBody] = await missingOpenings(adapter, customerId);
        if (!body) skip(noOpening);
        const openings = async () =>
          (await adapter.credit!.accounts!(customerId, all, reading())).items.map((account) => openingOf(account));
        return {
          body,
          otherBody,
          count: async () => (await openings()).filter((opening) => isSameOpening(opening, body)).length,
        };
      },
    },
  ];
}

function adjustmentTrials(ledger: Ledger): readonly Trial[] {
  return [
    {
      name: 'credit.adjust',
      async prepare() {
        const account = await ledger.open();
        const amount = small(account, 100);
        const count = async () => {
          const moved = decimal.subtract((await ledger.now(account)).balance.value, account.balance.value);
          return Number(moved) / Number(amount);
        };
        const undo = async () => {
          const moved = decimal.subtract((await ledger.now(account)).balance.value, account.balance.value);
          if (decimal.sign(moved) !== 0) await ledger.move(account, decimal.negate(moved));
        };
        return {
          body: adjustment(account, amount),
          otherBody: adjustment(account, small(account, 200)),
          ifVersion: account.version,
          count,
          undo,
          cleanUp: undo,
        };
      },
    },
  ];
}

export function couponTrials({ coupons }: Adapter, customerId: string): readonly Trial[] {
  if (!coupons?.list || !coupons.issue) return [];
  const rows = async () => (await coupons.list!(customerId, all, reading())).items;
  return [
    {
      name: 'coupons.issue',
      async prepare() {
        const body = await someCoupon(coupons, customerId, crypto.randomUUID());
        return {
          body,
          otherBody: await someCoupon(coupons, customerId, crypto.randomUUID()),
          count: async () => (await rows()).filter(({ name }) => name === body.name).length,
        };
      },
    },
    {
      name: 'coupons.revoke',
      async prepare() {
        const { id, version } = await coupons.issue!(
          customerId,
          await someCoupon(coupons, customerId, 'to be revoked'),
          writing(),
        );
        return {
          ids: [id],
          ifVersion: version,
          count: async () => (await rows()).filter((row) => row.id === id && codeOf(row.status) === 'revoked').length,
        };
      },
    },
  ];
}
