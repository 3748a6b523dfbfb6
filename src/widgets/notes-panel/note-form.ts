import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { maxNoteLength } from '../../domain/note.ts';
import type { Availability } from '../../domain/operator.ts';
import { trimmed } from '../../domain/visible.ts';
import type { PendingPhase } from '../../element/pending-write.ts';
import { isForTeam, readersChoice, readersLine, type Readers } from './note-readers.ts';
import { notesPanelWords } from './words.en.ts';
import type { Localization } from '../../i18n/localization.ts';
import { feature } from '../../ui/feature-mark.ts';
import { icon } from '../../ui/icon.ts';
import * as icons from '../../ui/icons.ts';
import { isComposing } from '../../ui/composing.ts';
import { excessOf, tooLong } from '../../ui/form.ts';

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
  /** A remark that does not change, below the field. */
  readonly remark?: string | undefined;
  readonly phase: PendingPhase;
  readonly readers: Readers;
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
  readers,
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
      placeholder=${isForTeam(readers.visibility) ? words.placeholder : words.placeholderOpen}
      ?disabled=${availability.state === 'planned'}
      .value=${live(body)}
      aria-invalid=${excess ? 'true' : nothing}
      aria-describedby="${id}-message"
      @input=${input}
      @keydown=${key}
    ></textarea>
    ${form.comparison ?? nothing} ${readersLine(readers.visibility, l10n)}
    ${form.remark ? html`<p class="message">${form.remark}</p>` : nothing}
    <div class="bar">
      ${readersChoice(id, readers, phase !== 'idle', l10n)}
      ${message(id, isUnknown, excess ?? failure, dirty, readers, l10n)}
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
  { visibility, choices }: Readers,
  l10n: Localization,
): TemplateResult {
  const words = l10n.words(notesPanelWords);
  const [tone, path, text] = failure
    ? ([isUnknown ? 'warning' : 'danger', icons.alert, failure] as const)
    : dirty
      ? (['', icons.pencil, words.draft] as const)
      : (['', icons.lock, isForTeam(visibility) && choices.length < 2 ? words.teamOnly : ''] as const);
  // The element stays for screen readers: the field is described by it.
  if (!text) return html`<span part="message" id="${id}-message"></span>`;
  return html`<span class="message ${tone}" part="message" id="${id}-message">${icon(path)}<span>${text}</span></span>`;
}
