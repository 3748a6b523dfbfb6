import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { AddressUse, BookAddress } from '../../domain/address.ts';
import { CopyController } from '../../element/copy-controller.ts';
import { Lazy } from '../../element/lazy.ts';
import { addresses, pageOfAll } from '../../features/address-book/address-book.query.ts';
import { LazyAddressDialogs } from '../../features/address-book/lazy-address-dialogs.ts';
import type { ListPlace, ListTools } from '../../list/list-tools.ts';
import { ListWidget } from '../../list/list-widget.ts';
import { columnsStyles } from '../../ui/columns.ts';
import { feature } from '../../ui/feature-mark.ts';
import { icon } from '../../ui/icon.ts';
import * as icons from '../../ui/icons.ts';
import { line, notice, openFailed } from '../../ui/state-view.ts';
import { widgetStyles } from '../../ui/styles.ts';
import { withheldStyles } from '../../ui/withheld.ts';
import { styles } from './address-book.styles.ts';
import { addressEntry } from './address-entry.ts';
import type { AddressMenus } from './address-menus.ts';
import { addressBookWords } from './words.en.ts';

/**
 * The billing and shipping addresses of a customer, defaults first, each in the format of its country. The operator can
 * add, change and delete addresses and set the defaults. Drafts are kept per customer.
 *
 * @summary A customer's address book
 * @tag address-book
 * @fires {AddressCreateEvent} address-create - An address is about to be added. Cancelable.
 * @fires {AddressUpdateEvent} address-update - An address is about to be changed. Cancelable.
 * @fires {AddressDeleteEvent} address-delete - Addresses are about to be deleted. Cancelable.
 * @fires {AddressDefaultEvent} address-default - An address is about to become the default. Cancelable.
 * @fires {AddressCreatedEvent} address-created - An address was added.
 * @fires {AddressUpdatedEvent} address-updated - An address was changed.
 * @fires {AddressDeletedEvent} address-deleted - An address was deleted.
 * @fires {AddressDefaultedEvent} address-defaulted - An address became the default.
 * @fires {ViewAllEvent} view-all - All addresses are about to be opened. Cancelable.
 * @csspart entry - An address with its actions.
 * @csspart entry-label - The label of an address.
 * @csspart address - A postal address.
 * @csspart add - Opens the form for a new address.
 * @csspart form - A form.
 * @csspart addresses - A list of addresses.
 * @csspart badge - A badge.
 * @csspart bar - The actions for the selected addresses.
 * @csspart choice - An option of a group.
 * @csspart code - The code that replaces an encrypted value.
 * @csspart confirm-delete - Confirms a deletion.
 * @csspart delete - Deletes the selected addresses.
 * @csspart discard - Discards the draft.
 * @csspart field - A form field with its label.
 * @csspart link - A link that opens an item.
 * @csspart popover - A popover.
 * @csspart popover-button - Opens a popover.
 * @csspart save - Saves the form.
 * @csspart select - Turns multiple selection on and off.
 * @csspart versions - The two versions of an edit conflict.
 * @csspart withheld - Replaces a value that is not shown.
 */
export class AddressBook extends ListWidget<BookAddress> {
  static readonly tag = 'address-book';
  static override styles = [...widgetStyles, columnsStyles, withheldStyles, styles];

  /** The number of addresses to show, defaults first. */
  @property({ type: Number }) limit = 4;

  readonly #selection = new Lazy(this, async () => {
    const { AddressSelection: Selection } = await import('./address-selection.ts');
    return new Selection(this, (chosen) => this.#delete(chosen));
  });
  readonly #copying = new CopyController(this);
  readonly #menuModule = new Lazy(this, () => import('./address-menus.ts'));
  #menus: AddressMenus | undefined;
  readonly #addresses = new LazyAddressDialogs(this);

  constructor() {
    super({ operation: addresses, intent: 'addresses', icon: icons.mail, limit: 4, pageOfAll, wide: true });
  }

  override refresh(): void {
    super.refresh();
    this.#addresses.loaded?.defaults.refresh();
  }

  protected override get words() {
    return this.l10n.words(addressBookWords);
  }

  protected override get tools(): ListTools<BookAddress> {
    return { search: { label: this.words.search, above: 10 } };
  }

  /** Ends the selection when the dialog of all addresses closes. */
  protected override allClosed(): void {
    super.allClosed();
    this.#selection.module?.end();
  }

  protected override renderActions(): TemplateResult {
    return html`${this.#renderSelect()}${this.renderCreate()}`;
  }

  protected override renderCreate(): TemplateResult | typeof nothing {
    return this.#renderAdd('add');
  }

  protected override renderNotices(): TemplateResult {
    return html`${this.#renderDenied()}${this.#renderLoadFailure()}`;
  }

  protected override renderDialogs(): unknown {
    return this.#addresses.dialogs;
  }

  protected override renderToolbar(tools: TemplateResult): TemplateResult {
    // In the widget itself, these actions are in the header.
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
        () =>
          html`<li class="entry">
            <div class="entry-text">${line(44)}${line(32)}${line(44)}${line(24)}${line(44)}${line(32)}${line(44)}</div>
          </li>`,
      )}
    </ul>`;
  }

  /** Explains once why addresses cannot be changed, for all denied actions together. */
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
    const failed = [this.#addresses, this.#menuModule, this.#selection].find(({ state }) => state === 'failed');
    return failed ? openFailed(failed, this.l10n) : nothing;
  }

  /**
   * Renders the button that adds an address. `id` is a parameter because the button can be in the panel and the dialog.
   */
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
    const { loaded } = this.#addresses;
    const { module: selection } = this.#selection;
    const failure = (['billing', 'shipping'] as const)
      .map((use) => loaded?.defaults.failure(use, address))
      .find(Boolean);
    return addressEntry({
      address,
      place,
      number,
      l10n: this.l10n,
      menus: this.#menus,
      onFirstMenu: this.#openFirstMenu,
      selected: selection?.isOn ? selection.has(address) : undefined,
      hasDraft: loaded?.form.hasDraft(address) ?? false,
      failure,
      copied: this.#copying.outcome(address.id),
      onSelect: (selected) => selection?.select(address, selected),
      onCopy: (text) => void this.#copying.copy(address.id, text),
      changing: this.permissions.of('addresses.update'),
      onEdit: this.client?.adapter.addresses?.update
        ? () => this.#addresses.use(({ form }) => form.openAddress(address))
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
    this.#addresses.use((dialogs) => dialogs.add(this.listOf('panel')?.items));
  };

  #delete(addresses: readonly BookAddress[]): void {
    this.#addresses.use(({ deletion }) => deletion.ask(addresses, () => this.#selection.module?.end()));
  }

  #makeDefault(use: AddressUse, address: BookAddress): void {
    this.#addresses.use(({ defaults }) => void defaults.choose(use, address));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'address-book': AddressBook;
  }
}
