import { FactEvent, RequestEvent } from '../element/events.ts';

/** The operator follows the back link to the list of customers. */
export class NavigateBackEvent extends RequestEvent {
  constructor() {
    super('navigate-back');
  }
}

/** The layout could not be read, or names a widget that this page does not have. */
export class LayoutProblemEvent extends FactEvent {
  /** What is wrong, a sentence each. For developers, so in English. */
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super('layout-problem');
    this.problems = problems;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'layout-problem': LayoutProblemEvent;
    'navigate-back': NavigateBackEvent;
  }
}
