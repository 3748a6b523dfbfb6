import type { WidgetHost } from '../element/widget-host.ts';
import type { Localization } from '../i18n/localization.ts';
import {
  FormDrafts,
  entriesAfter,
  merged,
  type FieldErrors,
  type FormDraft,
  type Reading,
  changedIn,
  type Refusal,
  type Rest,
} from './form-drafts.ts';
import { fieldsIn, namesIn, type FormRow } from './form-field.ts';
import { explainError, type FailureTexts } from '../ui/explain-error.ts';
import { excessIn, invalidIn } from './form-fields.ts';
import type { Guarantees } from '../adapter/options.ts';
import type { DashboardClient } from '../data/client.ts';
import type { ReadSettings } from '../data/query.ts';
import type { Write } from '../data/write.ts';
import type { FactEvent, RequestEvent } from '../element/events.ts';
import type { Outcome, PendingPhase, Submission, WriteKind } from '../element/pending-write.ts';
import type { FormConflict } from './form-conflict.ts';
import type { FormReview, FormWords } from './form-steps.ts';
import { formWords } from './words.en.ts';

/** What a form says of its write. */
export interface WriteTexts extends FailureTexts {
  /** Absent if only the dialog shows that the write is pending. */
  readonly pending?: string;
  /** Default: `unknown`, and that it is being checked. */
  readonly checking?: string;
  readonly done: string;
  /** Replaces the reason after `refused`, by error code. */
  readonly reasons?: FailureTexts['instead'];
}

/**
 * The declaration of a form: its subject (`S`), field values (`V`), input of the write (`I`) and result (`R`). `Row` is
 * the row type of the lists that the write changes.
 */
export abstract class FormDeclaration<S, V extends object, I, R, Row = never> implements WriteKind<I, R, Row> {
  abstract get l10n(): Localization;
  /** The words that all forms share. A form may override some of them. */
  get formWords(): FormWords {
    return this.l10n.words(formWords);
  }
  /** The heading above the fields. */
  abstract get heading(): string;
  /** Returns the initial values of the fields. */
  protected abstract blank(subject: S): V;
  /** Returns the rows of fields. Absent if the form only confirms. */
  protected rows?(draft: FormDraft<S, V, I, R>): readonly FormRow<V>[];
  protected abstract read(draft: FormDraft<S, V, I, R>): Reading<I>;
  abstract operation(input: I): Write<R, Row>;
  compare?(client: DashboardClient, input: I, settings: ReadSettings): Promise<void>;
  /** Returns the review, a second step for confirmation. Absent if the first step submits. */
  review?(input: I): FormReview;
  /** Returns what is said of a write. `record`: its result, or the current record after a conflict. */
  protected abstract texts(input: I, record?: R): WriteTexts;

  /** Returns the text for a write that is pending or of unknown outcome. */
  progressText(input: I, phase: Exclude<PendingPhase, 'idle'>): string {
    const { pending, unknown, checking = pending && `${unknown} ${this.formWords.checking}` } = this.texts(input);
    return { pending, checking, unknown }[phase] ?? '';
  }

  /** Returns why a write was refused. */
  refusalText({ input, error, current }: Refusal<I, R>): string {
    const { refused, instead, reasons } = this.texts(input, current);
    return instead?.[error.code] ?? `${refused} ${explainError(error, this.l10n, reasons)}`;
  }

  /** Returns what is left of a draft after its write is done. Without it, the draft is removed and the dialog closes. */
  protected rest?(draft: FormDraft<S, V, I, R>, input: I, result: R): Rest<S, V, I> | undefined;

  /**
   * Returns the subject for the current record. With it, drafts are merged with the current record field by field, and
   * the form shows the other value of each field that both have changed.
   */
  protected merge?(current: R): S;
  /** Fetches the current record after a conflict whose error does not contain it. */
  protected fetchCurrent?(client: DashboardClient, input: I, settings: ReadSettings): Promise<R>;
  /** Returns both versions after a conflict, for a form that does not merge fields. `undefined` if theirs is unknown. */
  protected conflict?(draft: FormDraft<S, V, I, R>): FormConflict<S> | undefined;

  /** `true` if a write may be repeated without harm: then other input may be sent after an unknown outcome. */
  get isRepeatable(): boolean {
    return false;
  }

  /** `true` if the fields are locked while a write is pending or of unknown outcome. */
  get locksFields(): boolean {
    return false;
  }

  /** The part of the button that submits the form. */
  get submitPart(): string {
    return this.review ? 'review' : 'save';
  }

  /** The part of the button that checks an unknown outcome in the dialog. */
  get checkPart(): string {
    return 'check';
  }

  /** Returns the key of a draft among those of one customer, by its subject. */
  protected keyOf(_subject: S): string {
    return '';
  }

  /** Returns whether a draft has nothing to lose. */
  protected isBlank({ subject, values }: FormDraft<S, V, I, R>): boolean {
    return !changedIn(values, this.blank(subject), this.comparable).length;
  }

  /** Returns the form of a value in which two are compared. */
  protected readonly comparable = (value: unknown): unknown => JSON.stringify(value);

  /** Groups of fields that are validated together: a change of one clears the server errors of all. */
  protected get related(): readonly (readonly string[])[] {
    return [];
  }

  /** Returns the name of the field for a member of the input. */
  protected fieldOf(path: string): string | undefined {
    return path;
  }

  /** `true` if a refused draft can be opened again. */
  protected get canOpen(): boolean {
    return true;
  }

  abstract intentionOf(input: I): string;
  abstract guarantees(client: DashboardClient): Guarantees | undefined;
  abstract request(input: I): RequestEvent | readonly RequestEvent[];
  abstract fact(input: I, result: R): FactEvent;
  abstract settled(submission: Submission<I>, outcome: Outcome<R>): void;
}

/** The state of a form: its drafts, their parsed values and errors. */
export abstract class FormModel<S, V extends object, I, R, Row = never> extends FormDeclaration<S, V, I, R, Row> {
  protected readonly host: WidgetHost;
  protected readonly drafts: FormDrafts<S, V, I, R>;
  /** The key of the draft in the dialog. */
  protected key = '';
  /** The fields that were changed and left. */
  protected readonly touched = new Set<string>();
  /** `true` after an attempt to submit, until a value changes. */
  protected wasSubmitted = false;

  constructor(host: WidgetHost) {
    super();
    this.host = host;
    this.drafts = new FormDrafts(host, (draft) => this.isBlank(draft));
  }

  /** The draft in the dialog. */
  get draft(): FormDraft<S, V, I, R> | undefined {
    return this.drafts.get(this.key);
  }

  override get l10n(): Localization {
    return this.host.l10n;
  }

  /** The parsed values. Text that is too long, and what a field declares invalid, is an error in every form. */
  get reading(): Reading<I> {
    const { draft } = this;
    if (!draft) return { errors: {} };
    const reading = this.read(draft);
    const wrong = fieldsIn(this.rows?.(draft) ?? []).flatMap((field) => {
      const error = excessIn(field, draft.values) ? this.l10n.common.tooLong : invalidIn(field, draft.values);
      return error === undefined ? [] : [[field.name, error]];
    });
    if (!wrong.length) return reading;
    return { ...reading, errors: { ...reading.errors, ...Object.fromEntries(wrong) }, input: undefined };
  }

  /** The errors that are due to be shown. */
  get errors(): FieldErrors {
    const { errors, faults } = this.reading;
    const due = Object.entries(errors).filter(([name]) => this.touched.has(name));
    return { ...faults, ...this.draft?.errors, ...Object.fromEntries(due) };
  }

  /** Updates some values. */
  change(part: Partial<V>): void {
    const { draft } = this;
    if (!draft) return;
    this.wasSubmitted = false;
    const names = Object.keys(part);
    const errors = entriesAfter(draft.errors, names, this.related);
    const theirs = draft.theirs && entriesAfter(draft.theirs, names);
    // Fields that both have changed stay marked until the next attempt.
    const refusal = this.merge && draft.refusal?.error.code === 'conflict' ? draft.refusal : undefined;
    this.save({ ...draft, values: { ...draft.values, ...part }, errors, theirs, refusal });
  }

  /** Takes the value that somebody else has saved. */
  takeTheirs(name: keyof V & string): void {
    const { theirs } = this.draft ?? {};
    if (theirs && name in theirs) this.change({ [name]: theirs[name] } as Partial<V>);
  }

  /** The reason why there is nothing to send, after an attempt to submit. */
  get unchangedText(): string | undefined {
    return this.wasSubmitted ? this.reading.unchanged : undefined;
  }

  /** Marks a field as left, so that its errors are shown. */
  touch(name: keyof V & string): void {
    if (this.draft?.values[name]) this.touched.add(name);
    this.host.requestUpdate();
  }

  discard(): void {
    const { draft } = this;
    this.touched.clear();
    this.wasSubmitted = false;
    if (draft) this.save({ subject: draft.subject, values: this.blank(draft.subject), errors: {} });
  }

  /** `true` if the form has fields, rather than only a confirmation. */
  get hasFields(): boolean {
    return this.rows !== undefined;
  }

  /** `true` if the draft has values to discard. */
  get hasChanges(): boolean {
    const { draft } = this;
    return draft !== undefined && !this.isBlank(draft);
  }

  /** Returns a draft that is based on the current record: fields that were left alone get their current values. */
  protected rebased(draft: FormDraft<S, V, I, R>, subject: S): FormDraft<S, V, I, R> {
    const [base, theirs] = [this.blank(draft.subject), this.blank(subject)];
    return { ...draft, subject, ...merged({ base, mine: draft.values, theirs }, this.comparable) };
  }

  /** Stores the draft in the dialog. */
  protected save(draft: FormDraft<S, V, I, R> | undefined): void {
    this.drafts.set(this.key, draft);
  }

  /** Marks all fields as left, so that all errors are shown. */
  protected touchAll(): void {
    const { draft } = this;
    for (const name of namesIn((draft && this.rows?.(draft)) ?? [])) this.touched.add(name);
  }
}
