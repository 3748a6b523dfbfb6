import type { ExportFormat, ExportScope } from '../data/file-table.ts';

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

type Fields = readonly string[];

/** The type of a field: as given, otherwise a text. */
type FieldType<F, T> = F extends keyof T ? T[F] : string;

/** The arguments of a constructor, one for each field. At the end, those that may be undefined can be left out. */
type FieldValues<F extends Fields, T> = F extends readonly [...infer R extends Fields, infer L]
  ? undefined extends FieldType<L, T>
    ? FieldValues<R, T> | [...FieldValues<R, T>, FieldType<L, T>]
    : { [I in keyof F]: FieldType<F[I], T> }
  : [];

type EventWith<B extends Event, F extends Fields, T> = B & { readonly customerId: string } & Readonly<
    T & Record<Exclude<F[number], keyof T>, string>
  >;

/** The class of an event about a customer, with fields. `T` has the types of the fields that are not texts. */
export interface EventClass<B extends Event, F extends Fields> {
  new <T extends object = Record<never, never>>(customerId: string, ...values: FieldValues<F, T>): EventWith<B, F, T>;
}

const withFields =
  <B extends Event>(Base: abstract new (type: string) => B) =>
  <const F extends Fields>(type: string, ...fields: F) =>
    class extends (Base as abstract new (type: string) => Event) {
      constructor(customerId: string, ...values: readonly unknown[]) {
        super(type);
        Object.assign(this, { customerId }, Object.fromEntries(fields.map((field, index) => [field, values[index]])));
      }
    } as unknown as EventClass<B, F>;

/**
 * Returns the base class of an event that requests something about a customer, with its type and the names of its
 * fields: `class NoteUpdateEvent extends requestEvent('note-update', 'noteId') {}`. Fields that are not texts are named
 * with their types: `requestEvent('note-pin', 'noteId', 'pinned')<{ pinned: boolean }>`.
 */
export const requestEvent = withFields(RequestEvent);

/** Returns the base class of an event that reports something about a customer, like `requestEvent`. */
export const factEvent = withFields(FactEvent);

/** Requests to show all rows of a widget instead of the latest ones. */
export class ViewAllEvent extends requestEvent('view-all') {}

/** An order or a return is about to be opened. */
export class OrderOpenEvent extends requestEvent('order-open', 'orderId') {}

/** A customer in a list or a search is about to be opened. */
export class CustomerOpenEvent extends requestEvent('customer-open', 'customerIds')<{
  /** The ids of the customers beside it, in order, for links to the previous and the next one. */
  customerIds: readonly string[];
}> {}

/** A page of the host's admin is about to be opened, by its intent: `profile`, `marketplace-customer`, `orders`. */
export class NavigateEvent extends requestEvent('navigate', 'intent') {}

/** Dispatched before a product is opened. */
export class ProductOpenEvent extends requestEvent('product-open', 'productId') {}

/** Requests the export of rows to a file: of the rows on screen, or of all. */
export class ExportEvent extends requestEvent('export', 'what', 'scope', 'format')<{
  /** The kind of rows: `orders`. */
  what: string;
  scope: ExportScope;
  format: ExportFormat;
}> {}

/** Dispatched when a request shows that the operator is signed out. Once, until a request succeeds again. */
export class SessionExpiredEvent extends FactEvent {
  constructor() {
    super('session-expired');
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'customer-open': CustomerOpenEvent;
    navigate: NavigateEvent;
    'order-open': OrderOpenEvent;
    'product-open': ProductOpenEvent;
    'view-all': ViewAllEvent;
    export: ExportEvent;
    'session-expired': SessionExpiredEvent;
  }
}
