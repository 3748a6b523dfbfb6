import { html, nothing, type TemplateResult } from 'lit';
import type { BookAddress } from '../../domain/address.ts';
import { isWithheld } from '../../domain/field.ts';
import type { PortWrites } from '../../element/port-writes.ts';
import { addressFormWords } from './words.en.ts';
import type { Localization } from '../../i18n/localization.ts';
import { addressLines } from '../../ui/address.ts';
import { Dialog, type DialogContent } from '../../ui/dialog.ts';
import { explainWrite } from '../../ui/explain-error.ts';
import { icon } from '../../ui/icon.ts';
import * as icons from '../../ui/icons.ts';
import { name } from '../../ui/text.ts';
import * as events from './address-book.events.ts';
import { compareAddress, deletion } from './address-writes.ts';

const intentionOf = ({ id }: BookAddress): string => `delete address ${id}`;

/** The confirmation and deletion of one or more addresses. Each address is a write of its own, with its own outcome. */
export class AddressDeleteAction {
  readonly dialog: Dialog;
  readonly #writes: PortWrites;
  #asked: readonly BookAddress[] = [];
  #done: ReadonlySet<string> = new Set();
  #running = false;
  #then: (() => void) | undefined;

  constructor(writes: PortWrites) {
    this.#writes = writes;
    this.dialog = new Dialog(writes.host, 'delete-address', () => (this.#asked = []));
  }

  /** Opens the confirmation. None of the addresses is a default. Calls `then` when all of them are deleted. */
  ask(addresses: readonly BookAddress[], then?: () => void): void {
    this.#writes.clearAnnouncement();
    for (const address of addresses) this.#writes.editIntention(intentionOf(address));
    this.#asked = addresses;
    this.#done = new Set();
    this.#then = then;
    this.dialog.show();
  }

  async confirm(): Promise<void> {
    const { host } = this.#writes;
    const { client, activeCustomer: customerId } = host;
    const waiting = this.#waiting;
    if (customerId === undefined || this.#running || !waiting.length) return;
    const ids = waiting.map(({ id }) => id);
    if (!this.#writes.host.request(new events.AddressDeleteEvent(customerId, ids))) return;
    const asked = this.#asked;
    const isHere = () => client === host.client && customerId === host.activeCustomer && this.#asked === asked;
    this.#running = true;
    // Addresses are deleted in sequence, so as not to flood the platform; if the operator stops, the remaining ones are
    // known.
    for (const address of waiting) {
      if (!isHere()) break;
      await this.#delete(address);
    }
    this.#running = false;
    if (!isHere()) return;
    this.#writes.host.announce(this.#outcome);
    if (this.#waiting.length) return;
    this.dialog.close();
    this.#then?.();
  }

  async #delete(address: BookAddress): Promise<void> {
    const intention = intentionOf(address);
    if (!this.#writes.maySend(intention)) return;
    const gone = await this.#writes.send({
      intention,
      operation: deletion(address),
      text: () => '',
      compare: (client, settings) => compareAddress(client, address, settings),
    });
    // An address that somebody else has deleted counts as deleted.
    const state = this.#writes.state(intention);
    if (!gone && !(state.phase === 'refused' && state.error.code === 'not-found')) return;
    this.#done = new Set([...this.#done, address.id]);
    this.#writes.host.dispatchEvent(new events.AddressDeletedEvent(address.customerId, address.id));
  }

  /** The addresses that have not been deleted. */
  get #waiting(): readonly BookAddress[] {
    return this.#asked.filter(({ id }) => !this.#done.has(id));
  }

  get #words() {
    return this.#writes.host.l10n.words(addressFormWords);
  }

  get #outcome(): string {
    const { l10n } = this.#writes.host;
    const done = this.#done.size;
    const count = done + this.#waiting.length;
    return this.#waiting.length
      ? l10n.text(this.#words.deletedOf, { done, count })
      : l10n.text(this.#words.deleted, { count });
  }

  render(): unknown {
    return this.dialog.render(() => this.#content());
  }

  #content(): DialogContent {
    const { l10n } = this.#writes.host;
    const words = this.#words;
    const waiting = this.#waiting;
    const count = waiting.length;
    const isAgain = this.#done.size > 0 || waiting.some((address) => this.#failure(address));
    const isUnknown = count === 1 && this.#writes.state(intentionOf(waiting[0]!)).phase === 'unknown';
    const label = this.#running
      ? words.deleting
      : isUnknown
        ? words.checkNow
        : isAgain && count > 1
          ? words.deleteRest
          : l10n.text(words.confirmDelete, { count });
    return {
      heading: l10n.text(words.deleteQuestion, { count: Math.max(count, 1) }),
      l10n,
      body: html`<div class="body">
        <p>${words.deleteWhy}</p>
        <ul class="address-doomed" part="addresses">
          ${this.#asked.map((address) => this.#row(address, l10n))}
        </ul>
        <div class="visually-hidden" role="status">${this.#writes.host.announcement}</div>
      </div>`,
      footer: html`<button type="button" class="button ghost" @click=${() => this.dialog.close()}>
          ${this.#done.size ? l10n.common.close : l10n.common.cancel}
        </button>
        ${
          count
            ? html`<button
                type="button"
                class="button danger"
                part="confirm-delete"
                aria-disabled=${this.#running ? 'true' : nothing}
                @click=${() => void this.confirm()}
              >
                ${label}
              </button>`
            : nothing
        }`,
    };
  }

  #row(address: BookAddress, l10n: Localization): TemplateResult {
    const failure = this.#failure(address);
    const lines = isWithheld(address.address)
      ? [address.address.display ?? l10n.common[address.address.withheld]]
      : addressLines(address.address, l10n);
    return html`<li>
      <span>${lines.map((line, index) => html`${index ? ', ' : nothing}${name(line, l10n)}`)}</span>
      ${
        this.#done.has(address.id)
          ? html`<span class="message">${icon(icons.check)}${l10n.text(this.#words.deleted, { count: 1 })}</span>`
          : failure
            ? html`<span class="message warning" part="message">${icon(icons.alert)}<span>${failure}</span></span>`
            : nothing
      }
    </li>`;
  }

  #failure(address: BookAddress): string | undefined {
    const state = this.#writes.state(intentionOf(address));
    const isDefault = state.phase === 'refused' && state.error.fieldErrors?.['defaultFor'];
    const words = this.#words;
    return explainWrite(state, {
      unknown: words.deletionUnknown,
      refused: words.notDeleted,
      // An address that somebody else has deleted counts as deleted.
      instead: {
        'not-found': '',
        conflict: words.deletionConflict,
        ...(isDefault && { validation: words.deletionDefault }),
      },
    });
  }
}
