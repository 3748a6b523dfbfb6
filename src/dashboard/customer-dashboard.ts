import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Adapter } from '../adapter/adapter.ts';
import { combinedStates, type WidgetState } from '../data/widget-state.ts';
import { absentIsUndefined } from '../element/absent-is-undefined.ts';
import { BaseElement } from '../element/base-element.ts';
import { ElementStates, StatesChangedEvent } from '../element/element-states.ts';
import { LocaleController } from '../element/locale-controller.ts';
import { base } from '../ui/base.styles.ts';
import { safeHref } from '../element/href.ts';
import { icon, iconStyles } from '../ui/icon.ts';
import { back } from '../ui/icons.ts';
import { tokens } from '../ui/tokens.ts';
import { NavigateBackEvent } from './customer-dashboard.events.ts';
import { styles } from './customer-dashboard.styles.ts';
import { DashboardProvider } from './provide-dashboard.ts';

/** What stands in the first of two columns, and what in the second. */
const inMain = "order-history:not([dashboard-area]), [dashboard-area='main']";
const atEnd = "notes-panel:not([dashboard-area]), [dashboard-area='end']";

/**
 * A customer's page: gives adapter, customer and locale to the widgets inside it, and lays them out on one sheet by
 * its own width. A widget says where it stands by `dashboard-area`: `main`, `end` or `full`; the library's own know.
 *
 * @summary The customer page: what stands inside shares adapter, customer and locale
 * @tag customer-dashboard
 * @slot - The widgets.
 * @slot bar - Beside the back link.
 * @fires {NavigateBackEvent} navigate-back - The back link was followed. Cancelable.
 * @fires {SessionExpiredEvent} session-expired - The operator turned out to be signed out.
 * @csspart bar - The line above the sheet.
 * @csspart back - The back link.
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

  /** Whose page it is. `null` or empty: no customer is chosen yet. */
  @property({ attribute: 'customer-id', converter: absentIsUndefined }) customerId?: string | null;
  /** Where the data comes from. `null`: it is not there yet. */
  @property({ attribute: false }) adapter?: Adapter | null;
  /** Language and formats, as BCP 47. Where it is absent, the nearest `lang` says. */
  @property() locale?: string;
  /** The zone that times are shown in, as IANA names it. Where it is absent, the browser's. */
  @property({ attribute: 'time-zone' }) timeZone?: string;
  /** What counts as now. For tests and pictures. */
  @property({ attribute: false }) now?: () => Date;
  /** Where the back link leads. Without it there is none. */
  @property({ attribute: 'back-href' }) backHref?: string;
  /** What the back link says, where "Customers" is not the word. */
  @property({ attribute: 'back-label' }) backLabel?: string;

  readonly #provider = new DashboardProvider(this);
  readonly #locale = new LocaleController(this, () => this);
  readonly #states = new ElementStates(this);
  readonly #statesOf = new Map<Node, readonly WidgetState[]>();
  #isDivided = false;

  constructor() {
    super();
    this.addEventListener(StatesChangedEvent.type, this.#note);
  }

  /** Drops what was read, of one customer or all, and reads again what is on screen. */
  clear(customerId?: string): void {
    this.#provider.clear(customerId);
  }

  protected override get firstWords(): Promise<void> | undefined {
    return this.#locale.firstWords;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#provider.adapter = this.adapter;
    this.#provider.customerId = this.customerId;
    if (!changed.has('locale') && !changed.has('timeZone') && !changed.has('now')) return;
    const { locale, timeZone, now } = this;
    this.#provider.locale = locale || timeZone || now ? { locale, timeZone, now } : undefined;
  }

  protected override render(): TemplateResult {
    const href = safeHref(this.backHref);
    return html`<div class="dashboard">
      <div class="bar" part="bar" ?hidden=${!href}>
        ${
          href
            ? html`<a class="link" part="back" href=${href} @click=${this.#back}
                >${icon(back, { directed: true })}${this.backLabel ?? this.#locale.current.common.customers}</a
              >`
            : nothing
        }
        <slot name="bar"></slot>
      </div>
      <div class="sheet ${this.#isDivided ? 'divided' : ''}" part="sheet">
        <slot @slotchange=${this.#arrange}></slot>
      </div>
    </div>`;
  }

  /** Two columns only where something stands in each: what has nothing beside it has the whole width. */
  readonly #arrange = ({ currentTarget }: Event): void => {
    const all = (currentTarget as HTMLSlotElement).assignedElements();
    this.#isDivided = [inMain, atEnd].every((area) => all.some((element) => element.matches(area)));
    this.#combine();
    this.requestUpdate();
  };

  readonly #note = (event: Event): void => {
    const [widget] = event.composedPath();
    if (!(event instanceof StatesChangedEvent) || widget === this || !(widget instanceof Node)) return;
    this.#statesOf.set(widget, event.states);
    this.#combine();
  };

  /** Of the widgets that are still here. */
  #combine(): void {
    for (const widget of this.#statesOf.keys()) if (!isInside(this, widget)) this.#statesOf.delete(widget);
    this.#states.set(combinedStates([...this.#statesOf.values()]));
  }

  readonly #back = (event: Event): void => {
    if (!this.dispatchEvent(new NavigateBackEvent())) event.preventDefault();
  };
}

/** Whether a node is below an element, through the shadow trees between them. */
function isInside(element: Element, node: Node): boolean {
  const root = node.getRootNode();
  return element.contains(node) || (root instanceof ShadowRoot && isInside(element, root.host));
}

declare global {
  interface HTMLElementTagNameMap {
    'customer-dashboard': CustomerDashboard;
  }
}
