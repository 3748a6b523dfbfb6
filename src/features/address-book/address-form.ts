import { html, nothing, type TemplateResult } from 'lit';
import type { DashboardClient } from '../../data/client.ts';
import type { ListData } from '../../data/observe.ts';
import type { ReadSettings } from '../../data/query.ts';
import type { BookAddress } from '../../domain/address.ts';
import { isWithheld } from '../../domain/field.ts';
import type { Outcome, Submission } from '../../element/pending-write.ts';
import type { WidgetHost } from '../../element/widget-host.ts';
import type { FormConflict } from '../../forms/form-conflict.ts';
import { FormDialog } from '../../forms/form-dialog.ts';
import type { FieldErrors, FormDraft, Reading, Rest } from '../../forms/form-drafts.ts';
import type { FormRow } from '../../forms/form-field.ts';
import type { WriteTexts } from '../../forms/form-model.ts';
import { bodyId } from '../../forms/form-steps.ts';
import * as icons from '../../ui/icons.ts';
import { notice } from '../../ui/state-view.ts';
import * as events from './address-book.events.ts';
import { addressFields, addressHints, labelField, versionFields } from './address-fields.ts';
import {
  addressFrom,
  fieldsOf,
  inputOf,
  isDirty,
  missingIn,
  noValues,
  tooLongIn,
  valuesOf,
  type AddressValues,
} from './address-values.ts';
import {
  change,
  compareAddress,
  creation,
  intentionOf,
  keyOf,
  type AddressSubject,
  type AddressWrite,
} from './address-writes.ts';
import { addressFormWords } from './words.en.ts';

type Draft = FormDraft<AddressSubject, AddressValues, AddressWrite, BookAddress>;

/** The form for a new or changed address. Its draft is kept for each customer and address. */
export class AddressForm extends FormDialog<AddressSubject, AddressValues, AddressWrite, BookAddress, BookAddress> {
  #then: ((created: BookAddress) => void) | undefined;

  constructor(host: WidgetHost) {
    super(host, {
      name: 'address',
      port: 'addresses',
      openers: ['add'],
      request: ({ customerId, base }) =>
        base ? new events.AddressUpdateEvent(customerId, base.id) : new events.AddressCreateEvent(customerId),
      fact: ({ customerId, base }, { id }) =>
        base ? new events.AddressUpdatedEvent(customerId, id) : new events.AddressCreatedEvent(customerId, id),
    });
  }

  get words() {
    return this.l10n.words(addressFormWords);
  }

  override get heading(): string {
    return this.draft?.subject.base ? this.words.editHeading : this.words.addHeading;
  }

  /** Returns true if the address has unsaved changes. */
  hasDraft({ id }: BookAddress): boolean {
    const draft = this.drafts.get(id);
    return draft !== undefined && !this.isBlank(draft);
  }

  /**
   * Opens the form for a new address, with its draft if there is one. Calls `then` with the created address unless the
   * dialog was closed before.
   */
  openNew(country = '', then?: (created: BookAddress) => void): void {
    this.open({ country });
    this.#then = then;
  }

  /** Opens the form for an address. Withheld addresses cannot be changed. */
  openAddress(base: BookAddress): void {
    if (!isWithheld(base.address)) this.open({ base, country: '' });
  }

  /** Saves an address that somebody has deleted meanwhile as a new one. */
  override submit(): void {
    const { draft } = this;
    if (draft && this.#isGone) {
      this.save(undefined);
      // Another new address keeps its draft.
      const other = this.drafts.get('');
      const replaces = other && !this.isBlank(other) ? this.key : undefined;
      const subject = { country: draft.values.country, replaces };
      this.key = this.keyOf(subject);
      this.save({ subject, values: draft.values, errors: {} });
    }
    super.submit();
  }

  override discard(): void {
    this.save(undefined);
    this.close();
  }

  override keepTheirs(): void {
    super.keepTheirs();
    this.host.refresh();
  }

  override readAgain(): void {
    super.readAgain();
    this.host.refresh();
  }

  protected override closed(): void {
    this.#then = undefined;
  }

  protected override keyOf(subject: Pick<AddressSubject, 'base' | 'replaces'>): string {
    return keyOf(subject);
  }

  protected override get intention(): string {
    return intentionOf(this.key);
  }

  override intentionOf(write: AddressWrite): string {
    return intentionOf(keyOf(write));
  }

  protected override blank({ base, country }: AddressSubject): AddressValues {
    return base ? valuesOf(base) : { ...noValues, country };
  }

  protected override isBlank({ subject, values }: Draft): boolean {
    return !isDirty({ values, base: subject.base });
  }

  protected override rows({ subject: { base }, values }: Draft): readonly FormRow<AddressValues>[] {
    const { l10n } = this;
    const edit = { base, values };
    return [
      ...addressHints(base, this.host.client?.adapter.addresses?.guarantees?.versions !== false, l10n),
      {
        kind: 'group',
        names: ['country', ...fieldsOf(edit)],
        render: () => addressFields({ edit, l10n, errors: this.errors, onInput: (typed) => this.change(typed) }),
      },
      this.#hasLabels ? labelField(l10n) : undefined,
    ];
  }

  protected override read({ subject: { base, replaces }, values }: Draft): Reading<AddressWrite> {
    const { customerId, words, l10n } = this;
    const edit = { base, values };
    const errors = Object.fromEntries([
      ...missingIn(edit).map((name) => [name, name === 'lines' ? words.missingLine : words.missing]),
      ...tooLongIn(edit).map((name) => [name, l10n.common.tooLong]),
    ]) as FieldErrors;
    if (customerId === undefined || Object.keys(errors).length) return { errors };
    return { errors, input: { customerId, base, replaces, input: inputOf(edit, this.#hasLabels) } };
  }

  /** The errors that are due, those of the server in the words of the form. */
  override get errors(): FieldErrors {
    const refused = Object.entries(this.draft?.errors ?? {}).map(([name, why = '']) => [
      name,
      this.l10n.text(this.words.refusedField, { why: `\u2068${why}\u2069` }),
    ]);
    return { ...super.errors, ...(Object.fromEntries(refused) as FieldErrors) };
  }

  /** Returns the field of a path: that of `lines.1` is `lines`. */
  protected override fieldOf(path: string): string | undefined {
    return path.split('.')[0];
  }

  override operation({ customerId, base, input }: AddressWrite) {
    return base ? change(base, input) : creation(customerId, input);
  }

  override async compare(client: DashboardClient, { base }: AddressWrite, settings: ReadSettings): Promise<void> {
    if (base) await compareAddress(client, base, settings);
  }

  /** Changes that were typed while the write was pending become the next change. */
  protected override rest(
    { values }: Draft,
    { base, input }: AddressWrite,
    saved: BookAddress,
  ): Rest<AddressSubject, AddressValues, AddressWrite> | undefined {
    const isSaved = JSON.stringify(inputOf({ base, values }, this.#hasLabels)) === JSON.stringify(input);
    return isSaved ? undefined : { subject: { base: saved, country: '' }, values };
  }

  override settled(submission: Submission<AddressWrite>, outcome: Outcome<BookAddress>): void {
    const then = submission.isHere && this.draft?.sent === submission.input ? this.#then : undefined;
    super.settled(submission, outcome);
    // The dialog stays open for what was typed meanwhile.
    if ('done' in outcome && !this.isOpen) then?.(outcome.done);
  }

  protected override conflict(draft: Draft): FormConflict<AddressSubject> | undefined {
    const theirs = this.#theirs(draft);
    if (!theirs) return undefined;
    const mine = inputOf({ base: draft.subject.base, values: draft.values }, this.#hasLabels);
    return {
      theirs: { base: theirs, country: '' },
      text: this.words.conflict,
      fields: versionFields(theirs, { ...theirs, address: addressFrom(mine), label: mine.label }, this.l10n),
    };
  }

  protected override texts(): WriteTexts {
    const { unknownOutcome: unknown, notSaved: refused, saved: done, gone, conflict } = this.words;
    return { unknown, refused, done, instead: { 'not-found': gone, conflict } };
  }

  override message(): TemplateResult {
    const text = this.phase === 'unknown' ? this.announcement : this.phase === 'idle' ? this.refusedText : '';
    return html`<div class="address-status" role="status">
      ${text ? notice({ path: icons.alert, tone: 'warning', text }) : nothing}
    </div>`;
  }

  override footer(): TemplateResult {
    const { words, l10n, phase, hasChanges } = this;
    const isPending = phase === 'pending' || phase === 'checking';
    const saves = this.#isGone ? words.saveAsNew : this.draft?.subject.base ? words.saveChange : words.save;
    return html`${hasChanges ? html`<span class="quiet small">${words.draft}</span>` : nothing}
      ${
        hasChanges
          ? html`<button
              type="button"
              class="button ghost"
              part="discard"
              aria-disabled=${isPending ? 'true' : nothing}
              @click=${() => isPending || this.discard()}
            >
              ${words.discard}
            </button>`
          : html`<button type="button" class="button ghost" @click=${() => this.close()}>${l10n.common.cancel}</button>`
      }
      <button class="button primary" part="save" form=${bodyId(this)} aria-disabled=${isPending ? 'true' : nothing}>
        ${phase === 'unknown' ? words.checkNow : isPending ? words.saving : saves}
      </button>`;
  }

  /** `true` if the platform gives addresses a label. */
  get #hasLabels(): boolean {
    return this.host.client?.adapter.addresses?.hasLabels ?? false;
  }

  /** `true` if the address to change no longer exists. */
  get #isGone(): boolean {
    const { subject, refusal } = this.draft ?? {};
    return subject?.base !== undefined && refusal?.error.code === 'not-found';
  }

  /** Returns the address with the other person's changes: that of the refusal, else that of a list. */
  #theirs({ subject: { base }, refusal }: Draft): BookAddress | undefined {
    // An unreadable address is reported by the list, which is refetched.
    const listed = base && this.#listed(base);
    const theirs = refusal?.current ?? (listed?.version === base?.version ? undefined : listed);
    return theirs && !isWithheld(theirs.address) ? theirs : undefined;
  }

  /** Returns the address from a cached list, if there is one. */
  #listed({ customerId, id }: BookAddress): BookAddress | undefined {
    const lists = this.host.client?.entriesOf<ListData<BookAddress>>('addresses.list', customerId) ?? [];
    return lists.flatMap(({ data }) => data?.items ?? []).find((address) => address.id === id);
  }
}
