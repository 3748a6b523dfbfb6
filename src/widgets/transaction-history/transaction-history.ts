import { css, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { instantColumn, moneyColumns, textColumn } from '../../data/file-table.ts';
import { listOperation } from '../../data/list-query.ts';
import type { List } from '../../data/snapshot.ts';
import { Transaction, transactionStatuses, TransactionTotals } from '../../domain/transaction.ts';
import { Lazy } from '../../element/lazy.ts';
import { openingOf, type OpenAs } from '../../element/opening.ts';
import { codedText } from '../../list/cells.ts';
import type { ListPlace, ListTools } from '../../list/list-tools.ts';
import { TableWidget, type ListColumn } from '../../list/table-widget.ts';
import { twoLineRows } from '../../list/two-line-rows.styles.ts';
import { card } from '../../ui/icons.ts';
import { opener } from '../../ui/opener.ts';
import { line, openFailed } from '../../ui/state-view.ts';
import { maybe, moment, name } from '../../ui/text.ts';
import { amountCell, badges, methodCell, orderCell, statusCell, totalsRow } from './transaction-cells.ts';
import { TransactionOpenEvent } from './transaction-history.events.ts';
import { transactionHistoryWords } from './words.en.ts';

type Transactions = List<Transaction, TransactionTotals>;

const styles = css`
  :host {
    scroll-margin-block-start: 1em;
  }

  .table tfoot .sum {
    display: block;
  }

  @container widget (inline-size < calc(620em / 14)) {
    .table tfoot {
      display: block;
    }

    .table tfoot > tr {
      display: flex;
    }

    .table tfoot th {
      flex: 1;
    }
  }
`;

const ways: readonly OpenAs[] = ['page', 'popup', 'dialog', 'drawer', 'event'];

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
  static override styles = [TableWidget.styles, twoLineRows, styles];

  /** The number of latest transactions to show. */
  @property({ type: Number }) limit = 10;
  /** The place where a transaction opens: its page, if the adapter has its URL, otherwise a dialog. */
  @property({ attribute: 'open-as' }) openAs?: OpenAs;

  readonly #dialog = new Lazy(this, async () => {
    const { TransactionDialog } = await import('./transaction-dialog.ts');
    return new TransactionDialog(this, (opened) => this.#latest(opened));
  });

  constructor() {
    super({
      operation: { ...listOperation('transactions.list', Transaction), totals: TransactionTotals },
      intent: 'transactions',
      icon: card,
      limit: 10,
      usualSort: { field: 'date', direction: 'descending' },
    });
  }

  protected override get words() {
    return this.l10n.words(transactionHistoryWords);
  }

  protected override get tools(): ListTools<Transaction> {
    const { words } = this;
    const option = (value: keyof typeof badges | 'payment' | 'refund') => ({ value, label: words[value] });
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
      file: {
        what: 'transactions',
        table: () => ({
          title: words.heading,
          columns: [
            instantColumn(words.date, ({ createdAt }) => createdAt),
            textColumn(words.kind, ({ kind }) => words[kind]),
            textColumn(words.method, ({ method }) => method),
            textColumn(words.status, ({ status }) => status && codedText(badges, status, words)),
            textColumn(words.reference, ({ reference }) => reference),
            textColumn(words.order, ({ order }) => order?.number),
            ...moneyColumns<Transaction>({ amount: words.amount, currency: words.currency }, ({ amount }) => amount),
            textColumn(words.reason, ({ reason }) => reason),
          ],
        }),
      },
    };
  }

  protected override get reasons() {
    return [this.activeCustomer, this.openAs];
  }

  protected override columnsOf(): readonly ListColumn<Transaction>[] {
    const { words, l10n } = this;
    return [
      {
        name: 'date',
        heading: words.date,
        names: true,
        className: 'lead',
        sortBy: 'createdAt',
        firstDirection: 'descending',
        skeleton: line(14),
        cell: (transaction) => this.#dateCell(transaction),
      },
      {
        name: 'method',
        heading: words.method,
        className: 'under',
        skeleton: line(14),
        cell: (transaction) => methodCell(transaction, l10n),
      },
      {
        name: 'reference',
        heading: words.reference,
        className: 'beside',
        sortBy: 'reference',
        isData: true,
        skeleton: line(14),
        knows: ({ reference }) => reference !== undefined,
        cell: ({ reference }) => maybe(reference, l10n, name),
      },
      {
        name: 'status',
        heading: words.status,
        className: 'aside',
        skeleton: line(14),
        knows: ({ status }) => status !== undefined,
        cell: (transaction) => statusCell(transaction, l10n),
      },
      {
        name: 'order',
        heading: words.order,
        className: 'action',
        isData: true,
        skeleton: line(10, { end: true }),
        knows: ({ order }) => order !== undefined,
        cell: (transaction) => orderCell(this, transaction),
      },
      {
        name: 'amount',
        heading: words.amount,
        numeric: true,
        className: 'total',
        sortBy: 'amount',
        skeleton: line(14, { end: true }),
        cell: (transaction) => amountCell(transaction, l10n),
      },
    ];
  }

  protected override totalsOf(_items: readonly Transaction[], _place: ListPlace, { totals }: Transactions) {
    if (!totals?.transactions && !totals?.totalPaid) return undefined;
    return (columns: readonly unknown[]) => totalsRow(totals, columns, this.l10n);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // An operator who has lost access must not keep seeing transactions in a dialog.
    const { snapshot } = this.first;
    if (snapshot.phase !== 'error' || snapshot.error.code !== 'forbidden') return;
    this.#dialog.module?.close();
    this.allDialog.close();
  }

  protected override renderNotices(): TemplateResult | typeof nothing {
    return openFailed(this.#dialog, this.l10n);
  }

  protected override renderDialogs(): unknown {
    return this.#dialog.module?.render();
  }

  #dateCell(transaction: Transaction): TemplateResult {
    const label = moment(transaction.createdAt, this.l10n);
    const opening = openingOf(ways, this.openAs, this.link('transaction', { transactionId: transaction.id }))!;
    const onOpen = (event: Event) => {
      const { activeCustomer } = this;
      if (activeCustomer === undefined) return;
      if (!this.open(event, opening, new TransactionOpenEvent(activeCustomer, transaction.id))) return;
      this.#dialog.use((dialog) => dialog.show(transaction, { drawer: opening.as === 'drawer' }));
    };
    return opener({ label, part: 'link', isData: true, opening, onOpen });
  }

  /** Returns the transaction as the latest answer has it: its status may have changed while it is open. */
  #latest(opened: Transaction): Transaction {
    const rows = [...(this.listOf('all')?.items ?? []), ...(this.listOf('panel')?.items ?? [])];
    return rows.find(({ id }) => id === opened.id) ?? opened;
  }
}
