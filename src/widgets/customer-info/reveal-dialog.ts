import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { customerLengths } from '../../domain/lengths.ts';
import type { WriteState } from '../../element/write-controller.ts';
import { customerEditWords } from './edit-words.en.ts';
import type { Localization } from '../../i18n/localization.ts';
import type { DialogContent } from '../../ui/dialog.ts';
import { field } from '../../ui/form.ts';
import { excessOf, tooLong } from '../../ui/too-long.ts';
import { explained, formMessage } from '../../ui/explain-error.ts';

export interface RevealDialog {
  /** The name of the value. */
  readonly what: string;
  readonly reason: string;
  readonly state: WriteState;
  readonly isMissing: boolean;
  readonly l10n: Localization;
  readonly signIn: string | null | undefined;
  readonly onInput: (reason: string) => void;
  readonly onSend: () => void;
  readonly onClose: () => void;
}

/** Returns the dialog that asks for the reason to reveal a masked value and says that the access is recorded. */
export function revealDialog(view: RevealDialog): DialogContent {
  const { what, reason, state, isMissing, l10n } = view;
  const words = l10n.words(customerEditWords);
  const error = state.phase === 'refused' || state.phase === 'unknown' ? state.error : undefined;
  const fieldError =
    tooLong(excessOf(reason, customerLengths.reason), l10n) ??
    (isMissing ? words.reasonMissing : error?.fieldErrors?.['reason']);
  const submit = (event: Event) => {
    event.preventDefault();
    view.onSend();
  };
  return {
    heading: l10n.text(words.revealWhat, { what: l10n.withinSentence(what) }),
    l10n,
    body: html`<form class="body" part="form" id="reveal-form" novalidate @submit=${submit}>
      ${
        error && !fieldError
          ? formMessage('danger', html`${words.notRevealed} ${explained(error, l10n, view.signIn)}`)
          : nothing
      }
      ${field({
        id: 'reveal-reason',
        label: words.reason,
        error: fieldError,
        control: html`<input
            class="input"
            part="input"
            id="reveal-reason"
            autocomplete="off"
            autofocus
            aria-required="true"
            aria-invalid=${fieldError ? 'true' : 'false'}
            aria-describedby=${fieldError ? 'reveal-reason-message' : 'reveal-reason-help'}
            .value=${live(reason)}
            @input=${(event: Event) => view.onInput((event.target as HTMLInputElement).value)}
          />
          ${fieldError ? nothing : html`<p class="message" id="reveal-reason-help">${words.reasonHelp}</p>`}`,
      })}
    </form>`,
    footer: html`<button type="button" class="button ghost" part="cancel" @click=${view.onClose}>
        ${l10n.common.cancel}
      </button>
      <button
        type="submit"
        form="reveal-form"
        class="button primary"
        part="confirm"
        ?disabled=${state.phase === 'pending'}
      >
        ${words.revealAction}
      </button>`,
  };
}
