import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { listCan, listQuery, platformListOperation, rowCount } from '../data/list-query.ts';
import type { List } from '../data/snapshot.ts';
import { CustomerListItem } from '../domain/customer-list.ts';
import { DashboardElement } from '../element/dashboard-element.ts';
import { CustomerOpenEvent } from '../element/events.ts';
import { openingOf, type OpenAs } from '../element/opening.ts';
import { ListController } from '../element/query-controller.ts';
import { iconButton } from '../ui/button.ts';
import { icon } from '../ui/icon.ts';
import { search } from '../ui/icons.ts';
import { isComposing } from '../ui/composing.ts';
import { widget } from '../ui/panel.ts';
import { follow, popoverStyles } from '../ui/popover.ts';
import { searchStyles } from '../ui/search-field.ts';
import { line, stateView } from '../ui/state-view.ts';
import { widgetStyles } from '../ui/styles.ts';
import { close } from '../ui/tool-icons.ts';
import { styles } from './customer-search.styles.ts';
import { foundCustomers, foundExtent } from './found-customers.ts';
import { customerSearchWords } from './words.en.ts';

const operation = platformListOperation('customers.list', CustomerListItem);
const ways: readonly OpenAs[] = ['page', 'popup', 'event'];

/** The time between a key press and the search in milliseconds. */
const delay = 200;

/**
 * A field for the header of an admin that finds a customer by name, e-mail address, telephone number, id or order number.
 * Arrow keys choose one of those found, Enter opens it. It is hidden if the platform cannot search customers.
 *
 * @summary Finds a customer
 * @tag customer-search
 * @fires {CustomerOpenEvent} customer-open - A customer is about to be opened. Cancelable.
 * @csspart input - The field.
 * @csspart option - A customer that was found.
 * @csspart popover - The customers that were found.
 * @csspart search - The frame of the field.
 * @csspart view-all - The link to all customers that were found.
 */
export class CustomerSearch extends DashboardElement {
  static readonly tag = 'customer-search';
  static override styles = [...widgetStyles, searchStyles, popoverStyles, styles];

  /** The place where a customer opens: its page, if the adapter has its URL, otherwise only the event is dispatched. */
  @property({ attribute: 'open-as' }) openAs?: Extract<OpenAs, 'page' | 'popup' | 'event'>;
  /** The number of customers to show. */
  @property({ type: Number }) limit = 8;

  readonly #list = new ListController<CustomerListItem>(
    this,
    {
      platform: () =>
        this.#text && this.#isOpen
          ? listQuery(operation, rowCount(this.limit, 8, 50), '', { text: this.#text })
          : undefined,
    },
    { keepPreviousData: true },
  );
  #typed = '';
  #text = '';
  #isOpen = false;
  #active = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #watch: AbortController | undefined;

  /** @ignore */
  override get scope() {
    return 'platform' as const;
  }

  /** Fetches the customers that were found again. */
  override refresh(): void {
    this.#list.refresh();
    this.permissions.refresh();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#show(false);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { client, l10n } = this;
    if (client && !listCan(client.adapter, operation.name, 'search')) return nothing;
    const words = l10n.words(customerSearchWords);
    const found = this.#found;
    const active = found[this.#active];
    const view = this.#isOpen ? this.#view() : undefined;
    const field = html`<div class="search" part="search">
        ${icon(search)}
        <input
          class="search-input"
          part="input"
          type="text"
          role="combobox"
          dir=${this.#typed ? 'auto' : nothing}
          aria-label=${words.label}
          placeholder=${words.hint}
          aria-autocomplete="list"
          aria-expanded=${view && found.length ? 'true' : 'false'}
          aria-controls="found"
          aria-activedescendant=${view && active ? `option-${this.#active}` : nothing}
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          .enterKeyHint=${'search'}
          .value=${live(this.#typed)}
          @input=${this.#input}
          @compositionend=${this.#input}
          @keydown=${this.#key}
          @focus=${() => this.#show(this.#text !== '')}
        />
        ${
          this.#typed
            ? iconButton({ label: words.clear, path: close, kind: 'inline', onClick: () => this.#clear() })
            : nothing
        }
      </div>
      <div
        .popover=${'manual'}
        class="popover"
        part="popover"
        aria-busy=${view?.busy ? 'true' : 'false'}
        @keydown=${this.#key}
      >
        <div id="found" role="listbox" aria-label=${words.heading} ?hidden=${!view || !found.length}>
          ${
            view && found.length
              ? foundCustomers(this, {
                  ...{ items: found, active: this.#active, onOpen: this.#openCustomer, onChoose: this.#choose },
                  ...{ isEvent: this.openAs === 'event', isPopup: this.openAs === 'popup' },
                })
              : nothing
          }
        </div>
        ${view && !found.length ? view.content : nothing}${view && found.length ? foundExtent(this, { shown: found.length, total: this.#total, text: this.#text }) : nothing}
      </div>`;
    const result = found.length
      ? l10n.text(words.found, { count: this.#total ?? found.length })
      : l10n.text(words.none, { text: `\u2068${this.#text}\u2069` });
    return widget(html`<div class="box" @focusout=${this.#left}>${field}</div>`, {
      announcement: view?.announcement || (view && this.#isCurrent && !view.busy ? result : ''),
    });
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const surface = this.renderRoot.querySelector<HTMLElement>('[popover]');
    if (!surface || this.#isOpen === surface.matches(':popover-open')) return;
    surface.togglePopover(this.#isOpen);
    this.#watch?.abort();
    if (!this.#isOpen) return;
    this.#watch = new AbortController();
    follow(surface, this.#watch.signal);
  }

  /** The customers on screen. */
  get #found(): readonly CustomerListItem[] {
    const { snapshot } = this.#list;
    return snapshot.phase === 'ready' && !snapshot.refreshError ? snapshot.data.items : [];
  }

  get #total(): number | undefined {
    const { snapshot } = this.#list;
    return snapshot.phase === 'ready' ? snapshot.data.total : undefined;
  }

  /** `true` if the customers on screen are those of the typed text: only then Enter opens one. */
  get #isCurrent(): boolean {
    return this.#typed.trim() === this.#text && this.#list.current.phase === 'ready';
  }

  #view() {
    const { l10n } = this;
    const words = l10n.words(customerSearchWords);
    const { snapshot } = this.#list;
    // A failed search must not show the customers of the one before it.
    const shown =
      snapshot.phase === 'ready' && snapshot.refreshError
        ? ({ phase: 'error', error: snapshot.refreshError, refreshing: snapshot.refreshing } as const)
        : snapshot;
    return stateView<List<CustomerListItem>>(shown, {
      ...this.stateOptions,
      what: words.heading,
      skeleton: () => html`${[line(44), line(32), line(44)]}`,
      isEmpty: ({ items }) => !items.length,
      empty: () => ({
        path: search,
        title: l10n.text(words.none, { text: `\u2068${this.#text}\u2069` }),
        help: words.noneHelp,
      }),
      ready: () => html``,
    });
  }

  readonly #input = (event: Event): void => {
    this.#typed = (event.currentTarget as HTMLInputElement).value;
    clearTimeout(this.#timer);
    this.requestUpdate();
    if ((event as InputEvent).isComposing && event.type === 'input') return;
    if (this.#typed.trim()) this.#timer = setTimeout(() => this.#search(), delay);
    else this.#search();
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (isComposing(event)) return;
    const { key } = event;
    const isField = event.currentTarget instanceof HTMLInputElement;
    const step = isField ? ({ ArrowDown: 1, ArrowUp: -1 }[key] ?? 0) : 0;
    if (step && event.altKey) this.#show(step > 0 && this.#text !== '');
    else if (step) this.#move(step);
    else if (key === 'Enter' && isField) this.#enter(event);
    else if (key === 'Escape' && (this.#isOpen || this.#typed)) {
      if (this.#isOpen) this.#show(false);
      else this.#clear();
      if (!isField) this.renderRoot.querySelector('input')?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  #move(step: number): void {
    const { length } = this.#found;
    if (!this.#isOpen) return this.#show(this.#text !== '');
    if (length) this.#choose((this.#active + step + length) % length);
    this.updateComplete.then(
      () => this.renderRoot.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }),
      () => {},
    );
  }

  readonly #choose = (index: number): void => {
    if (index === this.#active) return;
    this.#active = index;
    this.requestUpdate();
  };

  /** Opens the chosen customer, or searches at once if the customers on screen are not those of the text. */
  #enter({ ctrlKey, metaKey, shiftKey }: KeyboardEvent): void {
    if (!this.#isOpen || !this.#isCurrent) return this.#search();
    const option = this.renderRoot.querySelector('[aria-selected=true]');
    option?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }));
  }

  #search(): void {
    clearTimeout(this.#timer);
    const text = this.#typed.trim();
    if (text !== this.#text) this.#active = 0;
    this.#text = text;
    this.#show(text !== '');
    this.requestUpdate();
  }

  #clear(): void {
    this.#typed = '';
    this.#search();
    this.renderRoot.querySelector('input')?.focus();
  }

  #show(isOpen: boolean): void {
    if (isOpen === this.#isOpen) return;
    this.#isOpen = isOpen;
    if (!isOpen) this.#watch?.abort();
    this.requestUpdate();
  }

  readonly #openCustomer = (event: Event, { id }: CustomerListItem): void => {
    const opening = openingOf(ways, this.openAs, this.link('customer', { customerId: id })) ?? { as: 'event' };
    this.open(
      event,
      opening,
      new CustomerOpenEvent(
        id,
        this.#found.map((customer) => customer.id),
      ),
    );
    const { ctrlKey, metaKey, shiftKey } = event as MouseEvent;
    // What opens beside this page leaves the search as it is, for the next one.
    if (event.type === 'auxclick' || ctrlKey || metaKey || shiftKey) return;
    this.#typed = '';
    this.#search();
  };

  readonly #left = ({ relatedTarget, currentTarget }: FocusEvent): void => {
    const isInside = relatedTarget instanceof Node && (currentTarget as Node).contains(relatedTarget);
    // A click on the page itself moves the focus nowhere, so only a window that loses the focus keeps the popover.
    if (!isInside && document.hasFocus()) this.#show(false);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'customer-search': CustomerSearch;
  }
}
