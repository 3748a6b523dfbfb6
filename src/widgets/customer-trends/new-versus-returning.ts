import { html, svg, type TemplateResult } from 'lit';
import type { CustomerMonth, NewVersusReturning } from '../../domain/insights.ts';
import type { Localization } from '../../i18n/localization.ts';
import type { Chart } from './chart.ts';
import { customerTrendsWords } from './words.en.ts';

const series = ['newCustomers', 'returningCustomers'] as const;

/** The chart of new and returning customers: two bars for each month. */
export function newVersusReturningChart({ months: known, range }: NewVersusReturning, l10n: Localization): Chart {
  const words = l10n.words(customerTrendsWords);
  const months = filled(known, range);
  const number = (value: number): string => l10n.number(value);
  const top = niceMax(Math.max(...months.flatMap((month) => series.map((name) => month[name]))));
  const fresh = months.reduce((sum, { newCustomers }) => sum + newCustomers, 0);
  const saying = ({ month, newCustomers, returningCustomers }: CustomerMonth): string =>
    l10n.text(words.monthValue, {
      month: monthName(month, l10n, 'long'),
      new: number(newCustomers),
      returning: number(returningCustomers),
    });
  return {
    label: words.newVersusReturningLabel,
    points: months.map(saying),
    columns: months.length,
    start: months.length - 1,
    summary: l10n.text(words.monthSummary, { count: fresh }),
    legend: html`<p class="legend">
      ${series.map((name) => html`<span class=${name}><i class="swatch"></i>${words[name]}</span>`)}
    </p>`,
    plot: (chosen) =>
      html`<div class="bars">
        <div class="scale" aria-hidden="true">
          ${[top, top / 2, 0].map((value) => html`<span translate="no">${number(value)}</span>`)}
        </div>
        <svg viewBox="0 0 ${months.length} 100" preserveAspectRatio="none" aria-hidden="true">
          ${[0.5, 50, 99.5].map((y) => svg`<line class="grid" x1="0" x2=${months.length} y1=${y} y2=${y} />`)}
          ${months.map((month, index) => bars(month, index, top, index === chosen))}
        </svg>
        <div class="months" aria-hidden="true">
          ${months.map(
            (_, index) =>
              html`<span translate="no"
                ><span>${index % step(months.length) === 0 ? axisLabel(months, index, l10n) : ''}</span></span
              >`,
          )}
        </div>
      </div>`,
    numbers: {
      headings: [words.month, words.newCustomers, words.returningCustomers],
      rows: months.map((one) => [monthName(one.month, l10n, 'long'), ...series.map((name) => number(one[name]))]),
    },
  };
}

const bars = (month: CustomerMonth, index: number, top: number, isChosen: boolean): TemplateResult =>
  svg`<g data-point=${index} class=${isChosen ? 'chosen' : ''}>
    <rect class="hit" x=${index} y="0" width="1" height="100" />
    ${series.map((name, place) => {
      const height = (month[name] / top) * 100;
      return svg`<rect class=${name} x=${index + 0.14 + place * 0.37} y=${100 - height} width="0.35" height=${height} />`;
    })}
  </g>` as TemplateResult;

/** Returns all months of a range; those without an order have zeros. */
function filled(known: readonly CustomerMonth[], { from, to }: NewVersusReturning['range']): CustomerMonth[] {
  const found = new Map(known.map((month) => [month.month, month]));
  const first = from?.slice(0, 7) ?? known[0]?.month ?? '';
  const last = to?.slice(0, 7) ?? known.at(-1)?.month ?? '';
  const months: CustomerMonth[] = [];
  for (let month = first; month <= last && months.length < maxMonths; month = following(month))
    months.push(found.get(month) ?? { month, newCustomers: 0, returningCustomers: 0 });
  return months;
}

/** Ten years: more bars are narrower than a pixel. */
const maxMonths = 120;

function following(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number)).toISOString().slice(0, 7);
}

/** Returns the distance of the months that the axis names: at most seven fit a narrow panel. */
const step = (count: number): number => Math.ceil(count / 7);

/** Returns the upper end of an axis, whose half is a whole number too. */
function niceMax(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1)));
  const factor = [1, 2, 4, 6, 8, 10].find((one) => one * power >= value) ?? 10;
  return Math.max(2, factor * power);
}

/** Names a month. Months are calendar dates, so they have no time zone. */
function monthName(month: string, l10n: Localization, length: 'long' | 'short'): string {
  const format = l10n.formatter(
    `trend month ${length}`,
    () =>
      new Intl.DateTimeFormat(l10n.locale, {
        month: length,
        ...(length === 'long' && { year: 'numeric' }),
        timeZone: 'UTC',
        calendar: 'gregory',
      }),
  );
  return format.format(Date.parse(`${month}-15`));
}

/** Names a month on the axis, with the year below if it is another one than that of the name before. */
function axisLabel(months: readonly CustomerMonth[], index: number, l10n: Localization): TemplateResult {
  const [year, before] = [index, index - step(months.length)].map((at) => months[at]?.month.slice(0, 4));
  return html`${monthName(months[index]!.month, l10n, 'short')}${year === before ? '' : html`<br />${year}`}`;
}
