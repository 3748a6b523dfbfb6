import { AdapterError } from '../../../adapter/adapter-error.ts';
import type { DashboardClient } from '../../../data/client.ts';
import type { ReadSettings } from '../../../data/query.ts';
import { add } from '../../../domain/amounts.ts';
import type { CreditAccount, CreditEntry, CreditOutcome } from '../../../domain/credit.ts';
import { FormDialog } from '../../../forms/form-dialog.ts';
import type { FormDraft, Reading, Refusal } from '../../../forms/form-drafts.ts';
import type { FormRow } from '../../../forms/form-field.ts';
import type { WriteTexts } from '../../../forms/form-model.ts';
import type { FormReview } from '../../../forms/form-steps.ts';
import { accountLabel } from '../account-words.ts';
import { CreditAdjustedEvent, CreditAdjustEvent } from '../credit-balance.events.ts';
import { type ShownCredit, mayAdjust, type AdjustHost, type Ledger } from '../shown-credit.ts';
import { AdjustPreview } from './adjust-preview.ts';
import {
  blankAdjustment,
  isBlank,
  readAdjustment,
  type AdjustReading,
  type AdjustTarget,
  type AdjustValues,
} from './adjust-reading.ts';
import { adjustRows, balances } from './adjust-rows.ts';
import {
  adjustQuestion,
  adjustTerms,
  changeText,
  confirmText,
  takesAway,
  writeTexts,
  wordsOf,
} from './adjust-texts.ts';
import { adjusting, compare, type Reviewed } from './adjust.data.ts';

type Subject = CreditEntry | undefined;
type Draft = FormDraft<Subject, AdjustValues, Reviewed, CreditOutcome>;

/**
 * The adjustment of an account or the reversal of an entry. The balance after is always visible, as the server computes
 * it.
 */
export class AdjustForm extends FormDialog<Subject, AdjustValues, Reviewed, CreditOutcome, CreditAccount> {
  readonly #host: AdjustHost;
  readonly #shown: ShownCredit;
  readonly #ledger: Ledger;
  readonly #preview: AdjustPreview;
  /** The error of the last dry run, so that each is handled once. */
  #answered: AdapterError | undefined;

  constructor(host: AdjustHost, shown: ShownCredit, ledger: Ledger) {
    super(host, {
      name: 'adjust',
      port: 'credit',
      openers: ['adjust', 'reverse'],
      request: ({ account: { customerId, id }, adjustment }) =>
        new CreditAdjustEvent(customerId, id, adjustment.reverses),
      fact: ({ account: { customerId, id } }, { entry }) =>
        new CreditAdjustedEvent(customerId, id, entry?.id, entry?.reverses ?? undefined),
      reread: () => {
        shown.accounts.refresh();
        ledger.reread();
      },
    });
    this.#host = host;
    this.#shown = shown;
    this.#ledger = ledger;
    this.#preview = new AdjustPreview(host);
  }

  get words() {
    return wordsOf(this.l10n);
  }

  override get formWords() {
    const { readAgain, lookYourself } = this.words;
    return { ...super.formWords, readAgain, lookYourself };
  }

  override get heading(): string {
    return this.draft?.subject ? this.words.reverseEntry : this.words.adjust;
  }

  protected override get canOpen(): boolean {
    return mayAdjust(this.#host, this.#shown);
  }

  protected override keyOf(entry: Subject): string {
    return entry?.id ?? '';
  }

  protected override blank(entry: Subject): AdjustValues {
    return blankAdjustment(this.#shown.account?.id ?? '', entry);
  }

  protected override isBlank({ values }: Draft): boolean {
    return isBlank(values);
  }

  protected override get related() {
    return [['amount', 'direction', 'accountId']];
  }

  protected override rows(draft: Draft): readonly FormRow<AdjustValues>[] {
    const { values } = draft;
    const target = this.#targetOf(draft);
    if (!target) return [];
    return adjustRows({
      values,
      target,
      reading: this.#withAfter(readAdjustment(values, target, this.l10n)),
      errors: { ...this.#preview.objection, ...draft.errors },
      accounts: this.#shown.list,
      anyDebit: this.#shown.list.some((account) => this.#allowsDebit(account)),
      l10n: this.l10n,
    });
  }

  protected override read(draft: Draft): Reading<Reviewed> {
    const target = this.#targetOf(draft);
    return target ? readAdjustment(draft.values, target, this.l10n) : { errors: {} };
  }

  /** The reading with the server's errors added: it may reject input that is valid here. */
  override get reading(): Reading<Reviewed> {
    const reading = super.reading;
    const { objection } = this.#preview;
    return objection ? { ...reading, faults: { ...objection, ...reading.faults }, input: undefined } : reading;
  }

  /** Checks before each render that the reviewed account is unchanged, and starts the dry run. */
  override hostUpdate(): void {
    if (this.isBusy) return;
    const { draft } = this;
    const account = draft && this.#accountOf(draft);
    if (this.isOpen && !account) this.close();
    if (account) this.#follow(draft, account);
    this.#preview.ask(this.isOpen ? super.reading.input : undefined);
    const { error } = this.#preview;
    // The server may report errors that cannot be detected here.
    if (this.#preview.objection) this.edit();
    if (error?.code === 'conflict' && error !== this.#answered) this.reread();
    this.#answered = error;
  }

  override operation(reviewed: Reviewed) {
    return adjusting(reviewed);
  }

  override compare(client: DashboardClient, reviewed: Reviewed, settings: ReadSettings): Promise<void> {
    return compare(client, reviewed, settings);
  }

  override review(reviewed: Reviewed): FormReview {
    const { l10n, words } = this;
    const { account, adjustment } = reviewed;
    const entry = this.draft?.subject;
    const after = this.#preview.after ?? add(account.balance, adjustment.amount);
    return {
      heading: adjustQuestion(reviewed, entry, l10n),
      terms: adjustTerms(reviewed, accountLabel(account, this.#shown.list, l10n), entry, l10n),
      preview: balances(
        { balance: account.balance, takes: takesAway(adjustment.amount), amount: adjustment.amount, after },
        l10n,
      ),
      remarks: [
        entry ? words.reversalFinal : words.final,
        ...(this.pending.keepsVersion(reviewed) ? [] : [words.noVersions]),
      ],
      confirm: confirmText(reviewed, entry, l10n),
    };
  }

  protected override texts(reviewed: Reviewed, outcome?: CreditOutcome): WriteTexts {
    return writeTexts(reviewed, outcome, this.l10n);
  }

  /** A conflict also says what has changed. */
  override refusalText(refusal: Refusal<Reviewed, CreditOutcome>): string {
    const { error, input } = refusal;
    const text = super.refusalText(refusal);
    const now = this.#shown.list.find(({ id }) => id === input.account.id);
    if (error.code !== 'conflict' || !now) return text;
    return `${text} ${changeText(input.account.balance, now.balance, this.#ledger.newestOf(now), this.l10n)}`.trim();
  }

  /** An entry can only be reversed in its own account. */
  #accountOf({ subject, values }: Draft): CreditAccount | undefined {
    const { list } = this.#shown;
    return list.find(({ id }) => id === values.accountId) ?? (subject ? undefined : list[0]);
  }

  #targetOf(draft: Draft): AdjustTarget | undefined {
    const account = this.#accountOf(draft);
    return account && { account, reverses: draft.subject, allowsDebit: this.#allowsDebit(account) };
  }

  /** Returns true if the platform and the host allow debits. */
  #allowsDebit({ allowDebit }: CreditAccount): boolean {
    return this.#host.allowDebit && allowDebit === true;
  }

  /** Returns the reading with the balance after: the server's if there is one, otherwise the computed one. */
  #withAfter(reading: AdjustReading): AdjustReading {
    return { ...reading, after: this.#preview.objection ? undefined : (this.#preview.after ?? reading.after) };
  }

  /** Checks that the account is unchanged since it was chosen and reviewed. */
  #follow(draft: Draft, account: CreditAccount): void {
    const { reviewed } = this;
    if (account.id !== draft.values.accountId && !isBlank(draft.values)) {
      const errors = { ...draft.errors, accountId: this.words.changed };
      this.edit();
      this.save({ ...draft, values: { ...draft.values, accountId: account.id }, errors });
    } else if (reviewed && changed(reviewed.account, account)) this.refuse(reviewed, new AdapterError('conflict'));
  }
}

/** Returns true if an account has changed: its version differs, or without versions its balance. */
const changed = (before: CreditAccount, now: CreditAccount): boolean =>
  before.version !== now.version || before.balance.value !== now.balance.value;
