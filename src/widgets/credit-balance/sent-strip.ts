import { html, type TemplateResult } from 'lit';
import { icon } from '../../ui/icon.ts';
import * as icons from '../../ui/icons.ts';
import { notice } from '../../ui/state-view.ts';
import type { Sending } from './sending.ts';

export interface SentStrip {
  readonly sending: Pick<Sending<never, never>, 'phase' | 'canCheck' | 'settle'>;
  readonly text: string;
  readonly words: Readonly<Record<'sending' | 'checkNow' | 'readAgain' | 'looked', string>>;
  readonly onCheck: () => void;
  readonly onRead: () => void;
}

/** What was sent and of which it is not known what became of it: never shown as failed while nobody knows. */
export function sentStrip({ sending, text, words, onCheck, onRead }: SentStrip): TemplateResult {
  const { phase, canCheck } = sending;
  const busy = phase !== 'unknown';
  const label = phase === 'pending' ? words.sending : canCheck ? words.checkNow : words.readAgain;
  const check = button(busy, label, canCheck ? onCheck : onRead);
  return notice({
    path: icons.clock,
    tone: 'uncertain',
    text: html`<bdi>${text}</bdi>`,
    action:
      canCheck || busy
        ? check
        : html`${check}<button type="button" class="button inline" part="looked" @click=${() => sending.settle()}>
              ${words.looked}
            </button>`,
  });
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
