import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { textColumn } from '../../data/file-table.ts';
import { listOperation } from '../../data/list-query.ts';
import type { List } from '../../data/snapshot.ts';
import { codeOf } from '../../domain/field.ts';
import { Transaction, transactionStatuses, TransactionTotals } from '../../domain/transaction.ts';
import { requestEvent } from '../../element/events.ts';
import type { OpenAs } from '../../element/opening.ts';
import { LazyForm } from '../../forms/lazy-form.ts';
import { codedBadge, codedText, orderCell, pageLink } from '../../list/cells.ts';
import { ListColumns, type ListColumn } from '../../list/list-columns.ts';
import type { ListPlace, ListTools } from '../../list/list-tools.ts';
import type { Details } from '../../list/row-details.ts';
import { TableWidget } from '../../list/table-widget.ts';
import { totalsRow, totalsRowStyles } from '../../list/totals-row.ts';
import { twoLineRows } from '../../list/two-line-rows.styles.ts';
import { settled } from '../../ui/badge.ts';
import * as icons from '../../ui/icons.ts';
import { totalsSkeleton } from '../../ui/table.ts';
import { datum, maybe, moment, name, openly, prose } from '../../ui/text.ts';
import { transactionHistoryWords } from './words.en.ts';

/** A payment or a refund is about to be opened. */
export class TransactionOpenEvent extends requestEvent('transaction-open', 'transactionId') {}

const badges = {
  pending: ['accent', icons.clock],
  authorized: ['accent', icons.lock],
  'partially-paid': ['accent', icons.card],
  paid: ['neutral', icons.check],
  'partially-refunded': ['neutral', icons.returned],
  refunded: ['neutral', icons.returned],
  voided: ['neutral', icons.cancel],
  failed: ['danger', icons.alert],
  expired: ['neutral', icons.clock],
  disputed: ['warning', icons.alert],
} as const;

/** The statuses of payments and refunds that came to nothing. */
const undone: readonly string[] = ['voided', 'failed', 'expired'];

const styles = css`
  :host {
    scroll-margin-block-start: 1em;
  }
`;

/**
 * The latest payments and refunds of a customer, newest first, and on request all of them, with how many were made and
 * what they add up to. Give the element an `id` to link to it from the page.
 *
 * @summary A customer's payments and refunds
 * @tag transaction-history
 * @fires {TransactionOpenEvent} transaction-open - A payment or a refund is about to be opened. Cancelable.
 * @fires {OrderOpenEvent} order-open - The order of a transaction is about to be opened. Cancelable.
 * @fires {ExportEvent} export - Transactions are about to be exported. Cancelable.
 * @csspart badge - The status of a transaction.
 * @csspart basis - The data that a figure counts.
 * @csspart detail - An opened transaction.
 * @csspart facts - The facts of an opened transaction.
 * @csspart link - The date of a transaction, which opens it, or the number of its order.
 * @csspart totals - The totals row.
 */
export class TransactionHistory extends TableWidget<Transaction, TransactionTotals> {
  static readonly tag = 'transaction-history';
  static override styles = [TableWidget.styles, twoLineRows, totalsRowStyles, styles];

  /** The number of latest transactions to show. */
  @property({ type: Number }) limit = 10;
  /** The place where a transaction opens: its page, if the adapter has its URL, otherwise a dialog. */
  @property({ attribute: 'open-as' }) openAs?: OpenAs;

  readonly #details = new LazyForm(this, async () => {
    const { RowDetails, latestIn } = await import('../../list/row-details.ts');
    const latest = (row: Transaction) => latestIn(row, this.snapshotOf('all'), this.snapshotOf('panel'));
    return new RowDetails<Transaction>(this, (opened) => this.#detailsOf(latest(opened)));
  });
  protected override readonly forms = [this.#details];

  constructor() {
    const operation = { ...listOperation('transactions.list', Transaction), totals: TransactionTotals };
    const usualSort = { field: 'date', direction: 'descending' } as const;
    super({ operation, intent: 'transactions', icon: icons.card, limit: 10, usualSort });
  }

  protected override get words() {
    return this.l10n.words(transactionHistoryWords);
  }

  protected override get tools(): ListTools<Transaction> {
    const { words } = this;
    const option = (value: keyof typeof badges | Transaction['kind']) => ({ value, label: words[value] });
    const kind = textColumn<Transaction>(words.kind, (transaction) => words[transaction.kind]);
    const reason = textColumn<Transaction>(words.reason, (transaction) => transaction.reason);
    return {
      search: { label: words.search, hint: words.searchHint },
      range: { label: words.date },
      filter: {
        label: words.filter,
        groups: [
          { name: 'kind', label: words.kind, options: [option('payment'), option('refund')] },
          { name: 'status', label: words.status, options: transactionStatuses.map(option) },
        ],
      },
      file: this.file('transactions', ['date', kind, 'method', 'status', 'reference', 'order', 'amount', reason]),
    };
  }

  protected override get reasons() {
    return [this.openAs];
  }

  protected override columnsOf(): readonly ListColumn<Transaction>[] {
    const { words, l10n } = this;
    const column = new ListColumns<Transaction>(l10n);
    return [
      column.moment('date', words.date, ({ createdAt }) => createdAt, {
        ...{ names: true, className: 'lead', sortBy: 'createdAt' },
        cell: (transaction) => this.#dateCell(transaction),
      }),
      column.data('method', words.method, ({ method }) => method, {
        ...{ className: 'under', isData: false, knows: () => true },
        // A word tells refunds, because the minus sign is easy to miss.
        cell: ({ kind, method }) =>
          html`${maybe(method, l10n, name)}${
            kind === 'refund' ? html` <span class="quiet">${words.refund}</span>` : nothing
          }`,
      }),
      column.data('reference', words.reference, ({ reference }) => reference, {
        className: 'beside',
        sortBy: 'reference',
      }),
      column.coded('status', words.status, ({ status }) => status, {
        ...{ badges, words },
        cell: (transaction) => this.#statusCell(transaction),
      }),
      column.data('order', words.order, ({ order }) => order?.number, {
        ...{ className: 'action', knows: ({ order }) => order !== undefined },
        cell: ({ order }) => orderCell(this, order),
      }),
      column.amount('amount', words.amount, ({ amount }) => amount, {
        sortBy: 'amount',
        cell: ({ amount, status }) => {
          const text = datum(l10n.amount(amount));
          // No money has moved, and none will.
          return status !== undefined && undone.includes(codeOf(status)) ? html`<s>${text}</s>` : text;
        },
      }),
    ];
  }

  protected override totalsOf(
    _items: readonly Transaction[],
    _place: ListPlace,
    { totals }: List<Transaction, TransactionTotals>,
  ) {
    const { transactions: count, totalPaid: sum } = totals ?? {};
    const { made: counted, transactions, 'paid-net-of-refunds': paid } = this.words;
    const bases = { transactions, 'paid-net-of-refunds': paid };
    if (!count && !sum) return undefined;
    return (columns: readonly unknown[]) => totalsRow({ count, sum, counted, bases }, columns, this.l10n);
  }

  protected override totalsSkeleton = totalsSkeleton;

  #detailsOf(row: Transaction | undefined): Details<Transaction> | undefined {
    const { words, l10n } = this;
    if (!row) return undefined;
    const { kind, createdAt, method, order, reason } = row;
    const time = html`<time datetime=${createdAt}>${datum(l10n.fullMoment(createdAt))}</time>`;
    const facts: Details<Transaction>['facts'] = [
      ...['amount', 'status', [words.date, time] as const, [words.method, maybe(method, l10n, name)] as const],
      ...['reference', ...(order === undefined ? [] : ['order'])],
      ...(reason ? [[words.reason, prose(reason, l10n)] as const] : []),
    ];
    return { row, heading: words[kind], facts, columns: this.columnsOf() };
  }

  #dateCell(transaction: Transaction): TemplateResult {
    const { id: transactionId, createdAt } = transaction;
    const label = moment(createdAt, this.l10n);
    const link = pageLink(this, {
      ...{ intent: 'transaction', params: { transactionId }, label, isData: true, openAs: this.openAs },
      request: (customerId) => new TransactionOpenEvent(customerId, transactionId),
      onShow: (opening) => this.#details.use((details) => details.open(transaction, opening)),
    });
    return link ?? label;
  }

  /** Renders the status: a badge, or plain text if all went well. */
  #statusCell({ kind, status: known }: Transaction): TemplateResult {
    const { words, l10n } = this;
    return maybe(known, l10n, (status) =>
      codeOf(status) === (kind === 'refund' ? 'refunded' : 'paid')
        ? settled(openly(codedText(badges, status, words), l10n))
        : codedBadge(badges, status, words, l10n),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'transaction-history': TransactionHistory;
  }
  interface GlobalEventHandlersEventMap {
    'transaction-open': TransactionOpenEvent;
  }
}
