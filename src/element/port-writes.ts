import type { Guarantees } from '../adapter/options.ts';
import type { Write } from '../data/write.ts';
import type { WidgetHost } from './widget-host.ts';
import { WriteController, type WriteState } from './write-controller.ts';

/** One write from a row: its intention, the operation, and the announcements of its outcome. */
export interface PortWrite<R, Row> {
  readonly intention: string;
  readonly operation: Write<R, Row>;
  readonly text: (state: WriteState) => string;
}

/**
 * The writes of one port that a widget sends from its rows and their dialogs, any number in parallel. Announces each
 * outcome if its customer is still on screen. A write that needs a review is a `PendingWrite`.
 */
export class PortWrites {
  readonly host: WidgetHost;
  readonly #port: 'addresses' | 'notes';
  readonly #write: WriteController;

  constructor(host: WidgetHost, port: 'addresses' | 'notes') {
    this.host = host;
    this.#port = port;
    this.#write = new WriteController(host);
  }

  /** Returns the state of an intention. For the customer on screen by default. */
  state(intention: string, customerId?: string): WriteState {
    return this.#write.state(intention, customerId);
  }

  /** Clears the announcement of the last write. */
  clearAnnouncement(): void {
    this.host.announce('');
  }

  /** Resets the intention after the input has changed. An unknown outcome stays, because it must still be resolved. */
  editIntention(intention: string): void {
    this.clearAnnouncement();
    if (this.state(intention).phase !== 'unknown') this.#write.resetIntention(intention);
  }

  /** Resets the intention after the operator has dropped it. */
  resetIntention(intention: string): void {
    this.clearAnnouncement();
    this.#write.resetIntention(intention);
  }

  /**
   * Returns whether an intention may be sent, including a retry after an unknown outcome. If the platform does not
   * deduplicate writes, fetches everything again instead, which shows whether the write succeeded.
   */
  maySend(intention: string): boolean {
    const { phase } = this.state(intention);
    if (phase === 'pending') return false;
    if (phase !== 'unknown' || this.#guarantees?.idempotency !== false) return true;
    this.resetIntention(intention);
    this.host.refresh();
    return false;
  }

  async send<R, Row>({ intention, operation, text }: PortWrite<R, Row>): Promise<R | undefined> {
    const { client } = this.host;
    const result = await this.#write.run(intention, operation);
    if (client === this.host.client && operation.customerId === this.host.activeCustomer)
      this.host.announce(text(this.state(intention)));
    return result;
  }

  get #guarantees(): Guarantees | undefined {
    return this.host.client?.adapter[this.#port]?.guarantees;
  }
}
