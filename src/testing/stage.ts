import { provideDashboard } from '../dashboard/provide-dashboard.ts';
import type { DashboardElement } from '../element/dashboard-element.ts';
import { textOf, until } from './kit.ts';
import { frozenNow, frozenZone, type Scenario } from './scenario.ts';

/** A widget in a scenario, on its own piece of page. */
export interface Staged {
  /** To be put on the page, and taken off it. */
  readonly root: HTMLElement;
  readonly element: DashboardElement;
  /** Once it is on the page: resolves when the scenario has got where it leads. */
  arrive(): Promise<void>;
}

/** Sets up a scenario: adapter, customer, frozen clock. The language is the page's, unless one is named. */
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
