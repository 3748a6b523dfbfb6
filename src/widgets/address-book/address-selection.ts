import { html, type TemplateResult } from 'lit';
import type { BookAddress } from '../../domain/address.ts';
import type { WidgetController, WidgetHost } from '../../element/widget-host.ts';
import { icon } from '../../ui/icon.ts';
import { bin } from '../../ui/icons.ts';
import { addressBookWords } from './words.en.ts';

/** The selected addresses and the actions for them. The module is loaded when selection starts. */
export class AddressSelection implements WidgetController {
  readonly #host: WidgetHost;
  readonly #onDelete: (addresses: readonly BookAddress[]) => void;
  #ids: ReadonlySet<string> | undefined;

  constructor(host: WidgetHost, onDelete: (addresses: readonly BookAddress[]) => void) {
    this.#host = host;
    this.#onDelete = onDelete;
    host.addController(this);
  }

  get isOn(): boolean {
    return this.#ids !== undefined;
  }

  has({ id }: BookAddress): boolean {
    return this.#ids?.has(id) ?? false;
  }

  begin(): void {
    this.#set(new Set());
  }

  end(): void {
    if (this.#ids) this.#set(undefined);
  }

  select({ id }: BookAddress, selected: boolean): void {
    const ids = new Set(this.#ids);
    if (selected) ids.add(id);
    else ids.delete(id);
    this.#set(ids);
  }

  hostCustomerChanged(): void {
    this.end();
  }

  /** Renders the actions for the selected addresses of a list. Addresses that are gone from the list are deselected. */
  render(addresses: readonly BookAddress[]): TemplateResult {
    const { l10n } = this.#host;
    const words = l10n.words(addressBookWords);
    const chosen = addresses.filter((address) => this.has(address));
    return html`<div class="book-bar" part="bar" role="group" aria-label=${words.select}>
      <span class="quiet" role="status">${l10n.text(words.selecting, { count: chosen.length })}</span>
      <button type="button" class="button ghost" @click=${() => this.end()}>${l10n.common.cancel}</button>
      <button
        type="button"
        class="button"
        part="delete"
        ?disabled=${!chosen.length}
        @click=${() => this.#onDelete(chosen)}
      >
        ${icon(bin)}${words.deleteSelected}
      </button>
    </div>`;
  }

  #set(ids: ReadonlySet<string> | undefined): void {
    this.#ids = ids;
    this.#host.requestUpdate();
  }
}
