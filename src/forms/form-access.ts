import { html, nothing, type TemplateResult } from 'lit';
import type { OperationName } from '../adapter/operations.ts';
import type { WidgetHost } from '../element/widget-host.ts';
import { feature } from '../ui/feature-mark.ts';
import { icon } from '../ui/icon.ts';
import { lock } from '../ui/icons.ts';
import { notice } from '../ui/state-view.ts';
import { LazyForm, type LoadedForm } from './lazy-form.ts';

export type { LoadedForm } from './lazy-form.ts';

/** The button that opens a form. */
export interface FormButton<F> {
  /** The operation whose availability decides whether the form can be opened. */
  readonly operation: OperationName;
  /** The part of the button, and the text in it. */
  readonly part: string;
  readonly label: () => string;
  /** The path of an icon before the text. */
  readonly path?: string;
  /** Returns whether the platform and the host page have what the form needs. */
  readonly isOffered: () => boolean;
  /** Returns whether the button is disabled. */
  readonly isBlocked?: (form: F | undefined) => boolean | undefined;
  /** Opens the form from its button. */
  readonly open: (form: F) => void;
  /** Returns the notice for an operator who may not open the form. Absent if there is none. */
  readonly denied?: (reason: string | undefined) => string | TemplateResult;
}

/** What opens a form of a widget: a button, a notice if it may not be opened, its strip and dialog once loaded. */
export class FormAccess<F extends LoadedForm> extends LazyForm<F> {
  readonly #button: FormButton<F> | undefined;

  /** `load` imports and creates the form, before it first opens. Without a button, only `use()` opens it. */
  constructor(host: WidgetHost, load: () => Promise<F>, button?: FormButton<F>) {
    super(host, load);
    this.#button = button;
  }

  /** Opens the form from its button. */
  readonly open = (): void => this.use((form) => this.#button?.open(form));

  override button(): TemplateResult | typeof nothing {
    if (!this.#button?.isOffered()) return nothing;
    const { operation, part, label, path, isBlocked } = this.#button;
    const { permissions, l10n } = this.host;
    return feature(
      { id: part, availability: permissions.of(operation), l10n },
      ({ disabled, describedBy }) =>
        html`<button
          type="button"
          class="button"
          part=${part}
          ?disabled=${disabled || isBlocked?.(this.form)}
          aria-describedby=${describedBy}
          @click=${this.open}
        >
          ${path ? icon(path) : nothing}${label()}
        </button>`,
    );
  }

  /** Renders that the form failed to load, or that the operator may not open it. */
  override notices(): TemplateResult {
    const { permissions } = this.host;
    return html`${super.notices()}${this.#button ? this.#denied(this.#button, permissions) : nothing}`;
  }

  #denied({ operation, isOffered, denied }: FormButton<F>, permissions: WidgetHost['permissions']) {
    if (!denied || !isOffered()) return nothing;
    const availability = permissions.of(operation);
    if (availability.state !== 'denied') return nothing;
    return notice({ path: lock, text: denied(availability.reason) });
  }
}
