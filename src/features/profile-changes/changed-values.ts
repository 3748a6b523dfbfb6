import { css, html, type TemplateResult } from 'lit';
import { codeOf, isWithheld, labelOf, type Coded } from '../../domain/field.ts';
import type { ChangedValue, ProfileChange } from '../../domain/profile-change.ts';
import type { Localization } from '../../i18n/localization.ts';
import { icon } from '../../ui/icon.ts';
import { arrow } from '../../ui/icons.ts';
import { fieldCell, fieldText, maybe } from '../../ui/text.ts';
import { changedValueWords } from './words.en.ts';

type Value = ProfileChange['oldValue'];

/** Returns the label of a kind of change, of a member, or of a code. */
export function changeLabel(coded: Coded, l10n: Localization): string {
  const words = l10n.words(changedValueWords);
  const code = codeOf(coded);
  return labelOf(coded) ?? (Object.hasOwn(words, code) ? words[code as keyof typeof words] : code);
}

/** Returns a value as text: yes and no, days, and the codes of the verification in words. */
function textOf(value: ChangedValue, field: string, l10n: Localization): string {
  const words = l10n.words(changedValueWords);
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  const text = labelOf(value) ?? codeOf(value);
  if (field === 'taxExemptUntil' && /^\d{4}-\d\d-\d\d$/.test(text)) return l10n.day(text);
  return field === 'verification' || field === 'erasure' ? changeLabel(value, l10n) : text;
}

/** Returns a value of a change for a file. */
export const changedCell = (value: Value, field: Coded, l10n: Localization): string | null | undefined =>
  value === null || value === undefined || isWithheld(value) ? fieldCell(value) : textOf(value, codeOf(field), l10n);

/** Renders the value before and after a change. Requires `changedValueStyles`. */
export function changedValues({ field, oldValue, newValue }: ProfileChange, l10n: Localization): TemplateResult {
  const words = l10n.words(changedValueWords);
  const render = (value: Value) =>
    maybe(value, l10n, (known) => fieldText(isWithheld(known) ? known : textOf(known, codeOf(field), l10n), l10n));
  return html`<span class="change"
    ><span class="visually-hidden">${words.before}: </span><del>${render(oldValue)}</del> ${icon(arrow)}
    <span class="visually-hidden">${words.after}: </span><ins>${render(newValue)}</ins></span
  >`;
}

export const changedValueStyles = css`
  .change {
    overflow-wrap: anywhere;
  }

  .change > del {
    color: var(--_text-quiet);
  }

  .change > ins {
    text-decoration: none;
    font-weight: 500;
  }

  .change > .icon {
    inline-size: calc(var(--_unit) * 3.5);
    block-size: calc(var(--_unit) * 3.5);
    color: var(--_text-quiet);
    vertical-align: calc(var(--_unit) * -0.6);
  }

  .change > .icon:dir(rtl) {
    transform: scaleX(-1);
  }
`;
