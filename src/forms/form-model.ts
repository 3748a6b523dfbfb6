import type { WidgetHost } from '../element/widget-host.ts';
import type { Localization } from '../i18n/localization.ts';
import { FormDeclaration } from './form-declaration.ts';
import { entriesAfter, merged, type FieldErrors, type FormDraft, type Reading } from './form-draft.ts';
import { FormDrafts } from './form-drafts.ts';
import { fieldsIn, namesIn } from './form-field.ts';
import { excessIn } from './form-fields.ts';

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

  /** The parsed values. Text that is too long is an error in every form. */
  get reading(): Reading<I> {
    const { draft } = this;
    if (!draft) return { errors: {} };
    const reading = this.read(draft);
    const tooLong = fieldsIn(this.rows?.(draft) ?? []).filter((field) => excessIn(field, draft.values));
    if (!tooLong.length) return reading;
    const errors = Object.fromEntries(tooLong.map(({ name }) => [name, this.l10n.common.tooLong]));
    return { ...reading, errors: { ...reading.errors, ...errors }, input: undefined };
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
