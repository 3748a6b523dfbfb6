import type { TemplateResult } from 'lit';
import { codeOf, labelOf } from '../../domain/field.ts';
import type { CountMetric, CustomerStats, MoneyMetric } from '../../domain/stats.ts';
import { isKnownBasis, ordersIn, returnsIn } from '../../domain/stats-basis.ts';
import type { DashboardElement } from '../../element/dashboard-element.ts';
import { customerFigureWords } from './about-words.en.ts';
import { adopt } from '../../ui/styles.ts';
import { explain } from '../../ui/explain.ts';
import type { Explanation } from '../../ui/explanation.ts';
import { Popovers, popoverStyles } from '../../ui/popover.ts';

/** The data of an explanation. */
export interface Explained {
  readonly stats: CustomerStats;
  /** The time of the fetch in epoch milliseconds, for platforms without a time of the data. */
  readonly readAt: number | undefined;
  /** The time of the fetch of the accounts, if they are loaded. */
  readonly accountsReadAt?: number | undefined;
}

type Total = MoneyMetric | CountMetric;

/** The metric behind each figure: `null` if there is nothing to count, absent if it is unknown. */
const totals: Readonly<Record<string, (stats: CustomerStats) => Total | null | undefined>> = {
  'lifetime-total': ({ lifetimeTotal }) => lifetimeTotal,
  orders: ({ orders }) => orders,
  'average-order': ({ averageOrderValue }) => averageOrderValue,
  'total-paid': ({ totalPaid }) => totalPaid,
  'order-total': ({ orderTotal }) => orderTotal,
  'order-total-excluding-canceled': ({ orderTotalExcludingCanceled }) => orderTotalExcludingCanceled,
  transactions: ({ transactions }) => transactions,
  items: ({ items }) => items,
  'canceled-items': ({ canceledItems }) => canceledItems,
  'returned-items': ({ returnedItems }) => returnedItems,
};

/** The figures that include canceled orders. */
const withCanceled = ['order-total', 'transactions', 'items', 'canceled-items'];

/** The figures that do not count orders: the number of orders itself, and returned items. */
const ofNoOrders = ['orders', 'returned-items'];

/** The explanations of the figures. The module is loaded after the figures. */
export class FigureAbout {
  readonly #host: DashboardElement;
  readonly #popovers: Popovers;

  constructor(host: DashboardElement) {
    adopt(host, popoverStyles);
    this.#host = host;
    this.#popovers = new Popovers(host);
  }

  /** Renders the explanation beside the label of a figure; nothing if the platform does not have the figure. */
  render(name: string, label: string, from: Explained): TemplateResult | undefined {
    const explanation = this.#explanation(name, from);
    return explanation && explain(this.#popovers, name, label, () => ({ what: label, ...explanation }));
  }

  #explanation(name: string, { stats, readAt, accountsReadAt }: Explained): Omit<Explanation, 'what'> | undefined {
    const { firstOrderAt, lastOrderAt, range = {} } = stats;
    const asOf = stats.asOf ?? instantOf(readAt);
    const words = this.#words;
    if (name === 'points' || name === 'credit')
      return accountsReadAt === undefined ? undefined : { counts: words[name], asOf: instantOf(accountsReadAt) };
    if (name === 'first-order') return firstOrderAt ? { counts: words.firstOrder, range, asOf } : undefined;
    if (name === 'last-order-amount') return lastOrderAt ? { counts: words.lastOrderAmount, asOf } : undefined;
    if (name === 'last-order') return lastOrderAt ? { counts: words.lastOrder, range, asOf } : undefined;
    const total = totals[name]?.(stats);
    if (!total) return undefined;
    return {
      counts: this.#counts(name, total),
      returns: returnsIn(total),
      range,
      orders: ofNoOrders.includes(name) ? undefined : ordersIn(total, stats, { canceled: withCanceled.includes(name) }),
      scope: total.scope,
      asOf,
    };
  }

  /** Returns what the figure counts: in our words for a known basis, otherwise in the platform's. */
  #counts(name: string, { basis, ...total }: Total): string {
    const words = this.#words;
    const { l10n } = this.#host;
    const isSplit = 'amounts' in total && total.amounts.length > 1;
    const units: Readonly<Record<string, string>> = {
      items: words.items,
      'canceled-items': words.canceledItems,
      'returned-items': words.returnedItems,
    };
    const sentences: Readonly<Record<string, string | undefined>> = {
      'net-of-returns': words.netOfReturns,
      'paid-net-of-refunds': words.paidNetOfRefunds,
      gross: words.gross,
      'gross-without-canceled': words.grossWithoutCanceled,
      sales: words.sales,
      'sales-per-order': isSplit ? words.salesPerOrderByCurrency : words.salesPerOrder,
      transactions: words.transactions,
      units: units[name],
    };
    const code = codeOf(basis);
    const known = isKnownBasis(basis) && Object.hasOwn(sentences, code) ? sentences[code] : undefined;
    return known ?? l10n.text(words.inPlatformWords, { basis: `\u2068${labelOf(basis) ?? code}\u2069` });
  }

  get #words() {
    return this.#host.l10n.words(customerFigureWords);
  }
}

const instantOf = (time: number | undefined) => (time === undefined ? undefined : new Date(time).toISOString());
