import { html, nothing, type TemplateResult } from 'lit';
import type { CreditAccount } from '../../domain/credit.ts';
import { isMoney } from '../../domain/money.ts';
import type { Localization } from '../../i18n/localization.ts';
import { badge } from '../../ui/badge.ts';
import { clock } from '../../ui/icons.ts';
import { line } from '../../ui/state-view.ts';
import { accountLabel, wordsOf } from './account-words.ts';

/** How soon what lapses next is worth a badge. */
const soon = 30 * 86_400_000;

/** What the customer has, account by account; currencies stand side by side and are never added up. */
export const accountList = (accounts: readonly CreditAccount[], l10n: Localization): TemplateResult =>
  html`<dl class="accounts" part="accounts">
    ${accounts.map(
      (account) =>
        html`<div class="metric" part="metric">
          <dt class="label" part="label"><bdi>${accountLabel(account, l10n)}</bdi></dt>
          <dd class="figure" part="figure"><bdi>${l10n.amount(account.balance)}</bdi></dd>
          ${lapsing(account, l10n)}
        </div>`,
    )}
  </dl>`;

/** What lapses next. Where that is not known nothing is said: it might be anything. */
function lapsing({ lapsing: next }: CreditAccount, l10n: Localization): TemplateResult | typeof nothing {
  if (next === undefined) return nothing;
  const words = wordsOf(l10n);
  if (next === null) return html`<dd class="basis" part="basis">${words.nothingLapses}</dd>`;
  const { amount, at } = next;
  const text = l10n.text(isMoney(amount) ? words.lapses : words.lapse, {
    amount: l10n.amount(amount),
    date: l10n.shortDay(at),
  });
  return Date.parse(at) - l10n.now.getTime() <= soon
    ? html`<dd>${badge('warning', clock, text)}</dd>`
    : html`<dd class="basis" part="basis"><bdi>${text}</bdi></dd>`;
}

/** The same before the accounts have come. */
export const accountsSkeleton = (): TemplateResult =>
  html`<dl class="accounts" part="accounts">
    ${([24, 18, 18] as const).map(
      (width) =>
        html`<div class="metric">
          <dt class="label">${line(18)}</dt>
          <dd class="figure">${line(width)}</dd>
          <dd class="basis">${line(32)}</dd>
        </div>`,
    )}
  </dl>`;
