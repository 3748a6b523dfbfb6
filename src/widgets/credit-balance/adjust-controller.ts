import type { ReactiveController } from 'lit';
import { AdapterError } from '../../adapter/adapter-error.ts';
import { add } from '../../domain/amounts.ts';
import type { CreditAccount, CreditOutcome } from '../../domain/credit.ts';
import type { StoredValue } from '../../domain/money.ts';
import type { DashboardElement } from '../../element/dashboard-element.ts';
import { Drafts, type DraftSlot } from '../../element/drafts.ts';
import { wordsOf } from './account-words.ts';
import { emptyDraft, isBlank, read, type AdjustDraft, type AdjustField, type AdjustReading } from './adjust-draft.ts';
import { AdjustPreview } from './adjust-preview.ts';
import { AdjustSending, type Outcome } from './adjust-sending.ts';
import type { Reviewed } from './credit-balance.data.ts';

export interface AdjustNeeds {
  /** The accounts on screen. */
  readonly accounts: () => readonly CreditAccount[];
  /** Announces the request; whether it is carried out here. */
  readonly asks: (reviewed: Reviewed) => boolean;
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
  readonly #drafts: Drafts<AdjustDraft>;
  /** What becomes of it once it is confirmed. */
  readonly sending: AdjustSending;
  readonly #preview: AdjustPreview;
  readonly #touched = new Set<AdjustField>();
  #reviewed: Reviewed | undefined;
  /** What the last dry run was answered, so that each answer is heeded once. */
  #answered: AdapterError | undefined;
  #open = false;

  constructor(host: DashboardElement, needs: AdjustNeeds) {
    this.#host = host;
    this.#needs = needs;
    this.#drafts = new Drafts(host);
    this.sending = new AdjustSending(host);
    this.#preview = new AdjustPreview(host);
    host.addController(this);
  }

  /** Before each render: whether what was reviewed still holds, and what the server is to be asked. */
  hostUpdate(): void {
    const late = this.sending.collect();
    if (late) this.#refused(late.reviewed, late.refused, this.#drafts.slot());
    if (this.sending.sent) return;
    const { account } = this;
    if (this.#open && !account) this.#needs.lost();
    if (account) this.#follow(account);
    const adjustment = this.#open ? this.reading.adjustment : undefined;
    this.#preview.ask(account && adjustment && { account, adjustment });
    const { error } = this.#preview;
    // The server may have more to say than can be computed here.
    if (this.#objection) this.#reviewed = undefined;
    if (error?.code === 'conflict' && error !== this.#answered) this.#needs.reread();
    this.#answered = error;
  }

  get draft(): AdjustDraft | undefined {
    return this.#drafts.get();
  }

  /** The account of the draft. */
  get account(): CreditAccount | undefined {
    const accounts = this.#needs.accounts();
    return accounts.find(({ id }) => id === this.draft?.accountId) ?? accounts[0];
  }

  /** What is to be confirmed, in the second step. */
  get reviewed(): Reviewed | undefined {
    return this.#reviewed;
  }

  /** What was typed, and the balance after: as the server says, else as computed. */
  get reading(): AdjustReading {
    const { draft, account } = this;
    if (!draft || !account) return { errors: {} };
    const reading = read(draft, account, this.#host.l10n);
    return this.#objection
      ? { ...reading, after: undefined }
      : { ...reading, after: this.#preview.after ?? reading.after };
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
    return { ...this.#objection, ...this.draft?.errors, ...Object.fromEntries(due) };
  }

  start(accountId: string | undefined): void {
    const { draft } = this;
    if (accountId !== undefined && (!draft || isBlank(draft))) this.#drafts.set(emptyDraft(accountId));
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
  change(part: Partial<Pick<AdjustDraft, 'direction' | AdjustField>>): void {
    const { draft } = this;
    if (!draft) return;
    const amountIsOther = 'amount' in part || 'direction' in part || 'accountId' in part;
    const errors = Object.entries(draft.errors).filter(
      ([field]) => !(field in part) && !(amountIsOther && (field === 'amount' || field === 'accountId')),
    );
    this.#drafts.set({ ...draft, ...part, errors: Object.fromEntries(errors), refused: undefined });
  }

  /** A field was left: now it may be said what is wrong with it. */
  touch(field: AdjustField): void {
    if (this.draft?.[field]) this.#touched.add(field);
    this.#host.requestUpdate();
  }

  discard(): void {
    this.#drafts.set(undefined);
    this.#touched.clear();
  }

  /** On to the second step, where nothing is wrong. Whether it is. */
  review(): boolean {
    const { draft, account, reading } = this;
    for (const field of ['amount', 'description'] as const) this.#touched.add(field);
    this.#host.requestUpdate();
    if (!draft || !account || !reading.adjustment || this.sending.sent || this.#objection) return false;
    this.#drafts.set({ ...draft, errors: {}, refused: undefined });
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
    if (!reviewed || this.sending.sent || !this.#needs.asks(reviewed)) return;
    if (draft) this.#drafts.set({ ...draft, refused: undefined }, reviewed.account.customerId);
    await this.sending.send(reviewed, this.#settling(reviewed));
  }

  /** Asks what became of what is in doubt. */
  async check(): Promise<void> {
    const { sent } = this.sending;
    if (sent) await this.sending.check(this.#settling(sent));
  }

  /** What is to be done with the outcome, whoever is on screen by then. */
  #settling(reviewed: Reviewed): (outcome: Outcome) => void {
    const { client } = this.#host;
    const { customerId } = reviewed.account;
    const draft = this.#drafts.slot(customerId);
    return (outcome) => {
      if ('refused' in outcome) this.#refused(reviewed, outcome.refused, draft);
      else if ('doubt' in outcome) this.#needs.doubted(reviewed);
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
    const { amount } = reviewed.adjustment;
    const draft = slot.get();
    if (draft) slot.set({ ...draft, errors: { ...error.fieldErrors }, refused: { error, amount } });
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
      this.#drafts.set({ ...draft, accountId: account.id, errors });
    } else if (reviewed && changed(reviewed.account, account)) {
      const { amount } = reviewed.adjustment;
      this.#reviewed = undefined;
      this.#drafts.set({ ...draft, refused: { error: new AdapterError('conflict'), amount } });
    }
  }

  /** What the dry run found wrong with the amount or the account. */
  get #objection(): Readonly<Record<string, string>> | undefined {
    const { amount, accountId } = (this.#preview.error?.code === 'validation' && this.#preview.error.fieldErrors) || {};
    return amount || accountId ? { ...(amount && { amount }), ...(accountId && { accountId }) } : undefined;
  }
}

/** Whether an account is no longer as it was: its version says so, or its balance where there are none. */
const changed = (before: CreditAccount, now: CreditAccount): boolean =>
  before.version !== now.version || before.balance.value !== now.balance.value;
