import { codeOf } from '../../domain/field.ts';
import type { CreditAccount, CreditEntry } from '../../domain/credit.ts';
import * as decimal from '../../domain/decimal.ts';
import { ensure, outcomeOf, rejection, same, skip } from './assert.ts';
import { small, type Ledger } from './ledger.ts';
import { writing, type ConformanceCase } from './subject.ts';

/** Tests that an entry can be reversed once, and that adjustments carry what the account requires. */
export const reversalCases = (ledger: Ledger): ConformanceCase[] => [
  {
    name: 'credit.adjust: reverses an entry by another one, and links the two',
    async run() {
      const { account, entry } = await reversibleEntry(ledger, 500);
      const { entry: reversal, account: after } = await ledger.reverse(account, entry);
      same(reversal?.reverses, entry.id, 'the reversed entry in the response');
      same(after.balance, account.balance, 'the balance');
      const entries = await ledger.entries(account.id);
      same(byId(entries, entry.id)?.reversedBy, reversal?.id, 'the reversal of the entry');
      same(byId(entries, entry.id)?.amount, entry.amount, 'the amount of the reversed entry');
      ensure(!byId(entries, entry.id)?.reversible, 'a reversed entry should not be reversible');
      same(byId(entries, reversal!.id)?.reverses, entry.id, 'the reversed entry in the list');
    },
  },
  {
    name: 'credit.adjust: reverses an entry once, also under concurrent requests',
    async run() {
      const { account, entry } = await reversibleEntry(ledger, 400);
      await rejection(ledger.reverse(account, entry, { value: small(account, -399) }), 'validation');
      const outcomes = await Promise.all(Array.from({ length: 5 }, () => outcomeOf(ledger.reverse(account, entry))));
      same(outcomes.filter(({ thrown }) => !thrown).length, 1, 'the number of reversals that succeeded');
      const now = await ledger.now(account);
      same(now.balance, account.balance, 'the balance');
      await rejection(ledger.reverse(account, entry), 'validation');
      await rejection(ledger.reverse(account, entry, {}, writing({ dryRun: true })), 'validation');
      same((await ledger.now(account)).balance, now.balance, 'the balance after another attempt');
    },
  },
  {
    name: 'credit.adjust: rejects the reversal of another account’s entry, and of one that is not reversible',
    async run() {
      const accounts = await ledger.accounts();
      const open = await ledger.open();
      for (const account of accounts) {
        const entries = await ledger.entries(account.id);
        const fixed = entries.find(({ reversible }) => !reversible);
        if (fixed) await rejection(ledger.reverse(account, fixed), 'validation', 'not-found');
        const foreign = entries.find(({ reversible }) => reversible);
        if (foreign && account.id !== open.id)
          await rejection(ledger.reverse(open, { ...foreign, amount: open.balance }), 'validation', 'not-found');
      }
      await rejection(ledger.reverse(open, { id: 'no-such-entry', amount: open.balance }), 'validation', 'not-found');
      same((await ledger.accounts()).map(balanceOf), accounts.map(balanceOf), 'the balances');
    },
  },
  {
    name: 'credit.adjust: requires and stores one of the account’s reasons',
    async run() {
      let isStored = false;
      for (const account of await ledger.accounts()) {
        const { reasons = [] } = account;
        const value = small(account, 1);
        const wrong = await rejection(
          ledger.move(account, value, writing(), { reason: 'no-such-reason' }),
          'validation',
        );
        ensure(wrong.fieldErrors?.['reason'], 'fieldErrors should name reason');
        if (!reasons.length) continue;
        const none = await rejection(ledger.move(account, value, writing(), { reason: undefined }), 'validation');
        ensure(none.fieldErrors?.['reason'], 'fieldErrors should name the missing reason');
        if (!account.allowDebit) continue;
        const { entry } = await ledger.move(account, value);
        same(entry?.reason && codeOf(entry.reason), codeOf(reasons[0]!), 'the reason of the entry');
        await ledger.move(account, decimal.negate(value));
        isStored = true;
      }
      if (!isStored) skip('no account that allows debits has reasons');
    },
  },
  {
    name: 'credit.adjust: stores an expiry date if the account allows one',
    async run() {
      const [ahead, over] = ['2099-12-31', '2000-01-01'];
      let isStored = false;
      for (const account of await ledger.accounts()) {
        const value = small(account, 1);
        const withExpiry = (expiresOn: string) => ledger.move(account, value, writing(), { expiresOn });
        const { balance } = account;
        const isOver = await rejection(withExpiry(over), 'validation');
        ensure(isOver.fieldErrors?.['expiresOn'], 'fieldErrors should name expiresOn');
        if (!account.allowExpiry) await rejection(withExpiry(ahead), 'validation');
        else if (account.allowDebit) {
          const { entry } = await withExpiry(ahead);
          // The platform decides in which time zone the entry expires.
          const hours = (Date.parse(entry?.expiresAt ?? '') - Date.parse(`${ahead}T12:00:00Z`)) / 3_600_000;
          ensure(Math.abs(hours) <= 36, 'the entry should expire at the end of the given day');
          await ledger.move(account, decimal.negate(value));
          for (const [timeZone, expiresOn, midnight] of lastDays) {
            const { entry: zoned } = await ledger.move(account, value, writing(), { expiresOn, timeZone });
            const early = Date.parse(midnight) - Date.parse(zoned?.expiresAt ?? '');
            ensure(early >= 0 && early <= 1000, `the entry should expire at the end of ${expiresOn} in ${timeZone}`);
            await ledger.move(account, decimal.negate(value));
          }
          const nowhere = { expiresOn: ahead, timeZone: 'Europe/Nowhere' };
          await rejection(ledger.move(account, value, writing(), nowhere), 'validation');
          isStored = true;
        }
        same((await ledger.now(account)).balance, balance, 'the balance');
      }
      if (!isStored) skip('no account that allows debits allows an expiry date');
    },
  },
];

/**
 * Days with a change to or from daylight saving time, and a day before one: time zone, day, and the midnight that ends
 * it.
 */
const lastDays = [
  ['Europe/London', '2096-10-28', '2096-10-29T00:00:00Z'],
  ['Europe/London', '2096-03-25', '2096-03-25T23:00:00Z'],
  ['Europe/London', '2096-03-24', '2096-03-25T00:00:00Z'],
  ['Pacific/Auckland', '2096-12-31', '2096-12-31T11:00:00Z'],
  ['America/Los_Angeles', '2096-12-31', '2097-01-01T08:00:00Z'],
] as const;

const byId = (entries: readonly CreditEntry[], id: string) => entries.find((entry) => entry.id === id);
const balanceOf = ({ balance }: CreditAccount) => balance;

/** Returns an entry that the kit created, and the account before it. Skips the case if the platform reverses none. */
async function reversibleEntry(ledger: Ledger, units: number): Promise<{ account: CreditAccount; entry: CreditEntry }> {
  const account = await ledger.open();
  const value = small(account, units);
  const { entry: made } = await ledger.move(account, value);
  const entry = byId(await ledger.entries(account.id), made?.id ?? '');
  if (entry?.reversible) return { account, entry };
  await ledger.move(account, decimal.negate(value));
  return skip('a new entry is not reversible');
}
