import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { WidgetHost } from '../element/widget-host.ts';
import type { Plural } from '../i18n/message.ts';
import { adopt } from '../ui/styles.ts';
import type { ListColumn } from './table-widget.ts';

export interface SelectionOptions<T> {
  readonly nameOf: (item: T) => string;
  /** The rows on screen, in order. */
  readonly shown: () => readonly T[];
  readonly onChange: (ids: readonly string[]) => void;
  readonly words: () => {
    /** `Select {name}` */
    readonly select: string;
    readonly selectAll: string;
    /** `{count} selected` */
    readonly selected: Plural;
    readonly clearSelection: string;
  };
}

/** The rows that the operator has selected. They stay selected while other rows are on screen. */
export class RowSelection<T extends { readonly id: string }> {
  readonly #host: WidgetHost;
  readonly #options: SelectionOptions<T>;
  #ids: ReadonlySet<string> = new Set();

  constructor(host: WidgetHost, options: SelectionOptions<T>) {
    this.#host = host;
    this.#options = options;
  }

  /** The ids of the selected rows. Another object after each change. */
  get ids(): ReadonlySet<string> {
    return this.#ids;
  }

  clear(): void {
    if (this.#ids.size) this.#set([]);
  }

  /** Returns the column of check boxes, with one in its head for all rows on screen. */
  column(): ListColumn<T> {
    adopt(this.#host, selectionStyles);
    const { nameOf, words } = this.#options;
    const { l10n } = this.#host;
    return {
      name: 'select',
      heading: words().selectAll,
      className: 'select',
      head: () => this.#all(),
      cell: (item) =>
        this.#box({
          label: l10n.text(words().select as '{name}', { name: nameOf(item) }),
          checked: this.#ids.has(item.id),
          onChange: (checked) =>
            this.#set(checked ? [...this.#ids, item.id] : [...this.#ids].filter((id) => id !== item.id)),
        }),
    };
  }

  /** Renders how many rows are selected, and what can be done with them; nothing if none is. */
  bar(actions: TemplateResult): TemplateResult | typeof nothing {
    const { shown, words } = this.#options;
    const { selected, selectAll, clearSelection } = words();
    if (!this.#ids.size) return nothing;
    const rest = shown().filter(({ id }) => !this.#ids.has(id));
    return html`<div class="selection" part="selection" role="group" aria-label=${selectAll}>
      <span class="strong" role="status"
        >${this.#host.l10n.text(selected as Plural & { other: '{count}' }, { count: this.#ids.size })}</span
      >
      ${actions}
      <span class="selection-end">
        ${
          rest.length
            ? html`<button type="button" class="button inline" part="select-all" @click=${() => this.#add(rest)}>
                ${selectAll}
              </button>`
            : nothing
        }
        <button type="button" class="button inline" part="clear-selection" @click=${() => this.#set([])}>
          ${clearSelection}
        </button>
      </span>
    </div>`;
  }

  #all(): TemplateResult {
    const items = this.#options.shown();
    const count = items.filter(({ id }) => this.#ids.has(id)).length;
    const shown = new Set(items.map(({ id }) => id));
    return this.#box({
      label: this.#options.words().selectAll,
      checked: count > 0 && count === items.length,
      isPart: count > 0 && count < items.length,
      onChange: (checked) => (checked ? this.#add(items) : this.#set([...this.#ids].filter((id) => !shown.has(id)))),
    });
  }

  #box({ label, checked, isPart = false, onChange }: Box): TemplateResult {
    return html`<label class="select-box"
      ><input
        type="checkbox"
        part="choice"
        aria-label=${label}
        .checked=${live(checked)}
        .indeterminate=${live(isPart)}
        @change=${(event: Event) => onChange((event.currentTarget as HTMLInputElement).checked)}
    /></label>`;
  }

  #add(items: readonly T[]): void {
    this.#set([...this.#ids, ...items.map(({ id }) => id)]);
  }

  #set(ids: readonly string[]): void {
    this.#ids = new Set(ids);
    this.#host.requestUpdate();
    this.#options.onChange([...this.#ids]);
  }
}

interface Box {
  readonly label: string;
  readonly checked: boolean;
  readonly isPart?: boolean;
  readonly onChange: (checked: boolean) => void;
}

const selectionStyles = css`
  .table .select {
    inline-size: calc(var(--_unit) * 6);
    padding-inline-end: 0;
  }

  .select-box {
    display: inline-grid;
    place-items: center;
    vertical-align: top;
    inline-size: calc(var(--_unit) * 6);
    block-size: calc(var(--_unit) * 6);
    margin-block: calc(var(--_unit) * -0.5);
    margin-inline: calc(var(--_unit) * -1);
    cursor: pointer;
  }

  .select-box > input {
    inline-size: calc(var(--_unit) * 4);
    block-size: calc(var(--_unit) * 4);
    margin: 0;
    accent-color: var(--_accent-fill);
  }

  @container widget (inline-size < calc(720em / 14)) {
    .table tbody > tr:has(> .select) {
      position: relative;
      padding-inline-start: calc(var(--_pad) + var(--_unit) * 7);
    }

    .table tbody > tr:not(.spacer) > .select {
      position: absolute;
      inset-block-start: var(--_row-pad);
      inset-inline-start: var(--_pad);
    }
  }

  .selection {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_unit) * 1) calc(var(--_unit) * 4);
    min-block-size: calc(var(--_unit) * 10);
    padding: calc(var(--_unit) * 1) var(--_pad);
    border-block-start: 1px solid var(--_hairline);
    background: var(--_accent-tint);
  }

  .selection-end {
    margin-inline-start: auto;
  }
`;
