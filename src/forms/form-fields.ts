import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { invisibleRuns, isMeaningfulRun, trimmed } from '../domain/visible.ts';
import type { Localization } from '../i18n/localization.ts';
import { field as labelled, fieldError, fieldHelp, excessOf, tooLong } from '../ui/form.ts';
import { icon } from '../ui/icon.ts';
import { down } from '../ui/icons.ts';
import { segmented } from '../ui/segmented.ts';
import { hidden } from '../ui/text.ts';
import {
  isField,
  isFields,
  isGroup,
  type FieldError,
  type FormField,
  type FormRow,
  type OptionField,
  type TextField,
} from './form-field.ts';
import { theirsLine } from './form-conflict.ts';
import * as decimal from '../domain/decimal.ts';
import { isAmbiguous, readDecimal, possibleReadings } from '../i18n/decimal-text.ts';
import { formWords } from './words.en.ts';

/** The data that the fields of a form render, and the handlers of changes. */
export interface FieldsView<V> {
  /** The prefix of ids: `coupon-name`. */
  readonly form: string;
  readonly values: V;
  readonly errors: Readonly<Partial<Record<string, string>>>;
  /** The values that somebody else has saved, of fields that both have changed. */
  readonly theirs?: Partial<V> | undefined;
  readonly l10n: Localization;
  takeTheirs(name: keyof V & string): void;
  change(part: Partial<V>): void;
  /** Called on the `change` event of a field: its value was committed. */
  touch(name: keyof V & string): void;
}

/** The maximum length of an amount, in characters. */
const longestNumber = 60;

/** Returns by how many characters a value is too long. */
export function excessIn<V>(field: FormField<V>, values: V): number {
  const longest = 'maxLength' in field ? field.maxLength : field.kind === 'amount' ? longestNumber : undefined;
  return longest === undefined ? 0 : excessOf(String(values[field.name]), longest);
}

/** Returns the error of a value that its field declares invalid. */
export function invalidIn<V>(field: FormField<V>, values: V): string | undefined {
  const text = trimmed(String(values[field.name] ?? ''));
  if (!text && field.isOptional) return undefined;
  const { pattern, min } = { pattern: undefined, min: '', ...field };
  const isOption = 'options' in field ? field.options.some(({ value }) => value === text) : text !== '';
  return isOption && text >= min && (pattern?.test(text) ?? true) ? undefined : field.invalid;
}

export const formRow = <V>(row: FormRow<V>, view: FieldsView<V>): TemplateResult | typeof nothing => {
  if (row === undefined) return nothing;
  if (isFields(row)) return html`<div class="two">${row.map((one) => formField(one, view))}</div>`;
  return isField(row) ? formField(row, view) : isGroup(row) ? row.render() : row;
};

const formField = <V>(field: FormField<V>, view: FieldsView<V>): TemplateResult =>
  html`${control(field, view)}${theirsLine(field, view)}`;

function control<V>(field: FormField<V>, view: FieldsView<V>): TemplateResult {
  const id = `${view.form}-${field.name}`;
  const { label } = field;
  const { l10n } = view;
  const error = tooLong(excessIn(field, view.values), l10n) ?? view.errors[field.name];
  const write = (value: unknown) => view.change({ [field.name]: value } as Partial<V>);
  const help = error === undefined || field.keepsHelp ? field.help : undefined;
  const described = [error && `${id}-message`, help && `${id}-help`].filter(Boolean).join(' ');
  const framed = (input: TemplateResult) =>
    labelled({
      id,
      label,
      optional: field.isOptional === true ? l10n.common.optional : undefined,
      error,
      // One template, with or without help, so that the input stays the same element.
      control: html`${input}${help ? fieldHelp(id, help) : nothing}`,
    });
  switch (field.kind) {
    case 'custom':
      return field.render({ id, error });
    case 'checkbox':
      return html`<label class="check"
        ><input
          type="checkbox"
          part="input"
          id=${id}
          .checked=${live(Boolean(view.values[field.name]))}
          @change=${(event: Event) => write((event.target as HTMLInputElement).checked)}
        /><span>${label}</span></label
      >`;
    case 'segmented':
      return segmented({
        name: id,
        label,
        wide: true,
        value: String(view.values[field.name]),
        segments: field.options.map(({ isDisabled = false, ...segment }) => ({ ...segment, disabled: isDisabled })),
        onChange: write,
      });
    case 'search':
      return field.search.render({ id, label, error, chosen: view.values[field.name], onChoose: write });
    case 'radio':
      return radios(field, { id, error }, view, write);
    case 'select':
      return framed(select(field, { id, isInvalid: error !== undefined, described }, view, write));
    default:
      return framed(affixed(field, input(field, { id, isInvalid: error !== undefined, described }, view, write)));
  }
}

function radios<V>(
  { name, label, options }: OptionField<keyof V & string>,
  { id, error }: { readonly id: string; readonly error: FieldError },
  { values }: FieldsView<V>,
  write: (value: string) => void,
): TemplateResult {
  const chosen = values[name];
  return html`<div
    class="field ${error ? 'invalid' : ''}"
    part="field"
    role="radiogroup"
    aria-label=${label}
    aria-describedby=${error ? `${id}-message` : nothing}
  >
    ${options.map(
      ({ value, label: text, isDisabled, mark = nothing }) =>
        html`<label class="check"
          ><input
            type="radio"
            part="choice"
            name=${id}
            value=${value}
            ?autofocus=${value === (chosen || options[0]?.value)}
            ?disabled=${isDisabled}
            aria-invalid=${error ? 'true' : nothing}
            .checked=${live(value === chosen)}
            @change=${() => write(value)}
          /><span>${text} ${mark}</span></label
        >`,
    )}
    ${error ? fieldError(id, error) : nothing}
  </div>`;
}

/** The attributes of a control: its id, its state, and the id of what describes it. */
interface Attributes {
  readonly id: string;
  readonly isInvalid: boolean;
  readonly described: string;
}

function input<V>(
  field: TextField<keyof V & string>,
  { id, isInvalid, described }: Attributes,
  { values, touch }: FieldsView<V>,
  write: (value: string) => void,
): TemplateResult {
  const { kind, name, isOptional = false, takesFocus = false, min, isVerbatim, isShort } = field;
  const type = kind === 'date' || kind === 'email' || kind === 'tel' ? kind : 'text';
  const value = live(String(values[name]));
  const typed = (event: Event) => write((event.target as HTMLInputElement | HTMLTextAreaElement).value);
  if (kind === 'textarea')
    return html`<textarea
      class="input"
      part="input"
      id=${id}
      rows="3"
      ?autofocus=${takesFocus}
      aria-required=${isOptional ? 'false' : 'true'}
      aria-invalid=${isInvalid ? 'true' : 'false'}
      aria-describedby=${described || nothing}
      .value=${value}
      @input=${typed}
      @change=${() => touch(name)}
    ></textarea>`;
  return html`<input
    class=${isShort ? 'input short' : 'input'}
    part="input"
    id=${id}
    type=${type}
    min=${min ?? nothing}
    inputmode=${kind === 'amount' ? 'decimal' : kind === 'email' || kind === 'tel' ? kind : 'text'}
    autocomplete="off"
    autocapitalize=${isVerbatim ? 'off' : nothing}
    spellcheck=${isVerbatim ? 'false' : nothing}
    ?autofocus=${takesFocus}
    aria-required=${isOptional ? 'false' : 'true'}
    aria-invalid=${isInvalid ? 'true' : 'false'}
    aria-describedby=${described || nothing}
    .value=${value}
    @input=${typed}
    @change=${() => touch(name)}
  />`;
}

/** Renders a control with its currency or unit. Both are hidden from screen readers, which read them in the label. */
function affixed<V>({ prefix, suffix }: TextField<keyof V & string>, control: TemplateResult): TemplateResult {
  if (prefix === undefined && suffix === undefined) return control;
  const affix = (text: string | undefined, end: string) =>
    text === undefined ? nothing : html`<span class="affix ${end}" aria-hidden="true">${text}</span>`;
  return html`<span class="input-group">${affix(prefix, '')}${control}${affix(suffix, 'end')}</span>`;
}

/** Returns the text of an `<option>`, which cannot contain elements: codes in brackets mark invisible characters. */
export const optionText = (text: string, l10n: Localization): string =>
  text.replace(invisibleRuns, (run, start: number) =>
    isMeaningfulRun(text, start, start + run.length) ? run : `[${hidden(run, l10n).label}]`,
  );

const select = <V>(
  { name, options, isOptional = false }: OptionField<keyof V & string>,
  { id, isInvalid, described }: Attributes,
  { values, l10n }: FieldsView<V>,
  write: (value: string) => void,
): TemplateResult =>
  html`<span class="select"
    ><select
      class="input"
      part="input"
      id=${id}
      aria-required=${isOptional ? 'false' : 'true'}
      aria-invalid=${isInvalid ? 'true' : 'false'}
      aria-describedby=${described || nothing}
      @change=${(event: Event) => write((event.target as HTMLSelectElement).value)}
    >
      ${options.map(
        ({ value, label, isCode }) =>
          html`<option translate=${isCode ? 'no' : nothing} .value=${value} .selected=${live(value === values[name])}>
            ${optionText(label, l10n)}
          </option>`,
      )}</select
    >${icon(down)}</span
  >`;

export interface AmountRule {
  /** The unit of the amount as it is displayed: `GBP`, `points`. */
  readonly unit: string;
  readonly maxFractionDigits: number;
  /** The error for text that is not a number, with `{example}`. */
  readonly unread?: `${string}{example}${string}`;
}

/** Parses a typed amount above zero, padded to its decimals. Returns `{ value }`, or `{ error }` with the reason. */
export function readAmount(
  text: string,
  { unit, maxFractionDigits: places, unread }: AmountRule,
  l10n: Localization,
): { readonly value: string; readonly error?: undefined } | { readonly value?: undefined; readonly error: string } {
  const words = l10n.words(formWords);
  if (!text.trim()) return { error: words.amountMissing };
  const value = readDecimal(text, l10n);
  if (value === undefined) {
    const example = l10n.amount({ value: decimal.round('1234.5', places), unit: '' });
    return { error: l10n.text(unread ?? words.amountUnread, { example }) };
  }
  if (decimal.sign(value) <= 0) return { error: words.amountMissing };
  // Trailing zeros do not exceed the allowed precision.
  if (decimal.compare(value, decimal.round(value, places)))
    return {
      error: places ? l10n.text(words.decimals, { unit, count: places }) : l10n.text(words.noDecimals, { unit }),
    };
  if (isAmbiguous(value, places)) return { error: l10n.text(words.ambiguous, possibleReadings(value, places, l10n)) };
  return { value: decimal.round(value, places) };
}
