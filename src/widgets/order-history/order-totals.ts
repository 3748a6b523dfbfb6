import { css, html, type TemplateResult } from 'lit';
import { statsQuery } from '../../data/customer-queries.ts';
import type { CountMetric, CustomerStats, MoneyMetric } from '../../domain/stats.ts';
import { ordersIn, ratioDivisor, returnsIn, type RatioBasis } from '../../domain/stats-basis.ts';
import type { Money } from '../../domain/money.ts';
import type { DayRange } from '../../domain/time.ts';
import { RecordController } from '../../element/query-controller.ts';
import type { WidgetHost } from '../../element/widget-host.ts';
import { orderToolWords } from './tool-words.en.ts';
import type { Localization } from '../../i18n/localization.ts';
import { adopt } from '../../ui/styles.ts';
import { explain } from '../../ui/explain.ts';
import type { Explanation } from '../../ui/explanation.ts';
import { metric, metricSkeletons, metricStyles, type Metric } from '../../ui/metric.ts';
import { Popovers, popoverStyles } from '../../ui/popover.ts';
import { stateView } from '../../ui/state-view.ts';
import { unknown } from '../../ui/text.ts';

export type { RatioBasis };

const wordsOf = (l10n: Localization) => l10n.words(orderToolWords);

export interface TotalsOptions {
  readonly isShown: () => boolean;
  /** Returns the range of the totals: the days of the list in the panel. */
  readonly range: () => DayRange | undefined;
}

/** The totals of the orders in a range, each figure with its basis and explanation. */
export class OrderTotals {
  readonly #host: WidgetHost;
  readonly #options: TotalsOptions;
  readonly #popovers: Popovers;
  readonly #stats: RecordController<CustomerStats>;

  constructor(host: WidgetHost, options: TotalsOptions) {
    for (const styles of [metricStyles, popoverStyles, totalsStyles]) adopt(host, styles);
    this.#host = host;
    this.#options = options;
    this.#popovers = new Popovers(host);
    this.#stats = new RecordController<CustomerStats>(
      host,
      (customerId) => (options.isShown() ? statsQuery(customerId, options.range()) : undefined),
      { keepPreviousData: true },
    );
  }

  refresh(): void {
    this.#stats.refresh();
  }

  render(basis: RatioBasis): TemplateResult {
    const state = this.#host.stateOptions;
    const range = this.#options.range() ?? {};
    const { l10n } = state;
    const { snapshot } = this.#stats;
    const readAt = snapshot.phase === 'ready' ? snapshot.readAt : undefined;
    return stateView(snapshot, {
      ...state,
      isPart: true,
      what: wordsOf(l10n).totals,
      retry: () => this.refresh(),
      skeleton: () => skeleton(range, l10n),
      ready: (found) => this.#figures(found, basis, readAt, l10n),
    }).content;
  }

  #figures(stats: CustomerStats, basis: RatioBasis, readAt: number | undefined, l10n: Localization): TemplateResult {
    const { range = {} } = stats;
    const asOf = stats.asOf ?? (readAt === undefined ? undefined : new Date(readAt).toISOString());
    return html`<p class="label">${rangeWords(range, l10n)}</p>
      <dl class="figures" part="metrics">
        ${figuresOf(stats, basis, l10n).map(({ name, figure, counts, total, orders }) => {
          const explanation = (): Explanation => ({
            what: figure.label,
            counts,
            returns: total && returnsIn(total),
            range,
            orders,
            scope: total?.scope,
            asOf,
          });
          return metric({ ...figure, about: total && explain(this.#popovers, name, figure.label, explanation) });
        })}
      </dl>`;
  }
}

interface TotalFigure {
  readonly name: string;
  readonly figure: Metric;
  readonly counts: string;
  /** The metric behind the figure, if the platform has it. */
  readonly total: MoneyMetric | CountMetric | undefined;
  /** The number of orders that the figure covers. */
  readonly orders?: number | undefined;
}

function figuresOf(stats: CustomerStats, basis: RatioBasis, l10n: Localization): readonly TotalFigure[] {
  const words = wordsOf(l10n);
  const { orderTotal, orderTotalExcludingCanceled: standing, orders, canceledItems, returnedItems } = stats;
  return [
    {
      name: 'total',
      figure: money(words.orderTotal, orderTotal, words.orderTotalBasis, l10n),
      counts: words.orderTotalCounts,
      total: orderTotal,
      orders: orderTotal && ordersIn(orderTotal, stats, { canceled: true }),
    },
    {
      name: 'standing',
      figure: money(words.withoutCanceled, standing, words.withoutCanceledBasis, l10n),
      counts: words.withoutCanceledCounts,
      total: standing,
      orders: standing && ordersIn(standing, stats, { canceled: false }),
    },
    { name: 'count', figure: orderCount(stats, l10n), counts: words.orderCountCounts, total: orders },
    {
      name: 'canceled',
      figure: items(words.canceledItems, canceledItems, stats, basis, l10n),
      counts: words.canceledItemsCounts,
      total: canceledItems,
      orders: canceledItems && ordersIn(canceledItems, stats, { canceled: true }),
    },
    {
      name: 'returned',
      figure: items(words.returnedItems, returnedItems, stats, basis, l10n),
      counts: words.returnedItemsCounts,
      total: returnedItems,
    },
  ];
}

/** Renders the placeholder of the totals, with the same dimensions. */
const skeleton = (range: DayRange, l10n: Localization): TemplateResult =>
  html`<p class="label">${rangeWords(range, l10n)}</p>
    <div class="figures">${metricSkeletons(5)}</div>`;

/** Returns the range of the orders in words, by the day on which they were placed. */
function rangeWords({ from, to }: DayRange, l10n: Localization): string {
  const words = wordsOf(l10n);
  const days = { from: from ? l10n.day(from) : '', to: to ? l10n.day(to) : '' };
  if (from && to) return l10n.text(words.totalsBetween, days);
  if (from) return l10n.text(words.totalsFrom, days);
  return to ? l10n.text(words.totalsTo, days) : words.totalsAlways;
}

/** Returns a figure that the platform does not have. */
const absent = (label: string, l10n: Localization): Metric => ({
  label,
  figures: [unknown(l10n)],
  basis: wordsOf(l10n).notReported,
});

function money(label: string, total: MoneyMetric | undefined, basis: string, l10n: Localization): Metric {
  if (!total) return absent(label, l10n);
  const amounts: readonly Money[] = total.amounts;
  const figures = amounts.length ? amounts.map((amount) => l10n.amount(amount)) : [l10n.common.none];
  return { label, figures, basis };
}

function orderCount({ orders, canceled }: CustomerStats, l10n: Localization): Metric {
  const words = wordsOf(l10n);
  if (!orders) return absent(words.orderCount, l10n);
  return {
    label: words.orderCount,
    figures: [l10n.number(orders.value)],
    basis: canceled ? l10n.text(words.orderCountAndCanceled, { count: canceled.value }) : words.orderCountBasis,
  };
}

/** Returns a number of items with its rate. */
function items(
  label: string,
  count: CountMetric | undefined,
  stats: CustomerStats,
  ratio: RatioBasis,
  l10n: Localization,
): Metric {
  const words = wordsOf(l10n);
  if (!count) return absent(label, l10n);
  const whole = ratioDivisor(stats, ratio);
  const basis = whole
    ? l10n.text(ratio === 'orders' ? words.ofOrders : words.ofItems, {
        share: l10n.percent(count.value / whole),
        count: whole,
      })
    : words.noShare;
  return { label, figures: [l10n.number(count.value)], basis };
}

const totalsStyles = css`
  .totals {
    padding: calc(var(--_unit) * 1) var(--_pad) var(--_section-gap);
  }

  .totals > .label {
    margin: 0 0 calc(var(--_unit) * 2);
    color: var(--_text-quiet);
  }

  .totals .figures {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, calc(var(--_unit) * 36)), 1fr));
    gap: calc(var(--_unit) * 4);
    margin: 0;
  }

  .totals .figure {
    font-size: calc(var(--_font-size) * 20 / 14);
  }
`;
