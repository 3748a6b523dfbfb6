import { add } from '../../domain/amounts.ts';
import { codeOf } from '../../domain/field.ts';
import type { CreditAccount, CreditEntry } from '../../domain/credit.ts';
import * as decimal from '../../domain/decimal.ts';

/**
 * Returns the entries with the members that depend on other entries: which entry reversed them, and whether they can be
 * reversed.
 */
export function readLedger(entries: readonly CreditEntry[]): readonly CreditEntry[] {
  const reversals = reversalsIn(entries);
  return entries.map((entry) => {
    const reversedBy = reversals.get(entry.id) ?? null;
    const reversible = codeOf(entry.kind) === 'adjustment' && reversedBy === null;
    return { ...entry, reverses: entry.reverses ?? null, reversedBy, reversible };
  });
}

/** Returns a map from each reversed entry's id to the id of its reversal. */
const reversalsIn = (entries: readonly CreditEntry[]): ReadonlyMap<string, string> =>
  new Map(entries.flatMap(({ id, reverses }) => (reverses ? [[reverses, id]] : [])));

/**
 * Returns an account with the amount that expires next: the sum of the credits with the nearest future expiry that were
 * not reversed, but at most the balance. An account without expiry is returned unchanged.
 */
export function readAccount(account: CreditAccount, entries: readonly CreditEntry[], now: string): CreditAccount {
  if (!account.allowExpiry) return account;
  const reversals = reversalsIn(entries);
  const given = entries
    .flatMap(({ id, accountId, amount, expiresAt }) =>
      accountId === account.id && expiresAt && !reversals.has(id) && Date.parse(expiresAt) > Date.parse(now)
        ? [{ amount, at: expiresAt }]
        : [],
    )
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const [first] = given;
  if (!first) return { ...account, lapsing: null };
  const { at } = first;
  const all = given.filter((other) => other.at === at).map(({ amount }) => amount);
  const amount = all.reduce(add);
  const { balance } = account;
  const left = decimal.compare(amount.value, balance.value) > 0 ? balance : amount;
  return { ...account, lapsing: decimal.sign(left.value) > 0 ? { amount: left, at } : null };
}
