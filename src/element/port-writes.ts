import type { Guarantees } from '../adapter/options.ts';
import type { DashboardClient } from '../data/client.ts';
import type { ReadSettings } from '../data/query.ts';
import type { Write } from '../data/write.ts';
import type { WidgetHost } from './widget-host.ts';
import { WriteController, type WriteState } from './write-controller.ts';

/** A port with writes, which declares its guarantees. */
export type WritingPort =
  | 'addresses'
  | 'coupons'
  | 'credit'
  | 'customers'
  | 'inquiries'
  | 'notes'
  | 'paymentCards'
  | 'priceGroups'
  | 'privacy'
  | 'reseller'
  | 'subscriptions';

/** One write from a row: its intention, the operation, and the announcements of its outcome. */
export interface PortWrite<R, Row> {
  readonly intention: string;
  readonly operation: Write<R, Row>;
  readonly text: (state: WriteState) => string;
  /**
   * Throws `conflict` if the record that the write is based on has changed, for a platform without versions. Absent if
   * the write is based on no record.
   */
  readonly compare?: (client: DashboardClient, settings: ReadSettings) => Promise<void>;
}

/**
 * The writes of one port that a widget sends from its rows and their dialogs, any number in parallel. Announces each
 * outcome if its customer is still on screen. A write that needs a review is a `PendingWrite`.
 */
export class PortWrites {
  readonly host: WidgetHost;
  readonly #port: WritingPort;
  readonly #write: WriteController;

  constructor(host: WidgetHost, port: WritingPort) {
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

  async send<R, Row>({ intention, operation, text, compare }: PortWrite<R, Row>): Promise<R | undefined> {
    const { client, l10n } = this.host;
    const { locale, timeZone } = l10n;
    const before =
      compare && this.#guarantees?.versions === false
        ? (current: DashboardClient) => compare(current, { locale, timeZone })
        : undefined;
    const result = await this.#write.run(intention, operation, before);
    if (client === this.host.client && operation.customerId === this.host.activeCustomer)
      this.host.announce(text(this.state(intention)));
    return result;
  }

  get #guarantees(): Guarantees | undefined {
    return this.host.client?.adapter[this.#port]?.guarantees;
  }
}
