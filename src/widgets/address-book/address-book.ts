import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { AddressUse, BookAddress } from '../../domain/address.ts';
import { CopyController } from '../../element/copy-controller.ts';
import { Lazy } from '../../element/lazy.ts';
import { addresses, pageOfAll } from '../../features/address-book/address-book.query.ts';
import { LazyAddressDesk } from '../../features/address-book/lazy-desk.ts';
import type { ListPlace, ListTools } from '../../list/list-tools.ts';
import { ListWidget } from '../../list/list-widget.ts';
import { columnsStyles } from '../../ui/columns.ts';
import { dialogStyles } from '../../ui/dialog.ts';
import { feature } from '../../ui/feature-mark.ts';
import { icon } from '../../ui/icon.ts';
import * as icons from '../../ui/icons.ts';
import { line, notice } from '../../ui/state-view.ts';
import { widgetStyles } from '../../ui/styles.ts';
import { withheldStyles } from '../../ui/withheld.ts';
import { styles } from './address-book.styles.ts';
import { addressEntry } from './address-entry.ts';
import type { AddressMenus } from './address-menus.ts';
import { addressBookWords } from './words.en.ts';

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
export class AddressBook extends ListWidget<BookAddress> {
  static readonly tag = 'address-book';
  static override styles = [...widgetStyles, columnsStyles, dialogStyles, withheldStyles, styles];

  /** How many addresses to show, defaults first. */
  @property({ type: Number }) limit = 4;

  readonly #selection = new Lazy(this, async () => {
    const { AddressSelection: Selection } = await import('./address-selection.ts');
    return new Selection(this, (chosen) => this.#delete(chosen));
  });
  readonly #copying = new CopyController(this);
  readonly #menuModule = new Lazy(this, () => import('./address-menus.ts'));
  #menus: AddressMenus | undefined;
  readonly #addresses = new LazyAddressDesk(this);

  constructor() {
    super({ operation: addresses, intent: 'addresses', icon: icons.mail, limit: 4, pageOfAll, wide: true });
  }

  override refresh(): void {
    super.refresh();
    this.#addresses.desk?.defaults.refresh();
  }

  protected override get words() {
    return this.l10n.words(addressBookWords);
  }

  protected override get tools(): ListTools<BookAddress> {
    return { search: { label: this.words.search, above: 10 } };
  }

  /** What was selected among all of them ends with them. */
  protected override allClosed(): void {
    super.allClosed();
    this.#selection.module?.end();
  }

  protected override renderActions(): TemplateResult {
    return html`${this.#renderSelect()}${this.#renderAdd('add')}`;
  }

  protected override renderEmptyAction(): TemplateResult | typeof nothing {
    return this.#renderAdd('add');
  }

  protected override renderNotices(): TemplateResult {
    return html`${this.#renderDenied()}${this.#renderLoadFailure()}`;
  }

  protected override renderDialogs(): unknown {
    return this.#addresses.dialogs;
  }

  protected override renderToolbar(tools: TemplateResult): TemplateResult {
    // In the widget itself what can be done stands in its header.
    const beside = this.allDialog.isOpen ? html`${this.#renderSelect()}${this.#renderAdd('add-there')}` : nothing;
    return html`<div class="book-bar" part="toolbar">${tools}${beside}</div>`;
  }

  protected override renderRows(items: readonly BookAddress[], place: ListPlace): TemplateResult {
    const { module: selection } = this.#selection;
    return html`${selection?.isOn ? selection.render(items) : nothing}
      <ul class="columns book" part="addresses">
        ${repeat(
          items,
          ({ id }) => id,
          (address, index) => this.#renderEntry(address, place === 'all' ? 'all' : 'first', index + 1),
        )}
      </ul>`;
  }

  protected override renderSkeleton(rows: number): TemplateResult {
    return html`<ul class="columns book">
      ${Array.from(
        { length: rows },
        () => html`<li class="entry"><div class="entry-text">${line(44)}${line(32)}${line(44)}${line(24)}</div></li>`,
      )}
    </ul>`;
  }

  /** Why addresses may not be changed, once for all that may not be done. */
  #renderDenied(): TemplateResult | typeof nothing {
    const { addresses } = this.client?.adapter ?? {};
    for (const operation of ['create', 'update', 'delete', 'setDefault'] as const) {
      const permission = this.permissions.of(`addresses.${operation}`);
      if (addresses?.[operation] && permission.state === 'denied')
        return notice({ path: icons.lock, text: permission.reason ?? this.words.readOnly });
    }
    return nothing;
  }

  #renderLoadFailure(): TemplateResult | typeof nothing {
    const modules = [this.#menuModule, this.#selection];
    if (!this.#addresses.hasFailed && !modules.some(({ state }) => state === 'failed')) return nothing;
    const { common } = this.l10n;
    return notice({
      path: icons.alert,
      tone: 'warning',
      text: `${this.l10n.text(common.failed, { what: this.words.add })} ${common.reloadHelp}`,
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
          ${icon(icons.plus)}${this.words.add}
        </button>`,
    );
  }

  #renderSelect(): TemplateResult | typeof nothing {
    if (!this.can('addresses.delete') || this.#selection.module?.isOn) return nothing;
    return html`<button
      type="button"
      class="button ghost"
      part="select"
      @click=${() => this.#selection.use((selection) => selection.begin())}
    >
      ${this.words.select}
    </button>`;
  }

  #renderEntry(address: BookAddress, place: string, number: number): TemplateResult {
    const { desk } = this.#addresses;
    const { module: selection } = this.#selection;
    const failure = (['billing', 'shipping'] as const).map((use) => desk?.defaults.failure(use, address)).find(Boolean);
    return addressEntry({
      address,
      place,
      number,
      l10n: this.l10n,
      menus: this.#menus,
      onFirstMenu: this.#openFirstMenu,
      selected: selection?.isOn ? selection.has(address) : undefined,
      hasDraft: desk?.editing.hasDraft(address) ?? false,
      failure,
      copied: this.#copying.outcome(address.id),
      onSelect: (selected) => selection?.select(address, selected),
      onCopy: (text) => void this.#copying.copy(address.id, text),
      changing: this.permissions.of('addresses.update'),
      onEdit: this.client?.adapter.addresses?.update
        ? () => this.#addresses.use((loaded) => loaded.editing.edit(address))
        : undefined,
      onDelete: this.can('addresses.delete') ? () => this.#delete([address]) : undefined,
      onDefault: this.can('addresses.setDefault') ? (use) => this.#makeDefault(use, address) : undefined,
    });
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
    this.#addresses.use((desk) => desk.add(this.rows));
  };

  #delete(addresses: readonly BookAddress[]): void {
    this.#addresses.use((desk) => desk.deletion.ask(addresses, () => this.#selection.module?.end()));
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
