import { html, type TemplateResult } from 'lit';
import type { AddressUse } from '../../domain/address.ts';
import type { Customer } from '../../domain/customer.ts';
import { parseFieldKey } from '../../domain/masking.ts';
import type { DashboardElement } from '../../element/dashboard-element.ts';
import { LazyAddressDialogs } from '../../features/address-book/lazy-address-dialogs.ts';
import { Dialog } from '../../ui/dialog.ts';
import { icon } from '../../ui/icon.ts';
import * as icons from '../../ui/icons.ts';
import { name } from '../../ui/text.ts';
import { CustomerForm } from './customer-form.ts';
import { mayWrite } from './customer-writes.ts';
import { customerEditWords } from './edit-words.en.ts';
import { PasswordForm } from './password-form.ts';
import { RevealForm } from './reveal-form.ts';

/** The edit, password, reveal and address dialogs of a customer. The module is loaded when the first of them opens. */
export class CustomerDialogs {
  readonly reveals: RevealForm;
  readonly #host: DashboardElement;
  readonly #customer: CustomerForm;
  readonly #password: PasswordForm;
  readonly #addresses: LazyAddressDialogs;
  readonly #denial: Dialog;
  #denied: { readonly text: string; readonly reason: string | undefined } | undefined;

  /** `reread` refetches the current customer. */
  constructor(host: DashboardElement, reread: () => void) {
    this.#host = host;
    this.#customer = new CustomerForm(host, reread);
    this.#password = new PasswordForm(host);
    this.reveals = new RevealForm(host);
    this.#addresses = new LazyAddressDialogs(host);
    this.#denial = new Dialog(host, 'why-not');
  }

  edit(customer: Customer): void {
    if (mayWrite(this.#host, 'customers.update') || mayWrite(this.#host, 'customers.setStatus'))
      this.#customer.open(customer);
    else this.#explain('customers.update', this.#words.mayNotEdit);
  }

  password(): void {
    if (mayWrite(this.#host, 'customers.setPassword')) this.#password.open();
    else this.#explain('customers.setPassword', this.#words.mayNotSetPassword);
  }

  /** Opens the dialog that reveals a value. `key` is its `fieldKey`. */
  reveal(key: string, label: string): void {
    if (mayWrite(this.#host, 'customers.reveal')) this.reveals.open({ what: parseFieldKey(key), label });
    else this.#explain('customers.reveal', this.#words.mayNotReveal);
  }

  /** Opens the choice of another default address. */
  defaultAddress(use: AddressUse): void {
    this.#addresses.use(({ defaults }) => defaults.open(use));
  }

  render(): TemplateResult {
    const { l10n } = this.#host;
    return html`${this.#customer.dialog()} ${this.#password.dialog()} ${this.reveals.dialog()}
    ${this.#addresses.dialogs}
    ${this.#denial.render(() => ({
      heading: this.#denied?.text ?? '',
      l10n,
      body: html`<div class="body">
        <p class="line">
          ${icon(icons.lock)}${this.#denied?.reason ? name(this.#denied.reason, l10n) : l10n.common.forbiddenHelp}
        </p>
      </div>`,
    }))}`;
  }

  get #words() {
    return this.#host.l10n.words(customerEditWords);
  }

  /** Explains a denied permission where the operator tried to use it. */
  #explain(operation: string, text: string): void {
    const permission = this.#host.permissions.of(operation);
    this.#denied = { text, reason: permission.state === 'denied' ? permission.reason : undefined };
    this.#denial.show();
  }
}
