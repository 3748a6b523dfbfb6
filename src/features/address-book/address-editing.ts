import type { ListData } from '../../data/observe.ts';
import { currentOf } from '../../data/write.ts';
import type { AddressInput, BookAddress } from '../../domain/address.ts';
import { isWithheld } from '../../domain/field.ts';
import { Drafts, type DraftSlot } from '../../element/drafts.ts';
import type { PortWrites } from '../../element/port-writes.ts';
import type { WriteState } from '../../element/write-controller.ts';
import { addressFormWords } from './words.en.ts';
import { Dialog } from '../../ui/dialog.ts';
import * as events from './address-book.events.ts';
import { stillHere } from './still-here.ts';
import { draftOf, faultsIn, inputOf, isDirty, type AddressDraft, type AddressValues } from './address-draft.ts';
import { ArrivingFocus } from './arriving-focus.ts';
import { change, creation } from './address-writes.ts';

/** The key of a new address among the drafts, whose other keys are ids. */
const forNew = '';

const intentionOf = (key: string): string => (key === forNew ? 'create address' : `update address ${key}`);

/** The form for a new or changed address: drafts, kept per customer and address, and the state of their writes. */
export class AddressEditing {
  readonly dialog: Dialog;
  readonly sending: PortWrites;
  readonly #drafts: Drafts<ReadonlyMap<string, AddressDraft>>;
  #key: string | undefined;
  #then: ((created: BookAddress) => void) | undefined;

  constructor(sending: PortWrites) {
    this.sending = sending;
    this.dialog = new Dialog(sending.host, 'address', () => this.#closed());
    this.#drafts = new Drafts(sending.host, (drafts) => [...drafts.values()].some(isDirty));
    // The two versions replace the focused field, so focus moves to the first button that resolves the conflict.
    new ArrivingFocus(sending.host, () => this.dialog.element?.querySelector<HTMLElement>('[part=versions] button'));
  }

  /** The open draft. */
  get draft(): AddressDraft | undefined {
    return this.#key === undefined ? undefined : this.#drafts.get()?.get(this.#key);
  }

  get state(): WriteState {
    return this.sending.state(intentionOf(this.#key ?? forNew));
  }

  /** Returns true if the address has unsaved changes. */
  hasDraft({ id }: BookAddress): boolean {
    const draft = this.#drafts.get()?.get(id);
    return Boolean(draft && isDirty(draft));
  }

  /**
   * Opens the form for a new address, with its draft if there is one. Calls `then` with the created address unless the
   * dialog was closed before.
   */
  add(country?: string, then?: (created: BookAddress) => void): void {
    this.#then = then;
    this.#open(forNew, draftOf(undefined, country));
  }

  /** Opens the form for an address. Withheld addresses cannot be changed. */
  edit(address: BookAddress): void {
    if (!isWithheld(address.address)) this.#open(address.id, draftOf(address));
  }

  type(values: Partial<AddressValues>): void {
    const { draft } = this;
    if (!draft || this.#key === undefined) return;
    this.sending.clearAnnouncement();
    this.#keep(this.#key, { ...draft, values: { ...draft.values, ...values } });
    this.sending.editIntention(intentionOf(this.#key));
  }

  discard(): void {
    if (this.#key === undefined) return;
    this.sending.resetIntention(intentionOf(this.#key));
    this.#keep(this.#key, undefined);
    this.dialog.close();
  }

  /** The address with the other person's changes, if the write was refused because of them. */
  get theirs(): BookAddress | undefined {
    const { draft, state } = this;
    if (!draft?.base || state.phase !== 'refused' || state.error.code !== 'conflict') return undefined;
    // An unreadable address is reported by the list, which is refetched.
    const current = currentOf(change(draft.base, inputOf(draft)), state.error.current);
    const listed = this.#listed(draft.base);
    const theirs = current ?? (listed?.version === draft.base.version ? undefined : listed);
    return theirs && !isWithheld(theirs.address) ? theirs : undefined;
  }

  /** True if the address to change no longer exists. */
  get isGone(): boolean {
    const { state } = this;
    return Boolean(this.draft?.base) && state.phase === 'refused' && state.error.code === 'not-found';
  }

  keepTheirs(): void {
    this.discard();
    this.sending.host.refresh();
  }

  /** Continues with this draft, based on the other person's version. */
  editMine(theirs: BookAddress): void {
    const { draft } = this;
    if (!draft) return;
    this.#keep(theirs.id, { ...draft, base: theirs, sent: undefined });
    this.sending.resetIntention(intentionOf(theirs.id));
  }

  /** Overwrites the other person's version with this draft. */
  replace(theirs: BookAddress): void {
    this.editMine(theirs);
    void this.save();
  }

  /** Saves the draft as a new address. */
  saveAsNew(): void {
    const { draft } = this;
    if (!draft || this.#key === undefined) return;
    this.sending.resetIntention(intentionOf(this.#key));
    this.#keep(this.#key, undefined);
    this.#key = forNew;
    this.#keep(forNew, { values: draft.values });
    void this.save();
  }

  async save(): Promise<void> {
    const { sending, draft } = this;
    const customerId = sending.host.activeCustomer;
    const key = this.#key;
    if (customerId === undefined || key === undefined || !draft) return;
    const intention = intentionOf(key);
    const input = this.#toSend(key, draft);
    if (!input) return;
    const request = draft.base
      ? new events.AddressUpdateEvent(customerId, key)
      : new events.AddressCreateEvent(customerId);
    if (!sending.host.request(request)) return;
    const drafts = this.#drafts.slot();
    this.#keep(key, { ...draft, sent: input }, drafts);
    const isHere = stillHere(sending.host, customerId);
    const then = this.#then;
    const operation = draft.base ? change(draft.base, input) : creation(customerId, input);
    const saved = await sending.send({ intention, operation, text: (state) => this.#said(state) });
    if (!saved) return;
    this.#settle(key, input, saved, drafts);
    if (isHere() && this.#key === key && !this.draft) {
      this.dialog.close();
      then?.(saved);
    }
    const fact = draft.base ? events.AddressUpdatedEvent : events.AddressCreatedEvent;
    sending.host.dispatchEvent(new fact(customerId, saved.id));
  }

  /** Closes the form before another customer is shown. Drafts are kept. */
  leave(): void {
    this.dialog.close();
  }

  /** Returns the message of a failed write. */
  failure(state: WriteState = this.state): string | undefined {
    const { l10n } = this.sending.host;
    const words = l10n.words(addressFormWords);
    if (state.phase === 'unknown') return words.unknownOutcome;
    if (state.phase !== 'refused') return undefined;
    if (state.error.code === 'not-found') return words.gone;
    if (state.error.code === 'conflict') return words.conflict;
    return state.error.reason ?? words.notSaved;
  }

  /** Returns the address from a cached list, if there is one. */
  #listed({ customerId, id }: BookAddress): BookAddress | undefined {
    const lists = this.sending.host.client?.entriesOf<ListData<BookAddress>>('addresses.list', customerId) ?? [];
    return lists.flatMap(({ data }) => data?.items ?? []).find((address) => address.id === id);
  }

  #said(state: WriteState): string {
    return this.failure(state) ?? this.sending.host.l10n.words(addressFormWords).saved;
  }

  #open(key: string, fresh: AddressDraft): void {
    this.sending.clearAnnouncement();
    this.#key = key;
    if (!this.#drafts.get()?.has(key)) this.#keep(key, fresh);
    this.dialog.show();
  }

  /**
   * Returns the input to submit. If the last outcome is unknown, it is the same input again. Returns undefined if a
   * field is missing or too long.
   */
  #toSend(key: string, draft: AddressDraft): AddressInput | undefined {
    const intention = intentionOf(key);
    const { phase } = this.sending.state(intention);
    if (phase === 'pending' || !this.sending.maySend(intention)) return undefined;
    if (phase === 'unknown') return draft.sent;
    const [fault] = faultsIn(draft);
    if (fault === undefined) return inputOf(draft);
    this.#keep(key, { ...draft, checked: true });
    const { host } = this.sending;
    void host.updateComplete.then(() => this.dialog.element?.querySelector<HTMLElement>(`#address-${fault}`)?.focus());
    return undefined;
  }

  /** Applies the outcome. Changes typed while the write was pending become the next change. */
  #settle(
    key: string,
    input: AddressInput,
    saved: BookAddress,
    drafts: DraftSlot<ReadonlyMap<string, AddressDraft>>,
  ): void {
    const now = drafts.get()?.get(key);
    const isDone = !now || JSON.stringify(inputOf(now)) === JSON.stringify(input);
    this.#keep(key, isDone || key === forNew ? undefined : { base: saved, values: now.values }, drafts);
  }

  /** Deletes drafts without changes. */
  #closed(): void {
    const { draft } = this;
    if (
      this.#key !== undefined &&
      draft &&
      !isDirty(draft) &&
      this.state.phase !== 'pending' &&
      this.state.phase !== 'unknown'
    ) {
      this.sending.resetIntention(intentionOf(this.#key));
      this.#keep(this.#key, undefined);
    }
    this.#key = undefined;
    this.#then = undefined;
  }

  /** Stores a draft, or deletes it if it is `undefined`. */
  #keep(key: string, draft: AddressDraft | undefined, drafts = this.#drafts.slot()): void {
    const kept = new Map(drafts.get());
    if (draft) kept.set(key, draft);
    else kept.delete(key);
    drafts.set(kept.size ? kept : undefined);
  }
}
