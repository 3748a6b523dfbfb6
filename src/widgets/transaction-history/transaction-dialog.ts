// Loaded on its own, when a transaction is opened for the first time.
import { html, nothing, type TemplateResult } from 'lit';
import type { Transaction } from '../../domain/transaction.ts';
import type { WidgetHost } from '../../element/widget-host.ts';
import { Dialog } from '../../ui/dialog.ts';
import { metricStyles } from '../../ui/metric.ts';
import { adopt } from '../../ui/styles.ts';
import { datum, maybe, name, prose } from '../../ui/text.ts';
import { amountCell, orderCell, statusCell } from './transaction-cells.ts';
import { transactionHistoryWords } from './words.en.ts';

/** The dialog of one payment or refund. */
export class TransactionDialog {
  readonly #host: WidgetHost;
  readonly #dialog: Dialog;
  readonly #latest: (opened: Transaction) => Transaction;
  #opened: Transaction | undefined;
  #drawer = false;

  /** `latest` returns the transaction as the rows on screen have it. */
  constructor(host: WidgetHost, latest: (opened: Transaction) => Transaction) {
    adopt(host, metricStyles);
    this.#host = host;
    this.#latest = latest;
    this.#dialog = new Dialog(host, 'transaction', () => (this.#opened = undefined));
  }

  show(transaction: Transaction, { drawer }: { readonly drawer: boolean }): void {
    this.#opened = transaction;
    this.#drawer = drawer;
    this.#dialog.show();
  }

  close(): void {
    this.#dialog.close();
  }

  render(): TemplateResult | typeof nothing {
    const { l10n } = this.#host;
    return this.#dialog.render(() => ({
      heading: l10n.words(transactionHistoryWords)[this.#opened?.kind ?? 'payment'],
      drawer: this.#drawer,
      l10n,
      body: html`<div class="body" part="detail">${this.#opened && this.#facts(this.#latest(this.#opened))}</div>`,
    }));
  }

  #facts(transaction: Transaction): TemplateResult {
    const { l10n } = this.#host;
    const words = l10n.words(transactionHistoryWords);
    const { createdAt, method, reference, order, reason } = transaction;
    const fact = (label: string, value: TemplateResult) =>
      html`<dt>${label}</dt>
        <dd>${value}</dd>`;
    return html`<dl class="fields" part="facts">
      ${fact(words.amount, amountCell(transaction, l10n))} ${fact(words.status, statusCell(transaction, l10n))}
      ${fact(words.date, html`<time datetime=${createdAt}>${datum(l10n.moment(createdAt).full)}</time>`)}
      ${fact(words.method, maybe(method, l10n, name))} ${fact(words.reference, maybe(reference, l10n, name))}
      ${order === undefined ? nothing : fact(words.order, orderCell(this.#host, transaction))}
      ${reason ? fact(words.reason, prose(reason, l10n)) : nothing}
    </dl>`;
  }
}
