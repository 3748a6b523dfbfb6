import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { DayRange } from '../domain/time.ts';
import type { LazyHost } from '../element/lazy.ts';
import { controlWords } from './words.en.ts';
import { presetOf, presetRange, rangePresets } from '../i18n/range-presets.ts';
import { adopt } from './styles.ts';
import { choices } from './choices.ts';
import { inputStyles } from './input.styles.ts';
import { icon } from './icon.ts';
import { alert } from './icons.ts';

type Host = LazyHost & { readonly renderRoot: Node };
type End = 'from' | 'to';

/** The content of a range picker. Keeps the typed days until they are applied or another range is set. */
export class RangePanel {
  readonly #host: Host;
  #typed: Record<End, string> = { from: '', to: '' };
  /** The range that initialized the fields. */
  #of: DayRange | undefined;
  #wrong: 'reversed' | 'notADay' | undefined;

  constructor(host: Host) {
    adopt(host, inputStyles);
    adopt(host, rangeStyles);
    this.#host = host;
  }

  render(name: string, value: DayRange, onChange: (range: DayRange) => void): TemplateResult {
    const { l10n } = this.#host;
    const { from = '', to = '' } = value;
    if (value.from !== this.#of?.from || value.to !== this.#of?.to || !this.#of) {
      this.#of = value;
      this.#typed = { from, to };
      this.#wrong = undefined;
    }
    const words = this.#words;
    const { today } = l10n;
    const chosen = presetOf(value, today);
    const named = rangePresets.map((preset) => ({
      label: words[preset],
      isChosen: preset === chosen,
      onChoose: () => onChange(presetRange(preset, today)),
    }));
    const apply = (event: SubmitEvent): void => {
      event.preventDefault();
      const range = this.#read(event.currentTarget as HTMLFormElement);
      if (range) onChange(range);
      else this.#host.requestUpdate();
    };
    return html`<div class="range" part="range">
      ${choices(named)}
      <form class="range-form" part="form" novalidate @submit=${apply}>
        <div class="range-ends">${this.#field(name, 'from')}${this.#field(name, 'to')}</div>
        ${
          this.#wrong
            ? html`<p class="message danger" part="message" role="alert" id="${name}-wrong">
                ${icon(alert)}<span>${words[this.#wrong]}</span>
              </p>`
            : nothing
        }
        <div class="range-end">
          <span class="quiet">${l10n.text(words.daysIn, { zone: l10n.zoneName })}</span>
          <button type="submit" class="button" part="apply">${words.apply}</button>
        </div>
      </form>
    </div>`;
  }

  get #words() {
    return this.#host.l10n.words(controlWords);
  }

  #field(name: string, end: End): TemplateResult {
    const id = `${name}-${end}`;
    return html`<div class="field">
      <label class="label" for=${id}>${this.#words[end]}</label>
      <input
        class="input"
        part="input"
        type="date"
        max="9999-12-31"
        id=${id}
        name=${end}
        .value=${live(this.#typed[end])}
        aria-invalid=${this.#wrong ? 'true' : nothing}
        aria-describedby=${this.#wrong ? `${name}-wrong` : nothing}
        @input=${(event: Event) => {
          this.#typed[end] = (event.currentTarget as HTMLInputElement).value;
        }}
      />
    </div>`;
  }

  /** Parses the typed range; an empty end is open. */
  #read(form: HTMLFormElement): DayRange | undefined {
    const fields = [...form.querySelectorAll('input')];
    const [from, to] = fields.map(({ value }) => value || undefined);
    this.#wrong = fields.some(({ validity }) => !validity.valid)
      ? 'notADay'
      : from !== undefined && to !== undefined && from > to
        ? 'reversed'
        : undefined;
    if (this.#wrong) return undefined;
    // The fields must initialize again from the range that is set as a result.
    this.#of = undefined;
    return { ...(from && { from }), ...(to && { to }) };
  }
}

const rangeStyles = css`
  .range {
    inline-size: calc(var(--_unit) * 72);
    max-inline-size: 100%;
  }

  .range-form {
    display: grid;
    gap: calc(var(--_unit) * 2);
    margin-block-start: calc(var(--_unit) * 1.5);
    padding: calc(var(--_unit) * 2.5) calc(var(--_unit) * 2) calc(var(--_unit) * 1);
    border-block-start: 1px solid var(--_hairline);
  }

  .range-ends {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, calc(var(--_unit) * 30)), 1fr));
    gap: calc(var(--_unit) * 2);
  }

  .range .field {
    display: grid;
    gap: calc(var(--_unit) * 1);
    min-inline-size: 0;
  }

  .range .input {
    padding-inline: calc(var(--_unit) * 2);
    font-size: inherit;
  }

  .range .input[aria-invalid] {
    border-color: var(--_danger-text);
  }

  .range-end {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_unit) * 3);
    font-size: calc(var(--_font-size) * 12 / 14);
    line-height: calc(var(--_unit) * 4);
  }
`;
