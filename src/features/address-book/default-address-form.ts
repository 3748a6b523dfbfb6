import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { listQuery } from '../../data/list-query.ts';
import type { AddressUse, BookAddress } from '../../domain/address.ts';
import { isWithheld } from '../../domain/field.ts';
import { ListController } from '../../element/query-controller.ts';
import type { PortWrites } from '../../element/port-writes.ts';
import type { WriteState } from '../../element/write-controller.ts';
import { addressFormWords } from './words.en.ts';
import type { Localization } from '../../i18n/localization.ts';
import { address as drawAddress } from '../../ui/address.ts';
import { Dialog, type DialogContent } from '../../ui/dialog.ts';
import { explainWrite } from '../../ui/explain-error.ts';
import { icon } from '../../ui/icon.ts';
import * as icons from '../../ui/icons.ts';
import { moreRows } from '../../ui/more-rows.ts';
import { line, notice, stateView } from '../../ui/state-view.ts';
import { name } from '../../ui/text.ts';
import * as events from './address-book.events.ts';
import { addresses, pageOfAll } from './address-book.query.ts';
import { choice } from './address-writes.ts';

const intentionOf = (use: AddressUse, id: string): string => `default ${use} ${id}`;

/** The choice of the default address for a use, from the whole book or from a list that already has the address. */
export class DefaultAddressForm {
  readonly dialog: Dialog;
  readonly #writes: PortWrites;
  readonly #onAdd: ((then: (created: BookAddress) => void) => void) | undefined;
  readonly #book: ListController<BookAddress>;
  #use: AddressUse = 'billing';
  #picked: BookAddress | undefined;

  /** `onAdd` opens the form for a new address. */
  constructor(writes: PortWrites, onAdd: (then: (created: BookAddress) => void) => void) {
    this.#writes = writes;
    this.#onAdd = onAdd;
    this.dialog = new Dialog(writes.host, 'default-address', () => (this.#picked = undefined));
    this.#book = new ListController<BookAddress>(writes.host, (customerId) =>
      this.dialog.isOpen ? listQuery(addresses, pageOfAll, customerId) : undefined,
    );
    // While the addresses are loading, only the close button can have focus.
    new ArrivingFocus(
      writes.host,
      () => this.#choices?.querySelector<HTMLElement>(':checked') ?? this.#choices?.querySelector('input'),
      '.header *',
    );
  }

  /** The addresses that are loaded. */
  get book(): readonly BookAddress[] {
    const { snapshot } = this.#book;
    return snapshot.phase === 'ready' ? snapshot.data.items : [];
  }

  /** Opens the choice. */
  open(use: AddressUse): void {
    this.#writes.clearAnnouncement();
    this.#use = use;
    this.#picked = undefined;
    this.dialog.show();
  }

  refresh(): void {
    this.#book.refresh();
  }

  /** Returns the state of the write that makes an address the default. */
  state(use: AddressUse, { id }: BookAddress): WriteState {
    return this.#writes.state(intentionOf(use, id));
  }

  /** Returns why an address did not become the default, or that the outcome is unknown. */
  failure(use: AddressUse, address: BookAddress): string | undefined {
    const { chosenUnknown: unknown, notChosen: refused } = this.#words;
    return explainWrite(this.state(use, address), { unknown, refused });
  }

  /** Makes an address the default. */
  async choose(use: AddressUse, address: BookAddress): Promise<boolean> {
    const { id, customerId } = address;
    const intention = intentionOf(use, id);
    if (this.state(use, address).phase === 'pending' || !this.#writes.maySend(intention)) return false;
    if (!this.#writes.host.request(new events.AddressDefaultEvent(customerId, id, use))) return false;
    const chosen = await this.#writes.send({
      intention,
      operation: choice(address, use),
      text: () => this.failure(use, address) ?? this.#words.chosen,
    });
    if (!chosen) return false;
    this.#writes.host.dispatchEvent(new events.AddressDefaultedEvent(customerId, id, use));
    return true;
  }

  get #words() {
    return this.#writes.host.l10n.words(addressFormWords);
  }

  render(): unknown {
    return this.dialog.render(() => this.#content());
  }

  #content(): DialogContent {
    const { host } = this.#writes;
    const { l10n } = host;
    const words = this.#words;
    const { snapshot } = this.#book;
    const view = stateView(snapshot, {
      l10n,
      isPart: true,
      what: words.nothingToChoose,
      retry: () => this.#book.refresh(),
      skeleton: () => html`<div class="address-choices">${line(44)}${line(32)}${line(44)}${line(32)}</div>`,
      isEmpty: ({ items }) => !items.length,
      empty: () => ({ path: icons.mail, title: words.nothingToChoose, help: words.nothingToChooseHelp }),
      ready: (list) =>
        html`<div class="address-choices" role="radiogroup" aria-labelledby="dialog-default-address-heading">
            ${repeat(
              list.items,
              ({ id }) => id,
              (address) => this.#row(address, l10n),
            )}
          </div>
          ${moreRows(list, l10n, (again) => this.#book.more(again))}`,
    });
    const picked = this.#picked ?? this.#current;
    const failure = picked && this.failure(this.#use, picked);
    const canAdd = host.client?.adapter.addresses?.create;
    return {
      heading: this.#use === 'billing' ? words.chooseBilling : words.chooseShipping,
      l10n,
      body: html`<div class="body">
        <div class="address-status" role="status">
          ${failure ? notice({ path: icons.alert, tone: 'warning', text: failure }) : nothing}
          <span class="visually-hidden">${this.#writes.host.announcement}</span>
        </div>
        <p class="quiet">${words.chooseHelp}</p>
        ${view.content}
        ${
          canAdd
            ? html`<div class="actions">
                <button type="button" class="button" part="add" @click=${this.#add}>
                  ${icon(icons.plus)}${words.addHeading}
                </button>
              </div>`
            : nothing
        }
      </div>`,
      footer: this.#buttons(picked, l10n),
    };
  }

  #buttons(picked: BookAddress | undefined, l10n: Localization): TemplateResult {
    const words = this.#words;
    const state = picked && this.state(this.#use, picked);
    const isPending = state?.phase === 'pending';
    const why = !picked ? words.useNone : picked.defaultFor.includes(this.#use) ? words.useUnchanged : undefined;
    return html`${why ? html`<span class="quiet small" id="choice-why">${why}</span>` : nothing}
      <button type="button" class="button ghost" @click=${() => this.dialog.close()}>${l10n.common.cancel}</button>
      <button
        type="button"
        class="button primary"
        part="save"
        aria-disabled=${why || isPending ? 'true' : nothing}
        aria-describedby=${why ? 'choice-why' : nothing}
        @click=${() => void this.#confirm(why, picked)}
      >
        ${state?.phase === 'unknown' ? words.checkNow : isPending ? words.saving : words.use}
      </button>`;
  }

  #row(address: BookAddress, l10n: Localization): TemplateResult {
    const isCurrent = address.defaultFor.includes(this.#use);
    const isPicked = this.#picked ? this.#picked.id === address.id : isCurrent;
    const { address: stored } = address;
    return html`<label class="address-choice">
      <input
        type="radio"
        name="default-address"
        part="choice"
        .checked=${isPicked}
        @change=${() => this.#pick(address)}
      />
      <span>
        ${address.label ? html`<strong>${name(address.label, l10n)}</strong>` : nothing}
        ${
          isWithheld(stored)
            ? html`<span class="withheld"
                >${icon(icons.lock)}<bdi>${stored.display ?? stored.reason ?? l10n.common[stored.withheld]}</bdi></span
              >`
            : drawAddress(stored, l10n)
        }
        ${isCurrent ? html`<span class="settled">${icon(icons.check)}${this.#words.currentDefault}</span>` : nothing}
      </span>
    </label>`;
  }

  get #choices(): Element | null | undefined {
    return this.dialog.element?.querySelector('[role=radiogroup]');
  }

  get #current(): BookAddress | undefined {
    return this.book.find(({ defaultFor }) => defaultFor.includes(this.#use));
  }

  #pick(address: BookAddress): void {
    this.#writes.clearAnnouncement();
    this.#picked = address;
    this.#writes.editIntention(intentionOf(this.#use, address.id));
    this.#writes.host.requestUpdate();
  }

  async #confirm(why: string | undefined, picked: BookAddress | undefined): Promise<void> {
    if (why || !picked) return;
    if ((await this.choose(this.#use, picked)) && this.#picked?.id === picked.id) this.dialog.close();
  }

  readonly #add = (): void => this.#onAdd?.((created) => this.#pick(created));
}

/**
 * Moves focus to an element that appears in a dialog, once per appearance, if the focused element was removed or was a
 * stand-in. It does not take focus from anything else.
 */
class ArrivingFocus implements ReactiveController {
  readonly #target: () => HTMLElement | null | undefined;
  /** The selector of the element that has the focus only because there was no better one. */
  readonly #standIn: string;
  #isThere = false;

  constructor(host: ReactiveControllerHost, target: () => HTMLElement | null | undefined, standIn: string) {
    this.#target = target;
    this.#standIn = standIn;
    host.addController(this);
  }

  hostUpdated(): void {
    const target = this.#target();
    const wasThere = this.#isThere;
    this.#isThere = Boolean(target);
    if (target && !wasThere && this.#isFree(target)) target.focus();
  }

  /** Browsers move the focus of a removed element to the dialog around it. */
  #isFree(target: HTMLElement): boolean {
    const focused = (target.getRootNode() as ShadowRoot).activeElement;
    return !focused || focused.contains(target) || focused.matches(this.#standIn);
  }
}
