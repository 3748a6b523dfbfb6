import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { AdapterOperation } from '../adapter/define-port.ts';
import type { DashboardClient } from '../data/client.ts';
import type { QueryScope } from '../data/query.ts';
import type { Availability } from '../domain/operator.ts';
import type { Snapshot } from '../data/snapshot.ts';
import type { Localization } from '../i18n/localization.ts';
import type { RequestEvent } from './events.ts';
import type { Opening } from './opening.ts';

/**
 * The client and the customer that the element or the page sets: `undefined` if neither does, `null` if there is none
 * yet.
 */
export interface Provided {
  readonly client: DashboardClient | null | undefined;
  readonly customerId: string | null | undefined;
}

export interface WidgetController extends ReactiveController {
  /**
   * Called before the first update for another customer, or for the same id of another adapter. Close what is open
   * for the previous customer; keep drafts.
   */
  hostCustomerChanged?(): void;
}

/** The interface of a widget for its controllers. Every `DashboardElement` implements it. */
export interface WidgetHost extends HTMLElement, ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly client: DashboardClient | undefined;
  readonly activeCustomer: string | undefined;
  readonly provided: Provided;
  /** The scope of the data: one customer, or the platform, which needs no customer. */
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
  /** Fetches everything that the widget shows again. */
  refresh(): void;
  /** Dispatches a request. Returns `false` if the host page has prevented the default action. */
  request(request: RequestEvent): boolean;
  /**
   * Dispatches a request to open an item, then lets the browser follow its link. Returns whether the widget shows the
   * item itself.
   */
  open(event: Event, opening: Opening, request: RequestEvent): boolean;
  /** Returns the host page's safe URL for an intent and the current customer, or `undefined`. */
  link(intent: string, params?: Readonly<Record<string, string>>): string | undefined;
  /** Sets the text of the status region; the empty string clears it. */
  announce(text: string): void;
  /** Returns whether the platform has an operation and the operator is allowed to use it. */
  can(operation: AdapterOperation): boolean;
}

export interface StateOptions {
  /** Called with the snapshot that the whole element shows, and whether it is empty. */
  readonly onSnapshot: (snapshot: Snapshot<unknown>, isEmpty: boolean) => void;
  readonly l10n: Localization;
  readonly retry: () => void;
  /** The sign-in URL. Not checked: pass it through `safeHref()`. */
  readonly signIn: string | undefined;
}
