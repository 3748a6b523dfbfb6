import { ViewAllEvent } from './events.ts';
import { openingOf, type Opening, type ViewAll } from './opening.ts';
import type { WidgetController, WidgetHost } from './widget-host.ts';

/** A widget that initially shows only some of its rows. */
export interface ViewAllHost extends WidgetHost {
  viewAll?: ViewAll;
}

export interface ViewAllOptions {
  /** The intent of `links()` for the page that shows all rows. */
  readonly intent: string;
  readonly dialog: { readonly isOpen: boolean; show(): void };
}

const ways: readonly ViewAll[] = ['page', 'dialog', 'inline', 'event'];

/** Controls how all rows of a widget are requested, and where they are shown. */
export class ViewAllController implements WidgetController {
  readonly #host: ViewAllHost;
  readonly #options: ViewAllOptions;
  #inline = false;

  constructor(host: ViewAllHost, options: ViewAllOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get opening(): Opening {
    return openingOf(ways, this.#host.viewAll, this.#host.link(this.#options.intent)) ?? { as: 'event' };
  }

  /** `true` if all rows are shown in the widget itself. */
  get isInline(): boolean {
    return this.#inline && this.opening.as === 'inline';
  }

  /** `true` if all rows are shown, in the widget or in its dialog. */
  get isShown(): boolean {
    return this.isInline || this.#options.dialog.isOpen;
  }

  readonly open = (event: Event): void => {
    const { opening } = this;
    const { activeCustomer, scope } = this.#host;
    if (activeCustomer === undefined && scope === 'customer') return;
    if (!this.#host.open(event, opening, new ViewAllEvent(activeCustomer ?? ''))) return;
    if (opening.as === 'inline') this.#show(true);
    else this.#options.dialog.show();
  };

  /** Returns to the latest rows. */
  readonly less = (): void => this.#show(false);

  /** Resets the inline view. The dialog closes itself. */
  hostCustomerChanged(): void {
    this.#inline = false;
  }

  #show(inline: boolean): void {
    this.#inline = inline;
    this.#host.requestUpdate();
  }
}
