import type { Guarantees } from '../adapter/options.ts';
import type { DashboardClient } from '../data/client.ts';
import type { ReadSettings } from '../data/query.ts';
import type { Write } from '../data/write.ts';
import type { FactEvent, RequestEvent } from '../element/events.ts';
import type { Outcome, PendingPhase, Submission, WriteKind } from '../element/pending-write.ts';
import type { Localization } from '../i18n/localization.ts';
import type { FormConflict } from './form-conflict.ts';
import { changedIn, type FormDraft, type Reading, type Refusal, type Rest } from './form-draft.ts';
import type { FormRow } from './form-field.ts';
import type { FormReview, FormWords } from './form-steps.ts';
import { formWords } from './words.en.ts';

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
  abstract guarantees(client: DashboardClient): Guarantees | undefined;
  abstract request(input: I): RequestEvent | readonly RequestEvent[];
  abstract fact(input: I, result: R): FactEvent;
  compare?(client: DashboardClient, input: I, settings: ReadSettings): Promise<void>;
  /** Returns the review, a second step for confirmation. Absent if the first step submits. */
  review?(input: I): FormReview;
  /** Returns the text for a write that is pending or of unknown outcome. */
  abstract progressText(input: I, phase: Exclude<PendingPhase, 'idle'>): string;
  abstract doneText(input: I, result: R): string;
  abstract refusalText(refusal: Refusal<I, R>): string;
  /** Fetches again the data that a refusal has shown to be outdated. */
  abstract reread(): void;

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
  abstract settled(submission: Submission<I>, outcome: Outcome<R>): void;
}
