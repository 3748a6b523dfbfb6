import { html, nothing, type TemplateResult } from 'lit';
import type { Localization } from '../i18n/localization.ts';
import type { DialogContent } from '../ui/dialog.ts';
import { icon } from '../ui/icon.ts';
import { alert } from '../ui/icons.ts';
import { maybe, name as named } from '../ui/text.ts';
import { versions } from '../ui/versions.ts';
import type { FormField } from './form-field.ts';
import { formWords } from './words.en.ts';

/** A field of both versions after a conflict. */
export interface VersionField {
  readonly label: { readonly theirs: string; readonly mine: string };
  readonly theirs: string;
  readonly mine: string;
}

/** Both versions after a conflict. */
export interface FormConflict<S> {
  /** The record that somebody else has saved. */
  readonly theirs: S;
  readonly text: string;
  readonly fields: readonly VersionField[];
}

/** The data that the step of a conflict renders. */
interface ConflictView<S> {
  readonly heading: string;
  readonly l10n: Localization;
  keepTheirs(): void;
  keepMine(theirs: S): void;
  replaceTheirs(theirs: S): void;
}

/** Renders both versions with their differences marked, and three ways to resolve the conflict. */
export function conflictStep<S>(form: ConflictView<S>, { theirs, text, fields }: FormConflict<S>): DialogContent {
  const { heading, l10n } = form;
  const words = l10n.words(formWords);
  const content = (of: 'theirs' | 'mine') =>
    html`<dl class="version-fields">
      ${fields.map((field) => {
        const value = maybe(field[of] || null, l10n, (known) => named(known, l10n));
        return html`<dt>${field.label[of]}</dt>
          <dd>${field.theirs === field.mine ? value : html`<mark>${value}</mark>`}</dd>`;
      })}
    </dl>`;
  return {
    heading,
    l10n,
    body: html`<div class="body">
      <p class="message warning" part="message" role="status">${icon(alert)}<span>${text}</span></p>
      ${versions([
        {
          label: words.savedTheirs,
          content: content('theirs'),
          actions: [{ label: words.keepTheirs, onClick: () => form.keepTheirs() }],
        },
        {
          label: words.unsavedMine,
          content: content('mine'),
          actions: [
            { label: words.replaceWithMine, onClick: () => form.replaceTheirs(theirs) },
            { label: words.editMine, onClick: () => form.keepMine(theirs) },
          ],
        },
      ])}
    </div>`,
  };
}

/** The data that the other value of a field renders. */
interface TheirsView<V> {
  readonly theirs?: Partial<V> | undefined;
  readonly l10n: Localization;
  takeTheirs(name: keyof V & string): void;
}

/** Renders the value that somebody else has saved, of a field that both have changed, and the button that takes it. */
export function theirsLine<V>(
  { name, textOf = String }: FormField<V>,
  { theirs, l10n, takeTheirs }: TheirsView<V>,
): TemplateResult | typeof nothing {
  if (!theirs || !(name in theirs)) return nothing;
  const words = l10n.words(formWords);
  const value = textOf(theirs[name]) || l10n.common.none;
  return html`<p class="message warning theirs" part="theirs">
    ${icon(alert)}<span>${l10n.text(words.theirs, { value: `\u2068${value}\u2069` })}</span>
    <button type="button" class="button inline" part="take-theirs" @click=${() => takeTheirs(name)}>
      ${words.takeTheirs}
    </button>
  </p>`;
}
