import { render, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { Adapter } from '../adapter/adapter.ts';
import type { AdapterOperation } from '../adapter/define-port.ts';
import type { DashboardClient } from '../data/client.ts';
import type { QueryScope } from '../data/query.ts';
import type { Snapshot } from '../data/snapshot.ts';
import { statesOf, type WidgetState } from '../data/widget-state.ts';
import type { Localization } from '../i18n/localization.ts';
import { absentIsUndefined, toCustomerId } from './columns.ts';
import { BaseElement } from './base-element.ts';
import { attachContextRoot, clientContext, clientOf, Consumer, customerContext, localeContext } from './contexts.ts';
import { ElementStates, failure, warnOfFailure } from './element-states.ts';
import type { RequestEvent } from './events.ts';
import { ignoreHeldKeys } from './held-keys.ts';
import { safeHref } from './href.ts';
import { followLink, type Opening } from './opening.ts';
import { keepFocus } from './keep-focus.ts';
import { LeaveGuard } from './leave-guard.ts';
import { LocaleController } from './locale-controller.ts';
import { PermissionsController } from './permissions.ts';
import { SetupController } from './setup-controller.ts';
import { hideWaiting, inTurn, isWaiting } from './update-in-turn.ts';
import type { Provided, StateOptions, WidgetController, WidgetHost } from './widget-host.ts';

/**
 * The base class of every widget. It resolves the customer, the adapter and the locale: an element's own properties
 * override those of the providers around it.
 *
 * @attr {'main' | 'end' | 'full'} dashboard-area - The area of a `customer-dashboard` in which the element is placed.
 * @slot actions - More actions in the header.
 * @slot hint - A hint below the header.
 * @slot help - Help at the end of the widget.
 * @slot loading - Replaces the loading state.
 * @slot error - Replaces the error state.
 * @csspart actions - The actions in the header.
 * @csspart button - An icon button.
 * @csspart count - The number of rows in the header.
 * @csspart dialog-footer - The footer of a dialog, with its buttons.
 * @csspart dialog-header - The header of a dialog.
 * @csspart dialog-heading - The heading of a dialog.
 * @csspart footer - The footer: how many of the rows are shown.
 * @csspart header - The header of the panel.
 * @csspart heading - The heading in the header.
 * @csspart hidden-character - A mark in place of an invisible character in a name.
 * @csspart more - The button that loads the next page of rows.
 * @csspart panel - The frame around the content.
 * @csspart retry - The button that retries after an error.
 * @csspart search-count - The number of rows that a search has found.
 * @csspart slow - The notice that loading takes long.
 * @csspart state - The view in place of the data, such as an error.
 * @csspart widget - The outermost box of the element.
 * @cssstate empty - The data has loaded and has no rows.
 * @cssstate error - Loading failed for a reason other than `forbidden` or `offline`.
 * @cssstate forbidden - The operator has no permission to see the data.
 * @cssstate loading - No data has arrived yet.
 * @cssstate offline - The platform cannot be reached. Also `stale` if data is shown.
 * @cssstate ready - Data is shown.
 * @cssstate stale - Data is shown, but the last refresh failed or newer data is available.
 */
export abstract class DashboardElement extends BaseElement implements WidgetHost {
  // Declared first, because the controllers below register themselves in it.
  readonly #controllers = new Set<WidgetController>();

  /** The id of the customer to show. `null` or empty: none is selected yet. Default: the nearest provider's. */
  @property({ attribute: 'customer-id', converter: absentIsUndefined }) customerId?: string | null;

  /** The adapter that the data comes from. `null`: it is not available yet. Default: the nearest provider's. */
  @property({ attribute: false }) adapter?: Adapter | null;

  /** The operator's permissions and the operations that the platform offers. Fetched together with the data. */
  readonly permissions: PermissionsController = new PermissionsController(this);
  /** Reports a missing adapter or customer, after a grace period. */
  readonly setup: SetupController = new SetupController(this);
  /** Asks for confirmation before the page is left with unsaved or pending changes. */
  readonly leaveGuard = new LeaveGuard(this);
  readonly #client = new Consumer(this, clientContext);
  readonly #customer = new Consumer(this, customerContext);
  readonly #settings = new Consumer(this, localeContext);
  readonly #locale = new LocaleController(this, () => this.#settings.value);

  /**
   * The client and the customer from this element or the nearest provider. `undefined` if neither sets it, `null` or an
   * empty id if there is none yet.
   */
  get provided(): Provided {
    const { adapter, customerId } = this;
    return {
      client: adapter === undefined ? this.#client.value : clientOf(adapter),
      customerId: customerId === undefined ? this.#customer.value : toCustomerId(customerId),
    };
  }

  /** The client in use: of the element's own adapter, or of the nearest provider. */
  get client(): DashboardClient | undefined {
    return this.provided.client ?? undefined;
  }

  /** The id of the customer that is shown. `undefined` in a widget of the platform, which is about no single one. */
  get activeCustomer(): string | undefined {
    return this.scope === 'platform' ? undefined : this.provided.customerId || undefined;
  }

  /** The localization in use. English until the words of another language have loaded. */
  get l10n(): Localization {
    return this.#locale.current;
  }

  /** The locale that the page asks for, as it is written there, even if its words have not loaded. */
  get requestedLocale(): string {
    return this.#locale.requested;
  }

  protected override get firstUpdateDelay(): Promise<void> | undefined {
    return this.#locale.firstWords ?? (this.provided.client === undefined ? Promise.resolve() : undefined);
  }

  /** Fetches everything that this element shows again. */
  abstract refresh(): void;

  /** @ignore */
  get scope(): QueryScope {
    return 'customer';
  }

  /** @ignore */
  get stateOptions(): StateOptions {
    const retry = () => this.refresh();
    return { l10n: this.l10n, retry, signIn: this.#hrefOf('sign-in', {}), onSnapshot: this.#onSnapshot };
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
    // `auxclick` fires for every button except the primary one; only the middle button follows a link.
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
  can(operation: AdapterOperation): boolean {
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
      // If the host's `links()` throws, the link has no URL, and the widget still renders.
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

  /** Resets the element's own state for a new customer, after `hostCustomerChanged()` of the controllers. */
  protected customerChanged(): void {}

  /** After the first update, the updates for another customer are spread over several tasks. */
  protected override scheduleUpdate(): void | Promise<unknown> {
    const update = () => super.scheduleUpdate();
    return this.hasUpdated ? inTurn(this, this.#showsOther, update) : update();
  }

  /** @ignore */
  override requestUpdate(...change: Parameters<BaseElement['requestUpdate']>): void {
    super.requestUpdate(...change);
    if (isWaiting(this) && this.#showsOther) hideWaiting(this);
  }

  /** `true` if what is on screen belongs to another customer or, of a platform, to another adapter. */
  get #showsOther(): boolean {
    const shown = this.scope === 'platform' ? this.#lastClient : this.#lastCustomer;
    return shown !== undefined && this.#isOfOthers;
  }

  /** `true` if what is shown belongs to another customer, or to the same id of another adapter. */
  get #isOfOthers(): boolean {
    return this.activeCustomer !== this.#lastCustomer || this.client !== this.#lastClient;
  }

  protected override willUpdate(_changed: PropertyValues): void {
    if (!this.#isOfOthers) return;
    this.#lastCustomer = this.activeCustomer;
    this.#lastClient = this.client;
    if (this.client) this.client.isHidden = document.hidden;
    this.#announcement = '';
    // The topmost dialog opened last and must close first, so that each one returns the focus to its opener.
    for (const controller of [...this.#controllers].reverse()) controller.hostCustomerChanged?.();
    this.customerChanged();
  }

  /**
   * Renders the element. If that throws (an adapter may have a getter that does), the element shows an error view with
   * a retry button instead, and the next update starts over.
   */
  protected override performUpdate(): void {
    this.#shown = undefined;
    try {
      super.performUpdate();
    } catch (thrown) {
      this.#shown = ['error'];
      warnOfFailure(this, thrown);
      const view = failure(this.l10n, this.#tryAgain);
      this.changeOwnTree(() => render(view, this.renderRoot, this.renderOptions));
    }
    this.#states.set(this.#shown ?? []);
  }

  /** Loads the parts of the element that its answers need: in `willUpdate()`, they are still those of the last update. */
  protected loadParts(): void {}

  protected override update(changed: PropertyValues): void {
    this.loadParts();
    keepFocus(this, () => super.update(changed));
  }

  readonly #states = new ElementStates(this);
  #shown: readonly WidgetState[] | undefined;

  /** Takes the states of the first snapshot in an update, which is the panel's. Those of dialogs render later. */
  readonly #onSnapshot = (snapshot: Snapshot<unknown>, isEmpty: boolean): void => {
    this.#shown ??= statesOf(snapshot, isEmpty);
  };

  readonly #tryAgain = (): void => {
    try {
      this.refresh();
    } catch {
      // If rendering throws again, `performUpdate()` reports it.
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
