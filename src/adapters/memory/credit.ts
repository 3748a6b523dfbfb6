import { AdapterError } from '../../adapter/adapter-error.ts';
import { check } from '../../adapter/check.ts';
import type { CreditPort } from '../../adapter/ports.ts';
import { add } from '../../domain/amounts.ts';
import { CreditAdjustment, type CreditAccount, type CreditEntry } from '../../domain/credit.ts';
import { minorUnits } from '../../domain/currency.ts';
import * as decimal from '../../domain/decimal.ts';
import { isMoney, unitOf, type StoredValue } from '../../domain/money.ts';
import { within } from './days.ts';
import { demandVersion, following, found, type Desk } from './desk.ts';
import { accountList, entryList, placed, rowsOf } from './lists.ts';
import { matching, pageOf } from './paging.ts';

/** Stored value. An adjustment may say on which version of the account it is based; then that has to hold. */
export function creditPort(desk: Desk) {
  const { store, operator } = desk;
  return {
    guarantees: { idempotency: true, versions: true },

    async accounts(customerId, page, options) {
      const { accounts } = await desk.read('credit.accounts', customerId, options);
      return rowsOf(pageOf(matching(placed(accounts), page, accountList), page, accountList));
    },

    async entries(customerId, accountId, page, options) {
      const { accounts, entries } = await desk.read('credit.entries', customerId, options);
      const { id } = found(accounts, accountId);
      const inRange = within(page.range, options.timeZone);
      const ledger = placed(entries.filter((entry) => entry.accountId === id)).filter(({ row }) => inRange(row.at));
      return rowsOf(pageOf(matching(ledger, page, entryList), page, entryList));
    },

    adjust(customerId, adjustment, options) {
      return desk.write('credit.adjust', customerId, adjustment, options, (file) => {
        const wanted = check(CreditAdjustment, adjustment);
        const before = file.accounts.find(({ id }) => id === wanted.accountId);
        if (!before)
          throw new AdapterError('validation', { fieldErrors: { accountId: 'is no account of this customer' } });
        if (options.ifVersion !== undefined) demandVersion(before, options.ifVersion);
        const balance = balanceAfter(before, wanted.amount);
        if (options.dryRun) return { customerId, account: { ...before, balance } };
        const account = { ...before, balance, version: following(before.version) };
        const entry: CreditEntry = {
          id: store.newId('credit'),
          customerId,
          accountId: account.id,
          kind: 'adjustment',
          amount: wanted.amount,
          balanceAfter: balance,
          at: store.tick(),
          actor: operator.actor,
          reference: wanted.reference ?? null,
          description: wanted.description,
        };
        file.accounts = file.accounts.map((other) => (other === before ? account : other));
        file.entries = [...file.entries, entry];
        return { customerId, account, entry };
      });
    },
  } satisfies CreditPort;
}

/** The balance that an adjustment would leave. Throws `validation` for what the account does not allow. */
function balanceAfter({ balance, allowDebit }: CreditAccount, amount: StoredValue): StoredValue {
  const refuse = (why: string) => new AdapterError('validation', { fieldErrors: { amount: why } });
  if (unitOf(amount) !== unitOf(balance) || isMoney(amount) !== isMoney(balance))
    throw refuse('is not in the currency or unit of the account');
  const places = isMoney(amount) ? minorUnits(amount.currency) : 0;
  if (decimal.compare(decimal.round(amount.value, places), amount.value) !== 0)
    throw refuse(`has more than ${places} decimals`);
  if (decimal.sign(amount.value) === 0) throw refuse('is nought');
  const takesAway = decimal.sign(amount.value) < 0;
  if (takesAway && !allowDebit) throw refuse('takes away, which this account does not allow');
  const after = add(balance, amount);
  if (takesAway && decimal.sign(after.value) < 0) throw refuse('exceeds the balance');
  return after;
}
