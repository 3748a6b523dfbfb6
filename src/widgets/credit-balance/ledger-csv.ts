import { numberColumn, textColumn, type CsvColumn } from '../../data/csv.ts';
import { codeOf, labelOf, type Coded } from '../../domain/coded.ts';
import type { CreditEntry } from '../../domain/credit.ts';
import { unitOf } from '../../domain/money.ts';
import { creditLedger } from '../../i18n/en/credit-ledger.ts';
import type { Localization } from '../../i18n/localization.ts';
import { kindOf } from './ledger.ts';

const textOf = (coded: Coded | null | undefined) => coded && (labelOf(coded) ?? codeOf(coded));

/** A file of entries: everything that a row knows. What was taken back is there as it was made, so sums are true. */
export function ledgerColumns(account: string, l10n: Localization): readonly CsvColumn<CreditEntry>[] {
  const words = l10n.section('creditLedger', creditLedger);
  return [
    // As it was told, with its offset: a spreadsheet sorts it, and no zone is lost.
    textColumn(words.date, ({ at }) => at),
    textColumn(words.account, () => account),
    textColumn(words.kind, (entry) => kindOf(entry, l10n)),
    textColumn(words.description, ({ description }) => description),
    textColumn(words.reference, ({ reference }) => reference),
    textColumn(words.reason, ({ reason }) => textOf(reason)),
    textColumn(words.by, ({ actor }) => actor?.name),
    textColumn(words.byId, ({ actor }) => actor?.id),
    numberColumn(words.change, ({ amount }) => amount.value),
    numberColumn(words.balance, ({ balanceAfter }) => balanceAfter?.value),
    textColumn(words.unit, ({ amount }) => unitOf(amount)),
    textColumn(words.lapses, ({ expiresAt }) => expiresAt),
    textColumn(words.entryId, ({ id }) => id),
    textColumn(words.reverses, ({ reverses }) => reverses),
    textColumn(words.reversedBy, ({ reversedBy }) => reversedBy),
  ];
}
