import type { ReactiveController } from 'lit';
import { AdapterError, toAdapterError } from '../../adapter/adapter-error.ts';
import { add } from '../../domain/amounts.ts';
import type { CreditAccount, CreditOutcome } from '../../domain/credit.ts';
import type { StoredValue } from '../../domain/money.ts';
import type { DashboardElement } from '../../element/dashboard-element.ts';
import { Drafts } from '../../element/drafts.ts';
import { WriteController } from '../../element/write-controller.ts';
import { emptyDraft, isBlank, read, type AdjustDraft, type AdjustField, type AdjustReading } from './adjust-draft.ts';
import { AdjustPreview } from './adjust-preview.ts';
import { adjusting, compare, type Reviewed } from './credit-balance.data.ts';

export interface AdjustNeeds {
  /** The accounts on screen. */
  readonly accounts: () => readonly CreditAccount[];
  /** Announces the request; whether it is carried out here. */
  readonly asks: (reviewed: Reviewed) => boolean;
  readonly done: (reviewed: Reviewed, outcome: CreditOutcome) => void;
  /** Nothing was written. */
  readonly refused: (reviewed: Reviewed) => void;
  /** Nobody knows whether it was written. */
  readonly doubted: (reviewed: Reviewed) => void;
  /** There are no accounts any more. */
  readonly lost: () => void;
  /** The accounts are not what they were thought to be. */
  readonly reread: () => void;
}

/** How far an adjustment has come that was sent: on its way, nobody knows, asked again after that. */
export type SentPhase = 'pending' | 'unknown' | 'checking';

/**
 * An adjustment from its draft to its outcome. What was sent stays as it was sent until its outcome is known, so that
 * asking again asks the same; and until then nothing else is sent for this customer.
 */
export class AdjustController implements ReactiveController {
  readonly #host: DashboardElement;
  readonly #needs: AdjustNeeds;
  readonly #drafts: Drafts<AdjustDraft>;
  readonly #sent: Drafts<Reviewed & { readonly doubted?: boolean }>;
  readonly #write: WriteController;
  readonly #preview: AdjustPreview;
  readonly #touched = new Set<AdjustField>();
  #reviewed: Reviewed | undefined;
  #open = false;

  constructor(host: DashboardElement, needs: AdjustNeeds) {
    this.#host = host;
    this.#needs = needs;
    this.#drafts = new Drafts(host);
    this.#sent = new Drafts(host);
    this.#write = new WriteController(host);
    this.#preview = new AdjustPreview(host);
    host.addController(this);
  }

  /** Before each render: whether what was reviewed still holds, and what the server is to be asked. */
  hostUpdate(): void {
    const { reviewed, account } = this;
    if (this.#open && !account) this.#needs.lost();
    if (reviewed && !this.sent && account && changed(reviewed.account, account)) this.#goBack('conflict');
    if (!this.sent) {
      const adjustment = this.#open ? this.reading.adjustment : undefined;
      this.#preview.ask(account && adjustment && { account, adjustment });
    }
    // The server may have more to say than can be computed here.
    if (this.reviewed && !this.sent && this.#objection) this.#reviewed = undefined;
    if (this.#preview.error?.code === 'conflict') this.#reread(this.#preview.error);
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

  /** What was sent and is not known to be done or refused. */
  get sent(): Reviewed | undefined {
    return this.#sent.get();
  }

  get phase(): SentPhase | undefined {
    const sent = this.#sent.get();
    if (!sent) return undefined;
    if (this.#write.state('adjust').phase === 'unknown') return 'unknown';
    return sent.doubted ? 'checking' : 'pending';
  }

  /** Why nobody knows. */
  get doubt(): AdapterError | undefined {
    const state = this.#write.state('adjust');
    return state.phase === 'unknown' ? state.error : undefined;
  }

  /** Whether the platform can be asked again for the outcome of a write. */
  get canCheck(): boolean {
    return this.#host.client?.adapter.credit?.guarantees?.idempotency !== false;
  }

  get keepsVersions(): boolean {
    const kept = this.#host.client?.adapter.credit?.guarantees?.versions !== false;
    return kept && (this.#reviewed ?? this.sent)?.account.version !== undefined;
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
    if (!draft || !account || !reading.adjustment || this.sent || this.#objection) return false;
    this.#drafts.set({ ...draft, errors: {}, refused: undefined });
    // What is reviewed anew is another intention, with a key of its own.
    this.#write.renew('adjust');
    this.#reviewed = { account, adjustment: reading.adjustment };
    return true;
  }

  /** Back to the first step. */
  edit(): void {
    if (this.sent) return;
    this.#reviewed = undefined;
    this.#host.requestUpdate();
  }

  /** Sends what was reviewed. Once: while it is on its way, or nobody knows, nothing else is sent. */
  async confirm(): Promise<void> {
    const { reviewed } = this;
    if (!reviewed || this.sent || !this.#needs.asks(reviewed)) return;
    const { customerId } = reviewed.account;
    this.#sent.set(reviewed, customerId);
    if (!this.keepsVersions && !(await this.#compare(reviewed))) return;
    await this.#send(reviewed);
  }

  /** Asks for the outcome of what was sent: the same again, under the same key. */
  async check(): Promise<void> {
    const { sent } = this;
    if (sent && this.phase === 'unknown' && this.canCheck) await this.#send(sent);
  }

  /** The operator has found out for themselves, where the platform cannot be asked. */
  settle(): void {
    if (this.canCheck) return;
    this.#write.renew('adjust');
    this.#sent.set(undefined);
  }

  async #send(reviewed: Reviewed): Promise<void> {
    const { customerId } = reviewed.account;
    const outcome = await this.#write.run('adjust', adjusting(reviewed));
    const state = this.#write.state('adjust', customerId);
    if (state.phase === 'unknown') {
      this.#sent.set({ ...reviewed, doubted: true }, customerId);
      this.#needs.doubted(reviewed);
    } else if (state.phase === 'refused') this.#refused(reviewed, state.error);
    else {
      this.#sent.set(undefined, customerId);
      if (!outcome) return;
      this.#drafts.set(undefined, customerId);
      this.#needs.done(reviewed, outcome);
    }
  }

  /** Where nobody keeps versions, what was reviewed is compared with how it is now. */
  async #compare(reviewed: Reviewed): Promise<boolean> {
    const { client, l10n } = this.#host;
    try {
      if (client) await compare(client, reviewed, { locale: l10n.locale, timeZone: l10n.timeZone });
      return true;
    } catch (thrown) {
      this.#refused(reviewed, toAdapterError(thrown));
      return false;
    }
  }

  /** Nothing was written. What was typed stays, and what is wrong is said beside it. */
  #refused(reviewed: Reviewed, error: AdapterError): void {
    const { customerId } = reviewed.account;
    const { amount } = reviewed.adjustment;
    const draft = this.#drafts.get(customerId);
    this.#sent.set(undefined, customerId);
    if (draft) this.#drafts.set({ ...draft, errors: { ...error.fieldErrors }, refused: { error, amount } }, customerId);
    const isOther = error.code === 'conflict' || error.code === 'validation' || error.code === 'not-found';
    if (customerId === this.#host.activeCustomer && isOther) {
      this.#reviewed = undefined;
      this.#needs.reread();
    }
    this.#needs.refused(reviewed);
  }

  /** What was reviewed no longer holds. */
  #goBack(code: 'conflict'): void {
    const { draft, reviewed } = this;
    this.#reviewed = undefined;
    if (draft && reviewed)
      this.#drafts.set({
        ...draft,
        refused: { error: new AdapterError(code), amount: reviewed.adjustment.amount },
      });
  }

  /** What the dry run found wrong with the amount or the account. */
  get #objection(): Readonly<Record<string, string>> | undefined {
    const { amount, accountId } = (this.#preview.error?.code === 'validation' && this.#preview.error.fieldErrors) || {};
    return amount || accountId ? { ...(amount && { amount }), ...(accountId && { accountId }) } : undefined;
  }

  #lastConflict: AdapterError | undefined;

  /** Once for each answer that says so. */
  #reread(conflict: AdapterError): void {
    if (conflict === this.#lastConflict) return;
    this.#lastConflict = conflict;
    this.#needs.reread();
  }
}

/** Whether an account is no longer as it was: its version says so, or its balance where there are none. */
const changed = (before: CreditAccount, now: CreditAccount): boolean =>
  before.id !== now.id || before.version !== now.version || before.balance.value !== now.balance.value;
