import { PortWrites } from '../../element/port-writes.ts';
import { html, type TemplateResult } from 'lit';
import type { BookAddress } from '../../domain/address.ts';
import { isWithheld } from '../../domain/field.ts';
import type { DashboardElement } from '../../element/dashboard-element.ts';
import { adopt } from '../../ui/adopt.ts';
import { formStyles } from '../../ui/form.ts';
import { AddressDeletion } from './address-deletion.ts';
import { AddressEditing } from './address-editing.ts';
import { addressDialog } from './address-form.ts';
import { styles } from './address-desk.styles.ts';
import { DefaultChoice } from './default-choice.ts';

/**
 * The dialogs of an element in which addresses are edited, deleted and chosen as defaults. Drafts are kept per customer
 * and address. `LazyAddressDesk` creates one for each element.
 */
export class AddressDesk {
  readonly editing: AddressEditing;
  readonly deletion: AddressDeletion;
  readonly defaults: DefaultChoice;
  readonly #sending: PortWrites;

  constructor(host: DashboardElement) {
    for (const sheet of [...formStyles, styles]) adopt(host, sheet);
    this.#sending = new PortWrites(host, 'addresses');
    this.deletion = new AddressDeletion(this.#sending);
    this.defaults = new DefaultChoice(this.#sending, (then) => this.add(this.defaults.book, then));
    // Created last because it can open on top of the choice.
    this.editing = new AddressEditing(this.#sending);
  }

  /** Opens the form for a new address. Its country is that of the first known address, the most likely one. */
  add(known: readonly BookAddress[] = [], then?: (created: BookAddress) => void): void {
    const home = known.find(({ address }) => !isWithheld(address))?.address;
    this.editing.add((home && !isWithheld(home) && home.country) || undefined, then);
  }

  /** Renders the dialogs. The form is last because it can open on top of the choice. */
  render(): TemplateResult {
    const { l10n } = this.#sending.host;
    return html`${this.deletion.render()} ${this.defaults.render()}
    ${this.editing.dialog.render(() => addressDialog(this.editing, l10n))}`;
  }
}
