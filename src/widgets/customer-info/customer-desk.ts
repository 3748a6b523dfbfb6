import { html, type TemplateResult } from 'lit';
import type { List } from '../../data/snapshot.ts';
import type { AddressUse } from '../../domain/address.ts';
import type { Customer, Named } from '../../domain/customer.ts';
import { parseFieldKey } from '../../domain/masking.ts';
import type { DashboardElement } from '../../element/dashboard-element.ts';
import type { PermissionsController } from '../../element/permissions.ts';
import { ListController } from '../../element/query-controller.ts';
import { customerEditWords } from './edit-words.en.ts';
import type { WidgetController } from '../../element/widget-host.ts';
import { LazyAddressDesk } from '../../features/address-book/lazy-desk.ts';
import { adopt } from '../../ui/adopt.ts';
import { checkListStyles } from '../../ui/check-list.styles.ts';
import { Dialog } from '../../ui/dialog.ts';
import { formStyles } from '../../ui/form.ts';
import { icon } from '../../ui/icon.ts';
import * as icons from '../../ui/icons.ts';
import { SearchField, searchStyles } from '../../ui/search-field.ts';
import { datum } from '../../ui/text.ts';
import { deskStyles } from './customer-desk.styles.ts';
import { businessAccountsOf } from './customer-writes.ts';
import { editDialog } from './edit-dialog.ts';
import { EditFlow } from './edit-flow.ts';
import { PasswordFlow } from './password-flow.ts';
import { RevealFlow } from './reveal-flow.ts';

type EditAccess = ReturnType<PermissionsController['of']>;

/** Returns true until the permission is known: the server still enforces it. */
const isAllowed = ({ state }: EditAccess): boolean => state !== 'denied' && state !== 'planned';

/** The edit, password, reveal and address dialogs of a customer. The module is loaded when the first of them opens. */
export class CustomerDesk implements WidgetController {
  readonly #host: DashboardElement;
  readonly #edit: EditFlow;
  readonly #password: PasswordFlow;
  readonly #reveal: RevealFlow;
  readonly #addresses: LazyAddressDesk;
  readonly #explainError: Dialog;
  readonly #businesses: ListController<Named>;
  readonly #search: SearchField;
  #refused: { readonly text: string; readonly reason: string | undefined } | undefined;

  /** `reread` refetches the current customer. */
  constructor(host: DashboardElement, reread: () => void) {
    this.#host = host;
    for (const sheet of [...formStyles, searchStyles, checkListStyles, deskStyles]) adopt(host, sheet);
    host.addController(this);
    this.#search = new SearchField(host);
    this.#edit = new EditFlow(host, reread);
    this.#password = new PasswordFlow(host);
    this.#reveal = new RevealFlow(host);
    this.#addresses = new LazyAddressDesk(host);
    this.#explainError = new Dialog(host, 'why-not');
    this.#businesses = new ListController<Named>(
      host,
      (customerId) =>
        this.#edit.dialog.isOpen && this.#offersBusinesses
          ? businessAccountsOf(customerId, this.#search.text)
          : undefined,
      { keepPreviousData: true },
    );
  }

  edit(customer: Customer): void {
    const { update, status } = this.#may;
    if (!update && !status) return this.#explain('customers.update', this.#words.mayNotEdit);
    this.#search.search('');
    this.#edit.start(customer);
  }

  password(): void {
    if (!isAllowed(this.#host.permissions.of('customers.setPassword')))
      return this.#explain('customers.setPassword', this.#words.mayNotSetPassword);
    this.#password.open();
  }

  /** Opens the dialog that reveals a value. `key` is its `fieldKey`. */
  reveal(key: string, label: string): void {
    if (!isAllowed(this.#host.permissions.of('customers.reveal')))
      return this.#explain('customers.reveal', this.#words.mayNotReveal);
    this.#reveal.open(parseFieldKey(key), label);
  }

  /** Returns the customer with the revealed values. */
  over(customer: Customer): Customer {
    return this.#reveal.over(customer);
  }

  isRevealed(key: string): boolean {
    return this.#reveal.isShown(key);
  }

  hide(key: string): void {
    this.#reveal.hide(key);
  }

  /** Opens the choice of another default address. */
  defaultAddress(use: AddressUse): void {
    this.#addresses.use((desk) => desk.defaults.open(use));
  }

  /** Masks the revealed values. The dialogs close themselves and keep their drafts. */
  hostCustomerChanged(): void {
    this.#reveal.close();
  }

  render(): TemplateResult {
    return html`${this.#edit.dialog.render(() =>
      editDialog({
        flow: this.#edit,
        l10n: this.#host.l10n,
        signIn: this.#host.stateOptions.signIn,
        may: this.#may,
        businesses: this.#offersBusinesses ? { list: this.#found, search: this.#search } : undefined,
        onRetrySearch: () => this.#businesses.refresh(),
        onClose: () => this.#edit.dialog.close(),
      }),
    )}
    ${this.#password.render()} ${this.#reveal.render()} ${this.#addresses.dialogs}
    ${this.#explainError.render(() => ({
      heading: this.#refused?.text ?? '',
      l10n: this.#host.l10n,
      body: html`<div class="body">
        <p class="line">
          ${icon(icons.lock)}${
            this.#refused?.reason ? datum(this.#refused.reason) : this.#host.l10n.common.forbiddenHelp
          }
        </p>
      </div>`,
    }))}`;
  }

  get #words() {
    return this.#host.l10n.words(customerEditWords);
  }

  get #may() {
    const { customers } = this.#host.client?.adapter ?? {};
    return {
      update: Boolean(customers?.update) && isAllowed(this.#host.permissions.of('customers.update')),
      status: Boolean(customers?.setStatus) && isAllowed(this.#host.permissions.of('customers.setStatus')),
    };
  }

  get #offersBusinesses(): boolean {
    return (
      this.#host.client?.adapter.businessAccounts?.list !== undefined &&
      this.#edit.draft?.base.businessAccounts !== undefined
    );
  }

  get #found(): List<Named> | 'loading' | 'failed' {
    const { snapshot } = this.#businesses;
    return snapshot.phase === 'ready' ? snapshot.data : snapshot.phase === 'error' ? 'failed' : 'loading';
  }

  /** Explains a denied permission where the operator tried to use it. */
  #explain(operation: string, text: string): void {
    const permission = this.#host.permissions.of(operation);
    this.#refused = { text, reason: permission.state === 'denied' ? permission.reason : undefined };
    this.#explainError.show();
  }
}
