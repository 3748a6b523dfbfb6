import { html, nothing, type TemplateResult } from 'lit';
import { Lazy, loadAhead, type LazyHost } from '../element/lazy.ts';
import type { WidgetController } from '../element/widget-host.ts';
import type { Dialog, DialogContent, DialogHost } from './dialog.ts';
import { alert } from './icons.ts';
import { notice, retryButton } from './state-view.ts';

type Host = LazyHost & DialogHost & EventTarget;

const load = () => import('./dialog.ts');

/** A `Dialog` for code of the first load: its module loads when the pointer or the focus enters the widget. */
export class LazyDialog implements WidgetController {
  readonly #host: Host;
  readonly #module: Lazy<typeof import('./dialog.ts')>;
  readonly #create: (module: typeof import('./dialog.ts')) => Dialog;
  #isWanted = false;
  #dialog: Dialog | undefined;

  /** `name` must be unique in the widget. */
  constructor(host: Host, name: string, onClose?: () => void, loadModule = load) {
    this.#host = host;
    this.#module = new Lazy(host, loadModule);
    this.#create = (module) => new module.Dialog(host, name, onClose);
    host.addController(this);
    loadAhead(host, load);
  }

  /** `true` also while the module is loading, so that the content loads at the same time. */
  get isOpen(): boolean {
    return this.#dialog?.isOpen ?? (this.#isWanted && this.#module.state === 'loading');
  }

  get element(): HTMLDialogElement | null {
    return this.#dialog?.element ?? null;
  }

  show(): void {
    this.#isWanted = true;
    this.#module.use((module) => {
      if (!this.#isWanted) return;
      this.#isWanted = false;
      if (!this.#dialog) {
        this.#dialog = this.#create(module);
        // This controller passes the calls on, at its own place among the controllers: a dialog that was opened later
        // closes before this one.
        this.#host.removeController(this.#dialog);
      }
      this.#dialog.show();
    });
  }

  close(): void {
    this.#isWanted = false;
    this.#dialog?.close();
  }

  render(content: () => DialogContent): TemplateResult | typeof nothing {
    if (this.#dialog) return this.#dialog.render(content);
    return this.#isWanted && this.#module.state === 'failed' ? this.#renderFailure(content()) : nothing;
  }

  #renderFailure({ heading, l10n }: DialogContent): TemplateResult {
    const { common } = l10n;
    const action = retryButton(common.retry, () => this.#module.load());
    const text = `${l10n.text(common.failed, { what: heading })} ${common.reloadHelp}`;
    return html`<div role="alert">${notice({ path: alert, tone: 'warning', text, action })}</div>`;
  }

  hostCustomerChanged(): void {
    this.#isWanted = false;
    this.#dialog?.hostCustomerChanged();
  }

  hostConnected(): void {
    this.#dialog?.hostConnected();
  }

  hostDisconnected(): void {
    this.#dialog?.hostDisconnected();
  }

  hostUpdated(): void {
    this.#dialog?.hostUpdated();
  }
}
