import { codeOf, labelOf } from '../../domain/coded.ts';
import type { CreditAccount } from '../../domain/credit.ts';
import { isMoney, unitOf } from '../../domain/money.ts';
import type { Actor } from '../../domain/operator.ts';
import { creditBalanceWords } from './words.en.ts';
import type { Localization } from '../../i18n/localization.ts';
import { briefId } from '../../ui/identifier.ts';

export const wordsOf = (l10n: Localization) => l10n.words(creditBalanceWords);

/** What kind of account it is: the platform's words where it has its own. */
function kindOf({ kind }: CreditAccount, l10n: Localization): string {
  const words = wordsOf(l10n);
  const known = new Map([
    ['store-credit', words.storeCredit],
    ['points', words.points],
    ['gift-card', words.giftCard],
    ['deposit', words.deposit],
  ]);
  return labelOf(kind) ?? known.get(codeOf(kind)) ?? codeOf(kind);
}

/** Points in points need no unit. */
const isItsUnit = ({ kind, balance }: CreditAccount): boolean => !isMoney(balance) && balance.unit === codeOf(kind);

/**
 * `Store credit, GBP`; a gift card by its label: `Gift card ending 4417, GBP`. With its id, where another of `accounts`
 * would be called the same.
 */
export function accountLabel(account: CreditAccount, accounts: readonly CreditAccount[], l10n: Localization): string {
  const label = labelWithoutId(account, l10n);
  const isAlike = (other: CreditAccount) => other.id !== account.id && labelWithoutId(other, l10n) === label;
  return accounts.some(isAlike) ? `${label}, ${account.id}` : label;
}

function labelWithoutId(account: CreditAccount, l10n: Localization): string {
  const kind = [kindOf(account, l10n), account.label].filter(Boolean).join(' ');
  return isItsUnit(account) ? kind : l10n.text(wordsOf(l10n).inUnit, { kind, unit: unitOf(account.balance) });
}

/** What tells accounts apart in the fewest words: `GBP`, else their labels. */
export function shortLabels(accounts: readonly CreditAccount[], l10n: Localization): readonly string[] {
  const tells = (labels: readonly string[]) => new Set(labels).size === labels.length;
  const short = accounts.map((account) => (isItsUnit(account) ? kindOf(account, l10n) : unitOf(account.balance)));
  if (tells(short)) return short;
  return accounts.map((account) => accountLabel(account, accounts, l10n));
}

/** A person by name; what acts in a person's place by its word. */
export function actorName({ id, name }: Actor, l10n: Localization): string {
  return agentOf(id, l10n) ?? name ?? briefId(id);
}

/** What acts in a person's place, in a word. */
export function agentOf(id: string, l10n: Localization): string | undefined {
  const words = wordsOf(l10n);
  const agents = new Map([
    ['checkout', words.checkout],
    ['rule', words.rule],
    ['customer', words.customer],
  ]);
  return agents.get(id);
}
