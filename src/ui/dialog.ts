import { css, html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { WidgetController } from '../element/widget-host.ts';
import type { Localization } from '../i18n/localization.ts';
import { adoptAfter } from './styles.ts';
import { standBehind } from './behind-dialog.ts';
import { iconButton } from './button.ts';
import { ScrollReach } from './key-scroll.ts';
import { stateStyles } from './state-view.styles.ts';
import { close } from './tool-icons.ts';

export interface DialogContent {
  readonly heading: string;
  /** The heading as it is shown, if data in it needs isolation or marks. */
  readonly shownHeading?: string | TemplateResult;
  readonly body: TemplateResult;
  readonly footer?: TemplateResult | typeof nothing;
  /** `true` if the dialog is wide, for tables. */
  readonly wide?: boolean;
  /** `true` if the dialog is a drawer: at the end edge, over the whole height. */
  readonly drawer?: boolean;
  readonly l10n: Localization;
}

export type DialogHost = ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };

/**
 * A modal `<dialog>` of a widget. The browser traps the focus, closes the dialog on Escape and restores the focus.
 * While it is closed, nothing of it is in the document. Code of the first load uses `LazyDialog`.
 */
export class Dialog implements WidgetController {
  readonly #host: DialogHost;
  readonly #name: string;
  readonly #onClose: (() => void) | undefined;
  #open = false;
  #shown: HTMLDialogElement | undefined;
  #letPageGo: (() => void) | undefined;
  readonly #reach = new ScrollReach(true);

  /** `name` must be unique in the widget. */
  constructor(host: DialogHost, name: string, onClose?: () => void) {
    this.#host = host;
    this.#name = name;
    this.#onClose = onClose;
    host.addController(this);
  }

  get isOpen(): boolean {
    return this.#open;
  }

  show(): void {
    this.#open = true;
    this.#shown = undefined;
    this.#host.requestUpdate();
    // If the module fails to load, the dialog prints as it is on screen, so the failure is ignored.
    import('./dialog-print.ts').then(
      (print) => print.preparePrint(this.#host),
      () => {},
    );
  }

  /** Closes the dialog through the browser, which restores the focus at once. The next update removes the element. */
  close(): void {
    this.element?.close();
    this.#closed();
  }

  /** The `<dialog>` element while it is open. */
  get element(): HTMLDialogElement | null {
    return this.#host.renderRoot?.querySelector<HTMLDialogElement>(`#dialog-${this.#name}`) ?? null;
  }

  /** Closes the dialog, because its content belongs to the previous customer. */
  hostCustomerChanged(): void {
    this.close();
  }

  hostConnected(): void {
    if (this.#open) this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#release();
  }

  hostUpdated(): void {
    const { element } = this;
    if (!element?.isConnected) return this.#release();
    this.#reach.watch(element.querySelector<HTMLElement>(':scope > .body') ?? undefined);
    if (!this.#open || element.matches(':modal')) return;
    // The browser has closed the dialog and dispatches `close` only in a later task. The change of a field that lost
    // the focus may have requested this update before.
    if (element === this.#shown && !element.open) return;
    adoptAfter(this.#host, stateStyles, dialogStyles);
    // A move within the document removes a dialog from the top layer but keeps its `open` attribute.
    element.removeAttribute('open');
    element.showModal();
    this.#letPageGo ??= standBehind(element.ownerDocument);
    this.#shown = element;
  }

  render(content: () => DialogContent): TemplateResult | typeof nothing {
    if (!this.#open) return nothing;
    const { heading, shownHeading = heading, body, footer = nothing, wide, drawer, l10n } = content();
    const id = `dialog-${this.#name}`;
    return html`<dialog
      class=${drawer ? 'dialog drawer' : wide ? 'dialog wide' : 'dialog'}
      part="dialog"
      id=${id}
      aria-labelledby="${id}-heading"
      @close=${this.#browserClosed}
      @keydown=${keepEscape}
    >
      <div class="header" part="dialog-header">
        <h2 class="heading" part="dialog-heading" id="${id}-heading">${shownHeading}</h2>
        <div class="actions">${iconButton({ label: l10n.common.close, path: close, onClick: () => this.close() })}</div>
      </div>
      ${body} ${footer === nothing ? nothing : html`<div class="footer" part="dialog-footer">${footer}</div>`}
    </dialog>`;
  }

  /** The `close` event fires in a later task, when the dialog may have been opened again. */
  readonly #browserClosed = ({ currentTarget }: Event): void => {
    const { element } = this;
    if (currentTarget === element && !element?.open) this.#closed();
  };

  #closed(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#shown = undefined;
    this.#release();
    this.#host.requestUpdate();
    this.#onClose?.();
  }

  #release(): void {
    this.#letPageGo?.();
    this.#letPageGo = undefined;
    this.#reach.stop();
  }
}

/** Stops Escape from reaching a modal of the host page around the widget. The browser closes this dialog. */
const keepEscape = (event: KeyboardEvent): void => {
  if (event.key === 'Escape') event.stopPropagation();
};

const dialogStyles = css`
  /* A raised surface is lighter in the dark scheme, so tints in it start from that color. */
  .dialog {
    --_neutral-tint: var(--clientele-neutral-tint, color-mix(in oklab, var(--_foreground) 7%, var(--_surface-raised)));
    --_surface-hover: var(
      --clientele-surface-hover,
      color-mix(in oklab, var(--_foreground) 4.5%, var(--_surface-raised))
    );
    inline-size: min(100%, calc(var(--_unit) * 112));
    margin: auto;
    padding: 0;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius-surface);
    background: var(--_surface-raised);
    color: var(--_text);
    box-shadow: var(--_shadow-raised);
  }

  .dialog::backdrop {
    background: var(--_scrim);
  }

  .dialog .header {
    padding-block: calc(var(--_unit) * 4) calc(var(--_unit) * 1);
  }

  .dialog .body {
    display: grid;
    gap: calc(var(--_unit) * 4);
    padding-block: calc(var(--_unit) * 2) calc(var(--_unit) * 5);
  }

  .dialog .input,
  .dialog .input-group {
    background: var(--_surface);
  }

  .dialog .footer {
    align-items: center;
    justify-content: flex-end;
    gap: calc(var(--_unit) * 2);
    padding-block: calc(var(--_unit) * 3);
  }

  .dialog .footer > .quiet {
    margin-inline-end: auto;
  }

  /* Aligned with the form. */
  .dialog .footer > .discard {
    margin-inline-start: calc(var(--_unit) * -3);
    margin-inline-end: auto;
  }

  /* A container of its own, because its width differs from the widget's. */
  .dialog {
    container: widget / inline-size;
    max-block-size: calc(100% - var(--_unit) * 12);
  }

  .dialog[open] {
    display: flex;
    flex-direction: column;
  }

  .dialog > .body {
    overflow: auto;
  }

  .dialog.wide {
    inline-size: min(100% - var(--_unit) * 8, calc(var(--_unit) * 280));
    block-size: calc(100% - var(--_unit) * 24);
  }

  /* Fills a page that is no wider than the dialog. */
  .dialog.drawer {
    inline-size: min(100%, calc(var(--_unit) * 160));
    block-size: 100%;
    max-inline-size: none;
    max-block-size: none;
    margin-block: 0;
    margin-inline: auto 0;
    border-block: 0;
    border-inline-end: 0;
    border-radius: 0;
  }

  .drawer > .body {
    flex: 1;
    align-content: start;
  }
`;
