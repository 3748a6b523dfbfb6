import { nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { AdapterError } from '../adapter/adapter-error.ts';
import type { RecordQuery } from '../data/query.ts';
import { Customer } from '../domain/customer.ts';
import type { WidgetHost } from '../element/widget-host.ts';
import { PendingWrite, type Outcome, type PendingPhase, type Submission } from '../element/pending-write.ts';
import { RecordController } from '../element/query-controller.ts';
import { adopt } from '../ui/adopt.ts';
import { Dialog } from '../ui/dialog.ts';
import { explainError } from '../ui/explain-error.ts';
import { formStyles } from '../ui/form.ts';
import { metricStyles } from '../ui/metric.ts';
import { DialogFocus } from './dialog-focus.ts';
import { formDialogStyles } from './form-dialog.styles.ts';
import type { FieldErrors, Refusal } from './form-draft.ts';
import { FormModel } from './form-model.ts';
import { formStep, reviewStep } from './form-steps.ts';
import { formStrip } from './form-strip.ts';

export interface FormPlace {
  /** The name of the form, unique in the widget. Ids begin with it. */
  readonly name: string;
  /** The parts of the buttons that open the form. If the others are gone, the focus returns to the first. */
  readonly openers: readonly string[];
}

/**
 * A write with its form in a dialog: fields, a draft for each customer and subject, validation, a review step, and a
 * strip that shows the outcome while no dialog does. A form extends this class and declares the rest: its subject
 * (`S`), field values (`V`), input of the write (`I`) and result (`R`). Without fields it only confirms.
 */
export abstract class FormDialog<S, V extends object, I, R, Row = never>
  extends FormModel<S, V, I, R, Row>
  implements ReactiveController
{
  readonly pending: PendingWrite<I, R, Row>;
  readonly #name: string;
  readonly #dialog: Dialog;
  readonly #focus: DialogFocus;
  readonly #customer: RecordController<Customer>;
  #reviewed: I | undefined;

  constructor(host: WidgetHost, { name, openers }: FormPlace) {
    super(host);
    for (const sheet of [...formStyles, metricStyles, formDialogStyles]) adopt(host, sheet);
    this.#name = name;
    this.#dialog = new Dialog(host, name, () => this.#closed());
    this.pending = new PendingWrite<I, R, Row>(host, this);
    this.#customer = new RecordController(host, (customerId) =>
      this.isOpen && this.review && host.client?.adapter.customers?.get ? customerOf(customerId) : undefined,
    );
    this.#focus = new DialogFocus(host, {
      dialog: this.#dialog,
      name,
      step: () => this.#reviewed,
      openers: [...openers, 'check'].map((part) => `[part~=${part}]`),
      inside: [
        `#${name}-confirmation`,
        `#dialog-${name} [aria-invalid=true]`,
        `#dialog-${name} [autofocus]`,
        `#dialog-${name} .body :is(input, select, textarea):not(:disabled)`,
      ],
      outside: ['[part=check]', `[part=${openers[0]}]:not(:disabled)`],
    });
    host.addController(this);
  }

  override intentionOf(_input: I): string {
    return this.#name;
  }

  get name(): string {
    return this.#name;
  }

  get isOpen(): boolean {
    return this.#dialog.isOpen;
  }

  /** `true` if a write is pending or of unknown outcome, so that nothing else can be submitted. */
  get isBusy(): boolean {
    return this.phase !== 'idle';
  }

  get phase(): PendingPhase {
    return this.pending.phase(this.#name);
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

  get signIn(): string | undefined {
    return this.host.stateOptions.signIn;
  }

  get hasReview(): boolean {
    return this.review !== undefined;
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
    const input = this.pending.input(this.#name);
    if (phase === 'idle' || input === undefined) return this.refusal ? this.refusalText(this.refusal) : '';
    const why = this.pending.unknownOutcome(this.#name);
    return [
      this.progressText(input, phase),
      why && !this.pending.canCheck && this.formWords.lookYourself,
      why && explainError(why, this.l10n),
    ]
      .filter(Boolean)
      .join(' ');
  }

  /** Opens the form and restores its draft. Does nothing while a write is pending or of unknown outcome. */
  open(subject: S): void {
    if (this.isBusy) return;
    this.host.announce('');
    this.key = this.keyOf(subject);
    const { draft } = this;
    if (!draft || (this.isBlank(draft) && !draft.refusal))
      this.save({ subject, values: this.blank(subject), errors: {} });
    if (!this.hasFields) this.submit();
    this.#dialog.show();
    // The browser would focus the close button if the first field has no `autofocus`, as a search or a choice.
    this.#focus.restore();
  }

  close(): void {
    this.#dialog.close();
  }

  hostUpdate(): void {}

  /** Continues to the review, or submits if there is none. Invalid fields receive the focus. */
  submit(): void {
    const { draft, reading } = this;
    this.touchAll();
    this.host.requestUpdate();
    if (!draft || reading.input === undefined || this.isBusy) return this.#focus.restore();
    // A form without fields reopens with its refusal and may retry under the same idempotency key.
    if (this.hasFields) this.save({ ...draft, errors: {}, refusal: undefined });
    if (!draft.refusal || this.hasFields) this.pending.resetIntention(this.#name);
    if (this.review) this.#reviewed = reading.input;
    else this.#send(reading.input);
  }

  /** Returns to the first step. */
  edit(): void {
    if (this.isBusy) return;
    this.#reviewed = undefined;
    this.host.requestUpdate();
  }

  /** Sends the reviewed input, once. Does nothing while a write is pending or of unknown outcome. */
  confirm(): void {
    const { reviewed } = this;
    if (reviewed !== undefined && !this.isBusy) this.#send(reviewed);
  }

  check(): void {
    void this.pending.check(this.#name);
  }

  /** Ends an unknown outcome after the operator has checked it. */
  resolve(): void {
    this.pending.resolve(this.#name);
  }

  strip(): TemplateResult | typeof nothing {
    if (this.isOpen) return nothing;
    const { refused } = this.drafts;
    return formStrip(this, refused && this.canOpen ? () => this.open(refused.subject) : undefined);
  }

  dialog(): TemplateResult | typeof nothing {
    return this.#dialog.render(() =>
      this.#reviewed === undefined
        ? formStep(this, (this.draft && this.rows?.(this.draft)) ?? [])
        : reviewStep(this, this.review!(this.#reviewed)),
    );
  }

  override settled({ input, customerId, client, isHere }: Submission<I>, outcome: Outcome<R>): void {
    if ('refused' in outcome) {
      const { refused: error, current } = outcome;
      const errors = this.#errorsOf(error);
      this.drafts.settle(customerId, client, (draft) => ({
        ...draft,
        errors,
        refusal: { input, error, current },
        isSent: false,
      }));
      if (!isHere) return;
      this.host.announce('');
      if (!staleCodes.has(error.code)) return;
      if (this.hasFields) this.#reviewed = undefined;
      this.reread();
    } else if ('done' in outcome) {
      this.drafts.settle(customerId, client, () => undefined);
      if (!isHere) return;
      this.close();
      this.host.announce(this.doneText(input, outcome.done));
    } else if (isHere && this.review) {
      // The strip shows the unknown outcome and offers to check it.
      this.close();
      this.host.announce('');
    }
  }

  /** Returns to the first step, without sending, because data has changed in the meantime. */
  protected refuse(input: I, error: AdapterError): void {
    const { draft } = this;
    this.#reviewed = undefined;
    if (draft) this.save({ ...draft, refusal: { input, error } });
  }

  /** Keeps the typed values. A form that only confirms drops its refusal, because the operator has seen it. */
  #closed(): void {
    const { draft, hasFields } = this;
    this.#reviewed = undefined;
    this.touched.clear();
    if (draft && !hasFields && !draft.isSent) this.save(undefined);
    this.host.requestUpdate();
  }

  #send(input: I): void {
    void this.pending.send(input);
    const { draft } = this;
    if (draft && this.isBusy) this.drafts.setSent(this.key, { ...draft, errors: {}, refusal: undefined });
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

/** The query for the customer that the review step names. */
const customerOf = (customerId: string): RecordQuery<Customer> => ({
  name: 'customers.get',
  customerId,
  schema: Customer,
  ownerOf: ({ id }) => id,
  load: (adapter, options) => adapter.customers?.get?.(customerId, options),
});
