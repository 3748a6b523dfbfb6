import { PortWrites } from '../../element/port-writes.ts';
import { html, type TemplateResult } from 'lit';
import type { BookAddress } from '../../domain/address.ts';
import { isWithheld } from '../../domain/field.ts';
import type { DashboardElement } from '../../element/dashboard-element.ts';
import { adopt } from '../../ui/adopt.ts';
import { dialogStyles } from '../../ui/dialog.ts';
import { formStyles } from '../../ui/form.ts';
import { AddressDeletion } from './address-deletion.ts';
import { AddressEditing } from './address-editing.ts';
import { addressDialog } from './address-form.ts';
import { styles } from './address-desk.styles.ts';
import { DefaultChoice } from './default-choice.ts';

/**
 * Where addresses are written, deleted and chosen as defaults, each in a dialog of the element that it works for. What
 * was typed is kept for each customer and address. Made once for an element, by `LazyAddressDesk`.
 */
export class AddressDesk {
  readonly editing: AddressEditing;
  readonly deletion: AddressDeletion;
  readonly defaults: DefaultChoice;
  readonly #sending: PortWrites;

  constructor(host: DashboardElement) {
    for (const sheet of [dialogStyles, ...formStyles, styles]) adopt(host, sheet);
    this.#sending = new PortWrites(host, 'addresses');
    this.deletion = new AddressDeletion(this.#sending);
    this.defaults = new DefaultChoice(this.#sending, (then) => this.add(this.defaults.book, then));
    // Made last, for it may open over the choice.
    this.editing = new AddressEditing(this.#sending);
  }

  /** Writes a new address: in the country of the first one that is known, where most are. */
  add(known: readonly BookAddress[] = [], then?: (created: BookAddress) => void): void {
    const home = known.find(({ address }) => !isWithheld(address))?.address;
    this.editing.add((home && !isWithheld(home) && home.country) || undefined, then);
  }

  /** The dialogs. The form stands last: it may open over the choice. */
  render(): TemplateResult {
    const { l10n } = this.#sending.host;
    return html`${this.deletion.render()} ${this.defaults.render()}
    ${this.editing.dialog.render(() => addressDialog(this.editing, l10n))}`;
  }
}
