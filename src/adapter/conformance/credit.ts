import { CreditOutcome, type CreditAccount } from '../../domain/credit.ts';
import * as decimal from '../../domain/decimal.ts';
import { isMoney } from '../../domain/money.ts';
import type { AdapterError } from '../adapter-error.ts';
import { isAdapterError } from '../adapter-error.ts';
import { ensure, readable, rejection, rejectionText, same, skip, outcomeOf } from './assert.ts';
import { openingCases } from './credit-openings.ts';
import { ledgerOf, small, type Ledger } from './ledger.ts';
import { reversalCases } from './reversal.ts';
import { writing, type ConformanceCase, type ConformanceSetup } from './subject.ts';

/** Tests that adjustments are exact, applied once and never exceed the balance, and that accounts are opened once. */
export function creditCases(setup: ConformanceSetup): ConformanceCase[] {
  const { adapter, customers } = setup;
  const ledger = ledgerOf(adapter, customers.full);
  const { idempotency = false } = adapter.credit?.guarantees ?? {};
  return [
    ...(ledger
      ? [
          ...movementCases(ledger),
          ...limitCases(ledger),
          ...reversalCases(ledger),
          ...(idempotency ? replayCases(ledger) : []),
        ]
      : []),
    // These leave accounts behind.
    ...openingCases(setup),
    ...(ledger ? [exactCase(ledger)] : []),
  ];
}

function movementCases(ledger: Ledger): ConformanceCase[] {
  return [
    {
      name: 'credit.adjust: a dry run returns the new balance, writes nothing and does not use up its key',
      async run() {
        const account = await ledger.open();
        const entries = await ledger.entries(account.id);
        const amount = small(account, 125);
        const options = writing();
        const { account: after, entry } = readable(
          CreditOutcome,
          await ledger.move(account, amount, { ...options, dryRun: true }),
          'the dry run',
        );
        sameAmount(after.balance.value, decimal.sum(account.balance.value, amount), 'the balance after');
        ensure(entry === undefined, 'a dry run has no entry');
        same((await ledger.now(account)).balance, account.balance, 'the balance');
        same((await ledger.entries(account.id)).length, entries.length, 'entries');
        await ledger.move(account, amount, options);
        sameAmount((await ledger.now(account)).balance.value, after.balance.value, 'the balance once it is done');
        await ledger.move(account, decimal.negate(amount));
      },
    },
    {
      name: 'credit.adjust: adds an entry, changes the balance by its amount, and leaves earlier entries unchanged',
      async run() {
        const account = await ledger.open();
        const before = await ledger.entries(account.id);
        const amount = small(account, 250);
        const { account: after, entry } = readable(CreditOutcome, await ledger.move(account, amount), 'credit.adjust');
        const expected = decimal.sum(account.balance.value, amount);
        sameAmount(after.balance.value, expected, 'the balance in the answer');
        sameAmount((await ledger.now(account)).balance.value, expected, 'the balance');
        const [newest, ...rest] = await ledger.entries(account.id);
        ensure(entry && newest?.id === entry.id, 'the new entry should be the newest');
        sameAmount(newest.amount.value, amount, 'the amount of the entry');
        same(rest, before, 'the earlier entries');
        await ledger.move(account, decimal.negate(amount));
      },
    },
  ];
}

const advice = 'reject with validation what cannot be stored exactly';

/** Tests that an amount is moved exactly, or rejected. What was rounded stays in the account, so this comes last. */
const exactCase = (ledger: Ledger): ConformanceCase => ({
  name: 'credit.adjust: is exact: a tenth plus two tenths, a part of the smallest unit, and 25 digits',
  async run() {
    const account = await ledger.open();
    const huge = isMoney(account.balance)
      ? decimal.sum(small(account, 1), '1234567890123456789012')
      : '1234567890123456789012345';
    const fine = decimal.sum(small(account, 100), decimal.multiply(small(account, 1), '0.5'));
    for (const amounts of [[small(account, 10), small(account, 20)], [fine], [huge]]) {
      const start = (await ledger.now(account)).balance.value;
      const moved: string[] = [];
      for (const amount of amounts) {
        const outcome = await outcomeOf(ledger.move(account, amount));
        // A backend may reject an amount that exceeds its limits, but it must not round it.
        if (!outcome.thrown) moved.push(amount);
        else
          ensure(
            isLimit(outcome.error),
            `an adjustment by ${amount} was ${rejectionText(outcome.error)}, and may have been carried out: ${advice}`,
          );
      }
      const [found, expected] = [(await ledger.now(account)).balance.value, decimal.sum(start, ...moved)];
      // Reverts what was stored, not what was sent.
      if (moved.length > 0) await ledger.move(account, decimal.subtract(start, found));
      ensure(
        decimal.compare(found, expected) === 0,
        `an adjustment by ${moved.join(' and ')} was accepted, and the balance afterwards is ${found} instead of ` +
          `${expected}: ${advice}`,
      );
    }
  },
});

function limitCases(ledger: Ledger): ConformanceCase[] {
  return [
    {
      name: 'credit.adjust: rejects a debit above the balance, and names the amount',
      async run() {
        const account = await ledger.open();
        const tooMuch = decimal.negate(decimal.sum(account.balance.value, small(account, 1)));
        namesAmount(await rejection(ledger.move(account, tooMuch), 'validation'));
        namesAmount(await rejection(ledger.move(account, tooMuch, writing({ dryRun: true })), 'validation'));
        same((await ledger.now(account)).balance, account.balance, 'the balance');
      },
    },
    {
      name: 'credit.adjust: rejects a debit of an account that does not allow it',
      async run() {
        const accounts = (await ledger.accounts()).filter(({ allowDebit }) => !allowDebit);
        if (accounts.length === 0) skip('all accounts of the full customer allow debits');
        for (const account of accounts)
          namesAmount(await rejection(ledger.move(account, decimal.negate(small(account, 1))), 'validation'));
      },
    },
    {
      name: 'credit.adjust: rejects zero, another currency and an unknown account',
      async run() {
        const account = await ledger.open();
        const foreign: CreditAccount = { ...account, balance: { value: '1', currency: 'XTS' } };
        await rejection(ledger.move(account, '0'), 'validation');
        await rejection(ledger.move(foreign, '1'), 'validation');
        await rejection(
          ledger.move({ ...account, id: 'no-such-account' }, small(account, 1)),
          'validation',
          'not-found',
        );
        same((await ledger.now(account)).balance, account.balance, 'the balance');
      },
    },
    {
      name: 'credit.adjust: concurrent debits never exceed the balance',
      async run() {
        const account = await ledger.open();
        await ledger.move(account, small(account, 1000));
        const { balance } = await ledger.now(account);
        // Together, two of these debits exceed the balance.
        const part = decimal.negate(decimal.subtract(balance.value, small(account, 1)));
        const outcomes = await Promise.all(Array.from({ length: 5 }, () => outcomeOf(ledger.move(account, part))));
        const done = outcomes.filter(({ thrown }) => !thrown).length;
        same(done, 1, 'the number of debits that succeeded');
        const left = (await ledger.now(account)).balance.value;
        sameAmount(left, decimal.sum(balance.value, part), 'the balance');
        await ledger.move(account, decimal.negate(part));
        await ledger.move(account, decimal.negate(small(account, 1000)));
      },
    },
  ];
}

function replayCases(ledger: Ledger): ConformanceCase[] {
  return [
    {
      name: 'credit.adjust: a repeated key gets the same response even if the write would be rejected now',
      async run() {
        const account = await ledger.open();
        // The debit is the whole balance and uses the version that was read. Both are outdated now.
        const options = writing({ ifVersion: account.version });
        const { entry } = await ledger.move(account, decimal.negate(account.balance.value), options);
        const { entry: again } = await ledger.move(account, decimal.negate(account.balance.value), options);
        same(again?.id, entry?.id, 'the entry of the second response');
        await ledger.move(account, account.balance.value);
      },
    },
  ];
}

const sameAmount = (actual: string, expected: string, what: string): void =>
  ensure(decimal.compare(actual, expected) === 0, `${what} is ${actual} instead of ${expected}`);

const namesAmount = (error: AdapterError): void =>
  ensure(error.fieldErrors?.['amount'], 'fieldErrors should name amount');

const isLimit = (error: unknown): boolean => isAdapterError(error) && ['validation', 'forbidden'].includes(error.code);
