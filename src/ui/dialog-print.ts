import { css, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { adopt } from './adopt.ts';

type Host = ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };

interface Printed {
  readonly dialog: HTMLDialogElement;
  readonly focused: Element | null;
}

/**
 * What is modal has the size of the screen, and on paper stands over every page. While a page is printed the dialogs of
 * a widget stand in the flow instead, and a wide one in place of the panel whose rows it shows all of.
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
      // An update in the meantime may have taken it away, or raised it.
      if (!dialog.isConnected || dialog.matches(':modal')) continue;
      dialog.close();
      dialog.showModal();
      if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
    }
    this.#printed = [];
  };
}

const prepared = new WeakSet<Host>();

/** Lets the dialogs of a widget be printed whole. Loaded when one is opened. */
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
