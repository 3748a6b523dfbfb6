import { html, nothing, type TemplateResult } from 'lit';
import type { PendingWrite } from '../element/pending-write.ts';
import { icon } from '../ui/icon.ts';
import * as icons from '../ui/icons.ts';
import { notice } from '../ui/state-view.ts';
import { datum } from '../ui/text.ts';
import type { FormWords } from './form-steps.ts';

/** The data that the strip of a form renders. */
export interface StripView {
  readonly name: string;
  readonly formWords: FormWords;
  readonly announcement: string;
  readonly pending: Pick<PendingWrite<unknown, unknown>, 'phase' | 'canCheck'>;
  check(): void;
  resolve(): void;
  reread(): void;
}

/**
 * Renders the state of a write while no dialog shows it. An unknown outcome is never shown as failed. `onOpen` reopens
 * a refused draft.
 */
export function formStrip(form: StripView, onOpen: (() => void) | undefined): TemplateResult | typeof nothing {
  const { formWords: words, announcement, pending } = form;
  const phase = pending.phase(form.name);
  if (phase === 'idle')
    return announcement
      ? notice({
          path: icons.alert,
          tone: 'warning',
          text: datum(announcement),
          action: onOpen
            ? html`<button type="button" class="button inline" @click=${onOpen}>${words.lookAgain}</button>`
            : nothing,
        })
      : nothing;
  const { canCheck } = pending;
  const isBusy = phase !== 'unknown';
  const label = phase === 'pending' ? words.sending : canCheck ? words.checkNow : words.readAgain;
  // The button is not disabled while it is busy, because it would lose the focus.
  const check = html`<button
    type="button"
    class="button inline"
    part="check"
    aria-disabled=${isBusy ? 'true' : 'false'}
    @click=${() => {
      if (isBusy) return;
      if (canCheck) form.check();
      else form.reread();
    }}
  >
    ${icon(icons.refresh)}${label}
  </button>`;
  return notice({
    path: icons.clock,
    tone: 'uncertain',
    text: html`<bdi>${announcement}</bdi>`,
    action:
      canCheck || isBusy
        ? check
        : html`${check}<button type="button" class="button inline" part="looked" @click=${() => form.resolve()}>
              ${words.looked}
            </button>`,
  });
}
