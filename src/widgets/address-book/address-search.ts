import { html, nothing, type TemplateResult } from 'lit';
import type { List } from '../../data/snapshot.ts';
import type { BookAddress } from '../../domain/address.ts';
import type { DashboardElement } from '../../element/dashboard-element.ts';
import { addressBookWords } from './words.en.ts';
import { adopt } from '../../ui/adopt.ts';
import * as icons from '../../ui/icons.ts';
import { SearchField, searchStyles } from '../../ui/search-field.ts';
import { sentence } from '../../ui/state-view.ts';

/** Fewer are found with the eye. */
const many = 10;

/** What is sought among all addresses. Loaded when all of them are asked for. */
export class AddressSearch {
  readonly #host: DashboardElement;
  readonly #field: SearchField;

  constructor(host: DashboardElement) {
    adopt(host, searchStyles);
    this.#host = host;
    this.#field = new SearchField(host);
  }

  /** `undefined` where nothing is sought. */
  get text(): string | undefined {
    return this.#field.text || undefined;
  }

  clear(): void {
    this.#field.search('');
  }

  /** A field to search them, where there are many. */
  render({ total, hasMore }: List<BookAddress>): TemplateResult | typeof nothing {
    const isWorth = this.text !== undefined || hasMore || (total ?? 0) > many;
    return isWorth ? this.#field.render({ label: this.#words.search }) : nothing;
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

  get #words() {
    return this.#host.l10n.words(addressBookWords);
  }
}
