import type { AdapterError } from '../adapter/adapter-error.ts';
import type { Guarantees } from '../adapter/options.ts';
import type { DashboardClient } from '../data/client.ts';
import type { FactEvent, RequestEvent } from '../element/events.ts';
import { PendingWrite, type Outcome, type PendingPhase, type Submission } from '../element/pending-write.ts';
import type { WritingPort } from '../element/port-writes.ts';
import type { WidgetHost } from '../element/widget-host.ts';
import { explainError } from '../ui/explain-error.ts';
import type { FormConflict } from './form-conflict.ts';
import type { FieldErrors, FormDraft, Refusal, Rest } from './form-drafts.ts';
import { FormModel } from './form-model.ts';

/** The write of a form, as data. */
export interface WriteOptions<I, R> {
  /** The name of the form, unique in the widget. Ids begin with it. */
  readonly name: string;
  readonly port: WritingPort;
  /** Returns the events before the write, each of which a host page may prevent. */
  readonly request: (input: I) => RequestEvent | readonly RequestEvent[];
  /** Returns the event after the write. */
  readonly fact: (input: I, result: R) => FactEvent;
  /** Fetches again the data that a refusal has shown to be outdated, unless the write names its list. */
  readonly reread?: () => void;
}

/** The write of a form: what is pending, what is said of it, and the effect of its outcome on the draft. */
export abstract class FormWrite<S, V extends object, I, R, Row = never> extends FormModel<S, V, I, R, Row> {
  readonly pending: PendingWrite<I, R, Row>;
  readonly #options: WriteOptions<I, R>;

  constructor(host: WidgetHost, options: WriteOptions<I, R>) {
    super(host);
    this.#options = options;
    this.pending = new PendingWrite<I, R, Row>(host, this);
  }

  abstract get isOpen(): boolean;
  abstract close(): void;
  abstract submit(): void;
  protected abstract backToFields(): void;

  override intentionOf(_input: I): string {
    return this.name;
  }

  override guarantees({ adapter }: DashboardClient): Guarantees | undefined {
    return adapter[this.#options.port]?.guarantees;
  }

  override request(input: I): RequestEvent | readonly RequestEvent[] {
    return this.#options.request(input);
  }

  override fact(input: I, result: R): FactEvent {
    return this.#options.fact(input, result);
  }

  reread(): void {
    this.#options.reread?.();
  }

  get name(): string {
    return this.#options.name;
  }

  /** The intention of the write in the dialog. Unlike intentions can be pending at the same time. */
  protected get intention(): string {
    return this.name;
  }

  /** `true` if a write is pending or of unknown outcome, so that nothing else can be submitted. */
  get isBusy(): boolean {
    return this.phase !== 'idle';
  }

  get phase(): PendingPhase {
    return this.pending.phase(this.intention);
  }

  get signIn(): string | undefined {
    return this.host.stateOptions.signIn;
  }

  get canCheck(): boolean {
    return this.pending.canCheck;
  }

  /** The reason why the draft in the dialog was refused; empty if it was not. */
  get refusedText(): string {
    const { refusal } = this.draft ?? {};
    return refusal ? this.refusalText(refusal) : '';
  }

  /** The last refusal for this customer, of any draft. */
  get refusal(): Refusal<I, R> | undefined {
    return this.drafts.refused?.refusal;
  }

  /** The text for the status region: the state of the write, or the reason for its refusal. */
  get announcement(): string {
    const { phase } = this;
    const input = this.pending.input(this.intention);
    if (phase === 'idle' || input === undefined) return this.refusal ? this.refusalText(this.refusal) : '';
    const why = this.pending.unknownOutcome(this.intention);
    return [
      this.progressText(input, phase),
      ...(why && this.review ? [!this.canCheck && this.formWords.lookYourself, explainError(why, this.l10n)] : []),
    ]
      .filter(Boolean)
      .join(' ');
  }

  check(): void {
    void this.pending.check(this.intention);
  }

  /** Ends an unknown outcome after the operator has checked it. */
  resolve(): void {
    this.pending.resolve(this.intention);
  }

  readAgain(): void {
    this.resolve();
    this.reread();
  }

  /** Drops the draft after a conflict. */
  keepTheirs(): void {
    this.save(undefined);
    this.close();
    this.reread();
  }

  /** Continues with the draft, based on the record that somebody else has saved. */
  keepMine(subject: S): void {
    const { draft } = this;
    if (draft) this.save({ subject, values: draft.values, errors: {} });
  }

  /** Overwrites the record that somebody else has saved. */
  replaceTheirs(subject: S): void {
    this.keepMine(subject);
    this.submit();
  }

  override settled(submission: Submission<I>, outcome: Outcome<R>): void {
    if ('refused' in outcome) this.#refused(submission, outcome);
    else if ('done' in outcome) this.#done(submission, outcome.done);
    else if (submission.isHere && this.review) {
      // The strip shows the unknown outcome and offers to check it.
      this.close();
      this.host.announce('');
    }
  }

  #done(submission: Submission<I>, result: R): void {
    const { input, client, isHere } = submission;
    const isShown = isHere && this.draft?.sent === input;
    let rest: Rest<S, V, I> | undefined;
    const settle = (draft: FormDraft<S, V, I, R>) => {
      rest = this.rest?.(draft, input, result);
      return rest && { subject: rest.subject, values: rest.values, errors: {}, sent: rest.next };
    };
    // The rest of a new record is a change of the record that was created.
    this.drafts.settle(submission, settle, (subject) => this.keyOf(subject));
    if (isShown && rest) this.key = this.keyOf((rest as Rest<S, V, I>).subject);
    // If the adapter has changed in the meantime, nothing is sent to the new one.
    if (rest?.next !== undefined && client === this.host.client) return void this.pending.send(rest.next);
    if (isShown && !rest) this.close();
    if (isHere) this.host.announce(this.texts(input, result).done);
  }

  /** Keeps the draft with the reason. After a conflict, merges it with the current record if the form does so. */
  #refused(
    submission: Submission<I>,
    { refused: error, current }: Extract<Outcome<R>, { refused: AdapterError }>,
  ): void {
    const { input, isHere } = submission;
    const merge = error.code === 'conflict' ? this.merge?.bind(this) : undefined;
    const errors = this.#errorsOf(error);
    this.drafts.settle(submission, (draft) => {
      const refused = { ...draft, errors, refusal: { input, error, current }, sent: undefined };
      return merge ? { theirs: {}, ...(current ? this.rebased(refused, merge(current)) : refused) } : refused;
    });
    if (merge && !current) void this.#mergeCurrent(submission);
    if (!isHere) return;
    this.host.announce('');
    if (!staleCodes.has(error.code)) return;
    if (this.hasFields) this.backToFields();
    this.reread();
  }

  /** Merges a draft with the current record, which the error of the conflict did not contain. */
  async #mergeCurrent(submission: Submission<I>): Promise<void> {
    const { locale, timeZone } = this.l10n;
    try {
      const current = await this.fetchCurrent?.(submission.client, submission.input, { locale, timeZone });
      if (current) this.drafts.settle(submission, (draft) => this.rebased(draft, this.merge!(current)));
    } catch {
      // The draft stays as it is: the next attempt finds the conflict again.
    }
  }

  /** Both versions, while the draft in the dialog conflicts with the current record. */
  protected get currentConflict(): FormConflict<S> | undefined {
    const { draft } = this;
    return draft?.refusal?.error.code === 'conflict' ? this.conflict?.(draft) : undefined;
  }

  /** Returns whether an input is the one of unknown outcome, on a platform that can be asked for it. */
  protected isSame(input: I): boolean {
    return this.canCheck && JSON.stringify(input) === JSON.stringify(this.pending.input(this.intention));
  }

  protected send(input: I): void {
    void this.pending.send(input);
    const { draft } = this;
    if (draft && this.isBusy) this.save({ ...draft, errors: {}, refusal: undefined, sent: input });
  }

  #errorsOf({ fieldErrors = {} }: AdapterError): FieldErrors {
    return Object.fromEntries(
      Object.entries(fieldErrors).flatMap(([path, why]) => {
        const field = this.fieldOf(path);
        return field === undefined ? [] : [[field, why]];
      }),
    );
  }
}

/** The codes of refusals that are caused by outdated data: it is fetched again, and the input needs another review. */
const staleCodes: ReadonlySet<AdapterError['code']> = new Set(['conflict', 'not-found', 'validation']);
