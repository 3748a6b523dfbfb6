import { html, type TemplateResult } from 'lit';
import type { StoredValue } from '../../../domain/money.ts';
import type { Localization } from '../../../i18n/localization.ts';
import { datum, maybe } from '../../../ui/text.ts';
import { wordsOf } from './adjust-words.ts';

export interface Balances {
  readonly balance: StoredValue;
  readonly takes: boolean;
  readonly amount?: StoredValue | undefined;
  readonly after?: StoredValue | undefined;
}

/** Renders the balance now, the change, and the balance after; a dash for a missing value. */
export function balances({ balance, takes, amount, after }: Balances, l10n: Localization): TemplateResult {
  const words = wordsOf(l10n);
  const exactly = (value: StoredValue, signed = false) => datum(l10n.amount(value, { exact: true, signed }));
  return html`<table class="preview" part="preview">
    <tbody>
      <tr>
        <th scope="row" class="quiet">${words.balanceNow}</th>
        <td class="amount">${exactly(balance)}</td>
      </tr>
      <tr>
        <th scope="row" class="quiet">${takes ? words.taken : words.added}</th>
        <td class="amount">${maybe(amount, l10n, (value) => exactly(value, true))}</td>
      </tr>
      <tr>
        <th scope="row">${words.balanceAfter}</th>
        <td class="amount" part="balance-after">${maybe(after, l10n, (value) => exactly(value))}</td>
      </tr>
    </tbody>
  </table>`;
}
