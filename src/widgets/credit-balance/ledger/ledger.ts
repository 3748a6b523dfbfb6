import type { CreditEntry } from '../../../domain/credit.ts';
import type { Localization } from '../../../i18n/localization.ts';
import { longestMoments } from '../../../i18n/longest-moments.ts';
import type { RowWindow } from '../../../ui/row-window.ts';
import { line } from '../../../ui/state-view.ts';
import { tableShape, type Column, type TableShape } from '../../../ui/table.ts';
import { maybe } from '../../../ui/text.ts';
import { wordsOf } from '../account-words.ts';

/** A row: an entry with the facts that come from other entries. */
export interface LedgerRow {
  readonly entry: CreditEntry;
  /** The time of the entry that this one reverses, if that one is loaded. */
  readonly reverses?: string | undefined;
  /** The time of the reversal; absent if the reversing entry is not loaded. */
  readonly reversedAt?: string | undefined;
  /** True if a later entry reverses this one. */
  readonly reversed: boolean;
}

/** The lengths of amounts, in characters, above which the columns are `wide` and `large`. */
const long = 8;
const longer = 12;

/** Creates rows from entries. An unchanged entry keeps its row object, so that it is not rendered again. */
export class LedgerRows {
  #entries: readonly CreditEntry[] = [];
  #rows: readonly LedgerRow[] = [];
  /** The width that the amounts need. */
  room: '' | 'wide' | 'large' = '';
  #made = new WeakMap<CreditEntry, LedgerRow>();

  of(entries: readonly CreditEntry[]): readonly LedgerRow[] {
    if (entries === this.#entries) return this.#rows;
    const times = new Map(entries.map(({ id, at }) => [id, at]));
    const reversals = new Map(entries.flatMap(({ id, reverses }) => (reverses ? [[reverses, id]] : [])));
    this.#entries = entries;
    const longest = entries.reduce(
      (length, { amount, balanceAfter = amount }) => Math.max(length, amount.value.length, balanceAfter.value.length),
      0,
    );
    this.room = longest > longer ? 'large' : longest > long ? 'wide' : '';
    return (this.#rows = entries.map((entry) => {
      const by = entry.reversedBy ?? reversals.get(entry.id);
      const reverses = times.get(entry.reverses ?? '');
      const reversedAt = times.get(by ?? '');
      const known = this.#made.get(entry);
      const reversed = by !== undefined;
      if (known?.reverses === reverses && known?.reversed === reversed && known.reversedAt === reversedAt) return known;
      const row = { entry, reverses, reversed, reversedAt };
      this.#made.set(entry, row);
      return row;
    }));
  }
}

/** The module that renders the cells. It loads while the accounts are read, before any entry is requested. */
export type LedgerCells = typeof import('./ledger-cells.ts');

/**
 * Returns the columns of the ledger in one language. Without `cells`, they are those of the placeholder. With
 * `onReverse`, entries can be reversed.
 */
export function ledgerShape(
  window: RowWindow<LedgerRow>,
  l10n: Localization,
  cells?: LedgerCells,
  onReverse?: (entry: CreditEntry) => void,
): TableShape<LedgerRow> {
  const words = wordsOf(l10n);
  const columns: readonly Column<LedgerRow>[] = [
    {
      name: 'date',
      heading: words.date,
      longest: longestMoments(l10n),
      text: ({ entry }) => l10n.moment(entry.at).brief,
      title: ({ entry }) => l10n.moment(entry.at).full,
      isData: true,
      ...(cells && { cell: ({ entry }) => cells.when(entry.at, l10n) }),
      skeleton: line(18),
    },
    {
      name: 'entry',
      heading: words.entry,
      ...(cells && {
        title: (row) => cells.wholeText(row, l10n),
        cell: (row) => cells.what(row, l10n, canReverse(row) ? onReverse : undefined),
      }),
      skeleton: line(32),
    },
    {
      name: 'by',
      heading: words.by,
      knows: ({ entry }) => entry.actor !== undefined,
      ...(cells && { cell: ({ entry }) => maybe(entry.actor, l10n, cells.by) }),
      skeleton: line(24),
    },
    {
      name: 'change',
      heading: words.change,
      numeric: true,
      text: ({ entry }) => l10n.amount(entry.amount, { exact: true, signed: true }),
      skeleton: line(14, { end: true }),
    },
    {
      name: 'balance',
      heading: words.balance,
      numeric: true,
      className: 'strong',
      knows: ({ entry }) => entry.balanceAfter !== undefined,
      text: ({ entry }) => (entry.balanceAfter ? l10n.amount(entry.balanceAfter, { exact: true }) : ''),
      isData: true,
      cell: ({ entry }) => maybe(entry.balanceAfter, l10n, (balance) => l10n.amount(balance, { exact: true })),
      skeleton: line(14, { end: true }),
    },
  ];
  return tableShape(window, columns, (row) =>
    row.reversed ? 'reversed' : onReverse && canReverse(row) ? 'reversible' : '',
  );
}

const canReverse = ({ entry, reversed }: LedgerRow): boolean => entry.reversible === true && !reversed;
