import type { ReactiveController } from 'lit';
import { AdapterError } from '../../adapter/adapter-error.ts';
import { add } from '../../domain/amounts.ts';
import type { CreditAccount, CreditEntry, CreditOutcome } from '../../domain/credit.ts';
import type { StoredValue } from '../../domain/money.ts';
import type { DashboardElement } from '../../element/dashboard-element.ts';
import type { DraftSlot } from '../../element/drafts.ts';
import {
  adjustFields,
  changedBy,
  emptyDraft,
  isBlank,
  read,
  refusedAs,
  reversalDraft,
  type AdjustChange,
  type AdjustDraft,
  type AdjustField,
  type AdjustReading,
} from './adjust-draft.ts';
import { accountLabel } from './account-words.ts';
import { AdjustDrafts } from './adjust-drafts.ts';
import { AdjustPreview } from './adjust-preview.ts';
import type { AccountNow } from './adjust-refusal.ts';
import { wordsOf } from './adjust-words.ts';
import { adjusting, compare, type Reviewed } from './adjust.data.ts';
import { Sending, type Outcome } from './sending.ts';

export interface AdjustNeeds {
  /** The accounts on screen. */
  readonly accounts: () => readonly CreditAccount[];
  /** Whether an account may be taken away from, as the platform and the host have it. */
  readonly allowsDebit: (account: CreditAccount) => boolean;
  /** Its latest entry, where it is known. */
  readonly latest: (account: CreditAccount) => CreditEntry | undefined;
  /** Announces the request; whether it is carried out here. */
  readonly request: (reviewed: Reviewed) => boolean;
  /** `isHere`: they are still on screen, from the same adapter. */
  readonly done: (reviewed: Reviewed, outcome: CreditOutcome, isHere: boolean) => void;
  /** Nothing was written. */
  readonly refused: (reviewed: Reviewed) => void;
  /** Nobody knows whether it was written. */
  readonly doubted: (reviewed: Reviewed) => void;
  /** There are no accounts any more. */
  readonly lost: () => void;
  /** The accounts are not what they were thought to be. */
  readonly reread: () => void;
}

/** An adjustment from its draft, by way of the review, to its outcome. */
export class AdjustController implements ReactiveController {
  readonly #host: DashboardElement;
  readonly #needs: AdjustNeeds;
  readonly #drafts: AdjustDrafts;
  /** The entry that is taken back; none where an account is adjusted. */
  #reverses: string | undefined;
  /** What becomes of it once it is confirmed. */
  readonly sending: Sending<Reviewed, CreditOutcome, CreditAccount>;
  readonly #preview: AdjustPreview;
  readonly #touched = new Set<AdjustField>();
  #reviewed: Reviewed | undefined;
  /** What the last dry run was answered, so that each answer is heeded once. */
  #answered: AdapterError | undefined;
  #open = false;

  constructor(host: DashboardElement, needs: AdjustNeeds) {
    this.#host = host;
    this.#needs = needs;
    this.#drafts = new AdjustDrafts(host);
    this.sending = new Sending(host, {
      name: 'adjust',
      customerOf: ({ account }) => account.customerId,
      writing: adjusting,
      guarantees: ({ adapter }) => adapter.credit?.guarantees,
      compare,
    });
    this.#preview = new AdjustPreview(host);
    host.addController(this);
  }

  /** Before each render: whether what was reviewed still holds, and what the server is to be asked. */
  hostUpdate(): void {
    const late = this.sending.collect();
    if (late) this.#refused(late.what, late.refused, this.#drafts.slot(late.what.adjustment.reverses));
    if (this.sending.sent) return;
    const { account } = this;
    if (this.#open && !account) this.#needs.lost();
    if (account) this.#follow(account);
    const adjustment = this.#open ? this.reading.adjustment : undefined;
    this.#preview.ask(account && adjustment && { account, adjustment });
    const { error } = this.#preview;
    // The server may have more to say than can be computed here.
    if (this.#preview.objection) this.#reviewed = undefined;
    if (error?.code === 'conflict' && error !== this.#answered) this.#needs.reread();
    this.#answered = error;
  }

  get draft(): AdjustDraft | undefined {
    return this.#slot.get();
  }

  /** What was refused, of an adjustment or a reversal. */
  get refusal(): AdjustDrafts['refusal'] {
    return this.#drafts.refusal;
  }

  /** How an account is by now, and by what. */
  nowOf(accountId: string | undefined): AccountNow | undefined {
    const account = this.#needs.accounts().find(({ id }) => id === accountId);
    return account && { balance: account.balance, latest: this.#needs.latest(account) };
  }

  /** What an account is called, among those on screen. */
  labelOf(account: CreditAccount): string {
    return accountLabel(account, this.#needs.accounts(), this.#host.l10n);
  }

  /** The account of the draft. */
  get account(): CreditAccount | undefined {
    const accounts = this.#needs.accounts();
    const { draft } = this;
    // An entry is of its own account and of no other.
    return accounts.find(({ id }) => id === draft?.accountId) ?? (draft?.reverses ? undefined : accounts[0]);
  }

  /** What is to be confirmed, in the second step. */
  get reviewed(): Reviewed | undefined {
    return this.#reviewed;
  }

  /** What was typed, and the balance after: as the server says, else as computed. */
  get reading(): AdjustReading {
    const { draft, account } = this;
    if (!draft || !account) return { errors: {} };
    const reading = read(draft, account, this.#host.l10n, this.allowsDebit);
    return this.#preview.objection
      ? { ...reading, after: undefined }
      : { ...reading, after: this.#preview.after ?? reading.after };
  }

  /** Whether the account of the draft may be taken away from. */
  get allowsDebit(): boolean {
    return this.account !== undefined && this.#needs.allowsDebit(this.account);
  }

  /** The balance after what was reviewed. */
  get after(): StoredValue | undefined {
    const { reviewed } = this;
    return this.#preview.after ?? (reviewed && add(reviewed.account.balance, reviewed.adjustment.amount));
  }

  /** What is wrong, as far as it is time to say so: what was left or reviewed, and all that the server said. */
  get errors(): AdjustReading['errors'] {
    const { errors } = this.reading;
    const due = Object.entries(errors).filter(
      ([field]) => field === 'accountId' || this.#touched.has(field as AdjustField),
    );
    return { ...this.#preview.objection, ...this.draft?.errors, ...Object.fromEntries(due) };
  }

  start(accountId: string | undefined): void {
    this.#reverses = undefined;
    const { draft } = this;
    if (accountId !== undefined && (!draft || isBlank(draft))) this.#slot.set(emptyDraft(accountId));
    this.#open = true;
  }

  /** An entry is to be taken back. */
  startReversal(entry: CreditEntry): void {
    this.#reverses = entry.id;
    if (!this.draft) this.#slot.set(reversalDraft(entry));
    this.#open = true;
  }

  /** The dialog is closed: what was typed stays. */
  stop(): void {
    this.#open = false;
    this.#reviewed = undefined;
    this.#touched.clear();
    this.#host.requestUpdate();
  }

  /** Something was typed or chosen. */
  change(part: AdjustChange): void {
    const { draft } = this;
    if (draft) this.#slot.set(changedBy(draft, part));
  }

  /** A field was left: now it may be said what is wrong with it. */
  touch(field: AdjustField): void {
    if (this.draft?.[field]) this.#touched.add(field);
    this.#host.requestUpdate();
  }

  discard(): void {
    this.#slot.set(undefined);
    this.#touched.clear();
  }

  /** On to the second step, where nothing is wrong. Whether it is. */
  review(): boolean {
    const { draft, account, reading } = this;
    for (const field of adjustFields) this.#touched.add(field);
    this.#host.requestUpdate();
    if (!draft || !account || !reading.adjustment || this.sending.sent || this.#preview.objection) return false;
    this.#slot.set({ ...draft, errors: {}, refused: undefined });
    this.sending.renew();
    this.#reviewed = { account, adjustment: reading.adjustment };
    return true;
  }

  /** Back to the first step. */
  edit(): void {
    if (this.sending.sent) return;
    this.#reviewed = undefined;
    this.#host.requestUpdate();
  }

  /** Sends what was reviewed. Once: while it is on its way, or nobody knows, nothing else is sent. */
  async confirm(): Promise<void> {
    const { reviewed, draft } = this;
    if (!reviewed || this.sending.sent || !this.#needs.request(reviewed)) return;
    if (draft) this.#slot.set({ ...draft, refused: undefined });
    await this.sending.send(reviewed, this.#settling(reviewed));
  }

  /** Asks what became of what is in doubt. */
  async check(): Promise<void> {
    const { sent } = this.sending;
    if (sent) await this.sending.check(this.#settling(sent));
  }

  /** What is to be done with the outcome, whoever is on screen by then. */
  #settling(reviewed: Reviewed): (outcome: Outcome<CreditOutcome>) => void {
    const { client } = this.#host;
    const { customerId } = reviewed.account;
    const draft = this.#drafts.slot(reviewed.adjustment.reverses, customerId);
    return (outcome) => {
      if ('refused' in outcome) this.#refused(reviewed, outcome.refused, draft);
      else if ('unknownOutcome' in outcome) this.#needs.doubted(reviewed);
      else {
        draft.set(undefined);
        const isHere = client === this.#host.client && customerId === this.#host.activeCustomer;
        this.#needs.done(reviewed, outcome.done, isHere);
      }
    };
  }

  /** Nothing was written. What was typed stays, and what is wrong is said beside it. */
  #refused(reviewed: Reviewed, error: AdapterError, slot: DraftSlot<AdjustDraft>): void {
    const { customerId } = reviewed.account;
    const draft = slot.get();
    if (draft) slot.set({ ...draft, errors: { ...error.fieldErrors }, refused: refusedAs(error, reviewed) });
    const isOther = error.code === 'conflict' || error.code === 'validation' || error.code === 'not-found';
    if (customerId === this.#host.activeCustomer && isOther) {
      this.#reviewed = undefined;
      this.#needs.reread();
    }
    this.#needs.refused(reviewed);
  }

  /** Whether the account is still what it was when it was chosen and when it was reviewed. */
  #follow(account: CreditAccount): void {
    const { draft, reviewed } = this;
    if (!draft) return;
    if (account.id !== draft.accountId && !isBlank(draft)) {
      const errors = { ...draft.errors, accountId: wordsOf(this.#host.l10n).changed };
      this.#reviewed = undefined;
      this.#slot.set({ ...draft, accountId: account.id, errors });
    } else if (reviewed && changed(reviewed.account, account)) {
      this.#reviewed = undefined;
      this.#slot.set({ ...draft, refused: refusedAs(new AdapterError('conflict'), reviewed) });
    }
  }

  /** Where what is typed now is kept. */
  get #slot(): DraftSlot<AdjustDraft> {
    return this.#drafts.slot(this.#reverses);
  }
}

/** Whether an account is no longer as it was: its version says so, or its balance where there are none. */
const changed = (before: CreditAccount, now: CreditAccount): boolean =>
  before.version !== now.version || before.balance.value !== now.balance.value;
