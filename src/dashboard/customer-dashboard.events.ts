import type { PreferenceScope } from '../domain/preference.ts';
import type { DashboardLayout } from './layout/layout.ts';
import { FactEvent, RequestEvent } from '../element/events.ts';

/** The operator follows the back link to the list of customers. */
export class NavigateBackEvent extends RequestEvent {
  constructor() {
    super('navigate-back');
  }
}

/** The layout could not be read, or names a widget that this page does not have. */
export class LayoutProblemEvent extends FactEvent {
  /** The faults, one sentence each. For developers, so in English. */
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super('layout-problem');
    this.problems = problems;
  }
}

/** The operator wants to keep a layout. Prevent it to keep the layout yourself. */
export class LayoutSaveEvent extends RequestEvent {
  readonly layout: DashboardLayout;
  /** For the operator alone, or for everybody. */
  readonly scope: PreferenceScope;

  constructor(layout: DashboardLayout, scope: PreferenceScope) {
    super('layout-save');
    this.layout = layout;
    this.scope = scope;
  }
}

/** A layout was saved. */
export class LayoutSavedEvent extends FactEvent {
  readonly layout: DashboardLayout;
  readonly scope: PreferenceScope;

  constructor(layout: DashboardLayout, scope: PreferenceScope) {
    super('layout-saved');
    this.layout = layout;
    this.scope = scope;
  }
}

/** The failure of a widget of others: its module did not load, its tag was not defined in time, or it failed. */
export type WidgetFailure = 'notLoaded' | 'late' | 'failed';

/** A widget of others is not shown. The page goes on without it. */
export class WidgetErrorEvent extends FactEvent {
  readonly tag: string;
  readonly failure: WidgetFailure;
  /** The value that was thrown, if any. It may contain personal data. */
  readonly error: unknown;

  constructor(tag: string, failure: WidgetFailure, error: unknown) {
    super('widget-error');
    this.tag = tag;
    this.failure = failure;
    this.error = error;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'widget-error': WidgetErrorEvent;
    'layout-save': LayoutSaveEvent;
    'layout-saved': LayoutSavedEvent;
    'layout-problem': LayoutProblemEvent;
    'navigate-back': NavigateBackEvent;
  }
}
