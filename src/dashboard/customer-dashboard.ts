import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Adapter } from '../adapter/adapter.ts';
import type { AdapterOperation, AdapterPort } from '../adapter/define-port.ts';
import { combinedStates, type WidgetState } from '../data/widget-state.ts';
import { absentIsUndefined, toCustomerId } from '../element/columns.ts';
import { BaseElement } from '../element/base-element.ts';
import { ElementStates, failure, StatesChangedEvent } from '../element/element-states.ts';
import { Lazy } from '../element/lazy.ts';
import { attachContextRoot, clientContext, clientOf, Consumer, customerContext } from '../element/contexts.ts';
import { LocaleController } from '../element/locale-controller.ts';
import { base } from '../ui/base.styles.ts';
import type { DashboardClient } from '../data/client.ts';
import type { Localization } from '../i18n/localization.ts';
import { safeHref } from '../element/href.ts';
import { icon, iconStyles } from '../ui/icon.ts';
import { back, columns } from '../ui/icons.ts';
import { tokens } from '../ui/tokens.ts';
import { NavigateBackEvent } from './customer-dashboard.events.ts';
import { styles } from './customer-dashboard.styles.ts';
import { ExtensionLoader } from './extensions/extension-loader.ts';
import type { Arranging } from './arrange/arranging.ts';
import type { DashboardLayout } from './layout/layout.ts';
import type { LayoutView } from './layout/layout-view.ts';
import { DashboardProvider } from './provide-dashboard.ts';

/** Selectors for the widgets of the first and of the second column. */
const inMain = "order-history:not([dashboard-area]), [dashboard-area='main']";
const atEnd = "notes-panel:not([dashboard-area]), [dashboard-area='end']";

/**
 * A customer's page. It provides the adapter, the customer and the locale to the widgets inside it, and lays them out
 * on one sheet by its own width. Set `dashboard-area` on a widget to `main`, `end` or `full` to choose its place; the
 * library's own widgets have a default. With `layout`, the dashboard adds the library's widgets itself, and places them
 * and its children by sections, columns and widths.
 *
 * @summary The customer page: shares adapter, customer and locale with the widgets inside it
 * @tag customer-dashboard
 * @slot - The widgets.
 * @slot bar - Content beside the back link.
 * @fires {LayoutProblemEvent} layout-problem - The layout could not be read, or names a widget that the page lacks.
 * @fires {LayoutSaveEvent} layout-save - The operator saves an arranged layout. Cancelable.
 * @fires {LayoutSavedEvent} layout-saved - A layout was saved.
 * @fires {NavigateBackEvent} navigate-back - The operator followed the back link. Cancelable.
 * @fires {SessionExpiredEvent} session-expired - The operator is signed out.
 * @fires {WidgetErrorEvent} widget-error - A widget of others is not shown.
 * @csspart arrange - Starts to arrange the page.
 * @csspart arrange-bar - The tools above a page that is arranged.
 * @csspart bar - The line above the sheet.
 * @csspart back - The back link.
 * @csspart button - A button of the tools.
 * @csspart handle - The handle that a widget is moved by.
 * @csspart input - A choice of the tools.
 * @csspart message - Why a layout could not be saved.
 * @csspart save - Saves the arranged layout.
 * @csspart section - A section of a layout.
 * @csspart section-heading - The heading of a section.
 * @csspart section-link - A link to a section.
 * @csspart sections - The links to the sections of a layout.
 * @csspart sheet - The surface that the widgets share.
 * @cssstate empty - No widget inside has anything to show.
 * @cssstate error - A widget inside could not be loaded.
 * @cssstate forbidden - This operator may see none of the widgets inside.
 * @cssstate loading - A widget inside still waits.
 * @cssstate offline - A widget inside has no connection.
 * @cssstate ready - All widgets inside show what there is.
 * @cssstate stale - A widget inside shows data that is not the newest.
 */
export class CustomerDashboard extends BaseElement {
  static readonly tag = 'customer-dashboard';
  static override styles = [tokens, base, iconStyles, styles];

  /** The id of the customer. `null` or empty: no customer is chosen yet. */
  @property({ attribute: 'customer-id', converter: absentIsUndefined }) customerId?: string | null;
  /** The adapter that the data comes from. `null`: not available yet. */
  @property({ attribute: false }) adapter?: Adapter | null;
  /** The language and formats, as BCP 47. Default: the nearest `lang` attribute. */
  @property() locale?: string;
  /** The IANA time zone that times are shown in. Default: the browser's. */
  @property({ attribute: 'time-zone' }) timeZone?: string;
  /** Returns the current time. For tests and screenshots. */
  @property({ attribute: false }) now?: () => Date;
  /** The URL of the back link. If it is absent, there is no back link. */
  @property({ attribute: 'back-href' }) backHref?: string;
  /** The text of the back link. Default: "Customers". */
  @property({ attribute: 'back-label' }) backLabel?: string;
  /**
   * The widgets and their places: an object or its JSON, or the name of a layout of the library: `default`, `miva`,
   * `seller`, `payments`, `cafe24`, `organiser`. Absent: the children are placed, and nothing is added.
   */
  @property({ converter: absentIsUndefined }) layout?: DashboardLayout | string | null;
  /** The role of the operator, for which a layout can differ. */
  @property({ attribute: 'operator-role' }) operatorRole?: string;

  /**
   * The writes that widgets of others may do, by tag: `{ 'acme-loyalty': ['loyalty.redeem', 'notes'] }`, operations or
   * whole ports. Without an entry, a widget only reads.
   */
  @property({ attribute: false }) grants: Readonly<Record<string, readonly (AdapterOperation | AdapterPort)[]>> = {};
  /** Offers the operator to arrange the page, and shows what was saved in the adapter's port `preferences`. */
  @property({ type: Boolean }) arrangeable = false;
  /** Shows the page with the tools to arrange it. */
  @property({ type: Boolean, reflect: true }) arranging = false;
  /** The key of the saved layout. Pages with different layouts need different keys. */
  @property({ attribute: 'preference-key' }) preferenceKey = 'customer-dashboard';

  readonly #provider = new DashboardProvider(this);
  readonly #outerClient = new Consumer(this, clientContext);
  readonly #outerCustomer = new Consumer(this, customerContext);
  readonly #locale = new LocaleController(this, () => this);
  readonly #states = new ElementStates(this);
  readonly #statesOf = new Map<Node, readonly WidgetState[]>();
  readonly #layouts = new Lazy(this, () => import('./layout/layout-view.ts'));
  readonly #arranging = new Lazy(this, () => import('./arrange/arranging.ts'));
  readonly #extensions = new ExtensionLoader(this);
  #view: LayoutView | undefined;
  #mode: Arranging | undefined;
  #isDivided = false;

  constructor() {
    super();
    this.addEventListener(StatesChangedEvent.type, this.#note);
  }

  /** Clears the cached data of one customer or of all, and refetches what is on screen. */
  clear(customerId?: string): void {
    this.#provider.clear(customerId);
  }

  /** @ignore */
  get l10n(): Localization {
    return this.#locale.current;
  }

  /** @ignore */
  get requestedLocale(): string {
    return this.#locale.requested;
  }

  /** @ignore */
  get client(): DashboardClient | undefined {
    const { adapter } = this;
    return (adapter === undefined ? this.#outerClient.value : clientOf(adapter)) ?? undefined;
  }

  /** @ignore */
  get activeCustomer(): string | undefined {
    return (this.customerId === undefined ? this.#outerCustomer.value : toCustomerId(this.customerId)) || undefined;
  }

  override connectedCallback(): void {
    attachContextRoot();
    super.connectedCallback();
    this.#view?.connect();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#view?.disconnect();
  }

  protected override get firstUpdateDelay(): Promise<void> | undefined {
    return this.#locale.firstWords;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.hasUpdated) this.#isDivided = this.#hasTwoColumns;
    this.#provider.adapter = this.adapter;
    this.#provider.customerId = this.customerId;
    this.#extensions.update();
    if (this.layout === undefined || this.layout === null) {
      this.#view?.clear();
      this.#view = undefined;
    } else {
      if (changed.has('layout')) this.#layouts.load();
      const { module } = this.#layouts;
      if (module) (this.#view ??= new module.LayoutView(this, () => this.#extensions.current)).update();
      this.#updateMode(changed.has('layout'));
    }
    if (!changed.has('locale') && !changed.has('timeZone') && !changed.has('now')) return;
    const { locale, timeZone, now } = this;
    this.#provider.locale = locale || timeZone || now ? { locale, timeZone, now } : undefined;
  }

  protected override render(): TemplateResult {
    const href = safeHref(this.backHref);
    const canArrange = this.arrangeable && this.#view !== undefined;
    return html`<div class="dashboard">
      <div class="bar" part="bar" ?hidden=${!href && !canArrange}>
        ${
          href
            ? html`<a class="link" part="back" href=${href} @click=${this.#back}
                >${icon(back, { directed: true })}${this.backLabel ?? this.#locale.current.common.customers}</a
              >`
            : nothing
        }
        <slot name="bar"></slot>
        ${
          canArrange && !this.arranging
            ? html`<button type="button" class="button ghost arrange" part="arrange" @click=${this.#arrangePage}>
                ${icon(columns)}${this.#view?.words.arrange}
              </button>`
            : nothing
        }
      </div>
      ${this.#renderWidgets()}
    </div>`;
  }

  #renderWidgets(): TemplateResult {
    if (this.#view)
      return html`<div @slotchange=${this.#layoutChildrenChanged}>
        ${this.#mode?.render() ?? nothing}${this.#view.render(this.#mode)}
      </div>`;
    if (this.layout !== undefined && this.layout !== null)
      return this.#layouts.state === 'failed' ? failure(this.l10n, () => this.#layouts.load()) : html``;
    return html`<div class="sheet ${this.#isDivided ? 'divided' : ''}" part="sheet">
      <slot @slotchange=${this.#arrange}></slot>
    </div>`;
  }

  readonly #arrangePage = (): void => {
    this.arranging = true;
  };

  /** Starts or ends the mode in which the page is arranged. Another layout of the host page ends it. */
  #updateMode(hasOtherLayout: boolean): void {
    if (hasOtherLayout && this.#mode) this.arranging = false;
    if (!this.arranging) {
      this.#mode?.stop();
      this.#mode = undefined;
    } else if (this.#view && !this.#mode) {
      const { module } = this.#arranging;
      if (module) this.#mode = new module.Arranging(this, this.#view);
      else this.#arranging.load();
    }
  }

  readonly #layoutChildrenChanged = (): void => {
    this.#combine();
    this.requestUpdate();
  };

  /** Two columns are used only if both have content. A widget without a neighbor takes the full width. */
  get #hasTwoColumns(): boolean {
    return [inMain, atEnd].every((area) => [...this.children].some((child) => !child.slot && child.matches(area)));
  }

  readonly #arrange = (): void => {
    this.#combine();
    const isDivided = this.#hasTwoColumns;
    // Widgets of others that have left are forgotten in an update.
    if (isDivided === this.#isDivided && !this.#extensions.current) return;
    this.#isDivided = isDivided;
    this.requestUpdate();
  };

  readonly #note = (event: Event): void => {
    const [widget] = event.composedPath();
    if (!(event instanceof StatesChangedEvent) || widget === this || !(widget instanceof Node)) return;
    this.#statesOf.set(widget, event.states);
    this.#combine();
  };

  /** The states of the widgets that are still in this dashboard. */
  #combine(): void {
    for (const widget of this.#statesOf.keys()) if (!isInside(this, widget)) this.#statesOf.delete(widget);
    this.#states.set(combinedStates([...this.#statesOf.values()]));
  }

  readonly #back = (event: Event): void => {
    if (!this.dispatchEvent(new NavigateBackEvent())) event.preventDefault();
  };
}

/** `true` if a node is below an element, through the shadow trees between them. */
function isInside(element: Element, node: Node): boolean {
  const root = node.getRootNode();
  return element.contains(node) || (root instanceof ShadowRoot && isInside(element, root.host));
}

declare global {
  interface HTMLElementTagNameMap {
    'customer-dashboard': CustomerDashboard;
  }
}
