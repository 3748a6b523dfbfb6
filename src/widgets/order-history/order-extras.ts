import { html, nothing, type TemplateResult } from 'lit';
import { statsQuery } from '../../data/customer-queries.ts';
import type { CustomerStats } from '../../domain/stats.ts';
import type { DayRange } from '../../domain/time.ts';
import type { DashboardElement } from '../../element/dashboard-element.ts';
import { Lazy } from '../../element/lazy.ts';
import { RecordController } from '../../element/query-controller.ts';
import { icon } from '../../ui/icon.ts';
import * as icons from '../../ui/icons.ts';
import type { OrderBooks, OrderTools, ToolsView } from './order-tools.ts';
import type { OrderTotals, TotalsView } from './order-totals.ts';

export interface OrderExtrasOptions {
  readonly books: OrderBooks;
  readonly wantsTools: () => boolean;
  readonly wantsTotals: () => boolean;
  /** Returns the range of the totals: the days of the list in the panel. */
  readonly range: () => DayRange | undefined;
}

/** The tools and the totals, which are loaded on demand. */
export class OrderExtras {
  readonly #host: DashboardElement;
  readonly #options: OrderExtrasOptions;
  readonly #toolsModule: Lazy<typeof import('./order-tools.ts')>;
  readonly #totalsModule: Lazy<typeof import('./order-totals.ts')>;
  readonly #stats: RecordController<CustomerStats>;
  #tools: OrderTools | undefined;
  #totals: OrderTotals | undefined;

  constructor(host: DashboardElement, options: OrderExtrasOptions) {
    this.#host = host;
    this.#options = options;
    this.#toolsModule = new Lazy(host, () => import('./order-tools.ts'));
    this.#totalsModule = new Lazy(host, () => import('./order-totals.ts'));
    this.#stats = new RecordController<CustomerStats>(
      host,
      (customerId) => (this.#hasTotals ? statsQuery(customerId, options.range()) : undefined),
      { keepPreviousData: true },
    );
  }

  /** Loads what is needed. Called before each update. */
  load(): void {
    const { wantsTools, wantsTotals, books } = this.#options;
    if (wantsTools() && this.#toolsModule.state === 'idle') this.#toolsModule.load();
    if (wantsTotals() && this.#totalsModule.state === 'idle') this.#totalsModule.load();
    const [tools, totals] = [this.#toolsModule.module, this.#totalsModule.module];
    if (tools) this.#tools ??= new tools.OrderTools(this.#host, books);
    if (totals) this.#totals ??= new totals.OrderTotals(this.#host);
  }

  refresh(): void {
    this.#stats.refresh();
  }

  tools(view: ToolsView): TemplateResult | typeof nothing | undefined {
    return view.tools.length ? (this.#tools?.render(view) ?? this.#again(this.#toolsModule)) : nothing;
  }

  /** Renders the progress of an export, and the hint that some orders are archived. */
  notices(what: string): TemplateResult {
    return html`${this.#tools?.strip(what)}${this.#tools?.offer()}`;
  }

  /** The text for the widget's status region. */
  get announcement(): string {
    return this.#tools?.announcement ?? '';
  }

  totals(view: Omit<TotalsView, 'range'>): TemplateResult | typeof nothing {
    if (!this.#hasTotals) return nothing;
    return html`<div class="totals" part="summary">
      ${this.#totals?.render(this.#stats, { ...view, range: this.#options.range() ?? {} }) ?? this.#again(this.#totalsModule)}
    </div>`;
  }

  get #hasTotals(): boolean {
    return this.#options.wantsTotals() && this.#host.client?.adapter.stats?.get !== undefined;
  }

  /** Renders the message of a module that failed to load, with a button that retries. */
  #again(module: Pick<Lazy<unknown>, 'state' | 'load'>): TemplateResult | typeof nothing {
    if (module.state !== 'failed') return nothing;
    return html`<button type="button" class="button inline" part="retry" @click=${() => module.load()}>
      ${icon(icons.refresh)}${this.#host.l10n.common.retry}
    </button>`;
  }
}
