import { nothing, type TemplateResult } from 'lit';
import { Lazy } from '../element/lazy.ts';
import type { WidgetHost } from '../element/widget-host.ts';
import { openFailed } from '../ui/state-view.ts';

/** A form that has loaded, or several. */
export interface LoadedForm {
  readonly announcement: string;
  strip(): unknown;
  dialog(): unknown;
}

/** A form, or another dialog of a widget, that loads before it first opens. Its subclass has a button for it. */
export class LazyForm<F extends LoadedForm> {
  protected readonly host: WidgetHost;
  readonly #form: Lazy<F>;

  /** `load` imports and creates the form. */
  constructor(host: WidgetHost, load: () => Promise<F>) {
    this.host = host;
    this.#form = new Lazy(host, load);
  }

  /** The form, after it has loaded. */
  get form(): F | undefined {
    return this.#form.module;
  }

  get announcement(): string {
    return this.form?.announcement ?? '';
  }

  /** Calls `act` with the form: at once, or when it has loaded. */
  use(act: (form: F) => void): void {
    this.#form.use(act);
  }

  button(): TemplateResult | typeof nothing {
    return nothing;
  }

  /** Renders that the form failed to load. */
  notices(): TemplateResult | typeof nothing {
    return openFailed(this.#form, this.host.l10n);
  }

  /** Renders the state of a write while no dialog shows it. */
  strip(): unknown {
    return this.form?.strip();
  }

  dialog(): unknown {
    return this.form?.dialog();
  }
}
