import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { maxNoteLength } from '../../domain/note.ts';
import type { Availability } from '../../domain/operator.ts';
import { trimmed } from '../../domain/visible.ts';
import type { PendingPhase } from '../../element/pending-write.ts';
import { notesPanelWords } from './words.en.ts';
import type { Localization } from '../../i18n/localization.ts';
import { feature } from '../../ui/feature-mark.ts';
import { icon } from '../../ui/icon.ts';
import * as icons from '../../ui/icons.ts';
import { isComposing } from '../../ui/keys.ts';
import { excessOf, tooLong } from '../../ui/too-long.ts';

export interface NoteForm {
  readonly id: string;
  readonly label: string;
  readonly save: string;
  /** The message of a failed write. */
  readonly failure: string | undefined;
  readonly body: string;
  /** True if there are unsaved changes. */
  readonly dirty: boolean;
  /** True if an empty text can be saved. */
  readonly mayBeEmpty?: boolean;
  /** The differences from another text, below the field. */
  readonly comparison?: TemplateResult | undefined;
  readonly phase: PendingPhase;
  /** The availability of the operation: if it is planned or deprecated, the form says so. */
  readonly availability?: Availability;
  readonly l10n: Localization;
  readonly onInput: (body: string) => void;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
}

const allowed: Availability = { state: 'allowed' };

/** Renders the form of a note: the text, the state of its write, and the buttons to discard and save. */
export function noteForm({
  id,
  label,
  body,
  dirty,
  phase,
  availability = allowed,
  failure,
  l10n,
  ...form
}: NoteForm): TemplateResult {
  const words = l10n.words(notesPanelWords);
  const isUnknown = phase === 'unknown';
  const pending = phase === 'pending' || phase === 'checking';
  const excess = tooLong(excessOf(body, maxNoteLength), l10n);
  const canSave = !pending && (isUnknown || (!excess && (form.mayBeEmpty || trimmed(body) !== '')));
  const submit = (event: Event) => {
    event.preventDefault();
    if (canSave && availability.state !== 'planned') form.onSave();
  };
  const input = (event: Event) => form.onInput((event.currentTarget as HTMLTextAreaElement).value);
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !isComposing(event) && (event.ctrlKey || event.metaKey)) submit(event);
  };
  const save = isUnknown ? words.checkNow : pending ? words.saving : form.save;
  return html`<form class="composer" part="form" @submit=${submit}>
    <label class="visually-hidden" for=${id}>${label}</label>
    <textarea
      class="input"
      part="input"
      id=${id}
      rows="2"
      placeholder=${words.placeholder}
      ?disabled=${availability.state === 'planned'}
      .value=${live(body)}
      aria-invalid=${excess ? 'true' : nothing}
      aria-describedby="${id}-message"
      @input=${input}
      @keydown=${key}
    ></textarea>
    ${form.comparison ?? nothing}
    <div class="bar">
      ${message(id, isUnknown, excess ?? failure, dirty, l10n)}
      ${
        dirty
          ? html`<button
              type="button"
              class="button ghost"
              part="discard"
              ?disabled=${pending}
              @click=${form.onDiscard}
            >
              ${words.discard}
            </button>`
          : nothing
      }
      ${feature(
        { id, availability, l10n },
        ({ disabled, describedBy }) =>
          html`<button
            class="button ${dirty ? 'primary' : ''}"
            part="save"
            aria-disabled=${canSave && !disabled ? nothing : 'true'}
            aria-describedby=${describedBy}
          >
            ${save}
          </button>`,
      )}
    </div>
  </form>`;
}

function message(
  id: string,
  isUnknown: boolean,
  failure: TemplateResult | string | undefined,
  dirty: boolean,
  l10n: Localization,
): TemplateResult {
  const words = l10n.words(notesPanelWords);
  const [tone, path, text] = failure
    ? ([isUnknown ? 'warning' : 'danger', icons.alert, failure] as const)
    : dirty
      ? (['', icons.pencil, words.draft] as const)
      : (['', icons.lock, words.teamOnly] as const);
  return html`<span class="message ${tone}" part="message" id="${id}-message">${icon(path)}<span>${text}</span></span>`;
}
