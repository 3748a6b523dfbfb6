import { css, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { adopt } from './styles.ts';

type Host = ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };

interface Printed {
  readonly dialog: HTMLDialogElement;
  readonly focused: Element | null;
}

/**
 * Prints dialogs in full. A modal dialog has the size of the screen and would cover every printed page. While the page
 * prints, the dialogs of a widget are in the normal flow, and a wide one replaces the panel whose rows it shows in
 * full.
 */
class DialogPrint implements ReactiveController {
  readonly #host: Host;
  #printed: readonly Printed[] = [];

  constructor(host: Host) {
    this.#host = host;
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.#lay);
    addEventListener('afterprint', this.#raise);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.#lay);
    removeEventListener('afterprint', this.#raise);
  }

  readonly #lay = (): void => {
    const { renderRoot } = this.#host;
    const focused = renderRoot instanceof ShadowRoot ? renderRoot.activeElement : null;
    this.#printed = [...renderRoot.querySelectorAll<HTMLDialogElement>('dialog:modal')].map((dialog) => ({
      dialog,
      focused,
    }));
    for (const { dialog } of this.#printed) {
      dialog.close();
      dialog.classList.add('in-flow');
      dialog.show();
    }
  };

  readonly #raise = (): void => {
    for (const { dialog, focused } of this.#printed) {
      dialog.classList.remove('in-flow');
      // An update may have removed the dialog or reopened it as a modal in the meantime.
      if (!dialog.isConnected || dialog.matches(':modal')) continue;
      dialog.close();
      dialog.showModal();
      if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
    }
    this.#printed = [];
  };
}

const prepared = new WeakSet<Host>();

/** Prepares the dialogs of a widget for printing. Loaded when the first one opens. */
export function preparePrint(host: Host): void {
  if (prepared.has(host)) return;
  prepared.add(host);
  adopt(host, styles);
  host.addController(new DialogPrint(host));
}

const styles = css`
  .dialog.in-flow {
    position: static;
    inline-size: auto;
    block-size: auto;
    max-inline-size: none;
    max-block-size: none;
    margin: 0;
    border: 0;
    border-radius: 0;
    background: none;
    box-shadow: none;
  }

  .dialog.in-flow[open],
  .dialog.in-flow > .body.body {
    display: block;
    overflow: visible;
  }

  .widget:has(.dialog.wide.in-flow) > .panel {
    display: none;
  }
`;
