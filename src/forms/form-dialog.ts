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
import { DialogFocus } from './dialog-focus.ts';
import { formDialogStyles } from './form-dialog.styles.ts';
import type { FieldErrors, Refusal } from './form-draft.ts';
import { FormModel } from './form-model.ts';
import { formStep, reviewStep } from './form-steps.ts';
import { formStrip } from './form-strip.ts';

export interface FormPlace {
  /** Unique in the widget: the ids begin with it. */
  readonly name: string;
  /** The parts of the buttons that open it. The first is where the focus goes when the others have gone. */
  readonly openers: readonly string[];
}

/**
 * A write with its form in a dialog: fields, a draft for each customer and subject, validation, a second step in which
 * it is confirmed, its outcome in a strip where no dialog says so. A form extends this and declares the rest: what it
 * is about (`S`), what is typed (`V`), what is sent (`I`) and what is answered (`R`). Without fields it only confirms.
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
    for (const sheet of [...formStyles, formDialogStyles]) adopt(host, sheet);
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
      inside: [`#${name}-confirmation`, `#dialog-${name} [aria-invalid=true]`, `#dialog-${name} [autofocus]`],
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

  /** Whether something was sent of which it is not known what became of it: nothing else can be sent then. */
  get isBusy(): boolean {
    return this.phase !== 'idle';
  }

  get phase(): PendingPhase {
    return this.pending.phase(this.#name);
  }

  /** What is to be confirmed, in the second step. */
  get reviewed(): I | undefined {
    return this.#reviewed;
  }

  /** Whom it is about, as far as that is known. */
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

  /** Why the draft in the dialog was refused; empty where it was not. */
  get refusedText(): string {
    const { refusal } = this.draft ?? {};
    return refusal ? this.refusalText(refusal) : '';
  }

  /** The last refusal of this customer, of whichever draft. */
  get refusal(): Refusal<I, R> | undefined {
    return this.drafts.refused?.refusal;
  }

  /** How it stands with what was sent, or why it was refused: for those who do not see it, too. */
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

  /** Opens the form, where nothing is under way or unknown: goes on where somebody left off. */
  open(subject: S): void {
    if (this.isBusy) return;
    this.host.announce('');
    this.key = this.keyOf(subject);
    const { draft } = this;
    if (!draft || (this.isBlank(draft) && !draft.refusal))
      this.save({ subject, values: this.blank(subject), errors: {} });
    if (!this.hasFields) this.submit();
    this.#dialog.show();
  }

  close(): void {
    this.#dialog.close();
  }

  hostUpdate(): void {}

  /** On to the second step, or to the server where there is none. What is wrong takes the focus. */
  submit(): void {
    const { draft, reading } = this;
    this.touchAll();
    this.host.requestUpdate();
    if (!draft || reading.input === undefined || this.isBusy) return this.#focus.restore();
    // What only confirms comes back to its refusal, and may try again under the same key.
    if (this.hasFields) this.save({ ...draft, errors: {}, refusal: undefined });
    if (!draft.refusal || this.hasFields) this.pending.resetIntention(this.#name);
    if (this.review) this.#reviewed = reading.input;
    else this.#send(reading.input);
  }

  /** Back to the first step. */
  edit(): void {
    if (this.isBusy) return;
    this.#reviewed = undefined;
    this.host.requestUpdate();
  }

  /** Sends what was reviewed. Once: while it is under way or unknown, nothing else is sent. */
  confirm(): void {
    const { reviewed } = this;
    if (reviewed !== undefined && !this.isBusy) this.#send(reviewed);
  }

  check(): void {
    void this.pending.check(this.#name);
  }

  /** The operator has found out for themselves. */
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
      // The strip says that nobody knows, and asks.
      this.close();
      this.host.announce('');
    }
  }

  /** Back to the first step for what has changed meanwhile: nothing was sent. */
  protected refuse(input: I, error: AdapterError): void {
    const { draft } = this;
    this.#reviewed = undefined;
    if (draft) this.save({ ...draft, refusal: { input, error } });
  }

  /** What was typed stays; what only confirms is done with once it was looked at. */
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

/** Refused for what is there now: then what is shown is not, and what was typed is to be looked at again. */
const staleCodes: ReadonlySet<AdapterError['code']> = new Set(['conflict', 'not-found', 'validation']);

/** The customer's own data, for whom the second step names. */
const customerOf = (customerId: string): RecordQuery<Customer> => ({
  name: 'customers.get',
  customerId,
  schema: Customer,
  ownerOf: ({ id }) => id,
  load: (adapter, options) => adapter.customers?.get?.(customerId, options),
});
