import { html, nothing } from 'lit';
import type { AdapterError } from '../../adapter/adapter-error.ts';
import { customerEditWords } from './edit-words.en.ts';
import type { Localization } from '../../i18n/localization.ts';
import type { DialogContent } from '../../ui/dialog.ts';
import { field } from '../../ui/form.ts';
import { tooLong } from '../../ui/too-long.ts';
import { icon } from '../../ui/icon.ts';
import * as icons from '../../ui/icons.ts';
import { explained, formMessage } from '../../ui/explain-error.ts';

export interface PasswordDialog {
  readonly phase: 'idle' | 'pending' | 'unknown';
  readonly error: AdapterError | undefined;
  /** The validation error of the typed password. */
  readonly fault: string | undefined;
  readonly isShown: boolean;
  readonly l10n: Localization;
  readonly signIn: string | null | undefined;
  /** The number of characters beyond the limit. */
  readonly excess: number;
  readonly onInput: (password: string) => void;
  readonly onShow: () => void;
  readonly onSend: (password: string) => void;
  readonly onClose: () => void;
}

/** The minimum length in the contract. It does not say how strong a password is. */
export const shortestPassword = 8;

/**
 * Returns the dialog for a new password. The password exists only in the field, which is removed with the dialog; no
 * state and no attribute holds it.
 */
export function passwordDialog(view: PasswordDialog): DialogContent {
  const { phase, error, fault, isShown, l10n } = view;
  const words = l10n.words(customerEditWords);
  const wrong = tooLong(view.excess, l10n) ?? fault ?? error?.fieldErrors?.['password'];
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const input = (event.currentTarget as HTMLFormElement).querySelector('input');
    if (input && phase !== 'pending') view.onSend(input.value);
  };
  const show = isShown ? words.hidePassword : words.showPassword;
  return {
    heading: words.setPassword,
    l10n,
    body: html`<form class="body" part="form" id="password-form" novalidate @submit=${submit}>
      ${
        phase === 'unknown'
          ? formMessage('warning', words.passwordUnknown)
          : error && !wrong
            ? formMessage('danger', html`${words.passwordNotSet} ${explained(error, l10n, view.signIn)}`)
            : nothing
      }
      ${field({
        id: 'password',
        label: words.newPassword,
        error: wrong,
        control: html`<div class="input-group">
            <input
              class="input"
              part="input"
              id="password"
              type=${isShown ? 'text' : 'password'}
              autocomplete="new-password"
              autocapitalize="off"
              spellcheck="false"
              autofocus
              @input=${(event: Event) => view.onInput((event.currentTarget as HTMLInputElement).value)}
              aria-required="true"
              aria-invalid=${wrong ? 'true' : 'false'}
              aria-describedby=${wrong ? 'password-message' : 'password-help'}
            /><button
              type="button"
              class="button icon-only ghost"
              part="button"
              aria-label=${show}
              title=${show}
              aria-pressed=${isShown ? 'true' : 'false'}
              @click=${view.onShow}
            >
              ${icon(isShown ? icons.eyeOff : icons.eye)}
            </button>
          </div>
          ${wrong ? nothing : html`<p class="message" id="password-help">${words.passwordHelp}</p>`}`,
      })}
    </form>`,
    footer: html`<button type="button" class="button ghost" part="cancel" @click=${view.onClose}>
        ${l10n.common.cancel}
      </button>
      <button type="submit" form="password-form" class="button primary" part="save" ?disabled=${phase === 'pending'}>
        ${phase === 'pending' ? words.saving : phase === 'unknown' ? words.again : words.setPassword}
      </button>`,
  };
}
