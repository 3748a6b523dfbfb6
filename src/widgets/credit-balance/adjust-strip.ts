import { html, nothing, type TemplateResult } from 'lit';
import type { StoredValue } from '../../domain/money.ts';
import type { Localization } from '../../i18n/localization.ts';
import { icon } from '../../ui/icon.ts';
import * as icons from '../../ui/icons.ts';
import { notice } from '../../ui/state-view.ts';
import { datum } from '../../ui/text.ts';
import { amountInWords, wordsOf } from './account-words.ts';
import type { AdjustController } from './adjust-controller.ts';
import { refusalText, takesAway, whyNot } from './adjust-refusal.ts';

export interface AdjustStrip {
  readonly flow: AdjustController;
  readonly l10n: Localization;
  readonly onRead: () => void;
  /** Absent where nothing can be adjusted now. */
  readonly onOpen: (() => void) | undefined;
}

/** How it stands with an adjustment that was sent, where no dialog says so. Never shown as failed while nobody knows. */
export function adjustStrip({ flow, l10n, onRead, onOpen }: AdjustStrip): TemplateResult | typeof nothing {
  const words = wordsOf(l10n);
  const { sent, phase, canCheck } = flow.sending;
  if (sent && phase) {
    const busy = phase !== 'unknown';
    const check = button(busy, phase === 'pending' ? words.sending : canCheck ? words.checkNow : words.readAgain, () =>
      canCheck ? void flow.check() : onRead(),
    );
    return notice({
      path: icons.clock,
      tone: 'uncertain',
      text: html`<bdi>${stripText(flow, l10n)}</bdi>`,
      action:
        canCheck || busy
          ? check
          : html`${check}<button
                type="button"
                class="button inline"
                part="looked"
                @click=${() => flow.sending.settle()}
              >
                ${words.looked}
              </button>`,
    });
  }
  const refused = flow.draft?.refused;
  if (!refused) return nothing;
  return notice({
    path: icons.alert,
    tone: 'warning',
    text: datum(refusalText(refused, l10n)),
    action: onOpen
      ? html`<button type="button" class="button inline" @click=${onOpen}>${words.lookAgain}</button>`
      : nothing,
  });
}

/** What was done, and the balance that it made. */
export function doneText(amount: StoredValue, balance: StoredValue, l10n: Localization): string {
  const words = wordsOf(l10n);
  return l10n.text(takesAway(amount) ? words.doneTake : words.doneAdd, {
    amount: amountInWords(amount, l10n),
    balance: l10n.amount(balance, { exact: true }),
  });
}

/** What the strip says; nothing where there is none. */
export function stripText(flow: AdjustController, l10n: Localization): string {
  const words = wordsOf(l10n);
  const { sent, phase, doubt, canCheck } = flow.sending;
  if (!sent || !phase) return flow.draft?.refused ? refusalText(flow.draft.refused, l10n) : '';
  const { amount } = sent.adjustment;
  const [add, take] = {
    pending: [words.pendingAdd, words.pendingTake],
    checking: [words.checkingAdd, words.checkingTake],
    unknown: [words.unknownAdd, words.unknownTake],
  }[phase] as [string, string];
  const text = l10n.text(takesAway(amount) ? (take as '{amount}') : (add as '{amount}'), {
    amount: amountInWords(amount, l10n),
  });
  return [text, doubt && !canCheck && words.lookYourself, doubt && whyNot(doubt, l10n)].filter(Boolean).join(' ');
}

/** Not disabled while it is at work: it would lose the focus. */
const button = (busy: boolean, text: string, onClick: () => void): TemplateResult =>
  html`<button
    type="button"
    class="button inline"
    part="check"
    aria-disabled=${busy ? 'true' : 'false'}
    @click=${() => {
      if (!busy) onClick();
    }}
  >
    ${icon(icons.refresh)}${text}
  </button>`;
