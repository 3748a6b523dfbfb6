import * as decimal from '../../../domain/decimal.ts';
import type { Adapter } from '../../adapter.ts';
import { adjustment, ledgerOf, small } from '../ledger.ts';
import type { Trial } from '../trial.ts';

export function creditTrials(adapter: Adapter, customerId: string): readonly Trial[] {
  const ledger = ledgerOf(adapter, customerId);
  if (!ledger) return [];
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
