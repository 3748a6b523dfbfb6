import { RequestEvent } from '../element/events.ts';

/** The operator wants to go back to where the customer was chosen. */
export class NavigateBackEvent extends RequestEvent {
  constructor() {
    super('navigate-back');
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'navigate-back': NavigateBackEvent;
  }
}
