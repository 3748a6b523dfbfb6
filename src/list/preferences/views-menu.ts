// Loaded when the views are opened.
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { preferenceScopes, type PreferenceScope } from '../../domain/preference.ts';
import type { Localization } from '../../i18n/localization.ts';
import { iconButton } from '../../ui/button.ts';
import { formMessage, explainError } from '../../ui/explain-error.ts';
import { icon } from '../../ui/icon.ts';
import { bin, check, pencil } from '../../ui/icons.ts';
import { inputStyles } from '../../ui/input.styles.ts';
import { adopt } from '../../ui/styles.ts';
import type { ListPlace } from '../list-tools.ts';
import type { ListPreferences } from './list-preferences.ts';
import { ViewChanges, type Placed } from './view-changes.ts';
import { viewsStyles } from './views-menu.styles.ts';
import { listViewsWords } from './words.en.ts';

type Mode = { readonly kind: 'list' | 'save' } | ({ readonly kind: 'rename' | 'delete' } & Placed);

const rowCounts = [10, 20, 50, 100];

/** The menu of the views of a list: applies, saves, renames and deletes them. */
export class ViewsMenu {
  readonly #preferences: ListPreferences;
  readonly #place: ListPlace;
  #mode: Mode = { kind: 'list' };
  #scope: PreferenceScope = 'personal';
  readonly #changes: ViewChanges;

  constructor(preferences: ListPreferences, place: ListPlace) {
    adopt(preferences.host, inputStyles);
    adopt(preferences.host, viewsStyles);
    this.#preferences = preferences;
    this.#place = place;
    this.#changes = new ViewChanges(preferences);
  }

  render(close: () => void): TemplateResult {
    const { scopes, view: applied, isChanged } = this.#preferences;
    const { kind } = this.#mode;
    const words = this.#words;
    const placed = this.#all;
    const present = placed.find(({ view }) => view.id === applied?.id);
    const mayUpdate = present && isChanged && scopes.includes(present.scope);
    return html`<div class="views" part="views">
      <div class="choices">
        ${this.#choice(words.usual, !applied, () => this.#preferences.showKept())}
        ${
          placed.length
            ? preferenceScopes.map((scope) => this.#group(scope, placed))
            : html`<p class="quiet">${words.none}</p>`
        }
      </div>
      ${this.#message()}
      ${
        scopes.length
          ? html`<div class="views-part">
              ${
                mayUpdate
                  ? html`<button
                      type="button"
                      class="button"
                      part="save"
                      @click=${() => this.#changes.update(present, close)}
                    >
                      <span>${this.#text(words.update, present.view)}</span>
                    </button>`
                  : nothing
              }
              ${
                kind === 'save'
                  ? this.#form(words.saveAs, '', (name) => this.#saveAs(name, close))
                  : html`<button type="button" class="button inline" part="button" @click=${() => this.#go('save')}>
                      ${words.saveAs}
                    </button>`
              }
            </div>`
          : nothing
      }
      ${this.#rows()}
    </div>`;
  }

  get #l10n(): Localization {
    return this.#preferences.host.l10n;
  }

  get #words() {
    return this.#l10n.words(listViewsWords);
  }

  /** All views, those of the operator first. */
  get #all(): readonly Placed[] {
    return preferenceScopes.flatMap((scope) =>
      this.#preferences.choices(scope).views.map((view): Placed => ({ view, scope })),
    );
  }

  #group(scope: PreferenceScope, placed: readonly Placed[]): TemplateResult | typeof nothing {
    const inScope = placed.filter((one) => one.scope === scope);
    if (!inScope.length) return nothing;
    const heading = `${this.#place}-${scope}`;
    return html`<div role="group" aria-labelledby=${heading}>
      <p class="label" id=${heading}>${this.#words[scope]}</p>
      ${inScope.map((one) => this.#row(one))}
    </div>`;
  }

  #row(placed: Placed): TemplateResult {
    const { view, scope } = placed;
    const words = this.#words;
    const mode = this.#mode;
    const mayChange = this.#preferences.scopes.includes(scope);
    const isIts = mayChange && 'view' in mode && mode.view.id === view.id;
    if (isIts && mode.kind === 'rename')
      return this.#form(this.#text(words.rename, view), view.name, (name) =>
        this.#changes.rename(placed, name, () => this.#go('list')),
      );
    if (isIts && mode.kind === 'delete') return this.#confirm(placed);
    const isPresent = this.#preferences.view?.id === view.id;
    return html`<div class="view">
      ${this.#choice(view.name, isPresent, () => this.#preferences.apply(view))}
      ${
        mayChange
          ? html`${this.#icon(words.rename, pencil, 'rename', placed)}${this.#icon(words.delete, bin, 'delete', placed)}`
          : nothing
      }
    </div>`;
  }

  #choice(label: string, isChosen: boolean, show: () => void): TemplateResult {
    const choose = (): void => {
      show();
      this.#preferences.host.announce(this.#text(this.#words.applied, { name: label }));
      this.#go('list');
    };
    return html`<button
      type="button"
      class="choice"
      part="choice"
      aria-pressed=${isChosen ? 'true' : 'false'}
      @click=${choose}
    >
      <span><bdi>${label}</bdi></span
      >${isChosen && this.#preferences.isChanged ? html`<span class="quiet">${this.#words.changed}</span>` : nothing}
      ${isChosen ? icon(check) : nothing}
    </button>`;
  }

  #icon(label: string, path: string, kind: 'rename' | 'delete', placed: Placed): TemplateResult {
    const onClick = () => this.#go(kind, placed);
    return iconButton({ label: this.#text(label, placed.view), path, kind: 'inline', onClick });
  }

  #form(label: string, name: string, onSave: (name: string) => void): TemplateResult {
    const words = this.#words;
    const { kind } = this.#mode;
    const { scopes } = this.#preferences;
    const submit = (event: SubmitEvent): void => {
      event.preventDefault();
      const field = (event.currentTarget as HTMLFormElement).querySelector('input')!;
      onSave(field.value.trim());
    };
    const id = `${this.#place}-view-name`;
    const isPending = this.#changes.isPending;
    return html`<form class="view-form" part="form" novalidate aria-label=${label} @submit=${submit}>
      <label class="label" for=${id}>${words.name}</label>
      <input
        class="input"
        part="input"
        id=${id}
        autocomplete="off"
        .value=${name}
        aria-invalid=${this.#changes.fault ? 'true' : nothing}
        aria-describedby=${this.#changes.fault ? `${id}-fault` : nothing}
      />
      ${this.#changes.fault ? formMessage('danger', words[this.#changes.fault], `${id}-fault`) : nothing}
      ${
        kind === 'save' && scopes.length > 1
          ? html`<label class="label" for="${id}-scope">${words.scope}</label>
              <select
                class="input"
                part="input"
                id="${id}-scope"
                @change=${({ target }: Event) => (this.#scope = (target as HTMLSelectElement).value as PreferenceScope)}
              >
                ${scopes.map(
                  (scope) =>
                    html`<option value=${scope} .selected=${live(scope === this.#scope)}>${words[scope]}</option>`,
                )}
              </select>`
          : nothing
      }
      <div class="view-ends">
        <button type="submit" class="button primary" part="save" aria-disabled=${isPending ? 'true' : nothing}>
          ${isPending ? words.saving : words.save}
        </button>
        <button type="button" class="button inline" part="cancel" @click=${() => this.#go('list')}>
          ${words.cancel}
        </button>
      </div>
    </form>`;
  }

  #confirm({ view, scope }: Placed): TemplateResult {
    const words = this.#words;
    const remove = () => this.#changes.remove({ view, scope }, () => this.#go('list'));
    return html`<div class="view-form" role="group" aria-label=${this.#text(words.delete, view)}>
      <p>${this.#text(scope === 'shared' ? words.confirmDeleteShared : words.confirmDelete, view)}</p>
      <div class="view-ends">
        <button type="button" class="button" part="delete" @click=${remove}>${words.deleteNow}</button>
        <button type="button" class="button inline" part="cancel" @click=${() => this.#go('list')}>
          ${words.keep}
        </button>
      </div>
    </div>`;
  }

  #saveAs(name: string, close: () => void): void {
    const { scopes } = this.#preferences;
    const scope = scopes.includes(this.#scope) ? this.#scope : scopes[0]!;
    this.#changes.saveAs(name, scope, () => {
      this.#go('list');
      close();
    });
  }

  #rows(): TemplateResult {
    const words = this.#words;
    const { list } = this.#preferences;
    const { limit } = list.state;
    const id = `${this.#place}-rows`;
    const counts = limit === undefined ? [] : [...new Set([...rowCounts, limit])].sort((a, b) => a - b);
    const choose = ({ target }: Event): void => {
      const rows = Number((target as HTMLSelectElement).value);
      list.showRows(rows);
    };
    const reset = (): void => {
      this.#preferences.view = undefined;
      this.#preferences.keep({ columns: undefined, limit: undefined, sort: undefined });
      list.begin({});
    };
    return html`<div class="views-part views-foot">
      ${
        limit === undefined
          ? nothing
          : html`<label for=${id}>${words.rows}</label>
              <select class="input" part="input" id=${id} @change=${choose}>
                ${counts.map(
                  (count) =>
                    html`<option value=${count} .selected=${live(count === limit)}>
                      ${this.#l10n.number(count)}
                    </option>`,
                )}
              </select>`
      }
      <button type="button" class="button inline" part="button" @click=${reset}>${words.reset}</button>
    </div>`;
  }

  /** What has become of the last change, if it is not done. */
  #message(): TemplateResult | typeof nothing {
    const { state } = this.#changes;
    const words = this.#words;
    if (state.phase !== 'refused' && state.phase !== 'unknown') return nothing;
    const again = (text: string, isForced: boolean) =>
      html`<button type="button" class="button" part="retry" @click=${() => this.#changes.again(isForced)}>
        ${text}
      </button>`;
    if (state.phase === 'unknown')
      return html`<div class="views-part">${formMessage('warning', words.unknown)}${again(words.check, false)}</div>`;
    if (state.error.code === 'conflict')
      return html`<div class="views-part">
        ${formMessage('warning', words.conflict)}${again(words.overwrite, true)}
      </div>`;
    return html`<div class="views-part">${formMessage('danger', explainError(state.error, this.#l10n))}</div>`;
  }

  #go(kind: 'list' | 'save'): void;
  #go(kind: 'rename' | 'delete', placed: Placed): void;
  #go(kind: Mode['kind'], placed?: Placed): void {
    const { host } = this.#preferences;
    this.#mode = placed ? { kind: kind as 'rename', ...placed } : { kind: kind as 'list' };
    this.#changes.reset();
    host.requestUpdate();
    if (kind === 'list') return;
    void host.updateComplete.then(() => {
      const form = host.renderRoot.querySelector<HTMLElement>('.popover:popover-open .view-form');
      // Not the button that deletes: Enter, pressed once too often, must not.
      form?.querySelector<HTMLElement>('input, [part=cancel]')?.focus();
    });
  }

  #text(message: string, { name }: { readonly name: string }): string {
    return this.#l10n.text(message as '{name}', { name: `\u2068${name}\u2069` });
  }
}
