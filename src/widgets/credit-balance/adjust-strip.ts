import { html, nothing, type TemplateResult } from 'lit';
import type { StoredValue } from '../../domain/money.ts';
import type { Localization } from '../../i18n/localization.ts';
import * as icons from '../../ui/icons.ts';
import { notice } from '../../ui/state-view.ts';
import { datum } from '../../ui/text.ts';
import type { CreditEntry } from '../../domain/credit.ts';
import type { AdjustController } from './adjust-controller.ts';
import { amountInWords, wordsOf } from './adjust-words.ts';
import { refusalText, takesAway } from './adjust-refusal.ts';
import { sentStrip } from './sent-strip.ts';
import { explainError } from './why-not.ts';

export interface AdjustStrip {
  readonly flow: AdjustController;
  readonly l10n: Localization;
  readonly onRead: () => void;
  /** Absent where nothing can be adjusted now. */
  readonly onOpen: ((reverses: CreditEntry | undefined) => void) | undefined;
}

/** How it stands with an adjustment that was sent, where no dialog says so. Never shown as failed while nobody knows. */
export function adjustStrip({ flow, l10n, onRead, onOpen }: AdjustStrip): TemplateResult | typeof nothing {
  const words = wordsOf(l10n);
  const { sent, phase } = flow.sending;
  if (sent && phase)
    return sentStrip({
      sending: flow.sending,
      text: stripText(flow, l10n),
      words,
      onCheck: () => void flow.check(),
      onRead,
    });
  const { refusal } = flow;
  if (!refusal) return nothing;
  return notice({
    path: icons.alert,
    tone: 'warning',
    text: datum(stripText(flow, l10n)),
    action: onOpen
      ? html`<button type="button" class="button inline" @click=${() => onOpen(refusal.reverses)}>
          ${words.lookAgain}
        </button>`
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
  const { sent, phase, unknownOutcome, canCheck } = flow.sending;
  if (!sent || !phase) {
    const refused = flow.refusal?.refused;
    return refused ? refusalText(refused, flow.nowOf(refused.accountId), l10n) : '';
  }
  const { amount } = sent.adjustment;
  const [add, take] = {
    pending: [words.pendingAdd, words.pendingTake],
    checking: [words.checkingAdd, words.checkingTake],
    unknown: [words.unknownAdd, words.unknownTake],
  }[phase] as [string, string];
  const text = l10n.text(takesAway(amount) ? (take as '{amount}') : (add as '{amount}'), {
    amount: amountInWords(amount, l10n),
  });
  return [
    text,
    unknownOutcome && !canCheck && words.lookYourself,
    unknownOutcome && explainError(unknownOutcome, words.changed, l10n),
  ]
    .filter(Boolean)
    .join(' ');
}
