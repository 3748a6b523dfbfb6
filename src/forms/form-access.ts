import { html, nothing, type TemplateResult } from 'lit';
import type { OperationName } from '../adapter/operations.ts';
import { Lazy } from '../element/lazy.ts';
import type { WidgetHost } from '../element/widget-host.ts';
import { feature } from '../ui/feature-mark.ts';
import { icon } from '../ui/icon.ts';
import { lock } from '../ui/icons.ts';
import { notice, openFailed } from '../ui/state-view.ts';

/** A form that has loaded, or several. */
export interface LoadedForm {
  readonly announcement: string;
  strip(): unknown;
  dialog(): unknown;
}

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
export class FormAccess<F extends LoadedForm> {
  readonly #host: WidgetHost;
  readonly #form: Lazy<F>;
  readonly #button: FormButton<F> | undefined;

  /** `load` imports and creates the form, before it first opens. Without a button, only `use()` opens it. */
  constructor(host: WidgetHost, load: () => Promise<F>, button?: FormButton<F>) {
    this.#host = host;
    this.#form = new Lazy(host, load);
    this.#button = button;
  }

  /** The form, after it has loaded. */
  get form(): F | undefined {
    return this.#form.module;
  }

  get announcement(): string {
    return this.form?.announcement ?? '';
  }

  /** Opens the form from its button. */
  readonly open = (): void => this.#form.use((form) => this.#button?.open(form));

  /** Calls `act` with the form: at once, or when it has loaded. */
  use(act: (form: F) => void): void {
    this.#form.use(act);
  }

  button(): TemplateResult | typeof nothing {
    if (!this.#button?.isOffered()) return nothing;
    const { operation, part, label, path, isBlocked } = this.#button;
    const { permissions, l10n } = this.#host;
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
  notices(): TemplateResult {
    const { permissions, l10n } = this.#host;
    return html`${openFailed(this.#form, l10n)}${this.#button ? this.#denied(this.#button, permissions) : nothing}`;
  }

  /** Renders the state of a write while no dialog shows it. */
  strip(): unknown {
    return this.form?.strip();
  }

  dialog(): unknown {
    return this.form?.dialog();
  }

  #denied({ operation, isOffered, denied }: FormButton<F>, permissions: WidgetHost['permissions']) {
    const availability = permissions.of(operation);
    if (!denied || availability.state !== 'denied' || !isOffered()) return nothing;
    return notice({ path: lock, text: denied(availability.reason) });
  }
}
