import type { Snapshot } from '../data/snapshot.ts';
import { ViewAllEvent } from './events.ts';
import { openingOf, type Opening, type ViewAll } from './opening.ts';
import type { WidgetController, WidgetHost } from './widget-host.ts';

/** A widget with more rows than it shows at first. */
export interface ViewAllHost extends WidgetHost {
  viewAll?: ViewAll;
}

export interface ViewAllOptions {
  /** What the host page is asked to show: the intent of `links()`. */
  readonly intent: string;
  readonly dialog: { readonly isOpen: boolean; show(): void };
  /** Called before all rows are shown in the widget or in its dialog. */
  readonly onShow?: () => void;
}

const ways: readonly ViewAll[] = ['page', 'dialog', 'inline', 'event'];

/** All rows of a widget: how they are asked for, and where they are shown then. */
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

  /** Whether they stand in the widget itself. */
  get isInline(): boolean {
    return this.#inline && this.opening.as === 'inline';
  }

  /** Whether they are shown here, wherever. */
  get isShown(): boolean {
    return this.isInline || this.#options.dialog.isOpen;
  }

  /** Returns the one of the two that the widget itself shows: the latest, also while all of them are loading. */
  shown<R extends { readonly snapshot: Snapshot<unknown> }>(latest: R, all: R): R {
    return this.isInline && all.snapshot.phase !== 'loading' ? all : latest;
  }

  readonly open = (event: Event): void => {
    const { opening } = this;
    const { activeCustomer, scope } = this.#host;
    if (activeCustomer === undefined && scope === 'customer') return;
    if (!this.#host.open(event, opening, new ViewAllEvent(activeCustomer ?? ''))) return;
    this.#options.onShow?.();
    if (opening.as === 'inline') this.#show(true);
    else this.#options.dialog.show();
  };

  /** Returns to the latest. */
  readonly less = (): void => this.#show(false);

  /** The dialog closes itself. */
  hostCustomerChanged(): void {
    this.#inline = false;
  }

  #show(inline: boolean): void {
    this.#inline = inline;
    this.#host.requestUpdate();
  }
}
