import * as v from 'valibot';
import { parseRecord } from '../../data/boundary.ts';
import type { DashboardClient } from '../../data/client.ts';
import { AdapterError, toAdapterError } from '../../adapter/adapter-error.ts';
import { Customer, type Named } from '../../domain/customer.ts';
import type { DashboardElement } from '../../element/dashboard-element.ts';
import { Drafts, type DraftSlot } from '../../element/drafts.ts';
import type { FactEvent, RequestEvent } from '../../element/events.ts';
import { WriteController } from '../../element/write-controller.ts';
import * as events from './customer-desk.events.ts';
import { changing, verifying } from './customer-writes.ts';
import {
  changedIn,
  changeOf,
  draftOf,
  faultsIn,
  rebase,
  verificationOf,
  type EditDraft,
  type EditField,
  type EditValues,
} from './edit-draft.ts';

/** What is said above the form. */
export type EditNews =
  | { readonly kind: 'conflict' | 'partly' | 'refused'; readonly error?: AdapterError | undefined }
  | { readonly kind: 'unchanged' };

type Step = 'update' | 'status';
const steps: readonly Step[] = ['update', 'status'];

/** A draft, what was sent of it and is not yet settled, and what there is to say. */
interface Work extends EditDraft {
  /** What was sent: until its outcome is known, nothing in it changes and nothing else is sent. */
  readonly sent?: Step | undefined;
  /** Whether the record was saved, and only the verification is left. */
  readonly isHalfDone?: boolean | undefined;
  readonly news?: EditNews | undefined;
}

export interface EditNeeds {
  readonly request: (request: RequestEvent) => boolean;
  readonly announce: (fact: FactEvent) => void;
  /** All of it is saved; `isHere`: the customer is still on screen, from the same adapter. */
  readonly done: (isHere: boolean) => void;
  readonly reread: () => void;
  readonly localErrors: (fields: readonly EditField[]) => Readonly<Record<string, string>>;
}

/**
 * Editing of a customer from its draft to its outcome: the record first, then the verification, which is a write of
 * its own. What was typed stays until it is saved or discarded.
 */
export class EditFlow {
  readonly #host: DashboardElement;
  readonly #needs: EditNeeds;
  readonly #write: WriteController;
  readonly #work: Drafts<Work>;
  /** The record is read once more before anything is sent. */
  #isComparing = false;

  constructor(host: DashboardElement, needs: EditNeeds) {
    this.#host = host;
    this.#needs = needs;
    this.#write = new WriteController(host);
    this.#work = new Drafts(host, (draft) => changedIn(draft).length > 0);
  }

  get draft(): Work | undefined {
    return this.#work.get();
  }

  /** `idle`, too, where an answer has come that nobody was there to hear. */
  get phase(): 'idle' | 'pending' | 'unknown' {
    const { sent } = this.draft ?? {};
    if (!sent) return 'idle';
    const { phase } = this.#write.state(sent);
    return phase === 'unknown' || phase === 'pending' ? phase : this.#isComparing ? 'pending' : 'idle';
  }

  get isDirty(): boolean {
    const { draft } = this;
    return draft !== undefined && changedIn(draft).length > 0;
  }

  get canCheck(): boolean {
    return this.#host.client?.adapter.customers?.guarantees?.idempotency !== false;
  }

  /** Whether the platform refuses a change of what somebody else has changed. */
  get keepsVersions(): boolean {
    return (
      this.draft?.base.version !== undefined && this.#host.client?.adapter.customers?.guarantees?.versions !== false
    );
  }

  /** Begins from the record on screen, or goes on with what was typed before. */
  start(customer: Customer): void {
    const { draft } = this;
    if (this.phase === 'idle')
      this.#work.set(
        draft && this.isDirty ? { ...draft, ...rebase(draft, customer), sent: undefined } : draftOf(customer),
      );
  }

  change(part: Partial<EditValues>): void {
    const { draft } = this;
    if (!draft || this.phase !== 'idle') return;
    for (const step of steps) this.#write.resetIntention(step);
    const named = new Set(Object.keys(part));
    const without = <T extends object>(record: T): T =>
      Object.fromEntries(Object.entries(record).filter(([name]) => !named.has(name))) as T;
    this.#work.set({
      ...draft,
      values: { ...draft.values, ...part },
      theirs: without(draft.theirs),
      errors: without(draft.errors),
      sent: undefined,
      news: draft.news?.kind === 'conflict' ? draft.news : undefined,
    });
  }

  /** A business account is assigned, or no longer. */
  choose(account: Named, isChosen: boolean): void {
    const others = this.draft?.values.businessAccounts.filter(({ id }) => id !== account.id) ?? [];
    this.change({ businessAccounts: isChosen ? [...others, account] : others });
  }

  discard(): void {
    const { draft } = this;
    if (draft && this.phase === 'idle') this.#work.set(draftOf(draft.base));
  }

  /** Lets go of a draft in which nothing was changed. */
  stop(): void {
    if (!this.isDirty && this.phase === 'idle') this.#work.set(undefined);
  }

  /** Sends what has changed; where an outcome is not known, asks for it with the same again. */
  async save(): Promise<void> {
    const { draft } = this;
    if (!draft || this.phase === 'pending') return;
    const slot = this.#work.slot(draft.base.id);
    if (draft.sent && this.phase === 'unknown') return this.#send(slot, draft.sent);
    const [change, verification] = [changeOf(draft), verificationOf(draft)];
    const faults = faultsIn(draft);
    if (faults.length) return slot.set({ ...draft, errors: this.#needs.localErrors(faults) });
    if (!change && verification === undefined) return slot.set({ ...draft, news: { kind: 'unchanged' } });
    const { id } = draft.base;
    if (change && !this.#needs.request(new events.CustomerUpdateEvent(id))) return;
    if (verification !== undefined && !this.#needs.request(new events.CustomerStatusSetEvent(id, verification))) return;
    const first = change ? 'update' : 'status';
    const work: Work = { ...draft, errors: {}, theirs: {}, news: undefined, sent: first };
    this.#isComparing = !this.keepsVersions;
    slot.set(work);
    const isAsRead = this.keepsVersions || (await this.#isAsRead(slot, work));
    this.#isComparing = false;
    if (isAsRead) await this.#send(slot, first);
  }

  /** Where the platform cannot be asked for an outcome: the record is read, and what was typed stands against it. */
  readAgain(): void {
    const { draft } = this;
    if (!draft?.sent || this.canCheck || this.phase !== 'unknown') return;
    for (const step of steps) this.#write.resetIntention(step);
    this.#work.set({ ...draft, sent: undefined });
    this.#needs.reread();
  }

  /** What was sent is what is sent again: a draft that was sent does not change. */
  async #send(slot: DraftSlot<Work>, step: Step): Promise<void> {
    const { client } = this.#host;
    const work = slot.get();
    if (!client || !work) return;
    const { id } = work.base;
    const verification = verificationOf(work);
    const operation =
      step === 'update' ? changing(work.base, changeOf(work) ?? {}) : verifying(work.base, verification ?? '');
    const result = await this.#write.run(step, operation);
    if (result) {
      this.#needs.announce(
        step === 'update'
          ? new events.CustomerUpdatedEvent(id)
          : new events.CustomerStatusChangedEvent(id, verification ?? ''),
      );
      if (step === 'update' && verification !== undefined) return this.#goOn(slot, result, verification, client);
      slot.set(undefined);
      return this.#needs.done(client === this.#host.client && id === this.#host.activeCustomer);
    }
    // What became of it with an adapter that is no longer there is told by its state when it is back.
    const state = client === this.#host.client ? this.#write.state(step, id) : undefined;
    if (state?.phase === 'refused') await this.#refused(slot, state.error);
  }

  /** The record is saved: only the verification is left, upon what was just saved. */
  async #goOn(slot: DraftSlot<Work>, saved: Customer, verification: string, client: DashboardClient): Promise<void> {
    const rest = draftOf(saved);
    const isSame = client === this.#host.client;
    // With another adapter by now, nothing is sent to it that was meant for the first.
    slot.set({
      ...rest,
      values: { ...rest.values, verification },
      sent: isSame ? 'status' : undefined,
      isHalfDone: true,
    });
    if (isSame) await this.#send(slot, 'status');
  }

  /** Nothing of this step was written. What was typed stays, upon what the record is now where that is another. */
  async #refused(slot: DraftSlot<Work>, error: AdapterError): Promise<void> {
    const work = slot.get();
    if (!work) return;
    if (error.code === 'conflict') return this.#clash(slot, error.current);
    const kind = work.isHalfDone ? 'partly' : 'refused';
    slot.set({ ...work, sent: undefined, errors: { ...error.fieldErrors }, news: { kind, error } });
  }

  async #clash(slot: DraftSlot<Work>, current: unknown): Promise<void> {
    const id = slot.get()?.base.id;
    if (id === undefined) return;
    const now = v.is(Customer, current) && current.id === id ? current : await this.#fresh(id).catch(() => undefined);
    const work = slot.get();
    if (!work) return;
    for (const step of steps) this.#write.resetIntention(step);
    slot.set({ ...work, ...(now && rebase(work, now)), sent: undefined, news: { kind: 'conflict' } });
    this.#needs.reread();
  }

  /** Where nobody keeps versions: whether the record still is what was read. Says so where it is not. */
  async #isAsRead(slot: DraftSlot<Work>, work: Work): Promise<boolean> {
    const { client } = this.#host;
    try {
      const now = await this.#fresh(work.base.id);
      if (client !== this.#host.client) throw new AdapterError('unavailable');
      if (!Object.keys(rebase(work, now).theirs).length) return true;
      await this.#clash(slot, now);
    } catch (thrown) {
      slot.set({ ...work, sent: undefined, news: { kind: 'refused', error: toAdapterError(thrown) } });
    }
    return false;
  }

  /** Past the store: what is compared has to be what is there now. */
  async #fresh(id: string): Promise<Customer> {
    const { client, l10n } = this.#host;
    const signal = AbortSignal.timeout(30_000);
    const call = client?.adapter.customers?.get?.(id, { signal, locale: l10n.locale, timeZone: l10n.timeZone });
    if (!call) throw new AdapterError('unsupported');
    return parseRecord({ schema: Customer, customerId: id, ownerOf: (customer) => customer.id }, await call);
  }
}
