import { html, nothing, type TemplateResult } from 'lit';
import { codeOf, labelOf, type Coded } from '../../domain/coded.ts';
import type { CountMetric, CustomerStats, MoneyMetric } from '../../domain/stats.ts';
import { customerInfo } from '../../i18n/en/customer-info.ts';
import type { Localization } from '../../i18n/localization.ts';
import { metric, type Metric } from '../../ui/metric.ts';
import { line } from '../../ui/state-view.ts';
import { maybe } from '../../ui/text.ts';

/** Whether the platform knows any of the figures. */
export const knowsFigures = (stats: CustomerStats): boolean =>
  [
    stats.lifetimeTotal,
    stats.orders,
    stats.returns,
    stats.averageOrderValue,
    stats.firstOrderAt,
    stats.lastOrderAt,
  ].some((figure) => figure !== undefined);

/** What the customer adds up to: four figures, each with what it is a figure of. */
export function metrics(stats: CustomerStats, l10n: Localization): TemplateResult {
  const each = [lifetimeTotal, orders, averageOrder, firstOrder];
  return html`<dl class="columns" part="columns">${each.map((figure) => metric(figure(stats, l10n)))}</dl>
    ${asOf(stats, l10n)}`;
}

/** The same before it is known, to the pixel. */
export const metricsSkeleton = (): TemplateResult =>
  html`<div class="columns">
    ${([32, 10, 24, 32] as const).map(
      (width) =>
        html`<div class="metric">
          <div class="label">${line(18)}</div>
          <div class="figure">${line(width)}</div>
          <div class="basis">${line(32)}</div>
        </div>`,
    )}
  </div>`;

const wordsOf = (l10n: Localization) => l10n.section('customerInfo', customerInfo);

function lifetimeTotal({ lifetimeTotal: total, range }: CustomerStats, l10n: Localization): Metric {
  const words = wordsOf(l10n);
  const { from, to } = range ?? {};
  const days = {
    basis: total ? basisOf(total, l10n) : '',
    from: from ? l10n.day(from) : '',
    to: to ? l10n.day(to) : '',
  };
  const message = from && to ? words.inRange : from ? words.fromDay : to ? words.toDay : '{basis}';
  return {
    label: words.lifetimeTotal,
    figures: amounts(total, l10n),
    basis: total ? l10n.text(message, days) : words.notReported,
  };
}

function orders({ orders: count, returns, canceled, lastOrderAt }: CustomerStats, l10n: Localization): Metric {
  const words = wordsOf(l10n);
  const all = [
    lastOrderAt === null && words.noOrder,
    returns && (returns.value || lastOrderAt !== null) && returned(returns, l10n),
    canceled?.value && l10n.text(words.canceled, { count: canceled.value }),
    // What is counted goes without saying where it is orders; not where the platform counts in its own way.
    count && (codeOf(count.basis) !== 'sales' || labelOf(count.basis) || count.scope) && basisOf(count, l10n),
  ].filter((part): part is string => Boolean(part));
  return {
    label: words.orders,
    figures: [maybe(count, l10n, ({ value }) => l10n.number(value))],
    basis: all.length
      ? all.reduce((first, second) => l10n.text(words.also, { first, second }))
      : count
        ? words.sales
        : words.notReported,
  };
}

const returned = ({ value: count }: CountMetric, l10n: Localization): string =>
  count ? l10n.text(wordsOf(l10n).returns, { count }) : wordsOf(l10n).noReturns;

function averageOrder({ averageOrderValue: average, orders: count }: CustomerStats, l10n: Localization): Metric {
  const words = wordsOf(l10n);
  return {
    label: words.averageOrder,
    figures: amounts(average, l10n),
    basis: average ? averageBasis(average, count, l10n) : average === null ? words.noSale : words.notReported,
  };
}

function averageBasis(average: MoneyMetric, count: CountMetric | undefined, l10n: Localization): string {
  const words = wordsOf(l10n);
  const { basis, scope } = average;
  if (codeOf(basis) !== 'sales-per-order' || labelOf(basis)) return basisOf(average, l10n);
  // Each currency has orders of its own: the number of all would be the wrong divisor.
  if (average.amounts.length > 1) return scoped(words.salesPerOrderByCurrency, scope, l10n);
  return scoped(count ? l10n.text(words.salesPerOrder, { count: count.value }) : words.salesPerOrders, scope, l10n);
}

function firstOrder({ firstOrderAt: first, lastOrderAt: last }: CustomerStats, l10n: Localization): Metric {
  const words = wordsOf(l10n);
  const since =
    first && (last ? l10n.text(words.lastOrder, { time: l10n.moment(last, { within: true }).brief }) : l10n.ago(first));
  const day = (instant: string) =>
    html`<time datetime=${instant} title=${l10n.moment(instant).full}>${l10n.day(instant)}</time>`;
  return {
    label: words.firstOrder,
    figures: [maybe(first, l10n, day)],
    basis: since || (first === null ? words.noOrder : words.notReported),
  };
}

/** One figure a currency, in the order given; they are never added up. */
function amounts(total: MoneyMetric | null | undefined, l10n: Localization): Metric['figures'] {
  if (!total) return [maybe(total, l10n, () => '')];
  return total.amounts.length ? total.amounts.map((amount) => l10n.amount(amount)) : [maybe(null, l10n, () => '')];
}

/** What is counted, in the library's words where it knows the code, and over which channels. */
function basisOf({ basis, scope }: MoneyMetric | CountMetric, l10n: Localization): string {
  const words = wordsOf(l10n);
  const known: Readonly<Record<string, string>> = {
    'net-of-returns': words.netOfReturns,
    'paid-net-of-refunds': words.paidNetOfRefunds,
    gross: words.gross,
    sales: words.sales,
    'sales-per-order': words.salesPerOrders,
  };
  return scoped(worded(basis, known), scope, l10n);
}

function scoped(basis: string, scope: Coded | undefined, l10n: Localization): string {
  const words = wordsOf(l10n);
  if (!scope) return basis;
  return l10n.text(words.withScope, { basis, scope: worded(scope, { 'all-channels': words.allChannels }) });
}

/** The platform's wording, or ours, or the code as it is. */
export const worded = (coded: Coded, known: Readonly<Record<string, string>>): string => {
  const code = codeOf(coded);
  return labelOf(coded) ?? (Object.hasOwn(known, code) ? known[code]! : code);
};

const anHour = 3_600_000;

/** Figures that are made overnight say so. */
function asOf({ asOf: instant }: CustomerStats, l10n: Localization): TemplateResult | typeof nothing {
  if (!instant || l10n.now.getTime() - Date.parse(instant) < anHour) return nothing;
  const { full } = l10n.moment(instant);
  const { brief } = l10n.moment(instant, { within: true });
  return html`<p class="as-of quiet small">
    <time datetime=${instant} title=${full}>${l10n.text(wordsOf(l10n).asOf, { time: brief })}</time>
  </p>`;
}
