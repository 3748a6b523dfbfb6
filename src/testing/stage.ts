import { provideDashboard } from '../dashboard/provide-dashboard.ts';
import type { DashboardElement } from '../element/dashboard-element.ts';
import { textOf, until } from './kit.ts';
import { frozenNow, frozenZone, type Scenario } from './scenario.ts';

/** A widget in a scenario, inside an element that is removed with it. */
export interface Staged {
  /** The element to add to the page and to remove from it. */
  readonly root: HTMLElement;
  readonly element: DashboardElement;
  /** Waits until the scenario has reached its state. Call it once the root is on the page. */
  arrive(): Promise<void>;
}

/** Sets up a scenario: adapter, customer, frozen clock. The language is the page's, unless one is given. */
export function stage(
  tag: string,
  { adapter, customerId, attributes = {}, act, shows }: Scenario,
  locale?: string,
): Staged {
  const root = document.createElement('div');
  const element = document.createElement(tag) as DashboardElement;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  provideDashboard(root, {
    adapter: adapter(),
    customerId,
    locale: { locale, timeZone: frozenZone, now: frozenNow },
  });
  root.append(element);
  return {
    root,
    element,
    async arrive() {
      await element.updateComplete;
      await act?.(element);
      await until(() => textOf(element).includes(shows), `${tag}: "${shows}" in "${textOf(element).slice(0, 400)}"`);
      await element.updateComplete;
    },
  };
}

/**
 * Sets up a scenario for a story, and returns its element. The actions begin in the next task, when the story is on the
 * page and has its language, and end when it leaves the page.
 */
export function staged(tag: string, scenario: Scenario): HTMLElement {
  const { root, arrive } = stage(tag, scenario);
  setTimeout(async () => {
    try {
      await arrive();
    } catch (thrown) {
      if (root.isConnected) throw thrown;
    }
  }, 0);
  return root;
}
