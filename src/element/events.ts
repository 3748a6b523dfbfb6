import type { ExportFormat, ExportScope } from '../data/export-state.ts';

/**
 * The base of events that request an action. Cancelable: if the host page calls `preventDefault()`, the widget does
 * nothing and keeps what was typed.
 */
export abstract class RequestEvent extends Event {
  constructor(type: string) {
    super(type, { bubbles: true, composed: true, cancelable: true });
  }
}

/** The base of events that report what has happened. Not cancelable. */
export abstract class FactEvent extends Event {
  constructor(type: string) {
    super(type, { bubbles: true, composed: true });
  }
}

/** Requests to show all rows of a widget instead of the latest ones. */
export class ViewAllEvent extends RequestEvent {
  readonly customerId: string;

  constructor(customerId: string) {
    super('view-all');
    this.customerId = customerId;
  }
}

/** Dispatched before a product is opened. */
export class ProductOpenEvent extends RequestEvent {
  readonly customerId: string;
  readonly productId: string;

  constructor(customerId: string, productId: string) {
    super('product-open');
    this.customerId = customerId;
    this.productId = productId;
  }
}

/** Requests the export of rows to a file: of the rows on screen, or of all. */
export class ExportEvent extends RequestEvent {
  readonly customerId: string;
  /** The kind of rows: `orders`. */
  readonly what: string;
  readonly scope: ExportScope;
  readonly format: ExportFormat;

  constructor(customerId: string, what: string, scope: ExportScope, format: ExportFormat) {
    super('export');
    this.customerId = customerId;
    this.what = what;
    this.scope = scope;
    this.format = format;
  }
}

/** Dispatched when a request shows that the operator is signed out. Once, until a request succeeds again. */
export class SessionExpiredEvent extends FactEvent {
  constructor() {
    super('session-expired');
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'product-open': ProductOpenEvent;
    'view-all': ViewAllEvent;
    export: ExportEvent;
    'session-expired': SessionExpiredEvent;
  }
}
