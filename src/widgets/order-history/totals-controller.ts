import { html, nothing, type TemplateResult } from 'lit';
import { statsQuery } from '../../data/customer-queries.ts';
import type { CustomerStats } from '../../domain/stats.ts';
import type { DayRange } from '../../domain/time.ts';
import { Lazy } from '../../element/lazy.ts';
import { RecordController } from '../../element/query-controller.ts';
import type { WidgetHost } from '../../element/widget-host.ts';
import { retryButton } from '../../ui/state-view.ts';
import type { OrderTotals, RatioBasis } from './order-totals.ts';

export interface TotalsOptions {
  readonly isShown: () => boolean;
  /** Returns the range of the totals: the days of the list in the panel. */
  readonly range: () => DayRange | undefined;
}

/** The totals above the orders, whose view is loaded on demand. */
export class TotalsController {
  readonly #host: WidgetHost;
  readonly #options: TotalsOptions;
  readonly #view: Lazy<OrderTotals>;
  readonly #stats: RecordController<CustomerStats>;

  constructor(host: WidgetHost, options: TotalsOptions) {
    this.#host = host;
    this.#options = options;
    this.#view = new Lazy(host, async () => new (await import('./order-totals.ts')).OrderTotals(host));
    this.#stats = new RecordController<CustomerStats>(
      host,
      (customerId) => (this.#isShown ? statsQuery(customerId, options.range()) : undefined),
      { keepPreviousData: true },
    );
  }

  /** Loads the view if it is needed. Called before each update. */
  load(): void {
    if (this.#options.isShown() && this.#view.state === 'idle') this.#view.load();
  }

  refresh(): void {
    this.#stats.refresh();
  }

  render(basis: RatioBasis): TemplateResult | typeof nothing {
    if (!this.#isShown) return nothing;
    const view = { basis, state: this.#host.stateOptions, range: this.#options.range() ?? {} };
    const again = () => retryButton(this.#host.l10n.common.retry, () => this.#view.load());
    return html`<div class="totals" part="summary">
      ${this.#view.module?.render(this.#stats, view) ?? (this.#view.state === 'failed' ? again() : nothing)}
    </div>`;
  }

  get #isShown(): boolean {
    return this.#options.isShown() && this.#host.client?.adapter.stats?.get !== undefined;
  }
}
