import { html, nothing } from 'lit';
import type { CreditAccount } from '../../domain/credit.ts';
import type { Localization } from '../../i18n/localization.ts';
import type { DialogContent } from '../../ui/dialog.ts';
import { wordsOf } from './account-words.ts';
import { adjustConfirmation, adjustConfirmationFooter, adjustQuestion } from './adjust-confirmation.ts';
import type { AdjustController } from './adjust-controller.ts';
import { adjustForm, adjustFormFooter } from './adjust-form.ts';

export interface AdjustDialog {
  readonly flow: AdjustController;
  readonly accounts: readonly CreditAccount[];
  readonly l10n: Localization;
  readonly signIn: string | null | undefined;
  readonly onReview: () => void;
  readonly onDiscard: () => void;
  readonly onCancel: () => void;
}

/** An adjustment in the step that it has come to. */
export function adjustDialog({ flow, accounts, l10n, signIn, ...on }: AdjustDialog): DialogContent {
  const { reviewed, draft, account } = flow;
  if (reviewed)
    return {
      heading: adjustQuestion(reviewed, l10n),
      body: adjustConfirmation(reviewed, flow, l10n, signIn),
      footer: adjustConfirmationFooter(reviewed, flow, l10n),
      l10n,
    };
  const form = draft && account && { draft, account, accounts, flow, l10n, signIn, onReview: on.onReview };
  return {
    heading: wordsOf(l10n).adjust,
    body: form ? adjustForm(form) : html`<div class="body"></div>`,
    footer: form ? adjustFormFooter(form.draft, l10n, on) : nothing,
    l10n,
  };
}
