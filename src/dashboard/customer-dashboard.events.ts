import { RequestEvent } from '../element/events.ts';

/** The operator follows the back link to the list of customers. */
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
