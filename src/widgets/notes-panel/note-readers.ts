import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { codeOf, labelOf, type Coded } from '../../domain/field.ts';
import type { Localization } from '../../i18n/localization.ts';
import { icon } from '../../ui/icon.ts';
import * as icons from '../../ui/icons.ts';
import { notesPanelWords } from './words.en.ts';

/** The people who can read a note, and the choice of others if the platform offers one. */
export interface Readers {
  readonly visibility: Coded;
  /** The visibilities to choose from. Fewer than two: there is no choice. */
  readonly choices: readonly Coded[];
  readonly onChoose: (code: string) => void;
}

/** `true` if nobody but the team can read the note. */
export const isForTeam = (visibility: Coded): boolean => codeOf(visibility) === 'staff';

/** Returns the words of a panel whose notes can be read by these people. */
export function wordsFor(visibility: Coded, l10n: Localization) {
  const words = l10n.words(notesPanelWords);
  return isForTeam(visibility) ? words : { ...words, emptyHelp: words.emptyHelpOpen };
}

/** Returns who else can read a note, in words. */
export function readersText(visibility: Coded, l10n: Localization): string {
  const words = l10n.words(notesPanelWords);
  const [code, label] = [codeOf(visibility), labelOf(visibility)];
  if (code === 'customer' && label === undefined) return words.customerReads;
  return l10n.text(words.visibleTo, { who: `\u2068${label ?? code}\u2069` });
}

/** Renders a line that says who else can read the note that is being written; nothing if only the team can. */
export const readersLine = (visibility: Coded, l10n: Localization): TemplateResult | typeof nothing =>
  isForTeam(visibility)
    ? nothing
    : html`<p class="message warning" part="readers">
        ${icon(icons.eye)}<span>${readersText(visibility, l10n)}</span>
      </p>`;

/** Renders the choice of the people who can read the note; nothing if there is none. */
export function readersChoice(
  id: string,
  { visibility, choices, onChoose }: Readers,
  disabled: boolean,
  l10n: Localization,
): TemplateResult | typeof nothing {
  if (choices.length < 2) return nothing;
  const words = l10n.words(notesPanelWords);
  const known: Readonly<Record<string, string>> = { staff: words.team, customer: words.teamAndCustomer };
  const code = codeOf(visibility);
  return html`<span class="readers">
    <label class="visually-hidden" for="${id}-readers">${words.readers}</label>
    <select
      class="input"
      part="choice"
      id="${id}-readers"
      ?disabled=${disabled}
      @change=${(event: Event) => onChoose((event.target as HTMLSelectElement).value)}
    >
      ${choices.map(
        (choice) =>
          html`<option .value=${codeOf(choice)} .selected=${live(codeOf(choice) === code)}>
            ${labelOf(choice) ?? known[codeOf(choice)] ?? codeOf(choice)}
          </option>`,
      )}
    </select>
    ${icon(icons.down)}
  </span>`;
}
