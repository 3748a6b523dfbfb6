import type { Adapter } from '../adapter/adapter.ts';
import type { WidgetState } from '../data/widget-state.ts';
import type { DashboardElement } from '../element/dashboard-element.ts';

/** The states that every widget is looked at and tested in. */
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

/** One widget in one state. */
export interface Scenario {
  /** A fresh adapter each time: several scenarios stand on one page. */
  readonly adapter: () => Adapter;
  readonly customerId: string;
  readonly attributes?: Readonly<Record<string, string>>;
  /** What an operator does to get there: called once the element has rendered what it was given first. */
  readonly act?: (element: DashboardElement) => void | Promise<void>;
  /** Words that can be read when it has got there; the test waits for them. */
  readonly shows: string;
  /** The states that the element then has for style sheets, where they are not those of `usualStates`. */
  readonly states?: readonly WidgetState[];
}

/** The states that an element has for style sheets in each scenario, where its cell names no others. */
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

/** A state that a widget has not, and why. */
export interface Absent {
  readonly absent: string;
}

/** Every state of one widget: one that is missing does not compile. */
export type Cells = Readonly<Record<ScenarioName, Scenario | Absent>>;

/** What counts as now in every scenario: the same pixels twice. */
export const frozenNow = (): Date => new Date('2026-11-18T11:30:00Z');

/** Where every scenario's times are shown. */
export const frozenZone = 'Europe/London';
