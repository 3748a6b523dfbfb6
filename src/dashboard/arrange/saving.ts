import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { toAdapterError } from '../../adapter/adapter-error.ts';
import { preferenceScopes, type PreferenceScope } from '../../domain/preference.ts';
import { LayoutSavedEvent, LayoutSaveEvent } from '../customer-dashboard.events.ts';
import type { LayoutHost, LayoutView } from '../layout/layout-view.ts';
import { arrangeWords } from './words.en.ts';

/** The dashboard that is arranged. */
export interface ArrangeHost extends LayoutHost {
  arranging: boolean;
  readonly updateComplete: Promise<boolean>;
}

/** Saves the layout, personal or shared, and says what came of it. */
export class LayoutSaving {
  readonly #host: ArrangeHost;
  readonly #view: LayoutView;
  readonly #done: () => void;
  #scope: PreferenceScope = 'personal';
  #state: 'idle' | 'saving' | 'failed' | 'conflict' = 'idle';

  constructor(host: ArrangeHost, view: LayoutView, done: () => void) {
    this.#host = host;
    this.#view = view;
    this.#done = done;
  }

  get announcement(): string {
    const { words } = this;
    return { idle: '', saving: words.saving, failed: words.notSaved, conflict: words.conflict }[this.#state];
  }

  /** Forgets an outcome: the layout has changed since. */
  reset(): void {
    if (this.#state !== 'saving') this.#state = 'idle';
  }

  render(): TemplateResult {
    const { words } = this;
    const state = this.#state;
    const { preferences } = this.#view;
    const reason = preferences.deniedReason('shared');
    return html`<span class="ends">
        ${
          preferences.scopes.length
            ? html`<label class="quiet"
                  >${words.scope}
                  <select part="input" @change=${this.#choose}>
                    ${preferenceScopes.map(
                      (scope) =>
                        html`<option
                          value=${scope}
                          ?disabled=${!preferences.scopes.includes(scope)}
                          .selected=${live(scope === this.#scope)}
                        >
                          ${words[scope]}
                        </option>`,
                    )}
                  </select></label
                >${reason ? html`<span class="quiet">${reason}</span>` : nothing}`
            : nothing
        }
      </span>
      ${state === 'failed' || state === 'conflict' ? html`<span part="message">${this.announcement}</span>` : nothing}
      <button
        type="button"
        class="button primary"
        part="save"
        aria-disabled=${state === 'saving' ? 'true' : 'false'}
        @click=${this.#save}
      >
        ${state === 'conflict' ? words.overwrite : state === 'saving' ? words.saving : words.save}
      </button>`;
  }

  private get words() {
    return this.#host.l10n.words(arrangeWords);
  }

  readonly #choose = ({ target }: Event): void => {
    this.#scope = (target as HTMLSelectElement).value as PreferenceScope;
    this.reset();
    this.#host.requestUpdate();
  };

  readonly #save = async (): Promise<void> => {
    if (this.#state === 'saving') return;
    const scope = this.#scope;
    const { layout, preferences } = this.#view;
    if (!this.#host.dispatchEvent(new LayoutSaveEvent(layout, scope)) || !preferences.scopes.includes(scope))
      return this.#done();
    const again = this.#state === 'conflict';
    this.#state = 'saving';
    this.#host.requestUpdate();
    try {
      await preferences.save(layout === this.#view.defaultOf(scope) ? undefined : layout, scope, again);
      this.#state = 'idle';
      this.#host.dispatchEvent(new LayoutSavedEvent(layout, scope));
      this.#done();
    } catch (thrown) {
      this.#state = toAdapterError(thrown).code === 'conflict' ? 'conflict' : 'failed';
      this.#host.requestUpdate();
    }
  };
}
