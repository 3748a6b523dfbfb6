import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { List } from '../../data/snapshot.ts';
import type { BookAddress } from '../../domain/address.ts';
import type { DashboardElement } from '../../element/dashboard-element.ts';
import { addressBook } from '../../i18n/en/address-book.ts';
import * as icons from '../../ui/icons.ts';
import { sentence } from '../../ui/state-view.ts';

/** Fewer are found with the eye. */
const many = 10;

/** What is sought among all addresses. */
export class AddressSearch {
  readonly #host: DashboardElement;
  #text: string | undefined;

  constructor(host: DashboardElement) {
    this.#host = host;
  }

  /** `undefined` where nothing is sought. */
  get text(): string | undefined {
    return this.#text;
  }

  clear(): void {
    this.#seek('');
  }

  /** Where there are many, a field to search them; and what else stands beside it. */
  render({ total, hasMore }: List<BookAddress>, beside: TemplateResult): TemplateResult {
    const words = this.#words;
    const isWorth = this.#text !== undefined || hasMore || (total ?? 0) > many;
    const seek = ({ currentTarget }: Event) => this.#seek((currentTarget as HTMLInputElement).value);
    const emptied = (event: Event) => {
      if (!(event.currentTarget as HTMLInputElement).value) seek(event);
    };
    return html`<div class="book-bar" part="toolbar">
      ${
        isWorth
          ? html`<input
              class="input"
              part="search"
              type="search"
              dir="auto"
              maxlength="200"
              placeholder=${words.search}
              aria-label=${words.search}
              .value=${live(this.#text ?? '')}
              @change=${seek}
              @input=${emptied}
            />`
          : nothing
      }
      ${beside}
    </div>`;
  }

  renderNothing(text: string): TemplateResult {
    const { l10n } = this.#host;
    const words = this.#words;
    return sentence({
      path: icons.search,
      title: l10n.text(words.noMatch, { text: `\u2068${text}\u2069` }),
      help: words.noMatchHelp,
      action: html`<button type="button" class="button" @click=${() => this.clear()}>${words.clearSearch}</button>`,
    });
  }

  #seek(text: string): void {
    const sought = text.trim() || undefined;
    if (sought === this.#text) return;
    this.#text = sought;
    this.#host.requestUpdate();
  }

  get #words() {
    return this.#host.l10n.section('addressBook', addressBook);
  }
}
