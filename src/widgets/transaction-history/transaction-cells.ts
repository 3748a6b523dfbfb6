import { html, nothing, type TemplateResult } from 'lit';
import { codeOf, labelOf } from '../../domain/field.ts';
import type { CountMetric, MoneyMetric } from '../../domain/stats.ts';
import type { Transaction, TransactionTotals } from '../../domain/transaction.ts';
import { OrderOpenEvent } from '../../element/events.ts';
import type { WidgetHost } from '../../element/widget-host.ts';
import type { Localization } from '../../i18n/localization.ts';
import { codedBadge, codedText, pageLink } from '../../list/cells.ts';
import { settled } from '../../ui/badge.ts';
import * as icons from '../../ui/icons.ts';
import { datum, maybe, name, openly } from '../../ui/text.ts';
import { transactionHistoryWords } from './words.en.ts';

const wordsOf = (l10n: Localization) => l10n.words(transactionHistoryWords);

/** The badges of the statuses, by code. */
export const badges = {
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

/** Renders the status: a badge, or plain text if all went well. */
export const statusCell = ({ kind, status: known }: Transaction, l10n: Localization): TemplateResult =>
  maybe(known, l10n, (status) =>
    codeOf(status) === (kind === 'refund' ? 'refunded' : 'paid')
      ? settled(openly(codedText(badges, status, wordsOf(l10n)), l10n))
      : codedBadge(badges, status, wordsOf(l10n), l10n),
  );

/** The statuses of payments and refunds that came to nothing. */
const undone: readonly string[] = ['voided', 'failed', 'expired'];

/** Renders the amount, struck out if no money has moved and none will. */
export function amountCell({ amount, status }: Transaction, l10n: Localization): TemplateResult {
  const text = datum(l10n.amount(amount));
  return status !== undefined && undone.includes(codeOf(status)) ? html`<s>${text}</s>` : text;
}

/** Renders the method; a word beside it tells refunds, because the minus sign is easy to miss. */
export const methodCell = ({ kind, method }: Transaction, l10n: Localization): TemplateResult =>
  html`${maybe(method, l10n, name)}${
    kind === 'refund' ? html` <span class="quiet">${wordsOf(l10n).refund}</span>` : nothing
  }`;

/** Renders the number of the order, as a link if the host has a page of it. */
export const orderCell = (host: WidgetHost, { order }: Transaction): TemplateResult =>
  maybe(order, host.l10n, ({ id, number, original }) => {
    const label = name(number, host.l10n);
    const params = {
      orderId: id,
      ...(original && { originalId: original.id, originalNumber: original.number }),
    };
    const request = (customerId: string) => new OrderOpenEvent(customerId, id);
    return pageLink(host, { intent: 'order', params, label, part: 'link', isData: true, request }) ?? label;
  });

/** Renders the last row: how many payments and refunds were made and what they add up to, each with its basis. */
export function totalsRow(
  { transactions, totalPaid }: TransactionTotals,
  columns: readonly unknown[],
  l10n: Localization,
): TemplateResult {
  const words = wordsOf(l10n);
  const basis = (metric: CountMetric | MoneyMetric) =>
    html` <span class="small" part="basis">${openly(basisText(metric, words), l10n)}</span>`;
  return html`<tr role="row" part="totals">
    <th scope="row" role="rowheader" part="cell" colspan=${columns.length - 1}>
      ${transactions && html`${datum(l10n.text(words.made, { count: transactions.value }))}${basis(transactions)}`}
    </th>
    <td role="cell" part="cell" class="amount">
      ${
        totalPaid &&
        html`${
          totalPaid.amounts.length
            ? totalPaid.amounts.map((amount) => html`<span class="sum">${datum(l10n.amount(amount))}</span>`)
            : l10n.common.none
        }${basis(totalPaid)}`
      }
    </td>
  </tr>`;
}

/** Returns the basis of a figure in words, with its scope. */
function basisText(
  { basis, scope }: CountMetric | MoneyMetric,
  words: { readonly transactions: string; readonly 'paid-net-of-refunds': string },
): string {
  const code = codeOf(basis);
  const text = labelOf(basis) ?? (code === 'transactions' || code === 'paid-net-of-refunds' ? words[code] : code);
  return scope === undefined ? text : `${text}, ${labelOf(scope) ?? codeOf(scope)}`;
}
