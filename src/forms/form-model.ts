import type { WidgetHost } from '../element/widget-host.ts';
import type { Localization } from '../i18n/localization.ts';
import { FormDeclaration } from './form-declaration.ts';
import { errorsAfter, type FieldErrors, type FormDraft, type Reading } from './form-draft.ts';
import { FormDrafts } from './form-drafts.ts';
import { fieldsIn, type FormField } from './form-field.ts';
import { excessIn } from './form-fields.ts';

/** A form as it is filled in: its drafts, what they say, and what is wrong with them. */
export abstract class FormModel<S, V extends object, I, R, Row = never> extends FormDeclaration<S, V, I, R, Row> {
  protected readonly host: WidgetHost;
  protected readonly drafts: FormDrafts<S, V, I, R>;
  /** Of the draft in the dialog. */
  protected key = '';
  /** The fields that were left. */
  protected readonly touched = new Set<string>();

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

  /** What was typed, read; what is too long is wrong in every form. */
  get reading(): Reading<I> {
    const { draft } = this;
    if (!draft) return { errors: {} };
    const reading = this.read(draft);
    const tooLong = this.fieldsOf(draft).filter((field) => excessIn(field, draft.values));
    if (!tooLong.length) return reading;
    const errors = Object.fromEntries(tooLong.map(({ name }) => [name, this.l10n.common.tooLong]));
    return { ...reading, errors: { ...reading.errors, ...errors }, input: undefined };
  }

  /** What is wrong, as far as it is time to say so. */
  get errors(): FieldErrors {
    const { errors, faults } = this.reading;
    const due = Object.entries(errors).filter(([name]) => this.touched.has(name));
    return { ...faults, ...this.draft?.errors, ...Object.fromEntries(due) };
  }

  /** Something was typed or chosen. */
  change(part: Partial<V>): void {
    const { draft } = this;
    if (!draft) return;
    const errors = errorsAfter(draft.errors, Object.keys(part), this.related);
    this.save({ ...draft, values: { ...draft.values, ...part }, errors, refusal: undefined });
  }

  /** A field was left: now it may be said what is wrong with it. */
  touch(name: keyof V & string): void {
    if (this.draft?.values[name]) this.touched.add(name);
    this.host.requestUpdate();
  }

  discard(): void {
    const { draft } = this;
    this.touched.clear();
    if (draft) this.save({ subject: draft.subject, values: this.blank(draft.subject), errors: {} });
  }

  /** Whether something is typed in it, and not only confirmed. */
  get hasFields(): boolean {
    return this.rows !== undefined;
  }

  /** Whether there is something in the draft to discard. */
  get hasChanges(): boolean {
    const { draft } = this;
    return draft !== undefined && !this.isBlank(draft);
  }

  /** Keeps the draft in the dialog. */
  protected save(draft: FormDraft<S, V, I, R> | undefined): void {
    this.drafts.set(this.key, draft);
  }

  protected fieldsOf(draft: FormDraft<S, V, I, R>): readonly FormField<V>[] {
    return fieldsIn(this.rows?.(draft) ?? []);
  }

  /** All is to be said that is wrong. */
  protected touchAll(): void {
    const { draft } = this;
    for (const { name } of draft ? this.fieldsOf(draft) : []) this.touched.add(name);
  }
}
