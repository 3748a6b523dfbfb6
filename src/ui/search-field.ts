import { css, html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { LazyHost } from '../element/lazy.ts';
import { controlWords } from './words.en.ts';
import { iconButton } from './button.ts';
import { icon } from './icon.ts';
import * as icons from './icons.ts';
import { close } from './tool-icons.ts';
import { isComposing } from './composing.ts';
import { excessOf, tooLong } from './form.ts';

/** The maximum length of a search, in characters. */
const longest = 200;

export interface SearchOptions {
  /** The delay between a key press and the search, in milliseconds. */
  readonly delay?: number;
  /** Called when the search text has changed. */
  readonly onSearch?: (text: string) => void;
}

export interface SearchView {
  /** The accessible name of the field and its placeholder. */
  readonly label: string;
  /** The searchable fields, if the label does not name them: `Number, product or SKU`. */
  readonly hint?: string | undefined;
  /** The number of results for `text`. Absent until it is known. */
  readonly found?: { readonly count: number; readonly total: number } | undefined;
}

/**
 * A search field: typing searches after a delay, Enter at once, and Escape clears. Text that is too long is neither
 * searched nor truncated. The search belongs to the customer on screen. Requires `searchStyles`.
 *
 *     readonly #search = new SearchField(this);
 *     readonly #list = new ListController(this, (id) => notesOf(id, { text: this.#search.text }));
 *     this.#search.render({ label: words.find, found })
 */
export class SearchField implements ReactiveController {
  static #count = 0;
  readonly #host: LazyHost;
  readonly #delay: number;
  readonly #onSearch: ((text: string) => void) | undefined;
  readonly #id = `search-${SearchField.#count++}`;
  #typed = '';
  #text = '';
  #customer: string | undefined;
  #client: LazyHost['client'];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: LazyHost, { delay = 300, onSearch }: SearchOptions = {}) {
    this.#host = host;
    this.#delay = delay;
    this.#onSearch = onSearch;
    host.addController(this);
  }

  /** The text of the current search; empty if there is none. */
  get text(): string {
    return this.#isOurs ? this.#text : '';
  }

  /** Searches for a text; the empty string clears the search. */
  search(text: string): void {
    this.#type(text);
    this.#settle();
  }

  render({ label, hint = label, found }: SearchView): TemplateResult {
    const typed = this.#isOurs ? this.#typed : '';
    const { l10n } = this.#host;
    const words = l10n.words(controlWords);
    const message = tooLong(excessOf(typed, longest), l10n);
    return html`<div class="search" part="search">
      ${icon(icons.search)}
      <input
        class="search-input"
        part="input"
        type="search"
        dir=${typed ? 'auto' : nothing}
        aria-invalid=${message ? 'true' : nothing}
        aria-describedby=${message ? this.#id : nothing}
        autocomplete="off"
        spellcheck="false"
        .enterKeyHint=${'search'}
        aria-label=${label}
        placeholder=${hint}
        .value=${live(typed)}
        @input=${this.#input}
        @compositionend=${this.#input}
        @keydown=${this.#key}
      />
      <span class="search-count" part="search-count" role="status"
        >${found && this.text ? l10n.text(words.foundOf, { found: found.count, total: found.total }) : nothing}</span
      >
      ${typed ? iconButton({ label: words.clearSearch, path: close, kind: 'inline', onClick: this.#clear }) : nothing}
      ${message ? html`<p class="message danger" part="message" id=${this.#id}>${icon(icons.alert)}<span>${message}</span></p>` : nothing}
    </div>`;
  }

  /** Resets the field for another customer, also if the operator returns to the first one. */
  hostUpdate(): void {
    if (this.#isOurs || (!this.#typed && !this.#text)) return;
    clearTimeout(this.#timer);
    this.#typed = this.#text = '';
  }

  /** Searches after a move within the document for text that was typed just before it. */
  hostConnected(): void {
    if (this.#typed.trim() !== this.#text) this.#wait();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  get #isOurs(): boolean {
    return this.#customer === this.#host.activeCustomer && this.#client === this.#host.client;
  }

  readonly #input = (event: Event): void => {
    this.#type((event.currentTarget as HTMLInputElement).value);
    // An unfinished composition is not searched.
    if ((event as InputEvent).isComposing && event.type === 'input') return;
    if (this.#typed.trim()) this.#wait();
    else this.#settle();
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (isComposing(event)) return;
    if (event.key === 'Enter') {
      // Enter must not submit a surrounding form.
      event.preventDefault();
      this.#settle();
    }
    if (event.key !== 'Escape') return;
    const field = event.currentTarget as HTMLInputElement;
    // In an empty field Escape belongs to the surrounding dialog.
    if (!field.value) return closeAround(field, event);
    event.preventDefault();
    event.stopPropagation();
    this.search('');
  };

  /** Moves the focus to the field, because the clear button disappears. */
  readonly #clear = (event: Event): void => {
    (event.currentTarget as HTMLElement).closest('.search')?.querySelector('input')?.focus();
    this.search('');
  };

  #type(text: string): void {
    clearTimeout(this.#timer);
    if (!this.#isOurs) this.#text = '';
    this.#customer = this.#host.activeCustomer;
    this.#client = this.#host.client;
    this.#typed = text;
    this.#host.requestUpdate();
  }

  #wait(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#settle(), this.#delay);
  }

  #settle(): void {
    clearTimeout(this.#timer);
    const text = this.#typed.trim();
    // A text that is too long is not truncated, because its beginning would match something else.
    if (!this.#isOurs || text === this.#text || excessOf(text, longest)) return;
    this.#text = text;
    this.#host.requestUpdate();
    this.#onSearch?.(text);
  }
}

/** Closes the dialog around an empty field as the browser would: WebKit lets no search field pass Escape on. */
function closeAround(field: HTMLInputElement, event: KeyboardEvent): void {
  const dialog = field.closest<HTMLDialogElement>('dialog[open]');
  if (!dialog || field.closest('[popover]')) return;
  event.preventDefault();
  if (dialog.dispatchEvent(new Event('cancel', { cancelable: true }))) dialog.close();
}

export const searchStyles = css`
  .search {
    display: flex;
    flex: 0 1 calc(var(--_unit) * 60);
    align-items: center;
    gap: calc(var(--_unit) * 1.5);
    inline-size: min(100%, var(--_unit) * 60);
    min-inline-size: 0;
    min-block-size: var(--_control-size);
    padding-inline: calc(var(--_unit) * 2) calc(var(--_unit) * 1);
    border: 1px solid var(--_control);
    border-radius: var(--_radius-control);
    background: var(--_surface);
    color: var(--_text);
    cursor: text;
  }

  .search:has(> .message) {
    flex-wrap: wrap;
  }

  .search > .message {
    flex: 1 0 100%;
    padding-block-end: calc(var(--_unit) * 1);
  }

  .search-input[aria-invalid] {
    flex-basis: 50%;
  }

  .search > .icon {
    color: var(--_text-quiet);
  }

  .search:focus-within {
    outline: 2px solid var(--_focus);
    outline-offset: -1px;
  }

  .search-input {
    flex: 1;
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: calc(var(--_unit) * 6);
    margin: 0;
    padding: 0;
    border: 0;
    outline: none;
    background: none;
    color: inherit;
    font: 400 calc(var(--_font-size) * 13 / 14) / calc(var(--_unit) * 5) var(--_font);
    text-overflow: ellipsis;
    appearance: none;
  }

  .search-input::placeholder {
    color: var(--_text-quiet);
    opacity: 1;
  }

  .search-input::-webkit-search-cancel-button {
    display: none;
  }

  .search-count {
    flex: none;
    color: var(--_text-quiet);
    font-size: calc(var(--_font-size) * 12 / 14);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .search-count:last-child {
    padding-inline-end: calc(var(--_unit) * 1);
  }

  .search > .button {
    margin: 0;
  }

  /* The search text is there. */
  @media print {
    .search:has(:placeholder-shown) {
      display: none;
    }
  }

  @media (forced-colors: active) {
    .search:focus-within {
      outline-color: Highlight;
    }
  }
`;
