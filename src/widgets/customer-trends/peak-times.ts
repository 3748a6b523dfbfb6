import { html, nothing, svg } from 'lit';
import type { PeakTimes } from '../../domain/insights.ts';
import type { Localization } from '../../i18n/localization.ts';
import type { Chart } from './chart.ts';
import { customerTrendsWords } from './words.en.ts';

const hours = 24;
/** Monday, 5 January 2026, in UTC: weekdays and hours are only named, and have no time zone. */
const monday = Date.UTC(2026, 0, 5);
const hour = 3_600_000;

/** The chart of the times of orders: a field for each weekday and hour, darker with more orders. */
export function peakTimesChart({ orders, timeZone }: PeakTimes, l10n: Localization): Chart {
  const words = l10n.words(customerTrendsWords);
  const counts = orders.flat();
  const most = Math.max(...counts);
  const peak = counts.indexOf(most);
  const format = (key: string, options: Intl.DateTimeFormatOptions) => (index: number) =>
    l10n
      .formatter(`trend ${key}`, () => new Intl.DateTimeFormat(l10n.locale, { ...options, timeZone: 'UTC' }))
      .format(monday + index * hour);
  const time = format('hour', { hour: '2-digit', minute: '2-digit' });
  const axisTime = format('axis hour', { hour: 'numeric' });
  const longDay = format('weekday', { weekday: 'long' });
  const shortDay = format('short weekday', { weekday: 'short' });
  const days = orders.map((_, day) => day * hours);
  return {
    label: l10n.text(words.peakTimesLabel, { zone: timeZone }),
    points: counts.map((count, index) =>
      l10n.text(words.timeValue, { day: longDay(index), from: time(index), to: time(index + 1), count }),
    ),
    columns: hours,
    start: peak,
    summary: l10n.text(words.timeSummary, { day: longDay(peak), from: time(peak), to: time(peak + 1) }),
    plot: (chosen) =>
      html`<div class="times" aria-hidden="true">
        <div class="days">${days.map((index) => html`<span translate="no">${shortDay(index)}</span>`)}</div>
        <svg viewBox="0 0 ${hours} ${orders.length}" preserveAspectRatio="none">
          ${counts.map((count, index) => {
            const [x, y] = [index % hours, Math.floor(index / hours)];
            const strength = count === 0 ? 0 : 0.15 + 0.85 * (count / most);
            return svg`<g data-point=${index}>
            <rect class="track" x=${x} y=${y} width="1" height="1" />
            <rect class="heat" x=${x} y=${y} width="1" height="1" fill-opacity=${strength.toFixed(3)} />
          </g>`;
          })}
          ${
            chosen === undefined
              ? nothing
              : svg`<rect class="chosen" x=${chosen % hours} y=${Math.floor(chosen / hours)} width="1" height="1" />`
          }
        </svg>
        <div class="hours">${[0, 6, 12, 18].map((index) => html`<span translate="no">${axisTime(index)}</span>`)}</div>
      </div>`,
    numbers: {
      headings: [words.hour, ...days.map(shortDay)],
      rows: Array.from({ length: hours }, (_, index) => [
        time(index),
        ...orders.map((day) => l10n.number(day[index] ?? 0)),
      ]),
    },
  };
}
