import { html, nothing, type TemplateResult } from 'lit';
import type { List, Snapshot } from '../../data/snapshot.ts';
import type { Coupon } from '../../domain/coupon.ts';
import type { CreditAccount } from '../../domain/credit.ts';
import { isMoney } from '../../domain/money.ts';
import type { Localization } from '../../i18n/localization.ts';
import { badge } from '../../ui/badge.ts';
import { clock } from '../../ui/icons.ts';
import { metricSkeletons } from '../../ui/metric.ts';
import { line } from '../../ui/state-view.ts';
import { name, unknown } from '../../ui/text.ts';
import { accountLabel, wordsOf } from './account-words.ts';
import type { CreditFigures } from './credit-figures.ts';

export interface AccountList {
  readonly accounts: readonly CreditAccount[];
  readonly l10n: Localization;
  /** The number of days before a balance lapses from which it has a badge. */
  readonly lapsingDays: number;
  /** The usable coupons, if the platform has coupons, and their position among the accounts. */
  readonly coupons?: { readonly snapshot: Snapshot<List<Coupon>>; readonly place: number } | undefined;
  /** The explanations of the figures, after they have loaded. */
  readonly figures?: CreditFigures | undefined;
}

/** Renders the accounts of a customer. Currencies are side by side and never added up. */
export function accountList({ accounts, l10n, lapsingDays, coupons, figures }: AccountList): TemplateResult {
  const soon = l10n.now.getTime() + lapsingDays * day;
  const tiles: TemplateResult[] = accounts.map((account, index) =>
    tile(
      html`${name(accountLabel(account, accounts, l10n), l10n)}${figures?.balance(account, index)}`,
      html`<bdi translate="no">${l10n.amount(account.balance, { exact: true })}</bdi>`,
      lapsing(account, l10n, soon),
    ),
  );
  if (coupons) tiles.splice(coupons.place, 0, couponTile(coupons.snapshot, l10n, soon, figures?.coupons()));
  return html`<dl class="accounts" part="accounts">${tiles}</dl>`;
}

const day = 86_400_000;

const tile = (label: TemplateResult, figure: TemplateResult, basis: TemplateResult | typeof nothing) =>
  html`<div class="metric" part="metric">
    <dt class="label" part="label">${label}</dt>
    <dd class="figure" part="figure">${figure}</dd>
    ${basis}
  </div>`;

const quiet = (text: string): TemplateResult => html`<dd class="basis" part="basis"><bdi>${text}</bdi></dd>`;
const urgent = (text: string): TemplateResult => html`<dd>${badge('warning', clock, text)}</dd>`;

/** Renders the number of usable coupons, and which of them expire next. */
function couponTile(
  snapshot: Snapshot<List<Coupon>>,
  l10n: Localization,
  soon: number,
  about: TemplateResult | undefined,
): TemplateResult {
  const words = wordsOf(l10n);
  const label = html`${words.coupons}${about}`;
  if (snapshot.phase !== 'ready')
    return snapshot.phase === 'error'
      ? tile(label, unknown(l10n), nothing)
      : tile(label, line(10), html`<dd class="basis">${line(32)}</dd>`);
  const { items, total = items.length } = snapshot.data;
  const figure = html`<bdi translate="no">${l10n.number(total)}</bdi>`;
  const days = items.flatMap(({ validUntil }) => validUntil ?? []).sort();
  const [next] = days;
  const isKnown = items.length === total && items.every(({ validUntil }) => validUntil !== undefined);
  if (next === undefined)
    return tile(label, figure, isKnown ? quiet(total ? words.couponsStay : words.noCoupons) : nothing);
  const count = days.filter((other) => other === next).length;
  const text = l10n.text(words.couponsExpire, { count, date: l10n.day(next) });
  return tile(label, figure, Date.parse(next) <= soon ? urgent(text) : quiet(text));
}

/** Renders the amount that lapses next. If it is unknown, nothing is said. */
function lapsing({ lapsing: next }: CreditAccount, l10n: Localization, soon: number): TemplateResult | typeof nothing {
  if (next === undefined) return nothing;
  const words = wordsOf(l10n);
  if (next === null) return quiet(words.nothingLapses);
  const { amount, at } = next;
  const text = l10n.text(isMoney(amount) ? words.lapses : words.lapse, {
    amount: l10n.amount(amount),
    date: l10n.shortDay(at),
  });
  return Date.parse(at) <= soon ? urgent(text) : quiet(text);
}

/** Renders the placeholder of the accounts. */
export const accountsSkeleton = (): TemplateResult =>
  html`<div class="accounts" part="accounts">${metricSkeletons(3)}</div>`;
