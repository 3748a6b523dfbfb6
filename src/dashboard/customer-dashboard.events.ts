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

declare global {
  interface GlobalEventHandlersEventMap {
    'layout-save': LayoutSaveEvent;
    'layout-saved': LayoutSavedEvent;
    'layout-problem': LayoutProblemEvent;
    'navigate-back': NavigateBackEvent;
  }
}
