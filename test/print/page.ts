// The page to print: a customer's dashboard, or the orders of one customer, in the number and the form that a test
// sets.
import type { Adapter } from '../../src/adapter/adapter.ts';
import '../../src/define-all.ts';
import type { OrderEntry } from '../../src/domain/order.ts';
import type { OrderHistory } from '../../src/widgets/order-history/order-history.ts';
import { textOf, until } from '../../src/testing/kit.ts';
import { widgetTags } from '../../src/testing/scenarios.ts';
import { shopAdapter } from '../../src/testing/shop.ts';
import { frozenNow, frozenZone } from '../../src/testing/scenario.ts';

const day = 86_400_000;

/** Creates orders numbered `N0000`, `N0001` and so on, the latest first. */
const ordersOf = (count: number): readonly OrderEntry[] =>
  Array.from({ length: count }, (_, index) => ({
    kind: 'order',
    id: `o${index}`,
    customerId: 'C',
    number: `N${String(index).padStart(4, '0')}`,
    placedAt: new Date(frozenNow().getTime() - index * day).toISOString(),
    itemCount: 3,
    summary: { title: 'Stoneware cup 220 ml, oat', more: 1 },
    total: { value: '86.50', currency: 'GBP' },
    status: {
      payment: { status: 'paid' },
      fulfillment: { status: index % 3 ? 'delivered' : 'in-transit' },
    },
  }));

function shopOf(count: number): Adapter {
  const orders = ordersOf(count);
  return {
    orders: {
      async list(_customerId, { first, after }) {
        const start = Number(after ?? 0);
        const end = start + first;
        return {
          items: orders.slice(start, end),
          next: end < count ? String(end) : null,
          total: count,
          totals: { orders: count, returns: 0 },
        };
      },
    },
  };
}

export interface Sheet {
  readonly orders: number;
  /** Properties of the widget. */
  readonly properties?: Partial<Pick<OrderHistory, 'limit' | 'viewAll'>>;
  /** `true` to show all orders. */
  readonly all?: boolean;
  /** `true` if the widget is outside of a dashboard. */
  readonly alone?: boolean;
}

/** Shows a list, and waits until it is rendered. */
export async function show({ orders, properties = {}, all = false, alone = false }: Sheet): Promise<void> {
  const dashboard = document.createElement('customer-dashboard');
  Object.assign(dashboard, { adapter: shopOf(orders), customerId: 'C', timeZone: frozenZone, now: frozenNow });
  const list = Object.assign(document.createElement('order-history'), properties);
  if (!alone) dashboard.append(document.createElement('notes-panel'));
  dashboard.append(list);
  document.body.replaceChildren(dashboard);
  const root = () => list.shadowRoot!;
  await until(() => root().textContent?.includes('N0000'), 'the latest');
  if (all) {
    root().querySelector<HTMLElement>('[part=view-all]')!.click();
    await until(() => root().querySelector('.windowed tbody tr:nth-child(12)'), 'all orders');
    // The style sheet that prints a dialog loads when the first dialog opens.
    const isPrepared = ({ cssRules }: CSSStyleSheet) =>
      [...cssRules].some(({ cssText }) => cssText.includes('in-flow'));
    if (properties.viewAll === 'dialog')
      await until(() => root().adoptedStyleSheets.some(isPrepared), 'it can be printed');
  }
  await document.fonts.ready;
}

/** Shows a customer's dashboard. */
export async function showDashboard(): Promise<void> {
  const dashboard = document.createElement('customer-dashboard');
  Object.assign(dashboard, { adapter: shopAdapter(), customerId: 'C-20817', timeZone: frozenZone, now: frozenNow });
  dashboard.append(...widgetTags.map((tag) => document.createElement(tag)));
  document.body.replaceChildren(dashboard);
  const isSettled = ({ shadowRoot }: Element) => !shadowRoot?.querySelector('[aria-busy="true"], .skeleton');
  await until(
    () => [...dashboard.children].every((widget) => textOf(widget) !== '' && isSettled(widget)),
    'every widget',
  );
  await document.fonts.ready;
}
