import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { GenericSchema } from 'valibot';
import { property, state } from 'lit/decorators.js';
import { rangeParams } from '../../data/customer-queries.ts';
import type { RecordQuery } from '../../data/query.ts';
import { NewVersusReturning, PaymentMethods, PeakTimes } from '../../domain/insights.ts';
import type { DayRange } from '../../domain/time.ts';
import { rangeFrom } from '../../element/columns.ts';
import { DashboardElement } from '../../element/dashboard-element.ts';
import { Lazy } from '../../element/lazy.ts';
import { RecordController } from '../../element/query-controller.ts';
import { calendar } from '../../ui/tool-icons.ts';
import { footer, footerSkeleton, panel } from '../../ui/panel.ts';
import { Popovers, popoverStyles } from '../../ui/popover.ts';
import { rangePicker, rangeText } from '../../ui/range-picker.ts';
import { segmented, segmentedStyles } from '../../ui/segmented.ts';
import { openFailed, stateView } from '../../ui/state-view.ts';
import { widgetStyles } from '../../ui/styles.ts';
import type { Charts } from './charts.ts';
import { customerTrendsWords } from './words.en.ts';

type Trend = NewVersusReturning | PaymentMethods | PeakTimes;

/** The charts by name: the method of the port, and the schema of its answer. */
const trends = {
  'new-returning': ['newVersusReturning', NewVersusReturning],
  'payment-methods': ['paymentMethods', PaymentMethods],
  'peak-times': ['peakTimes', PeakTimes],
} as const satisfies Readonly<Record<string, readonly [string, GenericSchema<unknown, Trend>]>>;
export type TrendName = keyof typeof trends;
const trendNames = Object.keys(trends) as readonly TrendName[];

const styles = css`
  .choice {
    padding: 0 var(--_pad) calc(var(--_unit) * 3);
  }

  .choice > .segmented {
    flex-wrap: wrap;
  }

  .choice label,
  .actions > .button {
    white-space: normal;
    text-align: start;
  }

  .skeleton.figure {
    display: block;
    block-size: calc(var(--_unit) * 78.25);
    margin: 0 var(--_pad) var(--_section-gap);
  }
`;

/**
 * How the customers of the platform buy: new against returning customers by month, popular payment methods, and peak
 * purchasing times by weekday and hour. The widget needs no customer. Arrow keys move through the points of a chart, and
 * the numbers behind it are a table.
 *
 * @summary New and returning customers, payment methods and peak times
 * @tag customer-trends
 * @csspart chart - The drawing of a chart.
 * @csspart numbers - Opens the table of numbers.
 * @csspart readout - What the chosen point says, or the whole chart.
 * @csspart segment - One of the charts.
 * @csspart segmented - The choice of the chart.
 * @csspart table - The numbers behind a chart.
 */
export class CustomerTrends extends DashboardElement {
  static readonly tag = 'customer-trends';
  static override styles = [...widgetStyles, popoverStyles, segmentedStyles, styles];

  /** The charts to choose from, in order, of `new-returning payment-methods peak-times`. The first one is shown. */
  @property() charts = trendNames.join(' ');
  /** The days to count at first, `2026-01-01/2026-12-31`; either end can be open. Default: the last twelve months. */
  @property() range?: string;
  /** The chart that the operator has chosen. */
  @state() private chosen: TrendName | undefined;

  #selected: DayRange | undefined;
  readonly #popovers = new Popovers(this);
  readonly #charts = new Lazy<Charts>(this, async () => new (await import('./charts.ts')).Charts(this));
  readonly #trend = new RecordController<Trend>(this, { platform: () => this.#query() }, { keepPreviousData: true });

  /** @ignore */
  override get scope() {
    return 'platform' as const;
  }

  override refresh(): void {
    this.#trend.refresh();
    this.permissions.refresh();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('range')) this.#selected = undefined;
    if (this.#charts.state === 'idle') this.#charts.load();
  }

  /** The charts that the host page names and the platform has. */
  get #names(): readonly TrendName[] {
    const wanted = this.charts.split(/[\s,]+/);
    const named = trendNames
      .filter((name) => wanted.includes(name))
      .sort((a, b) => wanted.indexOf(a) - wanted.indexOf(b));
    const insights = this.client?.adapter.insights;
    const had = named.filter((name) => !insights || insights[trends[name][0]]);
    return had.length ? had : named.length ? named : trendNames;
  }

  get #name(): TrendName {
    const names = this.#names;
    return this.chosen && names.includes(this.chosen) ? this.chosen : names[0]!;
  }

  get #range(): DayRange {
    return this.#selected ?? rangeFrom(this.range ?? null) ?? lastYear(this.l10n.today);
  }

  #query(): RecordQuery<Trend> {
    const range = this.#range;
    const [method, schema] = trends[this.#name];
    return {
      name: `insights.${method}`,
      customerId: undefined,
      params: rangeParams(range),
      schema: schema as GenericSchema<unknown, Trend>,
      load: (adapter, options) => adapter.insights?.[method]?.(range, options),
    };
  }

  protected override render(): TemplateResult {
    const words = this.l10n.words(customerTrendsWords);
    const { snapshot } = this.#trend;
    const names = this.#names;
    const { module: charts } = this.#charts;
    const failed = openFailed(this.#charts, this.l10n);
    const view = stateView(snapshot, {
      ...this.stateOptions,
      what: words.heading,
      skeleton: () => skeleton,
      isEmpty,
      empty: () => ({ path: calendar, title: words.empty, help: words.emptyHelp }),
      // What draws the chart takes the same room until it has loaded.
      ready: (trend) => charts?.render(trend) ?? (failed === nothing ? skeleton : html``),
      retry: () => this.refresh(),
    });
    const choice = segmented<TrendName>({
      name: 'chart',
      label: words.chart,
      segments: names.map((value) => ({ value, label: words[value] })),
      value: this.#name,
      onChange: (name) => this.#choose(() => (this.chosen = name)),
    });
    return panel({
      heading: words.heading,
      actions: rangePicker(this.#popovers, {
        label: words.days,
        value: this.#range,
        onChange: (range) => this.#choose(() => (this.#selected = range)),
      }),
      body: html`${names.length > 1 ? html`<div class="choice">${choice}</div>` : nothing}${failed}${view.content}`,
      footer: snapshot.phase === 'ready' ? footer(this.#extent(snapshot.data)) : footerSkeleton(snapshot),
      busy: view.busy || (snapshot.phase === 'ready' && charts === undefined && failed === nothing),
      announcement: view.announcement,
    });
  }

  /** The days that were counted, which may be fewer than were asked for, and their time zone. */
  #extent({ range, timeZone }: Trend): string {
    const words = this.l10n.words(customerTrendsWords);
    return this.l10n.text(words.extent, { days: rangeText(range, this.l10n), zone: timeZone });
  }

  #choose(change: () => void): void {
    change();
    this.#charts.module?.reset();
    this.requestUpdate();
  }
}

const skeleton = html`<span class="skeleton figure"></span>`;

const isEmpty = (trend: Trend): boolean => {
  if ('months' in trend)
    return trend.months.every(({ newCustomers, returningCustomers }) => newCustomers + returningCustomers === 0);
  if ('methods' in trend) return trend.methods.every(({ payments }) => payments === 0);
  return trend.orders.flat().every((count) => count === 0);
};

/** Returns the days of this month and the eleven before it: to its end, so that midnight changes nothing. */
function lastYear(today: string): DayRange {
  const [year = 0, month = 0] = today.split('-').map(Number);
  const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
  return { from: day(Date.UTC(year, month - 12, 1)), to: day(Date.UTC(year, month, 0)) };
}

declare global {
  interface HTMLElementTagNameMap {
    'customer-trends': CustomerTrends;
  }
}
