import { render, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { Adapter } from '../adapter/adapter.ts';
import { DashboardClient } from '../data/client.ts';
import type { QueryScope } from '../data/query.ts';
import type { Snapshot } from '../data/snapshot.ts';
import { statesOf, type WidgetState } from '../data/widget-state.ts';
import type { Localization } from '../i18n/localization.ts';
import { absentIsUndefined } from './absent-is-undefined.ts';
import { BaseElement } from './base-element.ts';
import { toCustomerId } from './customer-id.ts';
import { attachContextRoot, clientContext, Consumer, customerContext, localeContext } from './contexts.ts';
import { ElementStates } from './element-states.ts';
import type { RequestEvent } from './events.ts';
import { failure } from './failure.ts';
import { ignoreHeldKeys } from './held-keys.ts';
import { safeHref } from './href.ts';
import { LeaveGuard } from './leave-guard.ts';
import { LocaleController } from './locale-controller.ts';
import { followLink, type Opening } from './opening.ts';
import { PermissionsController } from './permissions.ts';
import { SetupController } from './setup-controller.ts';
import type { OperationName, Provided, StateOptions, WidgetController, WidgetHost } from './widget-host.ts';

/**
 * What every widget is: it knows whose customer page it is on, where data comes from, and in which language it
 * speaks. Its own properties win over what is provided above it.
 *
 * @attr {'main' | 'end' | 'full'} dashboard-area - The place on the sheet of a `customer-dashboard`, if not the element's usual one.
 * @csspart actions - What can be done, in the header.
 * @csspart button - A button with an icon alone.
 * @csspart count - How many there are, where the header says it.
 * @csspart dialog-footer - The buttons of a dialog.
 * @csspart dialog-header - The line above a dialog.
 * @csspart dialog-heading - Its words.
 * @csspart footer - What is shown of how much, where not all is.
 * @csspart header - The line above, where there is one.
 * @csspart heading - Its words.
 * @csspart hidden-character - A character that is invisible in a name or an address.
 * @csspart more - What asks for the next rows, where they come in pages.
 * @csspart panel - The frame.
 * @csspart retry - What asks again after an error.
 * @csspart search-count - How many were found, where there is a search.
 * @csspart slow - What is said of a long wait.
 * @csspart state - What stands where data is not.
 * @csspart widget - All of the element.
 * @cssstate empty - There is none of what it shows.
 * @cssstate error - It could not be loaded, for another reason than those below.
 * @cssstate forbidden - This operator may not see it.
 * @cssstate loading - Nothing has come yet.
 * @cssstate offline - There is no connection; also `stale` where data is there.
 * @cssstate ready - It shows what there is.
 * @cssstate stale - Data is there, newer could not be had or waits to be asked for.
 */
export abstract class DashboardElement extends BaseElement implements WidgetHost {
  // The first field: the controllers below are added to it.
  readonly #controllers = new Set<WidgetController>();

  /** Whose data to show. `null` or empty: no customer is chosen yet. Without it, the customer of the page. */
  @property({ attribute: 'customer-id', converter: absentIsUndefined }) customerId?: string | null;

  /** Where the data comes from. `null`: it is not there yet. Without it, the adapter of the page. */
  @property({ attribute: false }) adapter?: Adapter | null;

  /** What this operator may do here, and what the platform offers. Asked for with what is shown. */
  readonly permissions: PermissionsController = new PermissionsController(this);
  /** What nobody has given this element, once it has waited for it. */
  readonly setup: SetupController = new SetupController(this);
  /** Asks before the page is left while something is typed or sent and not yet saved. */
  readonly leaveGuard = new LeaveGuard(this);
  readonly #client = new Consumer(this, clientContext);
  readonly #customer = new Consumer(this, customerContext);
  readonly #settings = new Consumer(this, localeContext);
  readonly #locale = new LocaleController(this, () => this.#settings.value);

  /** What was said, here or above: `undefined` where nobody has, `null` or empty where there is none yet. */
  get provided(): Provided {
    const { adapter, customerId } = this;
    return {
      client: adapter ? DashboardClient.of(adapter) : adapter === undefined ? this.#client.value : null,
      customerId: customerId === undefined ? this.#customer.value : toCustomerId(customerId),
    };
  }

  /** The client in force: that of the own adapter, or the page's. */
  get client(): DashboardClient | undefined {
    return this.provided.client ?? undefined;
  }

  /** The customer in force. */
  get activeCustomer(): string | undefined {
    return this.provided.customerId || undefined;
  }

  /** Words, numbers and times as they are said here. English until another catalogue has been loaded. */
  get l10n(): Localization {
    return this.#locale.current;
  }

  /** The language that is spoken here once its words have come, as the page writes it. */
  get requestedLocale(): string {
    return this.#locale.requested;
  }

  protected override get firstWords(): Promise<void> | undefined {
    return this.#locale.firstWords;
  }

  /** Asks the adapter again for everything that this element shows. */
  abstract refresh(): void;

  /** @ignore */
  get scope(): QueryScope {
    return 'customer';
  }

  /** @ignore */
  get stateOptions(): StateOptions {
    const signIn = this.#hrefOf('sign-in', {});
    return { l10n: this.l10n, retry: () => this.refresh(), signIn, onSnapshot: this.#onSnapshot };
  }

  /** @ignore */
  get announcement(): string {
    return this.#announcement;
  }

  /** @ignore */
  override addController(controller: WidgetController): void {
    this.#controllers.add(controller);
    super.addController(controller);
  }

  /** @ignore */
  override removeController(controller: WidgetController): void {
    this.#controllers.delete(controller);
    super.removeController(controller);
  }

  /** @ignore */
  request(request: RequestEvent): boolean {
    return this.dispatchEvent(request);
  }

  /** @ignore */
  open(event: Event, opening: Opening, request: RequestEvent): boolean {
    // `auxclick` comes for every button but the first; only the middle one follows a link.
    if (event.type === 'auxclick' && (event as MouseEvent).button !== 1) return false;
    if (this.request(request)) return followLink(event, opening);
    event.preventDefault();
    return false;
  }

  /** @ignore */
  link(intent: string, params: Readonly<Record<string, string>> = {}): string | undefined {
    const { activeCustomer: customerId } = this;
    return safeHref(this.#hrefOf(intent, customerId === undefined ? params : { customerId, ...params }));
  }

  /** @ignore */
  announce(text: string): void {
    if (text === this.#announcement) return;
    this.#announcement = text;
    this.requestUpdate();
  }

  /** @ignore */
  can(operation: OperationName): boolean {
    const [port, method] = operation.split('.') as [keyof Adapter, string];
    const methods = this.client?.adapter[port] as Readonly<Record<string, unknown>> | undefined;
    const { state } = this.permissions.of(operation);
    return methods?.[method] !== undefined && (state === 'allowed' || state === 'deprecated');
  }

  #hrefOf(intent: string, params: Readonly<Record<string, string>>): string | undefined {
    try {
      const link: unknown = this.client?.adapter.links?.(intent, params);
      return typeof link === 'string' ? link : undefined;
    } catch {
      // A host that throws has no address: the widget is shown all the same.
      return undefined;
    }
  }

  constructor() {
    super();
    ignoreHeldKeys(this);
  }

  override connectedCallback(): void {
    attachContextRoot();
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#visibilityChanged);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#visibilityChanged);
  }

  /** Called after `hostCustomerChanged()` of the controllers, for what the element itself keeps of the last customer. */
  protected customerChanged(): void {}

  protected override willUpdate(_changed: PropertyValues): void {
    if (this.activeCustomer === this.#lastCustomer && this.client === this.#lastClient) return;
    this.#lastCustomer = this.activeCustomer;
    this.#lastClient = this.client;
    if (this.client) this.client.isHidden = document.hidden;
    this.#announcement = '';
    // The dialog on top was made last and closes first: each gives focus back to where it was.
    for (const controller of [...this.#controllers].reverse()) controller.hostCustomerChanged?.();
    this.customerChanged();
  }

  /**
   * Whatever an adapter has in store (a port whose getter throws, say), the element ends in a state of its own: what
   * was thrown is shown as a fault, with a way to try again, and the next update begins anew.
   */
  protected override performUpdate(): void {
    this.#shown = undefined;
    try {
      super.performUpdate();
    } catch (thrown) {
      this.#shown = ['error'];
      // Its name alone: what it says may be about a customer.
      console.warn(`<${this.localName}> could not be shown:`, nameOf(thrown));
      const view = failure(this.l10n, this.#tryAgain);
      this.changeOwnTree(() => render(view, this.renderRoot, this.renderOptions));
    }
    this.#states.set(this.#shown ?? []);
  }

  /** Focus is not lost with what it was on: it goes to the dialog or widget around, and Tab goes on from there. */
  protected override update(changed: PropertyValues): void {
    const focused = this.shadowRoot?.activeElement;
    const dialog = focused?.closest('dialog');
    super.update(changed);
    if (!focused || focused.isConnected) return;
    const frame = dialog?.isConnected ? dialog : this.renderRoot.firstElementChild;
    if (frame instanceof HTMLElement) focusOnce(frame);
  }

  readonly #states = new ElementStates(this);
  #shown: readonly WidgetState[] | undefined;

  /** The first one of an update is the panel's: what its dialogs show is drawn after it. */
  readonly #onSnapshot = (snapshot: Snapshot<unknown>, isEmpty: boolean): void => {
    this.#shown ??= statesOf(snapshot, isEmpty);
  };

  readonly #tryAgain = (): void => {
    try {
      this.refresh();
    } catch {
      // What throws still is told by the update.
    }
    this.requestUpdate();
  };

  #announcement = '';
  #lastCustomer: string | undefined;
  #lastClient: DashboardClient | undefined;

  readonly #visibilityChanged = (): void => {
    this.setup.hostUpdate();
    const { client } = this;
    if (!client) return;
    client.isHidden = document.hidden;
    if (!document.hidden) client.refetchExpired();
  };
}

/** What kind of error was thrown; nothing of what it says. */
function nameOf(thrown: unknown): string {
  try {
    return thrown instanceof Error ? thrown.name : typeof thrown;
  } catch {
    return 'unknown';
  }
}

/** Focuses what otherwise takes no focus. */
function focusOnce(element: HTMLElement): void {
  element.tabIndex = -1;
  element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true });
  element.focus();
}
