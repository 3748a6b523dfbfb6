import type { Revealed, RevealInput } from '../../domain/customer-change.ts';
import type { Customer } from '../../domain/customer.ts';
import { customerLengths } from '../../domain/lengths.ts';
import { fieldKey } from '../../domain/masking.ts';
import { trimmed } from '../../domain/visible.ts';
import type { Outcome, Submission } from '../../element/pending-write.ts';
import type { WidgetController, WidgetHost } from '../../element/widget-host.ts';
import { FormDialog } from '../../forms/form-dialog.ts';
import type { FormDraft, Reading } from '../../forms/form-drafts.ts';
import type { FormRow } from '../../forms/form-field.ts';
import type { WriteTexts } from '../../forms/form-model.ts';
import { explainError } from '../../ui/explain-error.ts';
import { RevealedEvent, RevealEvent } from './customer-dialogs.events.ts';
import { revealing } from './customer-writes.ts';
import { customerEditWords } from './edit-words.en.ts';
import { Reveals } from './reveals.ts';

interface Masked {
  readonly what: RevealInput;
  /** The name of the value. */
  readonly label: string;
}

interface Values {
  readonly reason: string;
}

interface Reveal extends Masked, Values {
  readonly customerId: string;
  /** The number of the visit in which it was asked for. */
  readonly visit: number;
}

type Draft = FormDraft<Masked, Values, Reveal, Revealed>;

const intentionOf = (what: RevealInput): string => `reveal ${fieldKey(what)}`;

/** Reveals a masked value for a recorded reason and a limited time, after which it is masked again. */
export class RevealForm extends FormDialog<Masked, Values, Reveal, Revealed> implements WidgetController {
  readonly #reveals: Reveals;
  readonly #labels = new Map<string, string>();
  /** The key of the value that was asked for last. */
  #lastKey = '';
  /** The number of the current visit: an answer to a previous visit is ignored, even for the same customer. */
  #visit = 0;

  constructor(host: WidgetHost) {
    super(host, {
      name: 'reveal',
      port: 'customers',
      openers: ['reveal'],
      focusAfter: () => this.#targets,
      request: ({ customerId, what }) => new RevealEvent(customerId, fieldKey(what)),
      fact: ({ customerId, what }) => new RevealedEvent(customerId, fieldKey(what)),
    });
    this.#reveals = new Reveals((what) => this.#ended(fieldKey(what)));
  }

  get words() {
    return this.l10n.words(customerEditWords);
  }

  override get formWords() {
    const { revealAction } = this.words;
    return { ...super.formWords, save: revealAction, sending: revealAction, checkNow: revealAction };
  }

  override get heading(): string {
    const what = this.l10n.withinSentence(this.draft?.subject.label ?? '');
    return this.l10n.text(this.words.revealWhat, { what });
  }

  override get submitPart(): string {
    return 'confirm';
  }

  override get checkPart(): string {
    return 'confirm';
  }

  override get isRepeatable(): boolean {
    return true;
  }

  protected override get intention(): string {
    return this.draft ? intentionOf(this.draft.subject.what) : this.name;
  }

  override intentionOf({ what }: Reveal): string {
    return intentionOf(what);
  }

  override open(masked: Masked): void {
    this.#lastKey = fieldKey(masked.what);
    this.pending.forget(intentionOf(masked.what));
    const { draft } = this;
    // What was asked for another value shows its outcome in the widget, not in this dialog.
    const sent = draft?.sent && fieldKey(draft.sent.what) === this.#lastKey ? draft.sent : undefined;
    if (draft) this.save({ ...draft, subject: masked, errors: {}, refusal: undefined, sent });
    super.open(masked);
  }

  /** Returns the customer with the revealed values. */
  over(customer: Customer): Customer {
    return this.#reveals.over(customer);
  }

  isShown(key: string): boolean {
    return this.#reveals.has(key);
  }

  hide(key: string): void {
    this.#reveals.hide(key);
    this.#lastKey = key;
    this.host.requestUpdate();
    this.#focus();
  }

  /** Masks all values. */
  hostCustomerChanged(): void {
    this.#visit += 1;
    this.#reveals.clear();
  }

  hostDisconnected(): void {
    this.#reveals.clear();
  }

  /** Returns the typed reason, which is kept for the next value until one is revealed. */
  protected override blank(): Values {
    return { reason: this.draft?.values.reason ?? '' };
  }

  /** A reason is not worth a warning. */
  protected override isBlank(): boolean {
    return true;
  }

  protected override rows(): readonly FormRow<Values>[] {
    const { words } = this;
    const { reason: maxLength } = customerLengths;
    return [{ kind: 'text', name: 'reason', label: words.reason, help: words.reasonHelp, maxLength, takesFocus: true }];
  }

  protected override read({ subject, values }: Draft): Reading<Reveal> {
    const { customerId } = this;
    const reason = trimmed(values.reason);
    if (!reason || customerId === undefined) return { errors: { reason: this.words.reasonMissing } };
    return { errors: {}, input: { ...subject, customerId, reason, visit: this.#visit } };
  }

  override operation({ customerId, what, reason }: Reveal) {
    return revealing(customerId, what, reason);
  }

  protected override texts({ what, label }: Reveal): WriteTexts {
    const { words, l10n } = this;
    const error = this.pending.unknownOutcome(intentionOf(what));
    return {
      unknown: error ? `${words.notRevealed} ${explainError(error, l10n)}` : '',
      refused: words.notRevealed,
      done: l10n.text(words.revealed, { what: label }),
    };
  }

  /** Shows the value, unless the operator has left the customer since and must not see it now. */
  override settled(submission: Submission<Reveal>, outcome: Outcome<Revealed>): void {
    const { what, label, visit } = submission.input;
    const isHere = submission.isHere && this.host.isConnected && visit === this.#visit;
    super.settled({ ...submission, isHere }, outcome);
    if (!isHere || !('done' in outcome)) return;
    this.#labels.set(fieldKey(what), label);
    this.#reveals.show(what, outcome.done, this.l10n.now);
    this.#lastKey = fieldKey(what);
    this.#focus();
  }

  #ended(key: string): void {
    const what = this.#labels.get(key) ?? '';
    this.host.announce(this.l10n.text(this.words.maskedAgain, { what }));
    this.host.requestUpdate();
  }

  /** The selectors of the button that hides the last value, and of the one that reveals it. */
  get #targets(): readonly string[] {
    return ['hide', 'reveal'].map((part) => `[part~=${part}][data-datum="${CSS.escape(this.#lastKey)}"]`);
  }

  /** Focuses the button that replaced the other one. */
  #focus(): void {
    void this.host.updateComplete.then(() =>
      this.host.renderRoot.querySelector<HTMLElement>(this.#targets.join())?.focus(),
    );
  }
}
