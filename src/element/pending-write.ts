import type { ReactiveController } from 'lit';
import { toAdapterError, type AdapterError } from '../adapter/adapter-error.ts';
import type { Guarantees } from '../adapter/options.ts';
import type { DashboardClient } from '../data/client.ts';
import type { ReadSettings } from '../data/query.ts';
import { currentOf, type Write } from '../data/write.ts';
import type { WidgetHost } from './widget-host.ts';
import { Drafts, type DraftSlot } from './drafts.ts';
import type { FactEvent, RequestEvent } from './events.ts';
import { WriteController } from './write-controller.ts';

/** How a write has ended, for now. */
export type Outcome<R> =
  | { readonly done: R }
  /** Nothing was written. `current`: of a conflict, the record as it is now, where it could be read. */
  | { readonly refused: AdapterError; readonly current?: R | undefined }
  /** Nobody knows whether it was written. */
  | { readonly unknownOutcome: AdapterError };

/** What is sent, on the way to its outcome, and with which client. */
export interface Submission<I> {
  readonly input: I;
  readonly customerId: string;
  readonly client: DashboardClient;
  /** Whether the customer is still on screen, from the same adapter. */
  readonly isHere: boolean;
}

/** One kind of write: what it sends, what announces it, what follows from its outcome. */
export interface WriteKind<I, R, Row = never> {
  /** What is meant by it, unique in the element: `update n1`. One at a time is sent of each for each customer. */
  intentionOf(input: I): string;
  operation(input: I): Write<R, Row>;
  /** The promises of the port that writes. */
  guarantees(client: DashboardClient): Guarantees | undefined;
  /** Dispatched before anything is sent; a host may prevent it. `undefined` if it was announced already. */
  request(input: I): RequestEvent | undefined;
  /** Called with the outcome, in the turn in which what was sent is let go: nothing is painted in between. */
  settled(submission: Submission<I>, outcome: Outcome<R>): void;
  /** Dispatched when it is done. */
  fact(input: I, result: R): FactEvent;
  /**
   * For a platform without versions: throws `conflict` where what a write is based on is no longer so. Absent where it
   * is based on nothing.
   */
  compare?(client: DashboardClient, input: I, settings: ReadSettings): Promise<void>;
}

/** How far a write has come. `checking`: its outcome was unknown, and is asked for. */
export type PendingPhase = 'idle' | 'pending' | 'unknown' | 'checking';

interface Sent<I> {
  readonly input: I;
  readonly isUnknown?: boolean;
}

/**
 * What was sent and is not known to be done or refused, for each customer and intention. It stays as it was sent until
 * its outcome is known, so that asking again sends the same under the same key; until then nothing else is sent for
 * this intention.
 */
export class PendingWrite<I, R, Row = never> implements ReactiveController {
  readonly #host: WidgetHost;
  readonly #kind: WriteKind<I, R, Row>;
  readonly #write: WriteController;
  readonly #sent: Drafts<ReadonlyMap<string, Sent<I>>>;

  constructor(host: WidgetHost, kind: WriteKind<I, R, Row>) {
    this.#host = host;
    this.#kind = kind;
    this.#write = new WriteController(host);
    this.#sent = new Drafts(host, () => true);
    host.addController(this);
  }

  /** Collects refusals that came while another adapter was in force. */
  hostUpdate(): void {
    const { client, activeCustomer: customerId } = this.#host;
    if (!client || customerId === undefined) return;
    for (const [intention, { input, isUnknown }] of this.#sent.get() ?? []) {
      const state = this.#write.state(intention);
      if (!isUnknown || state.phase !== 'refused') continue;
      this.#keep(intention, undefined);
      this.#kind.settled(
        { input, customerId, client, isHere: true },
        refusal(this.#kind.operation(input), state.error),
      );
    }
  }

  /** Everything that is under way or unknown, for the customer on screen. */
  get all(): readonly I[] {
    return [...(this.#sent.get()?.values() ?? [])].map(({ input }) => input);
  }

  /** What was sent under an intention and is not known to be done or refused. */
  input(intention: string): I | undefined {
    return this.#sent.get()?.get(intention)?.input;
  }

  phase(intention: string): PendingPhase {
    const sent = this.#sent.get()?.get(intention);
    if (!sent) return 'idle';
    if (this.#write.state(intention).phase === 'unknown') return 'unknown';
    return sent.isUnknown ? 'checking' : 'pending';
  }

  /** Why nobody knows. */
  unknownOutcome(intention: string): AdapterError | undefined {
    const state = this.#write.state(intention);
    return state.phase === 'unknown' ? state.error : undefined;
  }

  /** Whether the platform can be asked again for the outcome of a write. */
  get canCheck(): boolean {
    return this.#guarantees?.idempotency !== false;
  }

  /** Whether the platform refuses what is based on something that has changed. */
  keepsVersion(input: I): boolean {
    return this.#kind.operation(input).ifVersion !== undefined && this.#guarantees?.versions !== false;
  }

  /** What is to be sent is meant anew: the next attempt has a key of its own. Not while one is under way or unknown. */
  resetIntention(intention: string): void {
    if (this.phase(intention) === 'idle') this.#write.resetIntention(intention);
  }

  /** Announces and sends, once. Nothing where the intention is under way or unknown, or where the host prevents it. */
  async send(input: I): Promise<void> {
    const { client } = this.#host;
    const intention = this.#kind.intentionOf(input);
    const { customerId } = this.#kind.operation(input);
    const slot = this.#sent.slot(customerId);
    if (!client || customerId === undefined || slot.get()?.has(intention)) return;
    const request = this.#kind.request(input);
    if (request && !this.#host.request(request)) return;
    this.#keep(intention, { input }, slot);
    const refused = this.keepsVersion(input) ? undefined : await this.#compare(client, input);
    if (!refused && this.#host.client === client) return this.#run(input);
    this.#keep(intention, undefined, slot);
    // With another adapter by now, nothing is sent to it that was confirmed for the first.
    if (refused) this.#settle(input, customerId, client, refusal(this.#kind.operation(input), refused));
  }

  /** Asks for an unknown outcome: sends the same again, under the same key. */
  async check(intention: string): Promise<void> {
    const input = this.input(intention);
    if (input && this.phase(intention) === 'unknown' && this.canCheck) await this.#run(input);
  }

  /** The operator has found out for themselves, where the platform cannot be asked. */
  resolve(intention: string): void {
    if (this.canCheck || this.phase(intention) !== 'unknown') return;
    this.#write.resetIntention(intention);
    this.#keep(intention, undefined);
  }

  get #guarantees(): Guarantees | undefined {
    const { client } = this.#host;
    return client && this.#kind.guarantees(client);
  }

  async #run(input: I): Promise<void> {
    const { client } = this.#host;
    if (!client) return;
    const intention = this.#kind.intentionOf(input);
    const operation = this.#kind.operation(input);
    const { customerId } = operation;
    const slot = this.#sent.slot(customerId);
    const done = await this.#write.run(intention, operation);
    if (done) {
      this.#keep(intention, undefined, slot);
      this.#settle(input, customerId, client, { done });
      this.#host.dispatchEvent(this.#kind.fact(input, done));
      return;
    }
    this.#keep(intention, { input, isUnknown: true }, slot);
    // What became of it with an adapter that is no longer there is collected when it is back.
    if (this.#host.client !== client) return;
    const state = this.#write.state(intention, customerId);
    if (state.phase === 'unknown') this.#settle(input, customerId, client, { unknownOutcome: state.error });
    if (state.phase !== 'refused') return;
    this.#keep(intention, undefined, slot);
    this.#settle(input, customerId, client, refusal(operation, state.error));
  }

  #settle(input: I, customerId: string, client: DashboardClient, outcome: Outcome<R>): void {
    const isHere = client === this.#host.client && customerId === this.#host.activeCustomer;
    this.#kind.settled({ input, customerId, client, isHere }, outcome);
  }

  /** Compares what a write is based on with how it is now. Returns what is wrong, if anything. */
  async #compare(client: DashboardClient, input: I): Promise<AdapterError | undefined> {
    const { l10n } = this.#host;
    try {
      await this.#kind.compare?.(client, input, { locale: l10n.locale, timeZone: l10n.timeZone });
      return undefined;
    } catch (thrown) {
      return toAdapterError(thrown);
    }
  }

  #keep(
    intention: string,
    sent: Sent<I> | undefined,
    slot: DraftSlot<ReadonlyMap<string, Sent<I>>> = this.#sent.slot(),
  ) {
    const all = new Map(slot.get());
    if (sent) all.set(intention, sent);
    else all.delete(intention);
    slot.set(all.size ? all : undefined);
  }
}

/** The record of a conflict passes the boundary as the answer of the write would. */
const refusal = <R, Row>(operation: Write<R, Row>, error: AdapterError): Outcome<R> => ({
  refused: error,
  current: error.code === 'conflict' ? currentOf(operation, error.current) : undefined,
});
