import { nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { AdapterError } from '../adapter/adapter-error.ts';
import { customerQuery } from '../data/customer-queries.ts';
import type { Customer } from '../domain/customer.ts';
import type { WidgetHost } from '../element/widget-host.ts';
import { RecordController } from '../element/query-controller.ts';
import { adopt } from '../ui/styles.ts';
import { Dialog } from '../ui/dialog.ts';
import { formStyles } from '../ui/form.styles.ts';
import { metricStyles } from '../ui/metric.ts';
import { DialogFocus } from './dialog-focus.ts';
import { formDialogStyles } from './form-dialog.styles.ts';
import { conflictStep } from './form-conflict.ts';
import { formFooter, formStep, message, reviewStep, formStrip, type FormReview } from './form-steps.ts';
import type { FormDraft, Reading } from './form-drafts.ts';
import { FormWrite, type WriteOptions } from './form-write.ts';
import { versionStyles } from '../ui/versions.ts';

export interface FormOptions<I, R> extends WriteOptions<I, R> {
  /** The parts of the buttons that open the form. If the others are gone, the focus returns to the first. */
  readonly openers: readonly string[];
  /** Returns the selectors of the elements outside of the dialog, of which the first one that exists gets the focus. */
  readonly focusAfter?: () => readonly string[];
}

/**
 * A write with its form in a dialog: fields, a draft for each customer and subject, validation, a review step, and a
 * strip that shows the outcome while no dialog does. A form extends this class and declares the rest: its subject
 * (`S`), field values (`V`), input of the write (`I`) and result (`R`). Without fields it only confirms.
 */
export abstract class FormDialog<S, V extends object, I, R, Row = never>
  extends FormWrite<S, V, I, R, Row>
  implements ReactiveController
{
  readonly #dialog: Dialog;
  readonly #focus: DialogFocus;
  readonly #customer: RecordController<Customer>;
  #reviewed: I | undefined;

  constructor(host: WidgetHost, options: FormOptions<I, R>) {
    super(host, options);
    const { name, openers, focusAfter } = options;
    for (const sheet of [...formStyles, metricStyles, versionStyles, formDialogStyles]) adopt(host, sheet);
    this.#dialog = new Dialog(host, name, () => this.#closed());
    this.#customer = new RecordController(host, (customerId) =>
      this.isOpen && this.review && host.client?.adapter.customers?.get ? customerQuery(customerId) : undefined,
    );
    this.#focus = new DialogFocus(host, {
      dialog: this.#dialog,
      name,
      step: () => this.#reviewed ?? (this.currentConflict ? 'conflict' : undefined),
      openers: [...openers, 'check'].map((part) => `[part~=${part}]`),
      inside: [
        `#${name}-confirmation`,
        `#dialog-${name} [part=versions] button`,
        `#dialog-${name} [part=check]`,
        `#dialog-${name} [aria-invalid=true]`,
        `#dialog-${name} [autofocus]:not(:disabled)`,
        `#dialog-${name} .body :is(input, select, textarea):not(:disabled)`,
      ],
      outside: focusAfter ?? (() => ['[part=check]', `[part=${openers[0]}]:not(:disabled)`]),
    });
    host.addController(this);
  }

  override get isOpen(): boolean {
    return this.#dialog.isOpen;
  }

  /** The input that the review step shows. */
  get reviewed(): I | undefined {
    return this.#reviewed;
  }

  /** The customer that the form is about, once loaded. */
  get customer(): Customer | undefined {
    const { snapshot } = this.#customer;
    return snapshot.phase === 'ready' ? snapshot.data : undefined;
  }

  get customerId(): string | undefined {
    return this.host.activeCustomer;
  }

  get hasReview(): boolean {
    return this.review !== undefined;
  }

  /**
   * Opens the form and restores its draft. While a write is pending or of unknown outcome, a form with a review does
   * not open, because its strip shows the state.
   */
  open(subject: S): void {
    if (this.isBusy && this.review) return;
    this.host.announce('');
    this.key = this.keyOf(subject);
    const { draft } = this;
    if (!this.isBusy) {
      if (!draft || (this.isBlank(draft) && !draft.refusal))
        this.save({ subject, values: this.blank(subject), errors: {} });
      else if (this.merge) this.save(this.rebased(draft, subject));
      if (!this.hasFields) this.submit();
    }
    this.#dialog.show();
    // The browser would focus the close button if the first field has no `autofocus`, as a search or a choice.
    this.#focus.restore();
  }

  override close(): void {
    this.#dialog.close();
  }

  hostUpdate(): void {}

  /** Continues to the review, or submits if there is none. Invalid fields receive the focus. */
  override submit(): void {
    const { draft, reading } = this;
    this.touchAll();
    this.wasSubmitted = true;
    this.host.requestUpdate();
    if (this.phase === 'unknown') {
      if (!this.isRepeatable) return this.canCheck ? this.check() : this.readAgain();
      if (reading.input === undefined) return this.#focus.restore();
      if (this.isSame(reading.input)) return this.check();
      this.pending.forget(this.intention);
    }
    // A second click or Enter leaves the focus where the write was sent.
    if (this.isBusy) return;
    if (!draft || reading.input === undefined)
      return reading.unchanged === undefined ? this.#focus.restore() : undefined;
    // A form without fields reopens with its refusal and may retry under the same idempotency key.
    if (this.hasFields) this.save({ ...draft, errors: {}, refusal: undefined, theirs: undefined });
    if (!draft.refusal || this.hasFields) this.pending.resetIntention(this.intention);
    if (this.review) this.#reviewed = reading.input;
    else this.send(reading.input);
  }

  /** Returns to the first step. */
  edit(): void {
    if (!this.isBusy) this.backToFields();
  }

  protected override backToFields(): void {
    this.#reviewed = undefined;
    this.host.requestUpdate();
  }

  /** Sends the reviewed input, once. Does nothing while a write is pending or of unknown outcome. */
  confirm(): void {
    const { reviewed } = this;
    if (reviewed !== undefined && !this.isBusy) this.send(reviewed);
  }

  message(): TemplateResult | typeof nothing {
    return message(this);
  }

  footer(): TemplateResult {
    return formFooter(this);
  }

  strip(): TemplateResult | typeof nothing {
    if (this.isOpen) return nothing;
    const { refused } = this.drafts;
    return formStrip(this, refused && this.canOpen ? () => this.open(refused.subject) : undefined);
  }

  dialog(): TemplateResult | typeof nothing {
    return this.#dialog.render(() => {
      if (this.#reviewed !== undefined) return reviewStep(this, this.review!(this.#reviewed));
      const conflict = this.currentConflict;
      return conflict ? conflictStep(this, conflict) : formStep(this, (this.draft && this.rows?.(this.draft)) ?? []);
    });
  }

  /** Returns to the first step, without sending, because data has changed in the meantime. */
  protected refuse(input: I, error: AdapterError): void {
    const { draft } = this;
    this.#reviewed = undefined;
    if (draft) this.save({ ...draft, refusal: { input, error } });
  }

  /** Called when the dialog has closed. */
  protected closed(): void {}

  /** Keeps the typed values. A form that only confirms drops its refusal, because the operator has seen it. */
  #closed(): void {
    const { draft, hasFields } = this;
    this.#reviewed = undefined;
    this.touched.clear();
    this.wasSubmitted = false;
    if (draft && !hasFields && draft.sent === undefined) this.save(undefined);
    this.closed();
    this.host.requestUpdate();
  }
}

/** An action on a row that needs a confirmation: a dialog without fields. The row is its input. */
export abstract class RowAction<T, R = T, Row = T> extends FormDialog<T, object, T, R, Row> {
  override get heading(): string {
    return this.draft ? this.review(this.draft.subject).heading : '';
  }

  protected override blank(): object {
    return {};
  }

  protected override read({ subject }: FormDraft<T, object, T, R>): Reading<T> {
    return { errors: {}, input: subject };
  }

  abstract override review(row: T): FormReview;
}
