import type { Snapshot } from '../data/snapshot.ts';
import type { DashboardElement } from './dashboard-element.ts';
import { ViewAllEvent } from './events.ts';
import { openingOf, type Opening, type ViewAll } from './opening.ts';

/** A widget with more rows than it shows at first. */
export interface ViewAllHost extends DashboardElement {
  viewAll?: ViewAll;
}

export interface ViewAllNeeds {
  /** Where the host shows them, if it does: known to be safe. */
  readonly href: () => string | undefined;
  /** Announces the request, and lets a link be followed; whether the rows are to be shown here. */
  readonly open: (event: Event, opening: Opening, request: ViewAllEvent) => boolean;
  readonly dialog: { readonly isOpen: boolean; show(): void; close(): void };
}

const ways: readonly ViewAll[] = ['page', 'dialog', 'inline', 'event'];

/** All rows of a widget: how they are asked for, and where they are shown then. */
export class ViewAllController {
  readonly #host: ViewAllHost;
  readonly #needs: ViewAllNeeds;
  #inline = false;

  constructor(host: ViewAllHost, needs: ViewAllNeeds) {
    this.#host = host;
    this.#needs = needs;
  }

  get opening(): Opening {
    return openingOf(ways, this.#host.viewAll, this.#needs.href()) ?? { as: 'event' };
  }

  /** Whether they stand in the widget itself. */
  get isInline(): boolean {
    return this.#inline && this.opening.as === 'inline';
  }

  /** Whether they are shown here, wherever. */
  get isShown(): boolean {
    return this.isInline || this.#needs.dialog.isOpen;
  }

  /** Which of the two the widget itself shows: the latest, also while all of them are on their way. */
  shown<R extends { readonly snapshot: Snapshot<unknown> }>(latest: R, all: R): R {
    return this.isInline && all.snapshot.phase !== 'loading' ? all : latest;
  }

  readonly open = (event: Event): void => {
    const { opening } = this;
    const { activeCustomer } = this.#host;
    if (activeCustomer === undefined || !this.#needs.open(event, opening, new ViewAllEvent(activeCustomer))) return;
    if (opening.as === 'inline') this.#show(true);
    else this.#needs.dialog.show();
  };

  /** Back to the latest. */
  readonly less = (): void => this.#show(false);

  /** Also for another customer. */
  close(): void {
    this.#needs.dialog.close();
    this.#show(false);
  }

  #show(inline: boolean): void {
    this.#inline = inline;
    this.#host.requestUpdate();
  }
}
