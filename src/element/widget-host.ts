import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Adapter } from '../adapter/adapter.ts';
import type { DashboardClient } from '../data/client.ts';
import type { QueryScope } from '../data/query.ts';
import type { Availability } from '../domain/operator.ts';
import type { Snapshot } from '../data/snapshot.ts';
import type { Localization } from '../i18n/localization.ts';
import type { RequestEvent } from './events.ts';
import type { Opening } from './opening.ts';

/** The client and the customer that the element or the page names: `undefined` if neither does, `null` if there is none yet. */
export interface Provided {
  readonly client: DashboardClient | null | undefined;
  readonly customerId: string | null | undefined;
}

/** A controller of a widget. */
export interface WidgetController extends ReactiveController {
  /**
   * Called before the first update for another customer, or for the same id of another adapter. Close what was open
   * for the last one; keep what was typed.
   */
  hostCustomerChanged?(): void;
}

/** The methods of an adapter by their names: `notes.create`. */
export type OperationName = {
  [Port in keyof Adapter]-?: NonNullable<Adapter[Port]> extends (...args: never[]) => unknown
    ? never
    : MethodName<Port, NonNullable<Adapter[Port]>>;
}[keyof Adapter];

type MethodName<Port extends string, Methods> = {
  [Method in keyof Methods & string]-?: NonNullable<Methods[Method]> extends (...args: never[]) => unknown
    ? `${Port}.${Method}`
    : never;
}[keyof Methods & string];

/** The widget as its controllers know it. Every `DashboardElement` is one. */
export interface WidgetHost extends HTMLElement, ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly client: DashboardClient | undefined;
  readonly activeCustomer: string | undefined;
  readonly provided: Provided;
  /** Whether the widget shows data of one customer, or of the platform and needs none. */
  readonly scope: QueryScope;
  readonly l10n: Localization;
  readonly requestedLocale: string;
  readonly permissions: {
    of(operation: string): Availability;
    ofRead(operation: string): Availability;
    refresh(): void;
  };
  readonly setup: { readonly missing: { readonly title: string; readonly help: string } | undefined };
  readonly leaveGuard: { add(check: () => boolean): void };
  /** The options that all state views of a widget share. */
  readonly stateOptions: StateOptions;
  /** The text of the widget's status region. */
  readonly announcement: string;

  addController(controller: WidgetController): void;
  /** Asks the adapter again for everything that the widget shows. */
  refresh(): void;
  /** Dispatches a request. Returns whether the widget carries it out: `false` if the host page prevented the default. */
  request(request: RequestEvent): boolean;
  /**
   * Dispatches a request to open a thing, then lets its link be followed. Returns whether the widget shows the thing
   * itself.
   */
  open(event: Event, opening: Opening, request: RequestEvent): boolean;
  /** Returns the address at which the host page shows or does a thing for the customer, if it has one that is safe. */
  link(intent: string, params?: Readonly<Record<string, string>>): string | undefined;
  /** Sets the text of the status region; the empty string clears it. */
  announce(text: string): void;
  /** Returns whether the platform has an operation and this operator may do it. */
  can(operation: OperationName): boolean;
}

export interface StateOptions {
  /** Is told what is shown of the whole element, and whether there is none of it. */
  readonly onSnapshot: (snapshot: Snapshot<unknown>, isEmpty: boolean) => void;
  readonly l10n: Localization;
  readonly retry: () => void;
  /** The address to sign in at. Not checked yet: pass it through `safeHref()`. */
  readonly signIn: string | undefined;
}
