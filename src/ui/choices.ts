import { html, nothing, type TemplateResult } from 'lit';
import { icon } from './icon.ts';
import { check } from './icons.ts';

export interface Choice {
  readonly label: string;
  /** `true` if this choice is selected. Absent if the list has no selection. */
  readonly isChosen?: boolean | undefined;
  readonly onChoose: () => void;
}

/** Renders a short list of choices as buttons, for a popover. The arrow keys move between them. */
export const choices = (list: readonly Choice[]): TemplateResult =>
  html`<div class="choices" @keydown=${step}>
    ${list.map(
      ({ label, isChosen, onChoose }) =>
        html`<button
          type="button"
          class="choice"
          part="choice"
          aria-pressed=${isChosen === undefined ? nothing : String(isChosen)}
          @click=${onChoose}
        >
          <span>${label}</span>${isChosen ? icon(check) : nothing}
        </button>`,
    )}
  </div>`;

function step(event: KeyboardEvent): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const list = event.currentTarget as HTMLElement;
  if (!by) return;
  event.preventDefault();
  const buttons = [...list.querySelectorAll<HTMLElement>('.choice')];
  const at = buttons.indexOf(event.target as HTMLElement);
  buttons.at((at + by) % buttons.length)?.focus();
}
