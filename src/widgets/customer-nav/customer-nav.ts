import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import * as v from 'valibot';
import type { OperationName } from '../../adapter/operations.ts';
import { customerQuery } from '../../data/customer-queries.ts';
import { listQuery, listOperation } from '../../data/list-query.ts';
import { Id } from '../../domain/bounds.ts';
import type { Customer } from '../../domain/customer.ts';
import { isWithheld } from '../../domain/field.ts';
import { trimmed } from '../../domain/visible.ts';
import { absentIsUndefined, namesFrom, namesIn, type WordList } from '../../element/columns.ts';
import { DashboardElement } from '../../element/dashboard-element.ts';
import { NavigateEvent } from '../../element/events.ts';
import { openingOf, type OpenAs } from '../../element/opening.ts';
import { ListController, RecordController } from '../../element/query-controller.ts';
import { badge } from '../../ui/badge.ts';
import { icon } from '../../ui/icon.ts';
import * as icons from '../../ui/icons.ts';
import { identifier } from '../../ui/identifier.ts';
import { opener } from '../../ui/opener.ts';
import { panel } from '../../ui/panel.ts';
import { line, stateView } from '../../ui/state-view.ts';
import { widgetStyles } from '../../ui/styles.ts';
import { datum, moment, name, openly } from '../../ui/text.ts';
import { customerNavWords } from './words.en.ts';

/** A page of the menu: the widget that shows the same on this page, and the list whose rows are counted. */
interface Item {
  readonly tag: string;
  readonly path: string;
  readonly reads: OperationName;
  readonly isCounted?: boolean;
}

/** The items by the intent of the host's page. */
const items = {
  profile: { tag: 'customer-info', path: icons.user, reads: 'customers.get' },
  orders: { tag: 'order-history', path: icons.box, reads: 'orders.list', isCounted: true },
  inquiries: { tag: 'inquiries-panel', path: icons.mail, reads: 'inquiries.list', isCounted: true },
  credit: { tag: 'credit-balance', path: icons.card, reads: 'credit.accounts' },
  cart: { tag: 'cart-items', path: icons.cart, reads: 'cart.list', isCounted: true },
  wishlist: { tag: 'wishlist-items', path: icons.tag, reads: 'wishlist.list', isCounted: true },
  logins: { tag: 'login-log', path: icons.clock, reads: 'logins.list' },
  notes: { tag: 'notes-panel', path: icons.note, reads: 'notes.list', isCounted: true },
} as const satisfies Readonly<Record<string, Item>>;

/** The name of an item, which is also the intent of its link. */
export type NavItem = keyof typeof items;

const names = Object.keys(items) as readonly NavItem[];
const ways: readonly OpenAs[] = ['page', 'popup', 'event'];

/** The rows are only counted: no more is read of them than whose they are, and the totals that some lists have. */
const Row = v.object({ customerId: Id });
const Totals = v.object({
  orders: v.optional(v.number()),
  open: v.optional(v.number()),
  urgent: v.optional(v.number()),
});
type Counted = ListController<v.InferOutput<typeof Row>, v.InferOutput<typeof Totals>>;

/**
 * A menu of a customer's pages, with the customer's name, id, level and dates above it. An item opens the host's page,
 * in a window of its own with `open-as="popup"`. Without a page of the host, it leads to the widget on this page.
 *
 * @summary A side menu of a customer's pages, with counts
 * @tag customer-nav
 * @fires {NavigateEvent} navigate - A page of the host is about to be opened. Cancelable.
 * @csspart identity - The name, the id, the level and the dates.
 * @csspart customer-name - The name, or the id if there is no name.
 * @csspart badge - A badge.
 * @csspart meta - The id, the date of registration and the last login.
 * @csspart menu - The list of pages.
 * @csspart link - A link that opens an item.
 */
export class CustomerNav extends DashboardElement {
  static readonly tag = 'customer-nav';
  static override styles = [
    ...widgetStyles,
    css`
      .identity {
        display: grid;
        justify-items: start;
        gap: calc(var(--_unit) * 1);
      }

      .customer-name {
        font-weight: 600;
        overflow-wrap: anywhere;
      }

      .menu {
        margin-block-start: calc(var(--_unit) * 4);
        margin-inline: calc(var(--_unit) * -2);
        font-size: calc(var(--_font-size) * 13 / 14);
      }

      .item {
        display: flex;
        align-items: center;
        gap: calc(var(--_unit) * 2);
        inline-size: 100%;
        min-block-size: var(--_control-size);
        padding: calc(var(--_unit) * 1) calc(var(--_unit) * 2);
        border: 0;
        border-radius: var(--_radius-control);
        background: none;
        color: var(--_text);
        font: inherit;
        text-align: start;
        text-decoration: none;
        cursor: pointer;
      }

      .awaited {
        block-size: var(--_control-size);
        padding: calc(var(--_unit) * 1.5) calc(var(--_unit) * 2);
      }

      .item:hover {
        background: var(--_surface-hover);
      }

      .item > .icon {
        color: var(--_text-quiet);
      }

      .item > .words {
        flex: 1;
        min-inline-size: 0;
      }
    `,
  ];

  /** The items, in order: `profile orders inquiries credit cart wishlist logins notes`. All of them by default. */
  @property({ converter: absentIsUndefined }) items?: WordList<NavItem>;
  /** The place where an item opens. `event`: only the event is dispatched, also without a page of the host. */
  @property({ attribute: 'open-as' }) openAs?: Exclude<OpenAs, 'dialog' | 'drawer'>;

  readonly #customer = new RecordController<Customer>(this, customerQuery);
  readonly #counts = new Map<NavItem, Counted>(
    names
      .filter((item) => 'isCounted' in items[item])
      .map((item) => {
        const operation = { ...listOperation(items[item].reads, Row), totals: Totals };
        const query = (id: string) => (this.#names.includes(item) ? listQuery(operation, 1, id) : undefined);
        return [item, new ListController(this, query)];
      }),
  );

  override refresh(): void {
    this.#customer.refresh();
    for (const count of this.#counts.values()) count.refresh();
  }

  protected override render(): TemplateResult {
    const { words } = this;
    const view = stateView(this.#customer.snapshot, {
      ...this.stateOptions,
      what: words.subject,
      skeleton: () => this.#skeleton(),
      ready: (customer) => this.#renderMenu(customer),
    });
    return panel({
      heading: words.heading,
      body: html`<div class="body">${view.content}</div>`,
      busy: view.busy,
      announcement: view.announcement,
    });
  }

  private get words() {
    return this.l10n.words(customerNavWords);
  }

  get #names(): readonly NavItem[] {
    const wanted = namesIn(namesFrom(this.items ?? null), names);
    return wanted.length ? wanted : names;
  }

  /** Renders the placeholder, with each item of the menu: their number is known. */
  #skeleton(): TemplateResult {
    const small = html`<p class="small">${line(32)}</p>`;
    return html`<div class="identity">${line(44)}<span class="skeleton chip w18"></span>${small}${small}${small}</div>
      <ul class="menu">
        ${this.#offered.map(() => html`<li class="awaited">${line(24)}</li>`)}
      </ul>`;
  }

  #renderMenu(customer: Customer): TemplateResult {
    const { l10n, words } = this;
    const { createdAt, lastLoginAt, level } = customer;
    const id = trimmed(customer.displayId ?? '') || customer.id;
    const full = isWithheld(customer.name) ? customer.name.display : customer.name;
    const login = lastLoginAt && l10n.text(words.lastLogin, { time: l10n.moment(lastLoginAt, { within: true }) });
    return html`<div class="identity" part="identity">
        <p class="customer-name" part="customer-name">
          ${trimmed(full ?? '') ? name(full!, l10n) : identifier(id, l10n)}
        </p>
        ${level ? badge('neutral', icons.level, openly(level.name, l10n)) : nothing}
        <p class="quiet small" part="meta">${identifier(id, l10n)}</p>
        ${
          login || lastLoginAt === null
            ? html`<p class="quiet small" part="meta">
                ${login ? moment(lastLoginAt, l10n, login) : words.neverLoggedIn}
              </p>`
            : nothing
        }
        ${
          createdAt
            ? html`<p class="quiet small" part="meta">
                ${moment(createdAt, l10n, l10n.text(words.since, { day: l10n.day(createdAt) }))}
              </p>`
            : nothing
        }
      </div>
      <nav aria-label=${words.menu}>
        <ul class="menu" part="menu">
          ${this.#offered.map((item) => html`<li>${this.#item(item, customer)}</li>`)}
        </ul>
      </nav>`;
  }

  get #offered(): readonly NavItem[] {
    return this.#names.filter((item) => this.#isOffered(item));
  }

  #isOffered(item: NavItem): boolean {
    const [port = '', method = ''] = items[item].reads.split('.');
    const methods = this.client?.adapter[port as keyof object] as Readonly<Record<string, unknown>> | undefined;
    return methods?.[method] !== undefined;
  }

  #item(item: NavItem, { id }: Customer): TemplateResult {
    const { path, tag } = items[item];
    const label = html`${icon(path)}<span class="words">${this.words[item]}</span>${this.#count(item)}`;
    const opening = openingOf(ways, this.openAs, this.link(item, { customerId: id }));
    if (!opening) return html`<a class="item" part="link" href="#${tag}">${label}</a>`;
    const onOpen = (event: Event) => void this.open(event, opening, new NavigateEvent(id, item));
    return opener({ label, part: 'link', className: 'item', opening, onOpen });
  }

  /** Renders the number of rows: of orders without returns, of inquiries those that are open, with the urgent ones. */
  #count(item: NavItem): TemplateResult | typeof nothing {
    const { l10n, words } = this;
    const snapshot = this.#counts.get(item)?.snapshot;
    if (snapshot?.phase !== 'ready') return nothing;
    const { total, totals = {} } = snapshot.data;
    const { orders, open = orders, urgent } = totals;
    const count = open ?? total;
    return html`${
      urgent ? badge('warning', icons.alert, l10n.text(words.urgent, { count: urgent })) : nothing
    }${count === undefined ? nothing : html`<span class="quiet" part="count">${datum(l10n.number(count))}</span>`}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'customer-nav': CustomerNav;
  }
}
