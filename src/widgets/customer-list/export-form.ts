import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ExportDate } from '../../domain/customer-export.ts';
import type { DayRange } from '../../domain/time.ts';
import type { Localization } from '../../i18n/localization.ts';
import { field, fieldError } from '../../ui/form.ts';
import { icon } from '../../ui/icon.ts';
import { down, info } from '../../ui/icons.ts';
import { exportDialogWords } from './export-words.en.ts';

/** What the operator has chosen: the codes of fields, the days, and the date that the days are of. */
export interface ExportChoice extends DayRange {
  readonly fields: readonly string[];
  readonly dates: ExportDate;
}

export interface ExportForm {
  readonly l10n: Localization;
  readonly fields: readonly { readonly code: string; readonly label: string }[];
  readonly dates: readonly ExportDate[];
  readonly choice: ExportChoice;
  /** `true` if a search or filters limit the customers too. */
  readonly isFiltered: boolean;
  readonly isLocked: boolean;
  readonly error: 'noFields' | 'reversed' | undefined;
  readonly onChange: (change: Partial<ExportChoice>) => void;
  /** Called with the code of a field that is checked or unchecked. */
  readonly onToggle: (code: string) => void;
}

/** Renders the choice of fields and days. */
export function exportForm(form: ExportForm): TemplateResult {
  const { l10n, fields, choice, isFiltered, isLocked, error, onChange, onToggle } = form;
  const words = l10n.words(exportDialogWords);
  const remark = (text: string) => html`<p class="message" part="message">${icon(info)}<span>${text}</span></p>`;
  const hasAll = fields.every(({ code }) => choice.fields.includes(code));
  return html`<fieldset
      class="export-set"
      ?disabled=${isLocked}
      aria-describedby=${error === 'noFields' ? 'export-fields-message' : nothing}
    >
      <legend class="name">${words.fields}</legend>
      <label class="check all"
        ><input
          type="checkbox"
          .checked=${live(hasAll)}
          .indeterminate=${live(!hasAll && choice.fields.length > 0)}
          @change=${() => onChange({ fields: hasAll ? [] : fields.map(({ code }) => code) })}
        /><span>${words.allFields}</span></label
      >
      <div class="export-fields">
        ${fields.map(
          ({ code, label }) =>
            html`<label class="check"
              ><input
                type="checkbox"
                part="choice"
                value=${code}
                aria-invalid=${error === 'noFields' ? 'true' : nothing}
                .checked=${live(choice.fields.includes(code))}
                @change=${() => onToggle(code)}
              /><span>${label}</span></label
            >`,
        )}
      </div>
      ${error === 'noFields' ? fieldError('export-fields', words.noFields) : nothing}
    </fieldset>
    ${days(form)} ${isFiltered ? remark(words.filtered) : nothing} ${remark(words.logged)}`;
}

function days({ l10n, dates, choice, isLocked, error, onChange }: ExportForm): TemplateResult {
  const words = l10n.words(exportDialogWords);
  const day = (end: 'from' | 'to') =>
    field({
      id: `export-${end}`,
      label: words[end],
      control: html`<input
        class="input"
        part="input"
        type="date"
        id="export-${end}"
        .value=${live(choice[end] ?? '')}
        aria-invalid=${error === 'reversed' ? 'true' : nothing}
        aria-describedby=${error === 'reversed' ? 'export-days-message' : 'export-days-help'}
        @change=${({ target }: Event) => onChange({ [end]: (target as HTMLInputElement).value || undefined })}
      />`,
    });
  return html`<fieldset class="export-set" ?disabled=${isLocked}>
    <legend class="name">${dates.length > 1 ? words.dates : words[dates[0] ?? 'lastOrder']}</legend>
    ${
      dates.length > 1
        ? html`<div class="select">
            <select
              class="input"
              part="input"
              aria-label=${words.dates}
              @change=${({ target }: Event) => onChange({ dates: (target as HTMLSelectElement).value as ExportDate })}
            >
              ${dates.map(
                (date) => html`<option value=${date} .selected=${live(date === choice.dates)}>${words[date]}</option>`,
              )}</select
            >${icon(down)}
          </div>`
        : nothing
    }
    <div class="two">${day('from')}${day('to')}</div>
    ${
      error === 'reversed'
        ? fieldError('export-days', words.reversed)
        : html`<p class="message" id="export-days-help">${words.datesHelp}</p>`
    }
  </fieldset>`;
}

export const exportFormStyles = css`
  .export-set {
    display: grid;
    gap: calc(var(--_unit) * 2);
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .export-set > .name {
    padding: 0;
    margin-block-end: calc(var(--_unit) * 2);
    font-size: calc(var(--_font-size) * 13 / 14);
    font-weight: 600;
  }

  .export-set .check {
    display: flex;
    align-items: center;
    gap: calc(var(--_unit) * 2);
    min-block-size: calc(var(--_unit) * 7);
    overflow-wrap: anywhere;
  }

  .export-set > .check.all {
    padding-block-end: calc(var(--_unit) * 1);
    border-block-end: 1px solid var(--_hairline);
    color: var(--_text-quiet);
  }

  .export-fields {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, calc(var(--_unit) * 36)), 1fr));
    column-gap: calc(var(--_unit) * 4);
  }

  @container widget (inline-size < calc(400em / 14)) {
    .export-set > .two {
      grid-template-columns: minmax(0, 1fr);
      gap: calc(var(--_unit) * 2);
    }
  }
`;
