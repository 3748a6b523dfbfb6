import { html, nothing, type TemplateResult } from 'lit';
import { FormAccess } from '../../forms/form-access.ts';
import { iconFeature } from '../../ui/feature-mark.ts';
import { plus } from '../../ui/icons.ts';
import { name } from '../../ui/text.ts';
import { wordsOf } from './account-words.ts';
import type { AdjustForm } from './adjust/adjust-form.ts';
import type { OpeningForm } from './opening/opening-form.ts';
import { canAdjust, type AdjustHost, type CouponHost, type Ledger, type ShownCredit } from './shown-credit.ts';

/** Returns what opens the adjustment of an account, or the reversal of an entry. */
export const adjustAccess = (host: AdjustHost, shown: ShownCredit, ledger: Ledger): FormAccess<AdjustForm> =>
  new FormAccess(host, async () => new (await import('./adjust/adjust-form.ts')).AdjustForm(host, shown, ledger), {
    operation: 'credit.adjust',
    part: 'adjust',
    label: () => wordsOf(host.l10n).adjust,
    isOffered: () => canAdjust(host, shown),
    isBlocked: (form) => form?.isBusy && !form.isOpen,
    open: (form) => form.open(undefined),
    denied: (reason) => html`${wordsOf(host.l10n).readOnly} ${reason ? name(reason, host.l10n) : nothing}`,
  });

/** Returns what opens the form for a new account. */
export const openingAccess = (host: CouponHost, shown: ShownCredit): FormAccess<OpeningForm> =>
  new FormAccess(host, async () => new (await import('./opening/opening-form.ts')).OpeningForm(host, shown), {
    operation: 'credit.open',
    part: 'open-account',
    label: () => wordsOf(host.l10n).openAccount,
    isOffered: () => !host.readonly && shown.openings.length > 0,
    open: (form) => form.open(undefined),
  });

/** Renders the button for a new account beside the accounts, in the header of the panel. */
export function openingButton(
  { open }: FormAccess<OpeningForm>,
  { readonly, l10n, permissions }: CouponHost,
  { list, openings }: ShownCredit,
): TemplateResult | typeof nothing {
  if (readonly || !openings.length || !list.length) return nothing;
  return html`<span part="open-account"
    >${iconFeature(
      { availability: permissions.of('credit.open'), l10n },
      { label: wordsOf(l10n).openAccount, path: plus, onClick: open },
    )}</span
  >`;
}
