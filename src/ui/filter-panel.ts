import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { LazyHost } from '../element/lazy.ts';
import {
  hasPrefix,
  filterCount,
  type FilterBounds,
  type FilterGroup,
  type FilterMenu,
  type FilterOption,
  type Filters,
} from './filter-groups.ts';
import { compare } from '../domain/decimal.ts';
import { controlWords } from './words.en.ts';
import { readDecimal } from '../i18n/decimal-text.ts';
import { icon } from './icon.ts';
import { alert } from './icons.ts';
import { inputStyles } from './input.styles.ts';
import { adopt } from './styles.ts';

type Host = LazyHost & { readonly renderRoot: Node };
type End = 'from' | 'to';
type Fault = 'notANumber' | 'notADay' | 'reversed' | 'reversedNumbers';

/** The content of a filter menu. Keeps what is typed into its fields until it is a value. */
export class FilterPanel {
  readonly #host: Host;
  readonly #faults = new Map<string, Fault>();

  constructor(host: Host) {
    adopt(host, inputStyles);
    adopt(host, filterStyles);
    this.#host = host;
  }

  render({ name: menu = 'filter', groups, chosen, onChange }: FilterMenu): TemplateResult {
    const isEmpty = !filterCount(groups, chosen) && !this.#faults.size;
    const clear = (event: Event): void => {
      if (isEmpty) return;
      this.#faults.clear();
      for (const field of (event.currentTarget as Element).closest('.filter-panel')!.querySelectorAll('input'))
        if (field.type !== 'checkbox') field.value = '';
      onChange({});
    };
    return html`<div class="filter-panel" part="filters">
      ${groups
        .filter(({ options, bounds }) => bounds ?? options?.length)
        .map(
          (group, index) =>
            html`<fieldset class="choices">
              <legend class=${groups.length > 1 ? 'label' : 'visually-hidden'}>${group.label}</legend>
              ${group.options?.map((option) => choice(group, option, chosen, onChange))}${
                group.bounds ? this.#bounds(`${menu}-${index}`, group, group.bounds, { chosen, onChange }) : nothing
              }
            </fieldset>`,
        )}
      <div class="filter-foot">
        <button
          type="button"
          class="button inline"
          part="clear"
          aria-disabled=${isEmpty ? 'true' : nothing}
          @click=${clear}
        >
          ${this.#words.clear}
        </button>
      </div>
    </div>`;
  }

  get #words() {
    return this.#host.l10n.words(controlWords);
  }

  #bounds(
    id: string,
    { name }: FilterGroup,
    bounds: FilterBounds,
    { chosen, onChange }: Pick<FilterMenu, 'chosen' | 'onChange'>,
  ): TemplateResult {
    const words = this.#words;
    const { kind, prefix = '' } = bounds;
    const [own = '', ...others] = (chosen[name] ?? []).toSorted(
      (a, b) => Number(hasPrefix(bounds, b)) - Number(hasPrefix(bounds, a)),
    );
    const isOwn = own !== '' && hasPrefix(bounds, own);
    const [from = '', to = ''] = isOwn ? own.slice(prefix.length).split('/') : [];
    const fault = this.#faults.get(id);
    const change = (event: Event): void => {
      const ends = [...(event.currentTarget as HTMLInputElement).closest('.filter-ends')!.querySelectorAll('input')];
      const value = this.#read(id, ends, kind);
      if (value === undefined) return this.#host.requestUpdate();
      const rest = isOwn ? others : [own, ...others].filter(Boolean);
      onChange({ ...chosen, [name]: value === '/' ? rest : [...rest, prefix + value] });
    };
    const labels: Readonly<Record<End, string>> =
      kind === 'days' ? { from: words.from, to: words.to } : { from: words.atLeast, to: words.atMost };
    const field = (end: End, value: string) =>
      html`<div class="field">
        <label class="label" for="${id}-${end}">${labels[end]}</label>
        <input
          class="input"
          part="input"
          id="${id}-${end}"
          type=${kind === 'days' ? 'date' : 'text'}
          inputmode=${kind === 'days' ? nothing : kind === 'count' ? 'numeric' : 'decimal'}
          max=${kind === 'days' ? '9999-12-31' : nothing}
          autocomplete="off"
          .value=${kind === 'days' ? value : this.#shown(value)}
          aria-invalid=${fault ? 'true' : nothing}
          aria-describedby=${fault ? `${id}-fault` : nothing}
          @change=${change}
        />
      </div>`;
    return html`<div class="filter-ends">${field('from', from)}${field('to', to)}</div>
      ${
        fault
          ? html`<p class="message danger" part="message" role="alert" id="${id}-fault">
              ${icon(alert)}<span>${words[fault]}</span>
            </p>`
          : nothing
      }`;
  }

  /** Returns a number as it would be typed in the locale, without groups. */
  #shown(value: string): string {
    return value && value.replace('.', this.#host.l10n.number(0.5).replace(/[^.,٫]/g, '') || '.');
  }

  /** Returns the value of two fields, `/` if both are empty, or `undefined` if one is wrong. */
  #read(id: string, ends: readonly HTMLInputElement[], kind: FilterBounds['kind']): string | undefined {
    const { l10n } = this.#host;
    const read = ({ value }: HTMLInputElement) => {
      if (value.trim() === '' || kind === 'days') return value.trim();
      const number = readDecimal(value, l10n);
      return kind === 'count' && number?.includes('.') ? undefined : number;
    };
    const [from, to] = ends.map(read);
    const isReversed = from && to && (kind === 'days' ? from > to : compare(from, to) > 0);
    const fault: Fault | undefined = ends.some(({ validity }) => validity.badInput)
      ? 'notADay'
      : from === undefined || to === undefined
        ? 'notANumber'
        : isReversed
          ? kind === 'days'
            ? 'reversed'
            : 'reversedNumbers'
          : undefined;
    if (fault) this.#faults.set(id, fault);
    else this.#faults.delete(id);
    return fault ? undefined : `${from}/${to}`;
  }
}

function choice(
  { name, isSingle }: FilterGroup,
  { value, label }: FilterOption,
  chosen: Filters,
  onChange: (chosen: Filters) => void,
): TemplateResult {
  const now = chosen[name] ?? [];
  const toggle = (): void => {
    const others = now.filter((other) => other !== value);
    onChange({ ...chosen, [name]: now.includes(value) ? others : isSingle ? [value] : [...now, value] });
  };
  return html`<label class="choice" part="choice"
    ><input type="checkbox" .checked=${live(now.includes(value))} @change=${toggle} /><bdi>${label}</bdi></label
  >`;
}

const filterStyles = css`
  .filter-panel fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }

  .filter-panel fieldset + fieldset {
    margin-block-start: calc(var(--_unit) * 2);
  }

  .filter-panel legend.label {
    padding: calc(var(--_unit) * 1) calc(var(--_unit) * 2);
  }

  .filter-ends {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: calc(var(--_unit) * 2);
    inline-size: calc(var(--_unit) * 66);
    max-inline-size: 100%;
    padding-inline: calc(var(--_unit) * 2);
  }

  .filter-ends .field {
    display: grid;
    gap: calc(var(--_unit) * 1);
    min-inline-size: 0;
  }

  .filter-panel .message {
    margin: 0;
    padding: calc(var(--_unit) * 1) calc(var(--_unit) * 2);
  }

  .filter-foot {
    position: sticky;
    inset-block-end: calc(var(--_unit) * -1.5);
    margin-block: calc(var(--_unit) * 1.5) calc(var(--_unit) * -1.5);
    padding: calc(var(--_unit) * 1.5) calc(var(--_unit) * 1);
    border-block-start: 1px solid var(--_hairline);
    background: var(--_surface-raised);
  }

  .filter-foot > .button {
    margin: 0;
  }

  .filter-foot > .button[aria-disabled='true'] {
    border-color: transparent;
    background: none;
  }
`;
