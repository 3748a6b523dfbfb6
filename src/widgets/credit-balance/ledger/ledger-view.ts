import { html, nothing, type TemplateResult } from 'lit';
import type { List, Snapshot } from '../../../data/snapshot.ts';
import type { CreditEntry } from '../../../domain/credit.ts';
import type { DashboardElement } from '../../../element/dashboard-element.ts';
import type { ListController } from '../../../element/query-controller.ts';
import type { ViewAllController } from '../../../element/view-all.ts';
import type { Localization } from '../../../i18n/localization.ts';
import { receipt } from '../../../ui/icons.ts';
import { moreRows } from '../../../ui/more-rows.ts';
import { lessLink, viewAllLink } from '../../../ui/opener.ts';
import { footer, footerSkeleton } from '../../../ui/panel.ts';
import { RowWindow } from '../../../ui/row-window.ts';
import { stateView, type StateViews, warningNotices } from '../../../ui/state-view.ts';
import { table, tableSkeleton, type TableShape, type UnknownColumns } from '../../../ui/table.ts';
import { wordsOf } from '../account-words.ts';
import { LedgerRows, ledgerShape, type LedgerRow } from './ledger.ts';

export interface LedgerOptions extends Pick<StateViews<never>, 'l10n' | 'retry' | 'signIn'> {
  /** The accessible name of the ledger. */
  readonly label: string;
  readonly unknownColumns: UnknownColumns;
  /** The number of latest entries to show. Without it, all entries load on scroll. */
  readonly limit?: number | undefined;
  /** True if a message above already says that the data is stale. */
  readonly isStale?: boolean;
  /** The notice in place of the entries if a search has found none. */
  readonly noMatch?: TemplateResult | undefined;
  /** Reverses an entry; absent without the permission. */
  readonly onReverse?: ((entry: CreditEntry) => void) | undefined;
}

/** A table of entries on screen. */
export class LedgerView {
  readonly #list: Pick<ListController<CreditEntry>, 'snapshot' | 'refresh' | 'more'>;
  readonly #window: RowWindow<LedgerRow>;
  readonly #rows = new LedgerRows();
  #shape: (Pick<LedgerOptions, 'l10n' | 'onReverse'> & { readonly table: TableShape<LedgerRow> }) | undefined;

  constructor(host: DashboardElement, list: Pick<ListController<CreditEntry>, 'snapshot' | 'refresh' | 'more'>) {
    this.#list = list;
    this.#window = new RowWindow(host, () => list.more());
  }

  /** Loads what a bounded table needs. */
  virtualize(): Promise<void> {
    return this.#window.virtualize();
  }

  get snapshot(): Snapshot<List<CreditEntry>> {
    return this.#list.snapshot;
  }

  /** True if an entry was reversed, or can be. */
  get knowsReversals(): boolean {
    return this.#entries.some((entry) => entry.reversible ?? entry.reverses ?? entry.reversedBy);
  }

  /** True if the platform has the balance after each entry. */
  get knowsBalances(): boolean {
    return this.#entries.some(({ balanceAfter }) => balanceAfter);
  }

  get #entries(): readonly CreditEntry[] {
    const { snapshot } = this;
    return snapshot.phase === 'ready' ? snapshot.data.items : [];
  }

  /** Returns the newest entry if the ledger of that account is loaded. */
  newestOf(accountId: string): CreditEntry | undefined {
    const [newest] = this.#entries;
    return newest?.accountId === accountId ? newest : undefined;
  }

  refresh(): void {
    this.#list.refresh();
  }

  render({ label, limit, isStale, onReverse, noMatch, unknownColumns, ...options }: LedgerOptions): TemplateResult {
    const { l10n } = options;
    const { snapshot } = this;
    const shown = isStale && snapshot.phase === 'ready' ? { ...snapshot, refreshError: undefined } : snapshot;
    return stateView(shown, {
      ...options,
      what: label,
      skeleton: () => this.skeleton(label, limit ?? 9, l10n),
      isEmpty: ({ items }) => !items.length && !noMatch,
      empty: () => ({ path: receipt, title: wordsOf(l10n).noEntries }),
      ready: (list) => {
        if (!list.items.length && noMatch) return noMatch;
        const rows = this.#rows.of(list.items).slice(0, limit);
        const content = table({
          label,
          shape: this.#shapeIn(l10n, onReverse),
          window: this.#window,
          items: rows,
          total: list.total,
          unknownColumns,
          bounded: limit === undefined,
        });
        const more =
          limit === undefined && list.moreError ? moreRows(list, l10n, (again) => this.#list.more(again)) : '';
        return html`${warningNotices(list.warnings, l10n)}
          <div class="ledger ${limit === undefined ? 'full' : ''} ${this.#rows.room}">${content}</div>
          ${more}`;
      },
    }).content;
  }

  /** Renders how many entries are shown of how many, and the button that shows the rest. */
  footer(limit: number, l10n: Localization, viewAll: ViewAllController): TemplateResult | typeof nothing {
    const { snapshot } = this;
    const words = wordsOf(l10n);
    const less = viewAll.isInline ? lessLink(l10n.common.viewLess, viewAll.less) : undefined;
    if (snapshot.phase !== 'ready' || !snapshot.data.items.length)
      return less ? footer('', less) : footerSkeleton(snapshot);
    const { items, total, hasMore } = snapshot.data;
    const shown = Math.min(items.length, limit);
    const more = hasMore || items.length > shown;
    return footer(
      total !== undefined && total > shown
        ? l10n.text(words.latestOf, { shown, total })
        : l10n.text(more ? words.latest : words.allEntries, { count: shown }),
      less ?? (more ? viewAllLink(words.viewAll, viewAll) : nothing),
    );
  }

  skeleton(label: string, rows: number, l10n: Localization): TemplateResult {
    return html`<div class="ledger">${tableSkeleton(label, this.#shapeIn(l10n).columns, rows)}</div>`;
  }

  /**
   * Returns the shape of the table. It is created again only for another language or permission, because that renders
   * all rows.
   */
  #shapeIn(l10n: Localization, onReverse?: LedgerOptions['onReverse']): TableShape<LedgerRow> {
    if (this.#shape?.l10n !== l10n || this.#shape.onReverse !== onReverse)
      this.#shape = { l10n, onReverse, table: ledgerShape(this.#window, l10n, onReverse) };
    return this.#shape.table;
  }
}
