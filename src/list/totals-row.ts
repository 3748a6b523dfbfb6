import { css, html, nothing, type TemplateResult } from 'lit';
import { codeOf, labelOf } from '../domain/field.ts';
import type { CountMetric, MoneyMetric } from '../domain/stats.ts';
import type { Localization } from '../i18n/localization.ts';
import type { Plural } from '../i18n/message.ts';
import { datum, openly } from '../ui/text.ts';

/** The figures of all rows that a totals row shows, each if the platform has it. */
export interface TotalsRow {
  readonly count: CountMetric | undefined;
  readonly sum: MoneyMetric | undefined;
  /** `{count} transactions` */
  readonly counted: Plural & { readonly other: `${string}{count}${string}` };
  /** The texts of the bases, by code. */
  readonly bases: Readonly<Record<string, string>>;
}

/** Renders the last row of a table: how many rows count and what they add up to, each figure with its basis. */
export function totalsRow(
  { count, sum, counted, bases }: TotalsRow,
  columns: readonly unknown[],
  l10n: Localization,
): TemplateResult {
  const basis = (metric: CountMetric | MoneyMetric) =>
    html` <span class="small" part="basis">${openly(basisText(metric, bases), l10n)}</span>`;
  return html`<tr role="row" part="totals">
    <th scope="row" role="rowheader" part="cell" colspan=${columns.length - 1}>
      ${count && html`${datum(l10n.text(counted, { count: count.value }))}${basis(count)}`}
    </th>
    <td role="cell" part="cell" class="amount">${sum ? html`${sums(sum, l10n)}${basis(sum)}` : nothing}</td>
  </tr>`;
}

const sums = ({ amounts }: MoneyMetric, l10n: Localization) =>
  amounts.length
    ? amounts.map((amount) => html`<span class="sum">${datum(l10n.amount(amount))}</span>`)
    : l10n.common.none;

/** Returns the basis of a figure in words, with its scope. */
function basisText({ basis, scope }: CountMetric | MoneyMetric, bases: TotalsRow['bases']): string {
  const code = codeOf(basis);
  const text = labelOf(basis) ?? (Object.hasOwn(bases, code) ? bases[code]! : code);
  return scope === undefined ? text : `${text}, ${labelOf(scope) ?? codeOf(scope)}`;
}

/** The totals row, also below rows of two lines. */
export const totalsRowStyles = css`
  .table tfoot .sum {
    display: block;
  }

  @container widget (inline-size < calc(720em / 14)) {
    .table tfoot {
      display: block;
    }

    .table tfoot > tr {
      display: flex;
    }

    .table tfoot > tr > :first-child {
      flex: 1;
    }
  }
`;
