import type { ReactiveController } from 'lit';
import type { AdapterError } from '../adapter/adapter-error.ts';
import type { Guarantees } from '../adapter/options.ts';
import type { DashboardClient } from '../data/client.ts';
import type { ReadSettings } from '../data/query.ts';
import { currentOf, rejection, type Write } from '../data/write.ts';
import type { WidgetHost } from './widget-host.ts';
import { Drafts, type DraftSlot } from './drafts.ts';
import type { FactEvent, RequestEvent } from './events.ts';
import { WriteController } from './write-controller.ts';

/** The outcome of a write, as far as it is known. */
export type Outcome<R> =
  | { readonly done: R }
  /** Nothing was written. `current`: after a conflict, the record on the server, if it could be read. */
  | { readonly refused: AdapterError; readonly current?: R | undefined }
  /** It is unknown whether the server has written it. */
  | { readonly unknownOutcome: AdapterError };

/** A write that was submitted, with the client that sends it. */
export interface Submission<I> {
  readonly input: I;
  readonly customerId: string;
  readonly client: DashboardClient;
  /** `true` if the customer is still on screen, from the same adapter. */
  readonly isHere: boolean;
}

/** The description of one kind of write: the operation, its events and the handling of its outcome. */
export interface WriteKind<I, R, Row = never> {
  /**
   * Returns the intention, unique within the element: `update n1`. Only one write per intention and customer is sent at
   * a time.
   */
  intentionOf(input: I): string;
  operation(input: I): Write<R, Row>;
  /** Returns the guarantees of the port that writes. */
  guarantees(client: DashboardClient): Guarantees | undefined;
  /**
   * Returns the request events, dispatched before anything is sent; a host page may prevent each. Empty if they were
   * dispatched already.
   */
  request(input: I): RequestEvent | readonly RequestEvent[];
  /**
   * Called with the outcome in the same task in which the pending input is released, so that nothing renders in
   * between.
   */
  settled(submission: Submission<I>, outcome: Outcome<R>): void;
  /** Returns the event to dispatch when the write is done. */
  fact(input: I, result: R): FactEvent;
  /**
   * Throws `conflict` if the record that the write is based on has changed, for a platform without versions. Absent if
   * the write is based on no record.
   */
  compare?(client: DashboardClient, input: I, settings: ReadSettings): Promise<void>;
}

/** The phase of a write. `checking`: its outcome was unknown and is being checked. */
export type PendingPhase = 'idle' | 'pending' | 'unknown' | 'checking';

interface Sent<I> {
  readonly input: I;
  readonly isUnknown?: boolean;
}

/**
 * Keeps submitted input until its outcome is known, for each customer and intention. Until then the input cannot
 * change, so that a retry sends the same body under the same idempotency key, and nothing else is sent for this
 * intention.
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

  /** Collects refusals that arrived while another adapter was in use. */
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

  /** All inputs that are pending or of unknown outcome, for the customer on screen. */
  get all(): readonly I[] {
    return [...(this.#sent.get()?.values() ?? [])].map(({ input }) => input);
  }

  /** Returns the input that is pending or of unknown outcome for an intention. */
  input(intention: string): I | undefined {
    return this.#sent.get()?.get(intention)?.input;
  }

  phase(intention: string): PendingPhase {
    const sent = this.#sent.get()?.get(intention);
    if (!sent) return 'idle';
    if (this.#write.state(intention).phase === 'unknown') return 'unknown';
    return sent.isUnknown ? 'checking' : 'pending';
  }

  /** Returns the error because of which the outcome is unknown. */
  unknownOutcome(intention: string): AdapterError | undefined {
    const state = this.#write.state(intention);
    return state.phase === 'unknown' ? state.error : undefined;
  }

  /** `true` if the platform supports idempotency keys, so that a retry reveals the outcome of a write. */
  get canCheck(): boolean {
    return this.#guarantees?.idempotency !== false;
  }

  /** Returns whether the platform refuses a write that is based on an outdated version. */
  keepsVersion(input: I): boolean {
    return this.#kind.operation(input).ifVersion !== undefined && this.#guarantees?.versions !== false;
  }

  /**
   * Starts a new intention: the next attempt gets its own idempotency key. Does nothing while a write is pending or of
   * unknown outcome.
   */
  resetIntention(intention: string): void {
    if (this.phase(intention) === 'idle') this.#write.resetIntention(intention);
  }

  /**
   * Dispatches the request and sends the write, once. Does nothing while the intention is pending or of unknown
   * outcome, or if the host page prevents the event.
   */
  async send(input: I): Promise<void> {
    const { client } = this.#host;
    const intention = this.#kind.intentionOf(input);
    const { customerId } = this.#kind.operation(input);
    const slot = this.#sent.slot(customerId);
    if (!client || customerId === undefined || slot.get()?.has(intention)) return;
    if (![this.#kind.request(input)].flat().every((request) => this.#host.request(request))) return;
    this.#keep(intention, { input }, slot);
    const refused = this.keepsVersion(input) ? undefined : await this.#compare(client, input);
    if (!refused && this.#host.client === client) return this.#run(input);
    this.#keep(intention, undefined, slot);
    // If the adapter has changed in the meantime, a write confirmed for the old one must not be sent to the new one.
    if (refused) this.#settle(input, customerId, client, refusal(this.#kind.operation(input), refused));
  }

  /** Checks an unknown outcome: sends the same body again, under the same idempotency key. */
  async check(intention: string): Promise<void> {
    const input = this.input(intention);
    if (input && this.phase(intention) === 'unknown' && this.canCheck) await this.#run(input);
  }

  /** Ends an unknown outcome after the operator has checked it, on a platform that cannot be asked. */
  resolve(intention: string): void {
    if (this.canCheck) return;
    this.forget(intention);
  }

  /** Ends an unknown outcome of a write that may be repeated without harm. */
  forget(intention: string): void {
    if (this.phase(intention) !== 'unknown') return;
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
    // If the adapter was replaced, `hostUpdate()` collects the outcome when that adapter returns.
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

  /** Compares the record that a write is based on with the one on the server. Returns the error, if any. */
  async #compare(client: DashboardClient, input: I): Promise<AdapterError | undefined> {
    const { l10n } = this.#host;
    try {
      await this.#kind.compare?.(client, input, { locale: l10n.locale, timeZone: l10n.timeZone });
      return undefined;
    } catch (thrown) {
      return rejection(client, this.#kind.operation(input), thrown);
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

/** Creates the outcome of a refusal. The record of a conflict is validated like the result of the write. */
const refusal = <R, Row>(operation: Write<R, Row>, error: AdapterError): Outcome<R> => ({
  refused: error,
  current: error.code === 'conflict' ? currentOf(operation, error.current) : undefined,
});
