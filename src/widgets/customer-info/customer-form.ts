import { nothing, type TemplateResult } from 'lit';
import { AdapterError } from '../../adapter/adapter-error.ts';
import { updatesOf } from '../../adapter/features.ts';
import { parseRecord } from '../../data/boundary.ts';
import type { DashboardClient } from '../../data/client.ts';
import type { ReadSettings } from '../../data/query.ts';
import type { List } from '../../data/snapshot.ts';
import { codeOf, type Coded } from '../../domain/field.ts';
import { verificationCodes, type CustomerMember } from '../../domain/customer-change.ts';
import { Customer, type Named } from '../../domain/customer.ts';
import type { FactEvent, RequestEvent } from '../../element/events.ts';
import { ListController } from '../../element/query-controller.ts';
import type { WidgetHost } from '../../element/widget-host.ts';
import { FormDialog } from '../../forms/form-dialog.ts';
import { merged, type FormDraft, type Reading, type Rest } from '../../forms/form-drafts.ts';
import type { FormRow } from '../../forms/form-field.ts';
import type { WriteTexts } from '../../forms/form-model.ts';
import { adopt } from '../../ui/styles.ts';
import { formMessage } from '../../ui/explain-error.ts';
import { SearchField, searchStyles } from '../../ui/search-field.ts';
import { businessChoice } from './business-choice.ts';
import * as events from './customer-dialogs.events.ts';
import { textRows } from './customer-fields.ts';
import {
  changeOf,
  comparable,
  faultsIn,
  valuesOf,
  verificationOf,
  type CustomerEdit,
  type CustomerValues,
} from './customer-values.ts';
import { businessAccountsOf, changing, mayWrite, verifying } from './customer-writes.ts';
import { customerEditWords } from './edit-words.en.ts';
import { worded } from '../../features/figures/figure-basis.ts';
import { customerFurtherWords } from './further-words.en.ts';
import { customerInfoWords } from './words.en.ts';

/** A write of an edit: the record first, then the verification, which is a write of its own. */
interface Change extends CustomerEdit {
  /** `true` if the record was saved and only the verification is left. */
  readonly isRest?: boolean;
}

type Draft = FormDraft<Customer, CustomerValues, Change, Customer>;

/** Changes a customer's data. Where two people have changed the same field, it shows both values. */
export class CustomerForm extends FormDialog<Customer, CustomerValues, Change, Customer> {
  readonly #businesses: ListController<Named>;
  readonly #search: SearchField;

  /** `reread` refetches the current customer. */
  constructor(host: WidgetHost, reread: () => void) {
    super(host, {
      name: 'edit',
      port: 'customers',
      openers: ['edit'],
      request: requestsOf,
      fact: factOf,
      reread,
    });
    adopt(host, searchStyles);
    this.#search = new SearchField(host);
    this.#businesses = new ListController<Named>(
      host,
      (customerId) =>
        this.isOpen && this.#offersBusinesses ? businessAccountsOf(customerId, this.#search.text) : undefined,
      { keepPreviousData: true },
    );
  }

  get words() {
    return this.l10n.words(customerEditWords);
  }

  override get formWords() {
    const { save, saving: sending, discard, check: checkNow, readAgain } = this.words;
    return { ...super.formWords, save, sending, discard, checkNow, readAgain };
  }

  override get heading(): string {
    return this.words.edit;
  }

  override get locksFields(): boolean {
    return true;
  }

  override open(customer: Customer): void {
    this.#search.search('');
    super.open(customer);
  }

  protected override blank(customer: Customer): CustomerValues {
    return valuesOf(customer);
  }

  protected override readonly comparable = comparable;

  protected override rows({ subject, values }: Draft): readonly FormRow<CustomerValues>[] {
    const { words, l10n, host } = this;
    const { yes, no } = l10n.words(customerFurtherWords);
    const updates = mayWrite(host, 'customers.update') ? this.#updates : [];
    return [
      ...textRows(subject, updates, l10n),
      updates.includes('businessAccountIds') && this.#offersBusinesses
        ? {
            kind: 'custom',
            name: 'businessAccounts',
            label: words.business,
            textOf: (accounts) => (accounts as readonly Named[]).map(({ name }) => name).join(', '),
            render: ({ error }) =>
              businessChoice({
                list: this.#found,
                search: this.#search,
                chosen: values.businessAccounts,
                error,
                l10n,
                onChoose: (account, isChosen) => this.#choose(account, isChosen),
                onRetry: () => this.#businesses.refresh(),
              }),
          }
        : undefined,
      updates.includes('taxExempt')
        ? { kind: 'checkbox', name: 'taxExempt', label: words.taxExempt, textOf: (isExempt) => (isExempt ? yes : no) }
        : undefined,
      updates.includes('taxExemptUntil') && values.taxExempt
        ? {
            kind: 'date',
            name: 'taxExemptUntil',
            label: words.taxExemptUntil,
            isOptional: true,
            isShort: true,
            textOf: (day) => (typeof day === 'string' && day ? l10n.day(day) : ''),
          }
        : undefined,
      mayWrite(host, 'customers.setStatus') ? this.#verification(subject, values) : undefined,
    ];
  }

  protected override read({ subject, values }: Draft): Reading<Change> {
    const edit = { base: subject, values, updates: this.#updates };
    const { invalidEmail, invalidPhone, invalidDay, empty, unchanged } = this.words;
    const texts: Partial<Record<string, string>> = {
      email: invalidEmail,
      recoveryEmail: invalidEmail,
      phone: invalidPhone,
      taxExemptUntil: invalidDay,
    };
    const faults = faultsIn(edit);
    if (faults.length) return { errors: Object.fromEntries(faults.map((name) => [name, texts[name] ?? empty])) };
    if (!changeOf(edit) && verificationOf(edit) === undefined) return { errors: {}, unchanged };
    return { errors: {}, input: edit };
  }

  protected override fieldOf(path: string): string | undefined {
    return path === 'businessAccountIds' ? 'businessAccounts' : path;
  }

  override operation(edit: Change) {
    const change = changeOf(edit);
    return change ? changing(edit.base, change) : verifying(edit.base, verificationOf(edit) ?? '');
  }

  /** Once the record is saved, only the verification is left, based on the saved record. */
  protected override rest(_: Draft, edit: Change, saved: Customer): Rest<Customer, CustomerValues, Change> | undefined {
    const verification = verificationOf(edit);
    if (!changeOf(edit) || verification === undefined) return undefined;
    const values = { ...valuesOf(saved), verification };
    return { subject: saved, values, next: { ...edit, base: saved, values, isRest: true } };
  }

  /** Compares the values with the current record, past the cache. */
  override async compare(
    client: DashboardClient,
    { base, values, isRest }: Change,
    settings: ReadSettings,
  ): Promise<void> {
    if (isRest) return;
    const current = await readCustomer(client, base.id, settings);
    const versions = { base: valuesOf(base), mine: values, theirs: valuesOf(current) };
    if (Object.keys(merged(versions, comparable).theirs).length) throw new AdapterError('conflict', { current });
  }

  protected override merge(current: Customer): Customer {
    return current;
  }

  protected override fetchCurrent(
    client: DashboardClient,
    { base }: Change,
    settings: ReadSettings,
  ): Promise<Customer> {
    return readCustomer(client, base.id, settings);
  }

  override message(): TemplateResult | typeof nothing {
    const { draft } = this;
    const message = super.message();
    if (message !== nothing || !draft) return message;
    const isKept = this.pending.keepsVersion({ base: draft.subject, values: draft.values, updates: this.#updates });
    return isKept ? nothing : formMessage('quiet', this.words.noVersions);
  }

  protected override texts({ isRest }: Change): WriteTexts {
    const { unknown, saved: done, conflict, partlySaved, notSaved } = this.words;
    return { unknown, done, refused: isRest ? partlySaved : notSaved, instead: { conflict } };
  }

  #verification(
    { verification, verificationChoices }: Customer,
    { verification: code }: CustomerValues,
  ): FormRow<CustomerValues> {
    const { words, l10n } = this;
    const choices: readonly Coded[] = verificationChoices ?? verificationCodes;
    const { verified, unverified, pending } = l10n.words(customerInfoWords);
    const known = { verified, unverified, pending };
    const options = choices.map((choice) => ({ value: codeOf(choice), label: worded(choice, known) }));
    // The current code may be none of those that can be chosen.
    const current = { value: code, label: verification ? worded(verification, known) : l10n.common.unknown };
    return {
      kind: 'select',
      name: 'verification',
      label: words.verification,
      isOptional: 'unmarked',
      help: words.verificationHelp,
      keepsHelp: true,
      options: options.some(({ value }) => value === code) ? options : [current, ...options],
      textOf: (value) => worded(String(value), known),
    };
  }

  /** Assigns a business account, or removes it. */
  #choose(account: Named, isChosen: boolean): void {
    const others = this.draft?.values.businessAccounts.filter(({ id }) => id !== account.id) ?? [];
    this.change({ businessAccounts: isChosen ? [...others, account] : others });
  }

  /** The members that the platform can change. */
  get #updates(): readonly CustomerMember[] {
    return updatesOf(this.host.client?.adapter ?? {});
  }

  get #offersBusinesses(): boolean {
    const { businessAccounts } = this.host.client?.adapter ?? {};
    return businessAccounts?.list !== undefined && this.draft?.subject.businessAccounts !== undefined;
  }

  get #found(): List<Named> | 'loading' | 'failed' {
    const { snapshot } = this.#businesses;
    return snapshot.phase === 'ready' ? snapshot.data : snapshot.phase === 'error' ? 'failed' : 'loading';
  }
}

/** Returns the events of both writes, before the first is sent. */
function requestsOf(edit: Change): readonly RequestEvent[] {
  const { id } = edit.base;
  const verification = verificationOf(edit);
  return [
    ...(changeOf(edit) ? [new events.CustomerUpdateEvent(id)] : []),
    ...(verification !== undefined && !edit.isRest ? [new events.CustomerStatusSetEvent(id, verification)] : []),
  ];
}

function factOf(edit: Change): FactEvent {
  const { id } = edit.base;
  return changeOf(edit)
    ? new events.CustomerUpdatedEvent(id)
    : new events.CustomerStatusChangedEvent(id, verificationOf(edit) ?? '');
}

/** Fetches the current record of a customer. */
async function readCustomer(client: DashboardClient, id: string, settings: ReadSettings): Promise<Customer> {
  const call = client.adapter.customers?.get?.(id, { ...settings, signal: AbortSignal.timeout(30_000) });
  if (!call) throw new AdapterError('unsupported');
  return parseRecord({ schema: Customer, customerId: id, ownerOf: (customer) => customer.id }, await call);
}
