import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { List } from '../../data/snapshot.ts';
import type { AddressUse, BookAddress } from '../../domain/address.ts';
import { CopyController } from '../../element/copy-controller.ts';
import { DashboardElement } from '../../element/dashboard-element.ts';
import type { ViewAll } from '../../element/opening.ts';
import { Lazy } from '../../element/lazy.ts';
import { ListController } from '../../element/query-controller.ts';
import { ViewAllController } from '../../element/view-all.ts';
import { addressesOf, pageOfAll } from '../../features/address-book/address-book.query.ts';
import { LazyAddressDesk } from '../../features/address-book/lazy-desk.ts';
import { addressBookWords } from './words.en.ts';
import { columnsStyles } from '../../ui/columns.ts';
import { Dialog, dialogStyles } from '../../ui/dialog.ts';
import { feature } from '../../ui/feature-mark.ts';
import { icon } from '../../ui/icon.ts';
import * as icons from '../../ui/icons.ts';
import { inputStyles } from '../../ui/input.styles.ts';
import { moreRows } from '../../ui/more-rows.ts';
import { lessLink, viewAllLink } from '../../ui/opener.ts';
import { footer, panel } from '../../ui/panel.ts';
import { line, notice, stateView } from '../../ui/state-view.ts';
import { widgetStyles } from '../../ui/styles.ts';
import { withheldStyles } from '../../ui/withheld.ts';
import { styles } from './address-book.styles.ts';
import { addressEntry } from './address-entry.ts';
import { AddressSelection } from './address-selection.ts';
import type { AddressMenus } from './address-menus.ts';
import type { AddressSearch } from './address-search.ts';

/**
 * Where a customer is billed and where things are sent: the address book, defaults first, each address as its country
 * writes it. Addresses are added, changed, deleted and made the default here; what was typed is kept for each customer.
 *
 * @summary A customer's address book
 * @tag address-book
 * @slot heading - In place of the heading's words.
 * @slot actions - Further actions of the host, in the header.
 * @slot hint - A hint of the host, under the header.
 * @slot help - Where help is to be had, at the end.
 * @slot loading - In place of what is shown while the addresses are on their way.
 * @slot empty - In place of what is shown where there are none.
 * @slot error - In place of what is shown where they could not be loaded.
 * @fires {AddressCreateEvent} address-create - An address is about to be added. Cancelable.
 * @fires {AddressUpdateEvent} address-update - An address is about to be changed. Cancelable.
 * @fires {AddressDeleteEvent} address-delete - Addresses are about to be deleted. Cancelable.
 * @fires {AddressDefaultEvent} address-default - An address is about to become the default. Cancelable.
 * @fires {AddressCreatedEvent} address-created - An address was added.
 * @fires {AddressUpdatedEvent} address-updated - An address was changed.
 * @fires {AddressDeletedEvent} address-deleted - An address was deleted.
 * @fires {AddressDefaultedEvent} address-defaulted - An address has become the default.
 * @fires {ViewAllEvent} view-all - All addresses are asked for. Cancelable.
 * @csspart entry - One address, with what can be done with it.
 * @csspart address - A postal address.
 * @csspart add - What opens the form for a new address.
 * @csspart form - Where an address is written.
 * @csspart search - Where an address is sought.
 * @csspart view-all - What opens all addresses.
 * @csspart view-less - What leads back to the first ones.
 * @csspart addresses - The addresses.
 * @csspart badge - A sign.
 * @csspart bar - What is done with the addresses that are selected.
 * @csspart choice - One of several to choose from.
 * @csspart code - What stands for an encrypted datum.
 * @csspart confirm-delete - What deletes, once it was asked.
 * @csspart delete - What deletes what is selected.
 * @csspart dialog - A dialog.
 * @csspart discard - What discards what was typed.
 * @csspart field - A field of a form, with its label.
 * @csspart input - What is typed or chosen in.
 * @csspart link - What opens a thing.
 * @csspart message - What is wrong, or worth knowing.
 * @csspart notice - A strip above data.
 * @csspart popover - What a button opens beside it.
 * @csspart popover-button - What opens a popover.
 * @csspart save - What saves.
 * @csspart select - What selects several.
 * @csspart toolbar - What is above all of them.
 * @csspart versions - Theirs and mine, where somebody else was first.
 * @csspart withheld - In place of a datum that is not shown at all.
 */
export class AddressBook extends DashboardElement {
  static readonly tag = 'address-book';
  static override styles = [...widgetStyles, columnsStyles, inputStyles, dialogStyles, withheldStyles, styles];

  /** How many addresses to show, defaults first. */
  @property({ type: Number }) limit = 4;
  /** Where all addresses are shown. `inline`: here, in place of the first ones. */
  @property({ attribute: 'view-all' }) viewAll?: ViewAll;

  readonly #first = new ListController<BookAddress>(this, (customerId) => addressesOf(customerId, this.#count));
  readonly #all = new ListController<BookAddress>(
    this,
    (customerId) => (this.#viewAll.isShown ? addressesOf(customerId, pageOfAll, this.#search?.text) : undefined),
    { keepPreviousData: true },
  );
  readonly #dialog = new Dialog(this, 'all', () => this.#leaveAll());
  readonly #viewAll = new ViewAllController(this, { intent: 'addresses', dialog: this.#dialog });
  readonly #tools = new Lazy(this, () => import('./address-search.ts'));
  #search: AddressSearch | undefined;
  readonly #selection = new AddressSelection(this);
  readonly #copying = new CopyController(this);
  readonly #menuModule = new Lazy(this, () => import('./address-menus.ts'));
  #menus: AddressMenus | undefined;
  readonly #addresses = new LazyAddressDesk(this);

  override refresh(): void {
    this.#first.refresh();
    this.#all.refresh();
    this.#addresses.desk?.defaults.refresh();
    this.permissions.refresh();
  }

  protected override customerChanged(): void {
    this.#leaveAll();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    // Without it there is no search: what failed to load is not asked for again and again.
    if (this.#viewAll.isShown && !this.#search && this.#tools.state !== 'failed')
      this.#tools.use((tools) => this.#makeSearch(tools));
  }

  protected override render(): TemplateResult {
    const { l10n } = this;
    const shown = this.#viewAll.shown(this.#first, this.#all);
    const isAll = this.#viewAll.isInline;
    const { snapshot } = shown;
    const list = snapshot.phase === 'ready' ? snapshot.data : undefined;
    const view = stateView(snapshot, {
      ...this.stateOptions,
      what: this.#words.heading,
      skeleton: this.#renderSkeleton,
      isEmpty: ({ items }) => !items.length && this.#search?.text === undefined,
      empty: () => ({
        path: icons.mail,
        title: this.#words.empty,
        help: this.#words.emptyHelp,
        action: this.#renderAdd('add'),
      }),
      ready: (data) =>
        shown === this.#all
          ? this.#renderRows(data)
          : html`${this.#renderBar(data)}${this.#renderBook(data.items.slice(0, this.#count), 'first')}`,
    });
    return panel({
      heading: isAll ? this.#words.allHeading : this.#words.heading,
      count: list?.total === undefined ? undefined : l10n.number(list.total),
      actions: list?.items.length ? html`${this.#renderSelect()}${this.#renderAdd('add')}` : nothing,
      body: html`${this.#renderDenied()}${this.#renderLoadFailure()}${view.content}`,
      footer: list?.items.length || isAll ? this.#renderFooter(list, shown === this.#all) : nothing,
      dialogs: html`${this.#dialog.render(this.#renderAll)} ${this.#addresses.dialogs}`,
      busy: view.busy || (isAll && shown !== this.#all),
      announcement: view.announcement || this.#announcement,
    });
  }

  get #announcement(): string {
    return this.#addresses.desk?.announcement || this.announcement;
  }

  /** `limit`, where it is a number of rows. */
  get #count(): number {
    return this.limit >= 1 ? Math.min(Math.floor(this.limit), pageOfAll) : 4;
  }

  get #words() {
    return this.l10n.words(addressBookWords);
  }

  /** Why addresses may not be changed, once for all that may not be done. */
  #renderDenied(): TemplateResult | typeof nothing {
    const { addresses } = this.client?.adapter ?? {};
    for (const operation of ['create', 'update', 'delete', 'setDefault'] as const) {
      const permission = this.permissions.of(`addresses.${operation}`);
      if (addresses?.[operation] && permission.state === 'denied')
        return notice({ path: icons.lock, text: permission.reason ?? this.#words.readOnly });
    }
    return nothing;
  }

  #renderLoadFailure(): TemplateResult | typeof nothing {
    if (!this.#addresses.hasFailed && this.#menuModule.state !== 'failed') return nothing;
    const { common } = this.l10n;
    return notice({
      path: icons.alert,
      tone: 'warning',
      text: `${this.l10n.text(common.failed, { what: this.#words.add })} ${common.reloadHelp}`,
    });
  }

  /** `id`, for it may stand in the panel and in the dialog. */
  #renderAdd(id: string): TemplateResult | typeof nothing {
    if (!this.client?.adapter.addresses?.create) return nothing;
    return feature(
      { id, availability: this.permissions.of('addresses.create'), l10n: this.l10n },
      ({ disabled, describedBy }) =>
        html`<button
          type="button"
          class="button"
          part="add"
          ?disabled=${disabled}
          aria-describedby=${describedBy}
          @click=${this.#add}
        >
          ${icon(icons.plus)}${this.#words.add}
        </button>`,
    );
  }

  #renderSelect(): TemplateResult | typeof nothing {
    if (!this.can('addresses.delete') || this.#selection.isOn) return nothing;
    return html`<button type="button" class="button ghost" part="select" @click=${() => this.#selection.begin()}>
      ${this.#words.select}
    </button>`;
  }

  /** What is done with those that are selected. */
  #renderBar({ items }: List<BookAddress>): TemplateResult | typeof nothing {
    if (!this.#selection.isOn) return nothing;
    const chosen = this.#selection.of(items);
    const { l10n } = this;
    return html`<div class="book-bar" part="bar" role="group" aria-label=${this.#words.select}>
      <span class="quiet" role="status">${l10n.text(this.#words.selecting, { count: chosen.length })}</span>
      <button type="button" class="button ghost" @click=${() => this.#selection.end()}>${l10n.common.cancel}</button>
      <button
        type="button"
        class="button"
        part="delete"
        ?disabled=${!chosen.length}
        @click=${() => this.#delete(chosen)}
      >
        ${icon(icons.bin)}${this.#words.deleteSelected}
      </button>
    </div>`;
  }

  readonly #renderSkeleton = (): TemplateResult => html`
    <ul class="columns book">
      ${Array.from(
        { length: this.#count },
        () => html`<li class="entry"><div class="entry-text">${line(44)}${line(32)}${line(44)}${line(24)}</div></li>`,
      )}
    </ul>
  `;

  #renderBook(items: readonly BookAddress[], place: string): TemplateResult {
    return html`<ul class="columns book" part="addresses">
      ${repeat(
        items,
        ({ id }) => id,
        (address, index) => this.#renderEntry(address, place, index + 1),
      )}
    </ul>`;
  }

  #renderEntry(address: BookAddress, place: string, number: number): TemplateResult {
    const { desk } = this.#addresses;
    const failure = (['billing', 'shipping'] as const).map((use) => desk?.defaults.failure(use, address)).find(Boolean);
    return addressEntry({
      address,
      place,
      number,
      l10n: this.l10n,
      menus: this.#menus,
      onFirstMenu: this.#openFirstMenu,
      selected: this.#selection.isOn ? this.#selection.has(address) : undefined,
      hasDraft: desk?.editing.hasDraft(address) ?? false,
      failure,
      copied: this.#copying.outcome(address.id),
      onSelect: (selected) => this.#selection.select(address, selected),
      onCopy: (text) => void this.#copying.copy(address.id, text),
      changing: this.permissions.of('addresses.update'),
      onEdit: this.client?.adapter.addresses?.update
        ? () => this.#addresses.use((loaded) => loaded.editing.edit(address))
        : undefined,
      onDelete: this.can('addresses.delete') ? () => this.#delete([address]) : undefined,
      onDefault: this.can('addresses.setDefault') ? (use) => this.#makeDefault(use, address) : undefined,
    });
  }

  #renderFooter(list: List<BookAddress> | undefined, isWhole: boolean): TemplateResult {
    const { l10n } = this;
    const { items, total, hasMore } = list ?? { items: [], total: undefined, hasMore: false };
    const count = isWhole ? items.length : Math.min(items.length, this.#count);
    const isPart = hasMore || items.length > count;
    const some =
      total === undefined
        ? l10n.text(this.#words.shown, { count })
        : l10n.text(this.#words.shownOf, { shown: count, total });
    const text = isPart ? some : l10n.text(this.#words.all, { count });
    if (this.#viewAll.isInline) return footer(list ? text : '', lessLink(l10n.common.viewLess, this.#viewAll.less));
    return footer(text, isPart ? viewAllLink(this.#words.viewAll, this.#viewAll) : nothing);
  }

  readonly #renderAll = () => {
    const { snapshot } = this.#all;
    const view = stateView(snapshot, {
      ...this.stateOptions,
      what: this.#words.heading,
      skeleton: this.#renderSkeleton,
      ready: this.#renderRows,
    });
    return {
      heading: this.#words.allHeading,
      wide: true,
      // The widget's own status region is beyond reach while a dialog is open.
      body: html`<div class="body flush">
        <div class="visually-hidden" role="status">${view.announcement || this.#announcement}</div>
        ${view.content}
      </div>`,
      l10n: this.l10n,
    };
  };

  readonly #renderRows = (list: List<BookAddress>): TemplateResult => {
    const search = this.#search;
    const text = search?.text;
    const found =
      text !== undefined && !list.items.length ? search?.renderNothing(text) : this.#renderBook(list.items, 'all');
    // In the widget itself what can be done stands in its header.
    const beside = this.#dialog.isOpen ? html`${this.#renderSelect()}${this.#renderAdd('add-there')}` : nothing;
    return html`<div class="book-bar" part="toolbar">${search?.render(list)}${beside}</div>
      ${this.#renderBar(list)} ${found} ${moreRows(list, this.l10n, (again) => this.#all.more(again))}`;
  };

  /** What was sought and selected among all of them ends with them. */
  #leaveAll(): void {
    this.#search?.clear();
    this.#selection.end();
  }

  #makeSearch({ AddressSearch: Search }: typeof import('./address-search.ts')): void {
    this.#search ??= new Search(this);
    this.requestUpdate();
  }

  readonly #openFirstMenu = ({ currentTarget }: Event): void => {
    const entry = (currentTarget as HTMLElement).closest('.entry')!;
    this.#menuModule.use(({ AddressMenus: Menus, openMenu }) => {
      this.#menus ??= new Menus(this);
      this.requestUpdate();
      void this.updateComplete.then(() => openMenu(entry));
    });
  };

  readonly #add = (): void => {
    const { snapshot } = this.#first;
    this.#addresses.use((desk) => desk.add(snapshot.phase === 'ready' ? snapshot.data.items : []));
  };

  #delete(addresses: readonly BookAddress[]): void {
    this.#addresses.use((desk) => desk.deletion.ask(addresses, () => this.#selection.end()));
  }

  #makeDefault(use: AddressUse, address: BookAddress): void {
    this.#addresses.use((desk) => void desk.defaults.choose(use, address));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'address-book': AddressBook;
  }
}
