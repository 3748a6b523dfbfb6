import { html, nothing, type TemplateResult } from 'lit';
import { customerLengths } from '../../domain/lengths.ts';
import type { WidgetHost } from '../../element/widget-host.ts';
import { FormDialog } from '../../forms/form-dialog.ts';
import type { Reading } from '../../forms/form-drafts.ts';
import type { FieldError, FormRow } from '../../forms/form-field.ts';
import type { WriteTexts } from '../../forms/form-model.ts';
import { field, fieldHelp, tooLong } from '../../ui/form.ts';
import { icon } from '../../ui/icon.ts';
import * as icons from '../../ui/icons.ts';
import { PasswordChangedEvent, PasswordSetEvent } from './customer-dialogs.events.ts';
import { passwordSetting } from './customer-writes.ts';
import { customerEditWords } from './edit-words.en.ts';

/** The minimum length in the contract. It does not say how strong a password is. */
const minLength = 8;

/** The value of the draft is always empty: the password exists only in its field. */
interface Values {
  readonly password: '';
}

/** The submitted password. It is released when the dialog closes. */
interface Secret {
  password: string;
}

interface PasswordInput {
  readonly customerId: string;
  readonly secret: Secret;
}

/**
 * Changes a customer's password. The password is read from its field on submit; no draft and no attribute holds it. The
 * field is removed with the dialog.
 */
export class PasswordForm extends FormDialog<undefined, Values, PasswordInput, true> {
  #isShown = false;
  #secret: Secret | undefined;

  constructor(host: WidgetHost) {
    super(host, {
      name: 'password',
      port: 'customers',
      openers: ['change-password'],
      request: ({ customerId, secret }) => {
        this.#secret = secret;
        return new PasswordSetEvent(customerId);
      },
      fact: ({ customerId }) => new PasswordChangedEvent(customerId),
    });
  }

  get words() {
    return this.l10n.words(customerEditWords);
  }

  override get formWords() {
    const { setPassword: save, saving: sending, again: checkNow } = this.words;
    return { ...super.formWords, save, sending, checkNow };
  }

  override get heading(): string {
    return this.words.setPassword;
  }

  override get checkPart(): string {
    return 'save';
  }

  override get isRepeatable(): boolean {
    return true;
  }

  /** A refusal belongs to a password that is gone; an unknown outcome stays unknown. */
  override open(): void {
    if (!this.isBusy) this.save(undefined);
    super.open(undefined);
  }

  protected override closed(): void {
    this.#isShown = false;
    if (this.#secret) this.#secret.password = '';
    this.#secret = undefined;
  }

  protected override blank(): Values {
    return { password: '' };
  }

  protected override rows(): readonly FormRow<Values>[] {
    const label = this.words.newPassword;
    return [{ kind: 'custom', name: 'password', label, render: ({ id, error }) => this.#field(id, label, error) }];
  }

  protected override read(): Reading<PasswordInput> {
    const { customerId, l10n } = this;
    const password = this.#typed;
    if (this.#excess) return { errors: { password: l10n.common.tooLong } };
    if (password.length < minLength || customerId === undefined)
      return { errors: { password: this.words.passwordShort } };
    return { errors: {}, input: { customerId, secret: { password } } };
  }

  override operation({ customerId, secret: { password } }: PasswordInput) {
    return passwordSetting(customerId, password);
  }

  protected override texts(): WriteTexts {
    const { passwordUnknown: unknown, passwordNotSet: refused, passwordSet: done } = this.words;
    return { unknown, refused, done };
  }

  get #typed(): string {
    return this.host.renderRoot.querySelector<HTMLInputElement>('#password-password')?.value ?? '';
  }

  /** The number of characters beyond the limit. */
  get #excess(): number {
    return Math.max(0, this.#typed.length - customerLengths.password);
  }

  #field(id: string, label: string, said: FieldError): TemplateResult {
    const { words, l10n } = this;
    const error = tooLong(this.#excess, l10n) ?? said;
    const show = this.#isShown ? words.hidePassword : words.showPassword;
    const toggle = () => {
      this.#isShown = !this.#isShown;
      this.host.requestUpdate();
    };
    return field({
      id,
      label,
      error,
      control: html`<div class="input-group">
          <input
            class="input"
            part="input"
            id=${id}
            type=${this.#isShown ? 'text' : 'password'}
            autocomplete="new-password"
            autocapitalize="off"
            spellcheck="false"
            autofocus
            aria-required="true"
            aria-invalid=${error ? 'true' : 'false'}
            aria-describedby=${error ? `${id}-message` : `${id}-help`}
            @input=${() => this.change({ password: '' })}
          /><button
            type="button"
            class="button icon-only ghost"
            part="button"
            aria-label=${show}
            title=${show}
            aria-pressed=${this.#isShown ? 'true' : 'false'}
            @click=${toggle}
          >
            ${icon(this.#isShown ? icons.eyeOff : icons.eye)}
          </button>
        </div>
        ${error ? nothing : fieldHelp(id, words.passwordHelp)}`,
    });
  }
}
