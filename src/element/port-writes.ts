import type { Guarantees } from '../adapter/options.ts';
import type { Write } from '../data/write.ts';
import type { WidgetHost } from './widget-host.ts';
import { WriteController, type WriteState } from './write-controller.ts';

/** One write from a row: what is meant by it, what is sent, and what is said once it has ended. */
export interface PortWrite<R, Row> {
  readonly intention: string;
  readonly operation: Write<R, Row>;
  readonly text: (state: WriteState) => string;
}

/**
 * The writes of one port that a widget sends from its rows and their dialogs, many side by side. How each ended is
 * announced, if whom it is about is still on screen. What may be sent only after a review is a `PendingWrite`.
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

  /** How far an intention has come; for the customer on screen where none is named. */
  state(intention: string, customerId?: string): WriteState {
    return this.#write.state(intention, customerId);
  }

  /** What was said of the last write is over. */
  clearAnnouncement(): void {
    this.host.announce('');
  }

  /** What is to be sent has changed. An outcome that nobody knows is still to be found out. */
  editIntention(intention: string): void {
    this.clearAnnouncement();
    if (this.state(intention).phase !== 'unknown') this.#write.resetIntention(intention);
  }

  /** What was meant is meant no longer. */
  resetIntention(intention: string): void {
    this.clearAnnouncement();
    this.#write.resetIntention(intention);
  }

  /**
   * Whether an intention may be sent: once more where nobody knows what became of it. Where nothing may be sent twice,
   * everything is read again instead, which shows whether it was written.
   */
  maySend(intention: string): boolean {
    const { phase } = this.state(intention);
    if (phase === 'pending') return false;
    if (phase !== 'unknown' || this.#guarantees?.idempotency !== false) return true;
    this.resetIntention(intention);
    this.host.refresh();
    return false;
  }

  /** Sends, once. */
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
