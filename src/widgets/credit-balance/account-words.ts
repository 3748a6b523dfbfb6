import { codeOf, labelOf } from '../../domain/field.ts';
import type { CreditAccount } from '../../domain/credit.ts';
import { isMoney, unitOf } from '../../domain/money.ts';
import type { Actor } from '../../domain/operator.ts';
import { creditBalanceWords } from './words.en.ts';
import type { Localization } from '../../i18n/localization.ts';
import { briefId } from '../../ui/identifier.ts';

export const wordsOf = (l10n: Localization) => l10n.words(creditBalanceWords);

/** The part of an account that names it. */
type Named = Pick<CreditAccount, 'kind' | 'balance' | 'label'>;

/** Returns the kind of an account in words: the platform's own if it has one. */
function kindOf({ kind }: Named, l10n: Localization): string {
  const words = wordsOf(l10n);
  const known = new Map([
    ['store-credit', words.storeCredit],
    ['points', words.points],
    ['gift-card', words.giftCard],
    ['deposit', words.deposit],
  ]);
  return labelOf(kind) ?? known.get(codeOf(kind)) ?? codeOf(kind);
}

/** Returns true if the kind of the account is also its unit: points need no unit. */
const isItsUnit = ({ kind, balance }: Named): boolean => !isMoney(balance) && balance.unit === codeOf(kind);

/**
 * Returns the name of an account: `Store credit, GBP`, or for a gift card its label, `Gift card ending 4417, GBP`.
 * Appends the id if another one of `accounts` has the same name, abbreviated if that is enough to distinguish them.
 */
export function accountLabel(account: CreditAccount, accounts: readonly CreditAccount[], l10n: Localization): string {
  const label = labelWithoutId(account, l10n);
  const alike = accounts.filter((other) => other.id !== account.id && labelWithoutId(other, l10n) === label);
  if (!alike.length) return label;
  const brief = briefId(account.id);
  return `${label}, ${alike.some(({ id }) => briefId(id) === brief) ? account.id : brief}`;
}

/** Returns the name of an account, which another one may have too. */
export function labelWithoutId(account: Named, l10n: Localization): string {
  const kind = [kindOf(account, l10n), account.label].filter(Boolean).join(' ');
  return isItsUnit(account) ? kind : l10n.text(wordsOf(l10n).inUnit, { kind, unit: unitOf(account.balance) });
}

/** Returns the shortest labels that distinguish the accounts: `GBP`, otherwise their full labels. */
export function shortLabels(accounts: readonly CreditAccount[], l10n: Localization): readonly string[] {
  const tells = (labels: readonly string[]) => new Set(labels).size === labels.length;
  const short = accounts.map((account) => (isItsUnit(account) ? kindOf(account, l10n) : unitOf(account.balance)));
  if (tells(short)) return short;
  return accounts.map((account) => accountLabel(account, accounts, l10n));
}

/** Returns the name of a person, or the word for an automated actor. */
export function actorName({ id, name }: Actor, l10n: Localization): string {
  return agentOf(id, l10n) ?? name ?? briefId(id);
}

/** Returns the word for an automated actor; undefined for a person. */
export function agentOf(id: string, l10n: Localization): string | undefined {
  const words = wordsOf(l10n);
  const agents = new Map([
    ['checkout', words.checkout],
    ['rule', words.rule],
    ['customer', words.customer],
  ]);
  return agents.get(id);
}
