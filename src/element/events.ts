import type { ExportFormat, ExportScope } from '../data/export-state.ts';

/**
 * Something is asked for, before anything happens. A host that prevents the default does it in its own way, or not at
 * all; what was typed stays.
 */
export abstract class RequestEvent extends Event {
  constructor(type: string) {
    super(type, { bubbles: true, composed: true, cancelable: true });
  }
}

/** Something has happened. */
export abstract class FactEvent extends Event {
  constructor(type: string) {
    super(type, { bubbles: true, composed: true });
  }
}

/** All rows of a widget are asked for, not the latest only. */
export class ViewAllEvent extends RequestEvent {
  readonly customerId: string;

  constructor(customerId: string) {
    super('view-all');
    this.customerId = customerId;
  }
}

/** A product is about to be opened. */
export class ProductOpenEvent extends RequestEvent {
  readonly customerId: string;
  readonly productId: string;

  constructor(customerId: string, productId: string) {
    super('product-open');
    this.customerId = customerId;
    this.productId = productId;
  }
}

/** Rows are asked for as a file: those that are shown, or all there are. */
export class ExportEvent extends RequestEvent {
  readonly customerId: string;
  /** What the rows are: `orders`. */
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

/** The operator turned out to be signed out. Once, until somebody has signed in again. */
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
