import { toAdapterError, type AdapterError } from '../../adapter/adapter-error.ts';
import type { Guarantees } from '../../adapter/options.ts';
import type { DashboardClient } from '../../data/client.ts';
import type { ReadSettings } from '../../data/query.ts';
import type { Write } from '../../data/write.ts';
import type { DashboardElement } from '../../element/dashboard-element.ts';
import { Drafts } from '../../element/drafts.ts';
import { WriteController } from '../../element/write-controller.ts';

/** How far something has come that was sent: on its way, nobody knows, asked again after that. */
export type SentPhase = 'pending' | 'unknown' | 'checking';

export type Outcome<R> =
  | { readonly done: R }
  /** Nothing was written. */
  | { readonly refused: AdapterError }
  /** Nobody knows whether it was written. */
  | { readonly unknownOutcome: AdapterError };

type Settle<R> = (outcome: Outcome<R>) => void;

/** What is sent, and how. */
export interface Sendable<T, R, Row> {
  /** Of the intention: unique in the widget. */
  readonly name: string;
  readonly customerOf: (sent: T) => string;
  /** Writes it. */
  readonly writing: (sent: T) => Write<R, Row>;
  /** Of the port that writes. */
  readonly guarantees: (client: DashboardClient) => Guarantees | undefined;
  /**
   * For a platform without versions: throws `conflict` where what it is based on is no longer so. Absent where it is
   * based on nothing.
   */
  readonly compare?: (client: DashboardClient, sent: T, settings: ReadSettings) => Promise<void>;
}

/**
 * What was sent, one thing at a time for each customer. What was sent stays as it was sent until its outcome is known, so
 * that asking again asks the same; and until then nothing else is sent for this customer.
 */
export class Sending<T, R, Row = never> {
  readonly #host: DashboardElement;
  readonly #how: Sendable<T, R, Row>;
  readonly #write: WriteController;
  readonly #sent: Drafts<{ readonly what: T; readonly doubted?: boolean }>;

  constructor(host: DashboardElement, how: Sendable<T, R, Row>) {
    this.#host = host;
    this.#how = how;
    this.#write = new WriteController(host);
    this.#sent = new Drafts(host, () => true);
  }

  /** What was sent and is not known to be done or refused. */
  get sent(): T | undefined {
    return this.#sent.get()?.what;
  }

  get phase(): SentPhase | undefined {
    const sent = this.#sent.get();
    if (!sent) return undefined;
    if (this.#write.state(this.#how.name).phase === 'unknown') return 'unknown';
    return sent.doubted ? 'checking' : 'pending';
  }

  /** Why nobody knows. */
  get unknownOutcome(): AdapterError | undefined {
    const state = this.#write.state(this.#how.name);
    return state.phase === 'unknown' ? state.error : undefined;
  }

  /** Whether the platform can be asked again for the outcome of a write. */
  get canCheck(): boolean {
    return this.#guarantees?.idempotency !== false;
  }

  /** Whether the platform refuses what is based on something that has changed. */
  keepsVersion(what: T): boolean {
    return this.#how.writing(what).ifVersion !== undefined && this.#guarantees?.versions !== false;
  }

  /** What is reviewed anew is another intention, with a key of its own. */
  renew(): void {
    this.#write.resetIntention(this.#how.name);
  }

  /**
   * Sends, once. Nothing where something is on its way or in doubt. `settle` is called in the same turn in which what
   * was sent is let go, so that nobody sees the one without the other.
   */
  async send(what: T, settle: Settle<R>): Promise<void> {
    if (this.sent) return;
    const { client } = this.#host;
    const sent = this.#sent.slot(this.#how.customerOf(what));
    sent.set({ what });
    const refused = this.keepsVersion(what) ? undefined : await this.#compare(what);
    if (!refused && this.#host.client === client) return this.#run(what, settle);
    sent.set(undefined);
    // With another adapter by now, nothing is sent to it that was confirmed for the first.
    if (refused) settle({ refused });
  }

  /** Asks for the outcome of what is in doubt: the same again, under the same key. */
  async check(settle: Settle<R>): Promise<void> {
    const { sent } = this;
    if (sent && this.phase === 'unknown' && this.canCheck) await this.#run(sent, settle);
  }

  /** A refusal that came while another adapter was there. */
  collect(): { readonly what: T; readonly refused: AdapterError } | undefined {
    const sent = this.#sent.get();
    const state = this.#write.state(this.#how.name);
    if (!sent?.doubted || state.phase !== 'refused') return undefined;
    this.#sent.set(undefined);
    return { what: sent.what, refused: state.error };
  }

  /** The operator has found out for themselves, where the platform cannot be asked. */
  settle(): void {
    if (this.canCheck || this.phase !== 'unknown') return;
    this.#write.resetIntention(this.#how.name);
    this.#sent.set(undefined);
  }

  get #guarantees(): Guarantees | undefined {
    const { client } = this.#host;
    return client && this.#how.guarantees(client);
  }

  async #run(what: T, settle: Settle<R>): Promise<void> {
    const { client } = this.#host;
    const { name } = this.#how;
    const customerId = this.#how.customerOf(what);
    const sent = this.#sent.slot(customerId);
    const done = await this.#write.run(name, this.#how.writing(what));
    if (done) {
      sent.set(undefined);
      return settle({ done });
    }
    sent.set({ what, doubted: true });
    // What became of it with an adapter that is no longer there is collected when it is back.
    if (this.#host.client !== client) return;
    const state = this.#write.state(name, customerId);
    if (state.phase === 'unknown') return settle({ unknownOutcome: state.error });
    sent.set(undefined);
    if (state.phase === 'refused') settle({ refused: state.error });
  }

  /** Where nobody keeps versions, what was reviewed is compared with how it is now. What is wrong, if anything. */
  async #compare(what: T): Promise<AdapterError | undefined> {
    const { client, l10n } = this.#host;
    try {
      if (client) await this.#how.compare?.(client, what, { locale: l10n.locale, timeZone: l10n.timeZone });
      return undefined;
    } catch (thrown) {
      return toAdapterError(thrown);
    }
  }
}
