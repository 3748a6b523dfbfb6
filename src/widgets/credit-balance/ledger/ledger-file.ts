import { instantColumn, numberColumn, textColumn, type FileTable } from '../../../data/file-table.ts';
import { codeOf, labelOf, type Coded } from '../../../domain/field.ts';
import type { CreditEntry } from '../../../domain/credit.ts';
import { unitOf } from '../../../domain/money.ts';
import { creditLedgerWords } from './ledger-words.en.ts';
import type { Localization } from '../../../i18n/localization.ts';
import { agentOf } from '../account-words.ts';
import { kindOf } from './ledger.ts';

const textOf = (coded: Coded | null | undefined) => coded && (labelOf(coded) ?? codeOf(coded));

/** Returns the export of entries: all data of the rows. Reversed entries are included, so that sums are correct. */
export function ledgerTable(account: string, l10n: Localization): FileTable<CreditEntry> {
  const words = l10n.words(creditLedgerWords);
  const columns = [
    instantColumn<CreditEntry>(words.date, ({ at }) => at),
    textColumn<CreditEntry>(words.account, () => account),
    textColumn<CreditEntry>(words.kind, (entry) => kindOf(entry, l10n)),
    textColumn<CreditEntry>(words.description, ({ description }) => description),
    textColumn<CreditEntry>(words.reference, ({ reference }) => reference),
    textColumn<CreditEntry>(words.reason, ({ reason }) => textOf(reason)),
    textColumn<CreditEntry>(words.by, ({ actor }) => actor && (agentOf(actor.id, l10n) ?? actor.name)),
    textColumn<CreditEntry>(words.byId, ({ actor }) => actor?.id),
    numberColumn<CreditEntry>(words.change, ({ amount }) => amount.value),
    numberColumn<CreditEntry>(words.balance, ({ balanceAfter }) => balanceAfter?.value),
    textColumn<CreditEntry>(words.unit, ({ amount }) => unitOf(amount)),
    instantColumn<CreditEntry>(words.lapses, ({ expiresAt }) => expiresAt),
    textColumn<CreditEntry>(words.entryId, ({ id }) => id),
    textColumn<CreditEntry>(words.reverses, ({ reverses }) => reverses),
    textColumn<CreditEntry>(words.reversedBy, ({ reversedBy }) => reversedBy),
  ];
  return { title: account, columns };
}
