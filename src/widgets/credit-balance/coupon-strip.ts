import { html, nothing, type TemplateResult } from 'lit';
import type { Localization } from '../../i18n/localization.ts';
import * as icons from '../../ui/icons.ts';
import { notice } from '../../ui/state-view.ts';
import { datum } from '../../ui/text.ts';
import type { CouponFlow } from './coupon-flow.ts';
import { statusText, wordsOf } from './coupon-words.ts';
import { sentStrip } from './sent-strip.ts';
import { explainError } from './why-not.ts';

export interface CouponStrip {
  readonly flow: CouponFlow;
  readonly l10n: Localization;
  readonly onRead: () => void;
  /** Back to what was refused. */
  readonly onOpen: () => void;
}

/** How it stands with what was sent, where no dialog says so. Never shown as failed while nobody knows. */
export function couponStrip({ flow, l10n, onRead, onOpen }: CouponStrip): TemplateResult | typeof nothing {
  const words = wordsOf(l10n);
  const { sending, refused } = flow;
  const text = couponStripText(flow, l10n);
  if (sending.sent) return sentStrip({ sending, text, words, onCheck: () => void flow.check(), onRead });
  if (!refused) return nothing;
  return notice({
    path: icons.alert,
    tone: 'warning',
    text: datum(text),
    action: html`<button type="button" class="button inline" @click=${onOpen}>${words.lookAgain}</button>`,
  });
}

/** What the strip says; nothing where there is none. */
export function couponStripText(flow: CouponFlow, l10n: Localization): string {
  const words = wordsOf(l10n);
  const { sent, phase, unknownOutcome, canCheck } = flow.sending;
  if (!sent || !phase) return couponRefusalText(flow, l10n);
  const issues = sent.kind === 'issue';
  const pending = issues ? words.pendingIssue : words.pendingRevoke;
  const text = phase === 'pending' ? pending : issues ? words.unknownIssue : words.unknownRevoke;
  const why = unknownOutcome && explainError(unknownOutcome, words.changed, l10n);
  return [text, phase === 'checking' && words.checking, unknownOutcome && !canCheck && words.lookYourself, why]
    .filter(Boolean)
    .join(' ');
}

/** What was refused, and why: nothing was written. Of a conflict, how the coupon is now. Nothing where nothing was. */
export function couponRefusalText(flow: CouponFlow, l10n: Localization): string {
  if (!flow.refused) return '';
  const { error, kind } = flow.refused;
  const words = wordsOf(l10n);
  const current = flow.currentOf(error);
  const changed = current ? l10n.text(words.changed, { status: statusText(current, l10n) }) : l10n.common.conflict;
  return `${kind === 'issue' ? words.refusedIssue : words.refusedRevoke} ${explainError(error, changed, l10n)}`.trim();
}
