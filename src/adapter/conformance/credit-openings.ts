import { CreditAccount, isSameOpening, kindOf, openingOf, type CreditOpening } from '../../domain/credit.ts';
import * as decimal from '../../domain/decimal.ts';
import { codeOf } from '../../domain/field.ts';
import type { Adapter } from '../adapter.ts';
import { ensure, readable, rejection, same, skip } from './assert.ts';
import { all, reading, writing, type ConformanceCase, type ConformanceSetup } from './subject.ts';

export const noOpening = 'the full customer has every account that can be opened';

/** Returns the accounts that can be opened and that the customer does not have. */
export async function missingOpenings({ credit }: Adapter, customerId: string): Promise<readonly CreditOpening[]> {
  const { items } = await credit!.accounts!(customerId, all, reading());
  return (credit?.openings ?? []).filter(
    (opening) => !items.some((account) => isSameOpening(openingOf(account), opening)),
  );
}

/** Tests opening an account. The account stays: there is no method that closes it. */
export function openingCases({ adapter, customers: { full } }: ConformanceSetup): ConformanceCase[] {
  const { credit } = adapter;
  const { openings = [] } = credit ?? {};
  const declared: ConformanceCase = {
    name: 'credit.openings: names each account once, and only if there is a method that opens it',
    async run() {
      ensure(credit?.open, 'credit.openings is declared, and there is no credit.open');
      for (const opening of openings)
        same(openings.filter((other) => isSameOpening(other, opening)).length, 1, codeOf(kindOf(opening)));
    },
  };
  const declarations = openings.length > 0 ? [declared] : [];
  if (!credit?.open || !credit.accounts) return declarations;
  const open = (opening: CreditOpening) => credit.open!(full, opening, writing());
  const accounts = async () => (await credit.accounts!(full, all, reading())).items;
  const opens: ConformanceCase = {
    name: 'credit.open: opens an account with a balance of zero, once for each kind and currency',
    async run() {
      const [opening] = await missingOpenings(adapter, full);
      if (!opening) skip(noOpening);
      const opened = readable(CreditAccount, await open(opening), 'credit.open');
      const listed = (await accounts()).filter(({ id }) => id === opened.id);
      same([opened.customerId, listed.length], [full, 1], 'the customer, and the opened account in the list');
      for (const account of [opened, ...listed]) {
        ensure(isSameOpening(openingOf(account), opening), `opened ${JSON.stringify(openingOf(account))} instead`);
        ensure(decimal.sign(account.balance.value) === 0, `the balance is ${account.balance.value} instead of 0`);
      }
      const { current } = await rejection(open(opening), 'conflict');
      same(readable(CreditAccount, current, 'the current account').id, opened.id, 'the account of the conflict');
    },
  };
  return [
    ...declarations,
    ...(openings.length > 0 ? [opens] : []),
    {
      name: 'credit.open: rejects an account that it does not declare, and opens none',
      async run() {
        const before = (await accounts()).length;
        const undeclared: readonly CreditOpening[] = [{ currency: 'XTS' }, { unit: 'conformance-kit' }];
        for (const opening of undeclared) await rejection(open(opening), 'validation', 'unsupported');
        same((await accounts()).length, before, 'accounts');
      },
    },
  ];
}
