import { html, nothing, type TemplateResult } from 'lit';
import { shownDifference } from '../../domain/amounts.ts';
import type { CrossSellRow, CrossSellTotals, FigureTotal, MoneyFigure } from '../../domain/cross-sell.ts';
import type { Money } from '../../domain/money.ts';
import { crossSellTableWords } from './words.en.ts';
import type { Localization } from '../../i18n/localization.ts';
import { metric, metricSkeletons } from '../../ui/metric.ts';
import { datum, unknown } from '../../ui/text.ts';

/** Returns the rounding differences between the displayed parts and sums: `£0.01 rounding`. Empty if they agree. */
const roundingTexts = (parts: readonly Money[], sums: readonly Money[], l10n: Localization): readonly string[] =>
  sums.flatMap((sum) => {
    const difference = shownDifference(parts, sum);
    if (!difference?.isRounding) return [];
    return [l10n.text(wordsOf(l10n).rounding, { amount: l10n.amount(difference.amount, { signed: true }) })];
  });

const wordsOf = (l10n: Localization) => l10n.words(crossSellTableWords);

export const summaryFigures = ['revenue', 'charges', 'lifetimeTotal', 'profit'] as const;
export type SummaryFigure = (typeof summaryFigures)[number];

export interface SummaryOptions {
  /** The figures to show, in their order. */
  readonly figures: readonly string[];
  readonly isWhole: boolean;
  /** Renders the explanation of a figure, after its module has loaded. */
  readonly about: (figure: SummaryFigure, label: string) => TemplateResult | undefined;
}

/**
 * Renders the value of the customer: the revenue in the rows, the revenue outside them, both together, and the profit.
 * `isWhole` is true without a range or search.
 */
export function crossSellSummary(
  totals: CrossSellTotals,
  l10n: Localization,
  { figures: shown, isWhole, about }: SummaryOptions,
): TemplateResult | typeof nothing {
  const words = wordsOf(l10n);
  const { revenue, charges, lifetimeTotal, profit, rows } = totals;
  const money = (name: SummaryFigure, label: string, amounts: readonly Money[] | undefined, basis: string) => {
    if (!amounts || !shown.includes(name)) return nothing;
    const figures = amounts.length ? amounts.map((amount) => l10n.amount(amount)) : [l10n.common.none];
    return metric({ label, figures, basis, about: about(name, label) });
  };
  if (!shown.length) return nothing;
  const known = profit?.known ?? 0;
  const profitBasis =
    known < rows ? l10n.text(words.profitBasisSome, { known, total: rows, missing: rows - known }) : words.profitBasis;
  return html`<dl class="columns summary" part="summary">
    ${money('revenue', isWhole ? words.lifetimeValue : words.productRevenue, revenue.amounts, words.lifetimeValueBasis)}
    ${money('charges', words.charges, charges, words.chargesBasis)}
    ${money(
      'lifetimeTotal',
      isWhole ? words.lifetimeTotal : words.total,
      lifetimeTotal,
      [
        words.lifetimeTotalBasis,
        ...roundingTexts([...revenue.amounts, ...(charges ?? [])], charges ? (lifetimeTotal ?? []) : [], l10n),
      ].join(', '),
    )}
    ${known ? money('profit', words.profit, profit?.amounts, profitBasis) : nothing}
  </dl>`;
}

/** Renders the placeholder of the summary. */
export const crossSellSummarySkeleton = (figures: number): TemplateResult | typeof nothing =>
  figures ? html`<div class="columns summary">${metricSkeletons(figures)}</div>` : nothing;

export interface TotalsRowOptions {
  /** The rows on screen. If they are all rows, their rounding differences can be computed. */
  readonly rows: readonly CrossSellRow[];
  /** True if the totals cover the result of a search. */
  readonly isFound: boolean;
  /** True if nothing above the table says what the revenue counts. */
  readonly saysBasis: boolean;
}

/** Renders the last row: the totals of all products or of all found products, not only of the visible rows. */
export function crossSellTotalsRow(
  totals: CrossSellTotals,
  columns: readonly { readonly name: string }[],
  l10n: Localization,
  { rows: shown, isFound, saysBasis }: TotalsRowOptions,
): TemplateResult {
  const words = wordsOf(l10n);
  const { rows, distinctOrders } = totals;
  const small = (text: string, name = '') => html`<span class="small ${name}"><bdi>${text}</bdi></span>`;
  const count = (value: number | undefined) => (value === undefined ? unknown(l10n) : datum(l10n.number(value)));
  const roundings = (figure: MoneyFigure, total: FigureTotal) =>
    shown.length === rows
      ? roundingTexts(
          shown.flatMap((row) => row[figure] ?? []),
          total.amounts,
          l10n,
        )
      : [];
  const money = (figure: MoneyFigure) => {
    const total = totals[figure];
    if (!total?.known) return unknown(l10n);
    const sums = total.amounts.map(
      (amount) => html`<span class="sum"><bdi translate="no">${l10n.amount(amount)}</bdi></span>`,
    );
    return html`${sums.length ? sums : l10n.common.none}${
      total.known < rows ? small(l10n.text(words.known, { known: total.known, total: rows })) : nothing
    }${roundings(figure, total).map((text) => small(text, 'rounding'))}`;
  };
  const sum = (name: string) => {
    switch (name) {
      case 'orders':
        return html`${count(totals.orders)}${
          distinctOrders === undefined
            ? nothing
            : small(l10n.text(words.inOrders, { count: distinctOrders }), 'distinct')
        }`;
      case 'units':
      case 'unitsReturned':
        return count(totals[name]);
      case 'sku':
      case 'share':
        return nothing;
      default:
        return money(name as MoneyFigure);
    }
  };
  const [, ...figures] = columns;
  return html`<tr role="row" part="totals">
    <th scope="row" role="rowheader" part="cell" class="pin">
      ${datum(l10n.text(isFound ? words.found : words.all, { count: rows }))}${
        saysBasis ? small(words.lifetimeValueBasis) : nothing
      }
    </th>
    ${figures.map(
      ({ name }, index) =>
        html`<td role="cell" part="cell" class="amount ${columns[index]?.name === 'share' ? 'after-share' : ''}">
          ${sum(name)}
        </td>`,
    )}
  </tr>`;
}
