import { AdapterError } from '../../adapter/adapter-error.ts';
import { parseRecord } from '../../data/boundary.ts';
import type { DashboardClient } from '../../data/client.ts';
import type { ReadSettings } from '../../data/query.ts';
import { Customer, type Named } from '../../domain/customer.ts';
import { Drafts, type DraftSlot } from '../../element/drafts.ts';
import type { FactEvent } from '../../element/events.ts';
import { PendingWrite, type Outcome, type Submission, type WriteKind } from '../../element/pending-write.ts';
import type { WidgetHost } from '../../element/widget-host.ts';
import { Dialog } from '../../ui/dialog.ts';
import * as events from './customer-desk.events.ts';
import { changing, verifying } from './customer-writes.ts';
import { customerEditWords } from './edit-words.en.ts';
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

/** The message above the form. */
export type EditNews =
  | { readonly kind: 'conflict' | 'partly' | 'refused'; readonly error?: AdapterError | undefined }
  | { readonly kind: 'unchanged' };

/** A draft with its messages. */
interface Work extends EditDraft {
  readonly news?: EditNews | undefined;
}

/** A write of an edit: the record first, then the verification. */
interface Step {
  readonly kind: 'update' | 'status';
  readonly draft: EditDraft;
  /** True if the record was saved and only the verification is left. */
  readonly isHalfDone?: boolean;
}

const kinds = ['update', 'status'] as const;

/**
 * The edit of a customer from its draft to its outcome: the record first, then the verification, which is a write of
 * its own. A draft is kept until it is saved or discarded.
 */
export class EditFlow implements WriteKind<Step, Customer> {
  readonly dialog: Dialog;
  readonly #host: WidgetHost;
  readonly #reread: () => void;
  readonly #pending: PendingWrite<Step, Customer>;
  readonly #work: Drafts<Work>;

  /** `reread` refetches the current customer. */
  constructor(host: WidgetHost, reread: () => void) {
    this.#host = host;
    this.#reread = reread;
    this.dialog = new Dialog(host, 'edit', () => this.#closed());
    this.#work = new Drafts(host, (draft) => changedIn(draft).length > 0);
    this.#pending = new PendingWrite(host, this);
  }

  get draft(): Work | undefined {
    return this.#work.get();
  }

  get phase(): 'idle' | 'pending' | 'unknown' {
    const [phase = 'idle'] = kinds.map((kind) => this.#pending.phase(kind)).filter((one) => one !== 'idle');
    return phase === 'checking' ? 'pending' : phase;
  }

  get isDirty(): boolean {
    const { draft } = this;
    return draft !== undefined && changedIn(draft).length > 0;
  }

  get canCheck(): boolean {
    return this.#pending.canCheck;
  }

  /** True if the platform refuses an outdated change. */
  get keepsVersions(): boolean {
    const { draft } = this;
    return draft !== undefined && this.#pending.keepsVersion({ kind: 'update', draft });
  }

  /** Starts from the current record, or continues with the draft. */
  start(customer: Customer): void {
    const { draft } = this;
    if (this.phase === 'idle')
      this.#work.set(draft && this.isDirty ? { ...draft, ...rebase(draft, customer) } : draftOf(customer));
    this.dialog.show();
  }

  change(part: Partial<EditValues>): void {
    const { draft } = this;
    if (!draft || this.phase !== 'idle') return;
    this.#resetIntentions();
    const named = new Set(Object.keys(part));
    const without = <T extends object>(record: T): T =>
      Object.fromEntries(Object.entries(record).filter(([name]) => !named.has(name))) as T;
    this.#work.set({
      ...draft,
      values: { ...draft.values, ...part },
      theirs: without(draft.theirs),
      errors: without(draft.errors),
      news: draft.news?.kind === 'conflict' ? draft.news : undefined,
    });
  }

  /** Assigns a business account, or removes it. */
  choose(account: Named, isChosen: boolean): void {
    const others = this.draft?.values.businessAccounts.filter(({ id }) => id !== account.id) ?? [];
    this.change({ businessAccounts: isChosen ? [...others, account] : others });
  }

  discard(): void {
    const { draft } = this;
    if (draft && this.phase === 'idle') this.#work.set(draftOf(draft.base));
  }

  /** Submits the changes. */
  async save(): Promise<void> {
    const { draft } = this;
    if (!draft || this.phase !== 'idle') return;
    const [change, verification] = [changeOf(draft), verificationOf(draft)];
    const faults = faultsIn(draft);
    if (faults.length) return this.#work.set({ ...draft, errors: this.#errorsOf(faults) });
    if (!change && verification === undefined) return this.#work.set({ ...draft, news: { kind: 'unchanged' } });
    const { id } = draft.base;
    if (change && !this.#host.request(new events.CustomerUpdateEvent(id))) return;
    if (verification !== undefined && !this.#host.request(new events.CustomerStatusSetEvent(id, verification))) return;
    const work: Work = { ...draft, errors: {}, theirs: {}, news: undefined };
    this.#work.set(work);
    await this.#pending.send({ kind: change ? 'update' : 'status', draft: work });
  }

  /** Checks an unknown outcome. */
  async check(): Promise<void> {
    await Promise.all(kinds.map((kind) => this.#pending.check(kind)));
  }

  /** Refetches the record and rebases the draft on it, if the platform cannot report the outcome. */
  readAgain(): void {
    if (this.canCheck || this.phase !== 'unknown') return;
    for (const kind of kinds) this.#pending.resolve(kind);
    this.#reread();
  }

  intentionOf({ kind }: Step): string {
    return kind;
  }

  operation({ kind, draft }: Step) {
    return kind === 'update'
      ? changing(draft.base, changeOf(draft) ?? {})
      : verifying(draft.base, verificationOf(draft) ?? '');
  }

  guarantees({ adapter }: DashboardClient) {
    return adapter.customers?.guarantees;
  }

  /** Does nothing: both writes dispatch their request events before the first is sent. */
  request(): undefined {}

  fact({ kind, draft }: Step): FactEvent {
    const { id } = draft.base;
    return kind === 'update'
      ? new events.CustomerUpdatedEvent(id)
      : new events.CustomerStatusChangedEvent(id, verificationOf(draft) ?? '');
  }

  /** Compares the draft with the current record, past the cache. */
  async compare(client: DashboardClient, { draft, isHalfDone }: Step, settings: ReadSettings): Promise<void> {
    if (isHalfDone) return;
    const current = await readCustomer(client, draft.base.id, settings);
    if (Object.keys(rebase(draft, current).theirs).length) throw new AdapterError('conflict', { current });
  }

  settled({ input, customerId, client, isHere }: Submission<Step>, outcome: Outcome<Customer>): void {
    const slot = this.#work.slot(customerId, client);
    if ('done' in outcome) this.#done(input, outcome.done, slot, client === this.#host.client, isHere);
    else if ('refused' in outcome) this.#refused(input, outcome, slot, isHere);
  }

  #done({ kind, draft }: Step, saved: Customer, slot: DraftSlot<Work>, isSameClient: boolean, isHere: boolean): void {
    const verification = verificationOf(draft);
    if (kind === 'update' && verification !== undefined) {
      // The record is saved: only the verification is left, based on the saved record.
      const rest = draftOf(saved);
      const work = { ...rest, values: { ...rest.values, verification } };
      slot.set(work);
      // The adapter has changed meanwhile: nothing must be sent to the new one.
      if (isSameClient) void this.#pending.send({ kind: 'status', draft: work, isHalfDone: true });
      return;
    }
    slot.set(undefined);
    if (!isHere) return;
    this.dialog.close();
    this.#host.announce(this.#words.saved);
  }

  /** Handles a refusal, which has written nothing. The draft is kept and rebased if the record has changed. */
  #refused(
    { isHalfDone }: Step,
    { refused: error, current }: Extract<Outcome<Customer>, { refused: AdapterError }>,
    slot: DraftSlot<Work>,
    isHere: boolean,
  ): void {
    const work = slot.get();
    if (!work) return;
    if (error.code !== 'conflict')
      return slot.set({
        ...work,
        errors: { ...error.fieldErrors },
        news: { kind: isHalfDone ? 'partly' : 'refused', error },
      });
    if (current) return this.#clash(slot, current, isHere);
    const { client, l10n } = this.#host;
    const fresh = client && readCustomer(client, work.base.id, { locale: l10n.locale, timeZone: l10n.timeZone });
    fresh?.then(
      (now) => this.#clash(slot, now, isHere),
      () => this.#clash(slot, undefined, isHere),
    );
  }

  #clash(slot: DraftSlot<Work>, now: Customer | undefined, isHere: boolean): void {
    const work = slot.get();
    if (!work) return;
    this.#resetIntentions();
    slot.set({ ...work, ...(now && rebase(work, now)), news: { kind: 'conflict' } });
    if (isHere) this.#reread();
  }

  #resetIntentions(): void {
    for (const kind of kinds) this.#pending.resetIntention(kind);
  }

  /** Deletes a draft without changes. */
  #closed(): void {
    if (!this.isDirty && this.phase === 'idle') this.#work.set(undefined);
  }

  get #words() {
    return this.#host.l10n.words(customerEditWords);
  }

  #errorsOf(fields: readonly EditField[]): Readonly<Record<string, string>> {
    const { invalidEmail, invalidDay, empty } = this.#words;
    const texts: Readonly<Record<string, string>> = { recoveryEmail: invalidEmail, taxExemptUntil: invalidDay };
    return Object.fromEntries(fields.map((field) => [field, texts[field] ?? empty]));
  }
}

/** Fetches the current record of a customer. */
async function readCustomer(client: DashboardClient, id: string, settings: ReadSettings): Promise<Customer> {
  const call = client.adapter.customers?.get?.(id, { ...settings, signal: AbortSignal.timeout(30_000) });
  if (!call) throw new AdapterError('unsupported');
  return parseRecord({ schema: Customer, customerId: id, ownerOf: (customer) => customer.id }, await call);
}
