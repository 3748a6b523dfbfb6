import type { Adapter } from './adapter.ts';
import { addressCases } from './conformance/addresses.ts';
import { capabilityCases } from './conformance/capabilities.ts';
import { couponCases } from './conformance/coupons.ts';
import { creditCases } from './conformance/credit.ts';
import { customerCases } from './conformance/customers.ts';
import { dayCases } from './conformance/days.ts';
import { declarationCases, writersOf } from './conformance/declarations.ts';
import { noteCases } from './conformance/notes.ts';
import { orderCases } from './conformance/order.ts';
import { pagingCases } from './conformance/paging.ts';
import { purchaseCases } from './conformance/purchases.ts';
import { quoteCases } from './conformance/quotes.ts';
import { requestCases } from './conformance/requests.ts';
import { shapeCases } from './conformance/shapes.ts';
import { statsCases } from './conformance/stats.ts';
import type { ConformanceCase, ConformanceSetup } from './conformance/subject.ts';
import { subscriptionCases } from './conformance/subscriptions.ts';
import { watchCases } from './conformance/watch.ts';
import { writeCases } from './conformance/writes.ts';
import { widgets, widgetTags } from '../widgets/registry.ts';

export type { ConformanceCase, ConformanceSetup } from './conformance/subject.ts';

/**
 * The rules of the contract as cases for any test runner: `for (const { name, run } of conformance(setup)) it(name, run)`.
 * There are cases for what the adapter has, and for what it says that its backend keeps; `conformanceReport` says
 * what is left out.
 */
export const conformance = (setup: ConformanceSetup): readonly ConformanceCase[] => [
  ...declarationCases(setup.adapter),
  ...shapeCases(setup),
  ...requestCases(setup),
  ...capabilityCases(setup),
  ...pagingCases(setup),
  ...orderCases(setup),
  ...dayCases(setup),
  ...purchaseCases(setup),
  ...statsCases(setup),
  ...writeCases(setup),
  ...customerCases(setup),
  ...addressCases(setup),
  ...noteCases(setup),
  ...creditCases(setup),
  ...couponCases(setup),
  ...quoteCases(setup),
  ...subscriptionCases(setup),
  ...watchCases(setup),
];

export interface ConformanceReport {
  /** Port and method, or a method beside the ports: `notes.create`, `permissions`. */
  readonly methods: readonly string[];
  /** The tags of the widgets that have what they need. */
  readonly widgets: readonly string[];
  /** The promises of the widgets that this backend cannot keep, each in a sentence. */
  readonly lapses: readonly string[];
}

/** What an adapter has, which widgets that lights up, and which promises lapse. */
export function conformanceReport(adapter: Adapter): ConformanceReport {
  const methods = Object.entries(adapter).flatMap(([name, port]: [string, unknown]) =>
    typeof port === 'function' ? [name] : methodsOf(port).map((method) => `${name}.${method}`),
  );
  const lapses = writersOf(adapter).flatMap(([port, guarantees]) => {
    if (!guarantees) return [];
    const { idempotency, versions } = guarantees;
    return [
      ...(idempotency ? [] : [`${port}: a write of unknown outcome cannot be settled by sending it again.`]),
      ...(versions ? [] : [`${port}: what another operator changed meanwhile may be overwritten.`]),
    ];
  });
  const shown = widgetTags.filter((tag) => methods.includes(widgets[tag].reads));
  return { methods, widgets: shown, lapses };
}

/** The names of a port's methods, also where the port is an instance of a class. */
function methodsOf(port: unknown): string[] {
  if (typeof port !== 'object' || port === null) return [];
  const own = Object.entries(port).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'function' ? [name] : [],
  );
  const above: unknown = Object.getPrototypeOf(port);
  const inherited = above === Object.prototype || above === null ? [] : Object.getOwnPropertyNames(above);
  return [...own, ...inherited.filter((name) => name !== 'constructor')];
}
