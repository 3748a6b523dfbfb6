import type { Adapter } from '../adapter/adapter.ts';
import type { WidgetState } from '../data/widget-state.ts';
import type { DashboardElement } from '../element/dashboard-element.ts';

/** The states in which every widget is reviewed and tested. */
export const scenarioNames = [
  'populated',
  'loading',
  'refreshing',
  'empty',
  'emptyFiltered',
  'partial',
  'error',
  'forbidden',
  'offline',
  'stale',
  'conflict',
  'malformed',
  'longText',
  'redacted',
] as const;
export type ScenarioName = (typeof scenarioNames)[number];

/** A widget in one state. */
export interface Scenario {
  /** Creates an adapter. Each scenario has its own, because several scenarios can be on one page. */
  readonly adapter: () => Adapter;
  readonly customerId: string;
  readonly attributes?: Readonly<Record<string, string>>;
  /** Performs the operator's actions that lead to the state. Called after the first render. */
  readonly act?: (element: DashboardElement) => void | Promise<void>;
  /** A text that is visible once the state is reached; tests wait for it. */
  readonly shows: string;
  /** The states of the element for style sheets, if they are not those of `usualStates`. */
  readonly states?: readonly WidgetState[];
}

/** The element's states for style sheets in each scenario, unless its cell names others. */
export const usualStates: Readonly<Record<ScenarioName, readonly WidgetState[]>> = {
  populated: ['ready'],
  loading: ['loading'],
  refreshing: ['ready'],
  empty: ['empty'],
  emptyFiltered: ['empty'],
  partial: ['ready'],
  error: ['error'],
  forbidden: ['forbidden'],
  offline: ['offline'],
  stale: ['stale'],
  conflict: ['ready'],
  malformed: ['error'],
  longText: ['ready'],
  redacted: ['ready'],
};

/** The reason why a widget does not have this state. */
export interface Absent {
  readonly absent: string;
}

/** All states of a widget. A missing one is a type error. */
export type Cells = Readonly<Record<ScenarioName, Scenario | Absent>>;

/** The current time in every scenario, fixed so that screenshots are reproducible. */
export const frozenNow = (): Date => new Date('2026-11-18T11:30:00Z');

/** The time zone of every scenario. */
export const frozenZone = 'Europe/London';
