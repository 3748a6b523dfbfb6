import type { Adapter } from './adapter.ts';
import { changeCases, loginCases } from './conformance/account-history.ts';
import { addressCases } from './conformance/addresses.ts';
import { capabilityCases, declarationCases, writersOf } from './conformance/capabilities.ts';
import { chosenProductCases } from './conformance/chosen-products.ts';
import { codeCases } from './conformance/codes.ts';
import { couponCases } from './conformance/coupons.ts';
import { creditCases } from './conformance/credit.ts';
import { crossSellCases } from './conformance/cross-sell.ts';
import { customerListCases } from './conformance/customer-list.ts';
import { customerCases } from './conformance/customers.ts';
import { dayCases } from './conformance/days.ts';
import { exportCases } from './conformance/exports.ts';
import { inquiryCases } from './conformance/inquiries.ts';
import { insightCases } from './conformance/insights.ts';
import { listOptionCases } from './conformance/list-options.ts';
import { noteCases } from './conformance/notes.ts';
import { orderCases } from './conformance/order.ts';
import { orderBreakdownCases } from './conformance/order-breakdown.ts';
import { orderDetailCases } from './conformance/order-details.ts';
import { pagingCases } from './conformance/paging.ts';
import { paymentCardCases } from './conformance/payment-cards.ts';
import { preferenceCases } from './conformance/preferences.ts';
import { priceGroupCases } from './conformance/price-groups.ts';
import { privacyCases } from './conformance/privacy.ts';
import { purchaseCases } from './conformance/purchases.ts';
import { quoteCases } from './conformance/quotes.ts';
import { requestCases } from './conformance/requests.ts';
import { resellerCases } from './conformance/reseller.ts';
import { shapeCases } from './conformance/shapes.ts';
import { statsCases } from './conformance/stats.ts';
import type { ConformanceCase, ConformanceSetup } from './conformance/subject.ts';
import { subscriptionCases } from './conformance/subscriptions.ts';
import { timelineCases } from './conformance/timeline.ts';
import { transactionCases } from './conformance/transactions.ts';
import { watchCases } from './conformance/watch.ts';
import { withWholeLists } from './conformance/whole-lists.ts';
import { writeCases } from './conformance/writes.ts';
import { widgets, widgetTags } from '../widgets/registry.ts';

export { isSkipped } from './conformance/assert.ts';
export type { ConformanceCase, ConformanceSetup } from './conformance/subject.ts';

/**
 * Returns the rules of the contract as test cases for any test runner:
 * `for (const { name, run } of conformance(setup)) it(name, run)`
 *
 * A case that the test customers leave nothing to test for rejects; `isSkipped` recognizes that. The cases cover the methods that the adapter has and the guarantees that it declares; `conformanceReport` lists the
 * rest.
 */
export const conformance = (setup: ConformanceSetup): readonly ConformanceCase[] =>
  casesOf({ ...setup, adapter: withWholeLists(setup.adapter) });

const casesOf = (setup: ConformanceSetup): readonly ConformanceCase[] => [
  ...declarationCases(setup.adapter),
  ...shapeCases(setup),
  ...requestCases(setup),
  ...capabilityCases(setup),
  ...pagingCases(setup),
  ...listOptionCases(setup),
  ...orderCases(setup),
  ...dayCases(setup),
  ...purchaseCases(setup),
  ...orderDetailCases(setup),
  ...orderBreakdownCases(setup),
  ...crossSellCases(setup),
  ...statsCases(setup),
  ...transactionCases(setup),
  ...codeCases(setup),
  ...writeCases(setup),
  ...customerCases(setup),
  ...customerListCases(setup),
  ...addressCases(setup),
  ...noteCases(setup),
  ...creditCases(setup),
  ...couponCases(setup),
  ...quoteCases(setup),
  ...loginCases(setup),
  ...changeCases(setup),
  ...chosenProductCases(setup),
  ...paymentCardCases(setup),
  ...timelineCases(setup),
  ...subscriptionCases(setup),
  ...preferenceCases(setup),
  ...inquiryCases(setup),
  ...priceGroupCases(setup),
  ...insightCases(setup),
  ...exportCases(setup),
  ...privacyCases(setup),
  ...resellerCases(setup),
  ...watchCases(setup),
];

/** The coverage of an adapter: its methods, its widgets and its missing guarantees. */
export interface ConformanceReport {
  /** The methods of the adapter, such as `notes.create` or `permissions`. */
  readonly methods: readonly string[];
  /** The tags of the widgets whose required methods the adapter has. */
  readonly widgets: readonly string[];
  /** The guarantees that the widgets cannot give with this backend, one sentence each. */
  readonly missingGuarantees: readonly string[];
}

/** Returns the methods of an adapter, the widgets that they enable, and the guarantees that are missing. */
export function conformanceReport(adapter: Adapter): ConformanceReport {
  const methods = Object.entries(adapter).flatMap(([name, port]: [string, unknown]) =>
    typeof port === 'function' ? [name] : methodsOf(port).map((method) => `${name}.${method}`),
  );
  const missingGuarantees = writersOf(adapter).flatMap(([port, guarantees]) => {
    if (!guarantees) return [];
    const { idempotency, versions } = guarantees;
    return [
      ...(idempotency ? [] : [`${port}: a write with an unknown outcome cannot be resolved by repeating it.`]),
      ...(versions ? [] : [`${port}: changes that another operator makes meanwhile may be overwritten.`]),
    ];
  });
  const shown = widgetTags.filter((tag) => methods.includes(widgets[tag].reads));
  return { methods, widgets: shown, missingGuarantees };
}

/** Returns the names of a port's methods. The port may be an instance of a class. */
function methodsOf(port: unknown): string[] {
  if (typeof port !== 'object' || port === null) return [];
  const own = Object.entries(port).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'function' ? [name] : [],
  );
  const above: unknown = Object.getPrototypeOf(port);
  const inherited = above === Object.prototype || above === null ? [] : Object.getOwnPropertyNames(above);
  return [...own, ...inherited.filter((name) => name !== 'constructor')];
}
