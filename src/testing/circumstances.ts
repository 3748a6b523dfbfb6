import type { Adapter } from '../adapter/adapter.ts';
import type { DashboardElement } from '../element/dashboard-element.ts';
import { until } from './kit.ts';
import type { Scenario } from './scenario.ts';
import { scripted, type MethodName, type Step } from './scripted.ts';
import { knownCustomers, shopAdapter } from './shop.ts';

/** The customer of the design, whom most scenarios use. */
export const ingrid = { customerId: knownCustomers.ingrid } as const;

/** A promise that never settles. */
export const never = new Promise<never>(() => {});

/** Scripts all calls of these methods, with Ingrid as the customer. */
export const always = (methods: readonly MethodName[], step: Step): Pick<Scenario, 'adapter' | 'customerId'> => ({
  ...ingrid,
  adapter: () => afterwards(methods, step, []),
});

/** Loads Ingrid's data once, then scripts its refetch. */
export const loadedThen = (
  methods: readonly MethodName[],
  step: Step,
  shown: (element: DashboardElement) => unknown,
): Pick<Scenario, 'adapter' | 'customerId' | 'act'> => ({
  ...ingrid,
  adapter: () => afterwards(methods, step, [{}]),
  act: async (element) => {
    await until(() => shown(element), 'the previous data');
    element.refresh();
  },
});

function afterwards(methods: readonly MethodName[], step: Step, first: readonly Step[]): Adapter {
  const script = scripted<Adapter>(shopAdapter());
  for (const method of methods) {
    for (const one of first) script.next(method, one);
    script.always(method, step);
  }
  return script.adapter;
}
