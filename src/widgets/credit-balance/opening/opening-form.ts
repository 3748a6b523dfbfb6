import type { Write } from '../../../data/write.ts';
import { CreditAccount, kindOf, type CreditOpening } from '../../../domain/credit.ts';
import type { Outcome, Submission } from '../../../element/pending-write.ts';
import { FormDialog } from '../../../forms/form-dialog.ts';
import type { FormDraft, Reading } from '../../../forms/form-drafts.ts';
import type { FormRow } from '../../../forms/form-field.ts';
import type { WriteTexts } from '../../../forms/form-model.ts';
import type { Localization } from '../../../i18n/localization.ts';
import { labelWithoutId } from '../account-words.ts';
import { CreditOpenedEvent, CreditOpenEvent } from '../credit-balance.events.ts';
import type { CreditHost, ShownCredit } from '../shown-credit.ts';
import { openingWords } from './opening-words.en.ts';

/** An account to open. */
interface NewAccount {
  readonly customerId: string;
  readonly opening: CreditOpening;
}

/** The label of the chosen account, which is unique among those that can be opened. */
interface OpeningValues {
  readonly account: string;
}

type Draft = FormDraft<undefined, OpeningValues, NewAccount, CreditAccount>;

/** The form that opens an account. Which ones can be opened is declared by the port. */
export class OpeningForm extends FormDialog<undefined, OpeningValues, NewAccount, CreditAccount, CreditAccount> {
  readonly #shown: ShownCredit;

  constructor(host: CreditHost, shown: ShownCredit) {
    super(host, {
      name: 'opening',
      port: 'credit',
      openers: ['open-account', 'adjust'],
      request: ({ customerId }) => new CreditOpenEvent(customerId),
      fact: (_, { customerId, id }) => new CreditOpenedEvent(customerId, id),
      reread: () => shown.accounts.refresh(),
    });
    this.#shown = shown;
  }

  get words() {
    return this.l10n.words(openingWords);
  }

  override get formWords() {
    return { ...super.formWords, save: this.words.open };
  }

  override get heading(): string {
    return this.words.heading;
  }

  override get locksFields(): boolean {
    return true;
  }

  protected override blank(): OpeningValues {
    return { account: this.#choices[0]?.label ?? '' };
  }

  /** A choice alone is nothing to lose. */
  protected override isBlank({ refusal, sent }: Draft): boolean {
    return refusal === undefined && sent === undefined;
  }

  protected override rows({ values }: Draft): readonly FormRow<OpeningValues>[] {
    const { words } = this;
    const labels = this.#choices.map(({ label }) => label);
    // The account of a draft may have been opened by somebody else meanwhile.
    const options = labels.includes(values.account) || !values.account ? labels : [values.account, ...labels];
    return [
      {
        kind: 'select',
        name: 'account',
        label: words.account,
        help: words.help,
        keepsHelp: true,
        takesFocus: true,
        options: options.map((label) => ({ value: label, label })),
      },
    ];
  }

  protected override read({ values }: Draft): Reading<NewAccount> {
    const { customerId, words } = this;
    const opening = this.#choices.find(({ label }) => label === values.account)?.opening;
    if (!opening) return { errors: { account: values.account ? words.exists : words.none } };
    return { errors: {}, input: customerId === undefined ? undefined : { customerId, opening } };
  }

  /** Returns the field of a path in the server's errors: the kind and the currency are one choice. */
  protected override fieldOf(): string {
    return 'account';
  }

  /** Opens the account. The write is not optimistic: only the server knows what the account allows. */
  override operation({ customerId, opening }: NewAccount): Write<CreditAccount, CreditAccount> {
    return {
      customerId,
      schema: CreditAccount,
      list: {
        name: 'credit.accounts',
        confirmed: (accounts, opened) => [...accounts.filter(({ id }) => id !== opened.id), opened],
      },
      send: ({ credit }, options) => credit?.open?.(customerId, opening, options),
    };
  }

  override settled(submission: Submission<NewAccount>, outcome: Outcome<CreditAccount>): void {
    super.settled(submission, outcome);
    if ('done' in outcome && submission.isHere) this.#shown.choose(outcome.done.id);
  }

  protected override texts({ opening }: NewAccount): WriteTexts {
    const { words, l10n } = this;
    return {
      pending: words.pending,
      unknown: words.unknown,
      refused: words.notOpened,
      instead: { conflict: `${words.notOpened} ${words.exists}` },
      done: l10n.text(words.opened, { account: openingLabel(opening, l10n) }),
    };
  }

  get #choices(): readonly { readonly opening: CreditOpening; readonly label: string }[] {
    return this.#shown.openings.map((opening) => ({ opening, label: openingLabel(opening, this.l10n) }));
  }
}

/** Returns the name of an account that can be opened. */
function openingLabel(opening: CreditOpening, l10n: Localization): string {
  const { currency, unit } = { currency: undefined, unit: '', ...opening };
  const balance = currency === undefined ? { value: '0', unit } : { value: '0', currency };
  return labelWithoutId({ kind: kindOf(opening), balance }, l10n);
}
