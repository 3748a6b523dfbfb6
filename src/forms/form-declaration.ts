import type { Guarantees } from '../adapter/options.ts';
import type { DashboardClient } from '../data/client.ts';
import type { ReadSettings } from '../data/query.ts';
import type { Write } from '../data/write.ts';
import type { FactEvent, RequestEvent } from '../element/events.ts';
import type { Outcome, PendingPhase, Submission, WriteKind } from '../element/pending-write.ts';
import type { Localization } from '../i18n/localization.ts';
import type { FormDraft, Reading, Refusal } from './form-draft.ts';
import type { FormRow } from './form-field.ts';
import type { FormReview, FormWords } from './form-steps.ts';
import { formWords } from './words.en.ts';

/**
 * What a form declares: what it is about (`S`), what is typed (`V`), what is sent (`I`) and what is answered (`R`). Of
 * `Row` are the lists that it changes.
 */
export abstract class FormDeclaration<S, V extends object, I, R, Row = never> implements WriteKind<I, R, Row> {
  abstract get l10n(): Localization;
  /** The words that all forms share. A form overrides those that it says otherwise. */
  get formWords(): FormWords {
    return this.l10n.words(formWords);
  }
  /** What stands above the fields. */
  abstract get heading(): string;
  /** What stands in the fields at first. */
  protected abstract blank(subject: S): V;
  /** The lines of the form. Absent where it only confirms. */
  protected rows?(draft: FormDraft<S, V, I, R>): readonly FormRow<V>[];
  protected abstract read(draft: FormDraft<S, V, I, R>): Reading<I>;
  abstract operation(input: I): Write<R, Row>;
  abstract guarantees(client: DashboardClient): Guarantees | undefined;
  abstract request(input: I): RequestEvent;
  abstract fact(input: I, result: R): FactEvent;
  compare?(client: DashboardClient, input: I, settings: ReadSettings): Promise<void>;
  /** The second step, in which it is confirmed. Absent where it is sent from the first. */
  review?(input: I): FormReview;
  /** Says what is under way or unknown. */
  abstract progressText(input: I, phase: Exclude<PendingPhase, 'idle'>): string;
  abstract doneText(input: I, result: R): string;
  abstract refusalText(refusal: Refusal<I, R>): string;
  /** Reads again what is not what it was thought to be. */
  abstract reread(): void;

  /** Names a draft among those of one customer: by what it is about. */
  protected keyOf(_subject: S): string {
    return '';
  }

  /** Whether there is nothing to lose. */
  protected isBlank({ subject, values }: FormDraft<S, V, I, R>): boolean {
    return JSON.stringify(values) === JSON.stringify(this.blank(subject));
  }

  /** Fields that are wrong together: a change of one takes back what the server said of all. */
  protected get related(): readonly (readonly string[])[] {
    return [];
  }

  /** The field of the form for a member of what was sent. */
  protected fieldOf(path: string): string | undefined {
    return path;
  }

  /** Whether what was refused can be opened again. */
  protected get canOpen(): boolean {
    return true;
  }

  abstract intentionOf(input: I): string;
  abstract settled(submission: Submission<I>, outcome: Outcome<R>): void;
}
