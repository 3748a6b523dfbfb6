import type { Snapshot } from '../../data/snapshot.ts';
import { statsQuery } from '../../data/customer-queries.ts';
import type { ListQuery } from '../../data/query.ts';
import { CreditAccount } from '../../domain/credit.ts';
import type { Customer } from '../../domain/customer.ts';
import type { OrderEntry } from '../../domain/order.ts';
import type { CustomerStats } from '../../domain/stats.ts';
import type { DashboardElement } from '../../element/dashboard-element.ts';
import { rangeFrom } from '../../element/columns.ts';
import { Lazy } from '../../element/lazy.ts';
import { ListController, RecordController } from '../../element/query-controller.ts';
import { stateView, type StateView } from '../../ui/state-view.ts';
import type { FigureAbout } from '../../features/figures/figure-about.ts';
import { wordsOf } from '../../features/figures/figure-basis.ts';
import {
  areUsual,
  defaultFigures,
  figuresIn,
  knowsFigures,
  metrics,
  metricsSkeleton,
} from '../../features/figures/metrics.ts';

/** The settings of the host. */
interface Settings {
  readonly metrics?: string | undefined;
  readonly range?: string | undefined;
  readonly countBasis?: string | undefined;
  readonly highValue?: string | undefined;
}

type Further = Lazy<typeof import('./further.ts')>;
type Options = Pick<Parameters<typeof stateView>[1], 'l10n' | 'retry' | 'signIn'>;

/** The figures that the host has chosen, as far as they are loaded. */
export class FiguresView {
  readonly #host: DashboardElement & Settings;
  readonly #further: Further;
  readonly #stats: RecordController<CustomerStats>;
  readonly #accounts: ListController<CreditAccount>;
  readonly #orders: ListController<OrderEntry>;
  readonly #explaining: Lazy<typeof import('../../features/figures/figure-about.ts')>;
  #about: FigureAbout | undefined;

  constructor(host: DashboardElement & Settings, further: Further) {
    this.#host = host;
    this.#further = further;
    this.#stats = new RecordController<CustomerStats>(host, (id) =>
      statsQuery(id, rangeFrom(host.range ?? null) ?? {}),
    );
    this.#accounts = new ListController<CreditAccount>(host, (id) =>
      this.names.some((name) => name === 'points' || name === 'credit') ? accountsOf(id) : undefined,
    );
    this.#orders = new ListController<OrderEntry>(host, (id) =>
      this.names.includes('last-order-amount') && !host.range ? further.module?.latestOrders(id) : undefined,
    );
    this.#explaining = new Lazy(host, () => import('../../features/figures/figure-about.ts'));
  }

  get names(): readonly string[] {
    return figuresIn(this.#host.metrics ?? defaultFigures, this.#host.countBasis);
  }

  /** True if the figures need the module that is loaded on demand. */
  get needsMore(): boolean {
    return Boolean(this.#host.highValue) || !areUsual(this.names);
  }

  /** The average order from which the customer is of high value, in words; undefined if the customer is not. */
  get highFrom(): string | undefined {
    const { highValue, l10n } = this.#host;
    const { snapshot } = this.#stats;
    const { module } = this.#further;
    if (!highValue || !module || snapshot.phase !== 'ready') return undefined;
    return module.highValueOf(snapshot.data, module.thresholdsIn(highValue), l10n);
  }

  /** Loads the explanations with the figures. Called with the other parts, when the answer is the latest. */
  load(): void {
    const { state, module } = this.#explaining;
    const { phase } = this.#stats.snapshot;
    if (state === 'idle' && this.names.length && (phase === 'loading' || phase === 'ready')) this.#explaining.load();
    if (module) this.#about ??= new module.FigureAbout(this.#host);
  }

  refresh(): void {
    this.#stats.refresh();
    this.#accounts.refresh();
    this.#orders.refresh();
    if (this.#explaining.state === 'failed') this.#explaining.load();
  }

  /** Returns the view of the figures; undefined if the platform has none or the host shows none. */
  view(customer: Snapshot<Customer>, options: Options): StateView | undefined {
    const { snapshot } = this.#stats;
    const { names } = this;
    if (!names.length || snapshot.phase === 'idle' || customer.phase !== 'ready') return undefined;
    // A platform without figures shows no error.
    if (snapshot.phase === 'error' && snapshot.error.code === 'unsupported') return undefined;
    if (snapshot.phase === 'ready' && !knowsFigures(snapshot.data)) return undefined;
    // A failure of both requests is reported once.
    const shown =
      snapshot.phase === 'ready' && customer.refreshError ? { ...snapshot, refreshError: undefined } : snapshot;
    const isWaiting = !areUsual(names) && this.#further.state === 'loading';
    return stateView(shown, {
      ...options,
      isPart: true,
      what: wordsOf(options.l10n).figures,
      skeleton: () => metricsSkeleton(names.length),
      ready: (figures) => (isWaiting ? metricsSkeleton(names.length) : this.#metrics(figures)),
      retry: () => this.refresh(),
    });
  }

  #metrics(stats: CustomerStats) {
    return metrics(stats, this.#host.l10n, {
      names: this.names,
      further: this.#further.module?.furtherFigures,
      highFrom: this.highFrom,
      accounts: this.#listed(this.#accounts),
      lastOrder: this.#lastOrder,
      about: (name, label) => this.#about?.render(name, label, { stats, ...this.#readAt }),
    });
  }

  /** The times at which the data of the figures was fetched. */
  get #readAt() {
    const [stats, accounts] = [this.#stats.snapshot, this.#accounts.snapshot];
    return {
      readAt: stats.phase === 'ready' ? stats.readAt : undefined,
      accountsReadAt: accounts.phase === 'ready' ? accounts.readAt : undefined,
    };
  }

  #listed<T>({ snapshot }: ListController<T>): readonly T[] | 'loading' | undefined {
    if (snapshot.phase === 'loading') return 'loading';
    return snapshot.phase === 'ready' ? snapshot.data.items : undefined;
  }

  get #lastOrder() {
    const listed = this.#listed(this.#orders);
    if (listed === 'loading') return listed;
    const order = listed?.find(({ kind }) => kind === 'order');
    const { module } = this.#further;
    return order && module && { order, state: module.orderState(order.status, this.#host.l10n) };
  }
}

/** Lists the credit accounts, which include the accounts of points. */
export const accountsOf = (customerId: string): ListQuery<CreditAccount> => ({
  name: 'credit.accounts',
  customerId,
  schema: CreditAccount,
  pageSize: 50,
  load: (adapter, page, options) => adapter.credit?.accounts?.(customerId, page, options),
});
