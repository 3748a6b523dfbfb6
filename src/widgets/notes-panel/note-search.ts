import { html, type TemplateResult } from 'lit';
import { noteDetailWords } from './detail-words.en.ts';
import { notesPanelWords } from './words.en.ts';
import type { WidgetHost } from '../../element/widget-host.ts';
import { search } from '../../ui/icons.ts';
import { SearchField } from '../../ui/search-field.ts';
import type { Sentence } from '../../ui/state-view.ts';

/** The search in the notes, which the panel and the view of all notes share. */
export class NoteSearch {
  readonly #host: WidgetHost;
  readonly #field: SearchField;

  constructor(host: WidgetHost) {
    this.#host = host;
    this.#field = new SearchField(host);
  }

  /** The search text, `undefined` if there is none. */
  get searchText(): string | undefined {
    return this.#field.text || undefined;
  }

  clear(): void {
    this.#field.search('');
  }

  render(): TemplateResult {
    const words = this.#host.l10n.words(notesPanelWords);
    return html`<div class="seek">${this.#field.render({ label: words.search })}</div>`;
  }

  /** The text of an empty result; `undefined` without a search. */
  get nothingFound(): Sentence | undefined {
    const { searchText } = this;
    if (searchText === undefined) return undefined;
    const { l10n } = this.#host;
    const words = l10n.words(noteDetailWords);
    return {
      path: search,
      title: l10n.text(words.noneFound, { text: `\u2068${searchText}\u2069` }),
      action: html`<button type="button" class="button" part="show-all" @click=${() => this.clear()}>
        ${words.showAll}
      </button>`,
    };
  }
}
