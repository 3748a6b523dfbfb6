import { html, type ReactiveController, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { DashboardElement } from '../../element/dashboard-element.ts';
import { noteDetail } from '../../i18n/en/note-detail.ts';
import { notesPanel } from '../../i18n/en/notes-panel.ts';
import { icon } from '../../ui/icon.ts';
import { search } from '../../ui/icons.ts';
import type { Sentence } from '../../ui/state-view.ts';

/** For how long nothing more is typed before it is sought. Milliseconds. */
const pause = 250;

/** What is sought in the notes: what stands in the field, and what was asked for of it. */
export class NoteSeeking implements ReactiveController {
  readonly #host: DashboardElement;
  #typed = '';
  #sought = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: DashboardElement) {
    this.#host = host;
    host.addController(this);
  }

  /** `undefined` where nothing is. */
  get sought(): string | undefined {
    return this.#sought || undefined;
  }

  /** What is said where it stands in no note; nothing where nothing is sought. */
  get nothingFound(): Sentence | undefined {
    if (!this.#sought) return undefined;
    const { l10n } = this.#host;
    const words = l10n.section('noteDetail', noteDetail);
    return {
      path: search,
      title: l10n.text(words.noneFound, { text: `\u2068${this.#sought}\u2069` }),
      action: html`<button type="button" class="button" part="show-all" @click=${() => this.clear()}>
        ${words.showAll}
      </button>`,
    };
  }

  clear(): void {
    this.#typed = '';
    this.#ask();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** The field. `id` is unique in the widget. */
  field(id: string): TemplateResult {
    const words = this.#host.l10n.section('notesPanel', notesPanel);
    return html`<div class="seek" part="search" role="search">
      ${icon(search)}
      <input
        class="input"
        part="input"
        type="search"
        id=${id}
        aria-label=${words.search}
        placeholder=${words.search}
        maxlength="200"
        autocomplete="off"
        .value=${live(this.#typed)}
        @input=${this.#type}
        @keydown=${this.#key}
      />
    </div>`;
  }

  readonly #type = ({ currentTarget }: Event): void => {
    this.#typed = (currentTarget as HTMLInputElement).value;
    clearTimeout(this.#timer);
    // What was emptied is wanted at once.
    if (this.#typed) this.#timer = setTimeout(() => this.#ask(), pause);
    else this.#ask();
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') this.#ask();
    // A dialog around it closes with the next one.
    if (event.key !== 'Escape' || !this.#typed) return;
    event.preventDefault();
    event.stopPropagation();
    this.clear();
  };

  #ask(): void {
    clearTimeout(this.#timer);
    this.#sought = this.#typed.trim();
    this.#host.requestUpdate();
  }
}
