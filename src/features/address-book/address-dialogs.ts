import { html, type TemplateResult } from 'lit';
import type { BookAddress } from '../../domain/address.ts';
import { isWithheld } from '../../domain/field.ts';
import type { DashboardElement } from '../../element/dashboard-element.ts';
import { PortWrites } from '../../element/port-writes.ts';
import { adopt } from '../../ui/styles.ts';
import { AddressDeleteAction } from './address-delete-action.ts';
import { styles } from './address-dialogs.styles.ts';
import { AddressForm } from './address-form.ts';
import { DefaultAddressForm } from './default-address-form.ts';

/**
 * The dialogs of an element in which addresses are edited, deleted and chosen as defaults. `LazyAddressDialogs` creates
 * them for each element.
 */
export class AddressDialogs {
  readonly form: AddressForm;
  readonly deletion: AddressDeleteAction;
  readonly defaults: DefaultAddressForm;

  constructor(host: DashboardElement) {
    adopt(host, styles);
    const writes = new PortWrites(host, 'addresses');
    this.deletion = new AddressDeleteAction(writes);
    this.defaults = new DefaultAddressForm(writes, (then) => this.add(this.defaults.book, then));
    // Created last because it can open on top of the choice.
    this.form = new AddressForm(host);
  }

  /** Opens the form for a new address. Its country is that of the first known address, the most likely one. */
  add(known: readonly BookAddress[] = [], then?: (created: BookAddress) => void): void {
    const home = known.find(({ address }) => !isWithheld(address))?.address;
    this.form.openNew((home && !isWithheld(home) && home.country) || undefined, then);
  }

  /** Renders the dialogs. The form is last because it can open on top of the choice. */
  render(): TemplateResult {
    return html`${this.deletion.render()} ${this.defaults.render()} ${this.form.dialog()}`;
  }
}
