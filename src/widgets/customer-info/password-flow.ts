import type { nothing, TemplateResult } from 'lit';
import { customerLengths } from '../../domain/lengths.ts';
import type { DashboardElement } from '../../element/dashboard-element.ts';
import { WriteController } from '../../element/write-controller.ts';
import { customerEditWords } from './edit-words.en.ts';
import { Dialog } from '../../ui/dialog.ts';
import * as events from './customer-desk.events.ts';
import { passwordSetting } from './customer-writes.ts';
import { passwordDialog, shortestPassword } from './password-dialog.ts';

/** The change of a customer's password. The password is read from its field on submit and stored nowhere. */
export class PasswordFlow {
  readonly #host: DashboardElement;
  readonly #write: WriteController;
  readonly #dialog: Dialog;
  #fault: string | undefined;
  #isShown = false;
  /** The number of characters beyond the limit. */
  #excess = 0;

  constructor(host: DashboardElement) {
    this.#host = host;
    this.#write = new WriteController(host);
    this.#dialog = new Dialog(host, 'password', () => this.#reset());
  }

  open(): void {
    this.#reset();
    this.#dialog.show();
  }

  close(): void {
    this.#dialog.close();
  }

  render(): TemplateResult | typeof nothing {
    const state = this.#write.state('password');
    return this.#dialog.render(() =>
      passwordDialog({
        phase: state.phase === 'pending' || state.phase === 'unknown' ? state.phase : 'idle',
        error: state.phase === 'refused' ? state.error : undefined,
        fault: this.#fault,
        isShown: this.#isShown,
        excess: this.#excess,
        onInput: (password) => {
          this.#excess = Math.max(0, password.length - customerLengths.password);
          this.#host.requestUpdate();
        },
        l10n: this.#host.l10n,
        signIn: this.#host.stateOptions.signIn,
        onShow: () => {
          this.#isShown = !this.#isShown;
          this.#host.requestUpdate();
        },
        onSend: (password) => void this.#send(password),
        onClose: () => this.#dialog.close(),
      }),
    );
  }

  async #send(password: string): Promise<void> {
    const { activeCustomer: customerId, client, l10n } = this.#host;
    const words = l10n.words(customerEditWords);
    if (customerId === undefined || this.#write.state('password').phase === 'pending') return;
    this.#excess = Math.max(0, password.length - customerLengths.password);
    this.#fault = password.length < shortestPassword ? words.passwordShort : undefined;
    this.#host.requestUpdate();
    if (this.#fault !== undefined || this.#excess || !this.#host.request(new events.PasswordSetEvent(customerId)))
      return;
    const done = await this.#write.run('password', passwordSetting(customerId, password));
    if (!done) return;
    this.#host.dispatchEvent(new events.PasswordChangedEvent(customerId));
    if (customerId !== this.#host.activeCustomer || client !== this.#host.client) return;
    this.#dialog.close();
    this.#host.announce(words.passwordSet);
  }

  #reset(): void {
    this.#excess = 0;
    this.#fault = undefined;
    this.#isShown = false;
    // A refusal belongs to a password that is gone; an unknown outcome stays unknown.
    if (this.#write.state('password').phase === 'refused') this.#write.resetIntention('password');
  }
}
