import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ListQuery } from '../data/query.ts';
import type { List } from '../data/snapshot.ts';
import type { WidgetHost } from '../element/widget-host.ts';
import { ListController } from '../element/query-controller.ts';
import { adopt } from '../ui/styles.ts';
import { fieldError } from '../ui/form.ts';
import { icon } from '../ui/icon.ts';
import { alert } from '../ui/icons.ts';
import { moreRows } from '../ui/more-rows.ts';
import { SearchField, searchStyles } from '../ui/search-field.ts';
import { name } from '../ui/text.ts';
import type { SearchControl } from './form-field.ts';

export interface ChoiceSearchOptions<T> {
  /** Returns the name of a record, or its id if it has no name. */
  readonly nameOf: (item: T) => string;
  /** Returns the query for records by a part of their names; `undefined` while the form is closed. */
  readonly query: (customerId: string, text: string) => ListQuery<T> | undefined;
  readonly words: () => Readonly<Record<'search' | 'none' | 'failed', string>>;
  /** Returns how many a search has found: `2 products found`. */
  readonly found: (count: number) => string;
}

/** Searches a list of the platform and selects one of the results. The selected record stays visible. */
export class ChoiceSearch<T extends { readonly id: string }> implements SearchControl {
  readonly #host: WidgetHost;
  readonly #options: ChoiceSearchOptions<T>;
  readonly #search: SearchField;
  readonly #list: ListController<T>;

  constructor(host: WidgetHost, options: ChoiceSearchOptions<T>) {
    this.#host = host;
    this.#options = options;
    adopt(host, searchStyles);
    this.#search = new SearchField(host);
    this.#list = new ListController<T>(host, (customerId) => options.query(customerId, this.#search.text), {
      keepPreviousData: true,
    });
  }

  render({ id, label, error, chosen, onChoose }: Parameters<SearchControl['render']>[0]): TemplateResult {
    const { l10n } = this.#host;
    const words = this.#options.words();
    const { snapshot } = this.#list;
    const found = snapshot.phase === 'ready' ? snapshot.data.items : [];
    const current = chosen as T | undefined;
    const choices = current && !found.some((item) => item.id === current.id) ? [current, ...found] : found;
    return html`<div
      class="field ${error ? 'invalid' : ''}"
      part="field"
      role="radiogroup"
      aria-labelledby="${id}-label"
      aria-describedby=${error ? `${id}-message` : nothing}
    >
      <span class="name" id="${id}-label">${label}</span>
      ${this.#search.render({ label: words.search })}
      <div class="check-list">
        ${repeat(
          choices,
          (item) => item.id,
          (item) =>
            html`<label class="check"
              ><input
                type="radio"
                part="choice"
                name=${id}
                aria-invalid=${error ? 'true' : nothing}
                .checked=${live(item.id === current?.id)}
                @change=${() => onChoose(item)}
              /><span>${name(this.#options.nameOf(item), l10n)}</span></label
            >`,
        )}
        ${snapshot.phase === 'error' ? this.#failed(words.failed) : nothing}
        ${
          snapshot.phase === 'ready'
            ? choices.length
              ? moreRows(snapshot.data, l10n, (again) => this.#list.more(again))
              : html`<p class="message" part="message">${words.none}</p>`
            : nothing
        }
      </div>
      <div class="visually-hidden" role="status">
        ${snapshot.phase === 'ready' && !snapshot.refreshing ? this.#result(snapshot.data) : nothing}
      </div>
      ${error ? fieldError(id, error) : nothing}
    </div>`;
  }

  /** Returns what the search has found, for the status region. */
  #result({ items, total, hasMore }: List<T>): string {
    if (!this.#search.text) return '';
    if (!items.length) return this.#options.words().none;
    const count = total ?? (hasMore ? undefined : items.length);
    return count === undefined ? '' : this.#options.found(count);
  }

  #failed(text: string): TemplateResult {
    return html`<p class="message danger" part="message">
      ${icon(alert)}<span>${text}</span>
      <button type="button" class="button inline" part="retry" @click=${() => this.#list.refresh()}>
        ${this.#host.l10n.common.retry}
      </button>
    </p>`;
  }
}
