import * as v from 'valibot';
import { AdapterError } from '../../../adapter/adapter-error.ts';
import { parsePage } from '../../../data/boundary.ts';
import type { DashboardClient } from '../../../data/client.ts';
import type { ReadSettings } from '../../../data/query.ts';
import type { Write } from '../../../data/write.ts';
import { CreditOutcome, type CreditAccount, type CreditAdjustment } from '../../../domain/credit.ts';
import { unitOf } from '../../../domain/money.ts';
import { accountsOf } from '../credit-balance.data.ts';

/** A reviewed adjustment: the input to submit, and the account at the time of the review. */
export interface Reviewed {
  readonly account: CreditAccount;
  readonly adjustment: CreditAdjustment;
}

/** Returns the schema of the answer: the same account of the same customer, in the same currency. */
const outcomeFor = ({ id, customerId, balance }: CreditAccount) =>
  v.pipe(
    CreditOutcome,
    v.forward(
      v.check((outcome) => outcome.customerId === customerId && outcome.account.customerId === customerId),
      ['customerId'],
    ),
    v.forward(
      v.check((outcome) => outcome.account.id === id && unitOf(outcome.account.balance) === unitOf(balance)),
      ['account'],
    ),
  );

/** Adjusts an account. The write is not optimistic: its effect is shown after the server's answer. */
export const adjusting = ({ account, adjustment }: Reviewed): Write<CreditOutcome, CreditAccount> => ({
  customerId: account.customerId,
  ifVersion: account.version,
  schema: outcomeFor(account),
  list: {
    name: 'credit.accounts',
    confirmed: (accounts, outcome) => accounts.map((other) => (other.id === account.id ? outcome.account : other)),
  },
  touches: ['credit.entries'],
  send: ({ credit }, options) => credit?.adjust?.(account.customerId, adjustment, options),
});

/** Requests a dry run of an adjustment, which writes nothing. */
export const trying = ({ account, adjustment }: Reviewed, signal: AbortSignal): Write<CreditOutcome> => ({
  customerId: account.customerId,
  ifVersion: account.version,
  schema: outcomeFor(account),
  send: ({ credit }, options) => credit?.adjust?.(account.customerId, adjustment, { ...options, dryRun: true, signal }),
});

/**
 * Compares the account with the reviewed one, for a platform without versions. Throws `conflict` if the balance has
 * changed, and the errors of the read. A race remains: another write can come between this and the adjustment.
 */
export async function compare(client: DashboardClient, { account }: Reviewed, settings: ReadSettings): Promise<void> {
  const query = accountsOf(account.customerId);
  const options = { ...settings, signal: new AbortController().signal };
  const answer = await query.load(client.adapter, { first: query.pageSize }, options);
  const current = parsePage(query, answer).items.find(({ id }) => id === account.id);
  if (current?.balance.value !== account.balance.value) throw new AdapterError('conflict', { current });
}
