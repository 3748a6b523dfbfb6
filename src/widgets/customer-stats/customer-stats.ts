import { css, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { statsQuery } from '../../data/customer-queries.ts';
import type { CustomerStats } from '../../domain/stats.ts';
import type { RatioBasis } from '../../domain/stats-basis.ts';
import type { DayRange } from '../../domain/time.ts';
import { rangeFrom } from '../../element/columns.ts';
import { DashboardElement } from '../../element/dashboard-element.ts';
import { Lazy } from '../../element/lazy.ts';
import { RecordController } from '../../element/query-controller.ts';
import type { FigureAbout } from '../../features/figures/figure-about.ts';
import { furtherFigures, highValueOf, thresholdsIn } from '../../features/figures/further-figures.ts';
import { figuresIn, knowsFigures, metrics, metricsSkeleton } from '../../features/figures/metrics.ts';
import { columnsStyles } from '../../ui/columns.ts';
import { metricStyles } from '../../ui/metric.ts';
import { panel } from '../../ui/panel.ts';
import { Popovers, popoverStyles } from '../../ui/popover.ts';
import { rangePicker } from '../../ui/range-picker.ts';
import { receipt } from '../../ui/icons.ts';
import { stateView } from '../../ui/state-view.ts';
import { widgetStyles } from '../../ui/styles.ts';
import { customerStatsWords } from './words.en.ts';

const usual =
  'order-total order-total-excluding-canceled orders average-order canceled-items returned-items lifetime-total total-paid';

const styles = css`
  .columns {
    padding-block: calc(var(--_unit) * 1) var(--_section-gap);
  }

  .figure {
    font-size: calc(var(--_font-size) * 20 / 14);
  }

  .as-of {
    margin: 0;
    padding: 0 var(--_pad) var(--_section-gap);
  }
`;

/**
 * What a customer has ordered, canceled, returned and paid, over days that the operator selects. Each figure says what it
 * counts, and of which channels.
 *
 * @summary A customer's figures by a range of days
 * @tag customer-stats
 * @csspart basis - What a figure counts.
 * @csspart columns - The figures.
 * @csspart figure - A figure.
 * @csspart label - The name of a figure.
 * @csspart metric - A figure with its name and basis.
 */
export class CustomerStatsPanel extends DashboardElement {
  static readonly tag = 'customer-stats';
  static override styles = [...widgetStyles, metricStyles, columnsStyles, popoverStyles, styles];

  /** The figures to show, in order, by the names that `customer-info` has for them. */
  @property() metrics = usual;
  /** The days that the figures cover at first, `2026-01-01/2026-12-31`; either end can be open. All days by default. */
  @property() range?: string;
  /** What canceled and returned items are a share of: `items` that were ordered, or `orders`, which can exceed 100 %. */
  @property({ attribute: 'ratio-basis' }) ratioBasis: RatioBasis = 'items';
  /** `transactions`: payments and refunds are counted in place of orders. */
  @property({ attribute: 'count-basis' }) countBasis?: 'orders' | 'transactions';
  /** The average order from which a customer is of high value, one amount per currency: `250 GBP, 300 EUR`. */
  @property({ attribute: 'high-value' }) highValue?: string;

  /** The days that the operator has selected. */
  #selected: DayRange | undefined;
  readonly #popovers = new Popovers(this);
  readonly #stats = new RecordController<CustomerStats>(this, (id) => statsQuery(id, this.#range), {
    keepPreviousData: true,
  });
  readonly #explaining = new Lazy(this, () => import('../../features/figures/figure-about.ts'));
  #about: FigureAbout | undefined;

  override refresh(): void {
    this.#stats.refresh();
  }

  protected override customerChanged(): void {
    this.#selected = undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('range')) this.#selected = undefined;
  }

  protected override loadParts(): void {
    const { state, module } = this.#explaining;
    if (state === 'idle' && this.#stats.snapshot.phase === 'ready') this.#explaining.load();
    if (module) this.#about ??= new module.FigureAbout(this);
  }

  protected override render(): TemplateResult {
    const words = this.l10n.words(customerStatsWords);
    const view = stateView(this.#stats.snapshot, {
      ...this.stateOptions,
      what: words.heading,
      skeleton: () => metricsSkeleton(this.#names.length),
      isEmpty: (stats) => !knowsFigures(stats),
      empty: () => ({ path: receipt, title: words.empty, help: words.emptyHelp }),
      ready: (stats) => this.#figures(stats),
      retry: () => this.refresh(),
    });
    return panel({
      heading: words.heading,
      actions: rangePicker(this.#popovers, {
        label: words.orderDate,
        value: this.#range,
        onChange: (range) => this.#select(range),
      }),
      body: view.content,
      busy: view.busy,
      announcement: view.announcement,
    });
  }

  get #names(): readonly string[] {
    return figuresIn(this.metrics, this.countBasis);
  }

  get #range(): DayRange {
    return this.#selected ?? rangeFrom(this.range ?? null) ?? {};
  }

  #select(range: DayRange): void {
    this.#selected = range;
    this.requestUpdate();
  }

  #figures(stats: CustomerStats): TemplateResult {
    const { l10n, ratioBasis } = this;
    const { snapshot } = this.#stats;
    const readAt = snapshot.phase === 'ready' ? snapshot.readAt : undefined;
    return metrics(stats, l10n, {
      names: this.#names,
      further: furtherFigures,
      ratioBasis: ratioBasis === 'orders' ? 'orders' : 'items',
      highFrom: highValueOf(stats, thresholdsIn(this.highValue), l10n),
      about: (name, label) => this.#about?.render(name, label, { stats, readAt }),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'customer-stats': CustomerStatsPanel;
  }
}
