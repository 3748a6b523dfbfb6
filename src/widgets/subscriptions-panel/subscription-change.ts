import { html, nothing } from 'lit';
import type { DashboardClient } from '../../data/client.ts';
import { compareRow } from '../../data/compare-row.ts';
import type { ReadSettings } from '../../data/query.ts';
import type { Write } from '../../data/write.ts';
import { codeOf } from '../../domain/field.ts';
import type { Interval } from '../../domain/interval.ts';
import type { CatalogProduct } from '../../domain/cross-sell.ts';
import { isEnding, Subscription, subscriptionActionsOf } from '../../domain/subscription.ts';
import type { Outcome, Submission } from '../../element/pending-write.ts';
import { ListController } from '../../element/query-controller.ts';
import type { WidgetHost } from '../../element/widget-host.ts';
import { FormDialog } from '../../forms/form-dialog.ts';
import type { FormDraft, Reading } from '../../forms/form-drafts.ts';
import type { FormRow } from '../../forms/form-field.ts';
import type { WriteTexts } from '../../forms/form-model.ts';
import type { FormReview } from '../../forms/form-steps.ts';
import { formMessage } from '../../ui/explain-error.ts';
import { featureMark } from '../../ui/feature-mark.ts';
import { datum, name } from '../../ui/text.ts';
import { subscriptionFormWords } from './form-words.en.ts';
import {
  intervalKey,
  productsLike,
  readTerms,
  termFields,
  usualIntervals,
  type Terms,
  type TermValues,
} from './subscription-terms.ts';
import { productName, statusText, subscriptions, termsText } from './subscription-texts.ts';
import {
  SubscriptionChangedEvent,
  SubscriptionChangeEvent,
  type SubscriptionStep,
} from './subscriptions-panel.events.ts';
import { subscriptionsPanelWords } from './words.en.ts';

interface Values extends TermValues {
  readonly step: 'update' | 'pause' | 'resume' | 'cancelAtEnd' | 'cancelNow' | '';
}

interface Change {
  readonly subscription: Subscription;
  readonly way: Exclude<Values['step'], ''>;
  /** The new quantity and interval, for an update. */
  readonly terms?: Terms;
}

type Draft = FormDraft<Subscription, Values, Change, Subscription>;

const stepOf = (way: Change['way']): SubscriptionStep =>
  way === 'cancelAtEnd' || way === 'cancelNow' ? 'cancel' : way;

/** Changes the quantity and the interval of a subscription, or pauses, resumes or cancels it, once confirmed. */
export class SubscriptionChange extends FormDialog<Subscription, Values, Change, Subscription, Subscription> {
  readonly #products: ListController<CatalogProduct>;

  constructor(host: WidgetHost) {
    super(host, {
      name: 'change',
      port: 'subscriptions',
      openers: ['change', 'create'],
      request: ({ subscription: { customerId, id }, way }) => new SubscriptionChangeEvent(customerId, id, stepOf(way)),
      fact: ({ subscription: { customerId, id }, way }) => new SubscriptionChangedEvent(customerId, id, stepOf(way)),
      reread: () => host.refresh(),
    });
    this.#products = new ListController(host, () => {
      const { subject, values } = this.draft ?? {};
      return this.isOpen && subject && values?.step === 'update' ? productsLike(productName(subject)) : undefined;
    });
  }

  /** The intervals of the product, if the platform names them, and the one that the subscription has. */
  #intervalsFor({ product, interval }: Subscription): readonly Interval[] {
    const { snapshot } = this.#products;
    const found = snapshot.phase === 'ready' ? snapshot.data.items.find(({ id }) => id === product.id) : undefined;
    const offered = found?.intervals ?? usualIntervals;
    return offered.some((one) => intervalKey(one) === intervalKey(interval)) ? offered : [interval, ...offered];
  }

  get words() {
    return this.l10n.words(subscriptionFormWords);
  }

  override get heading(): string {
    return this.words.changeHeading;
  }

  protected override keyOf({ id }: Subscription): string {
    return id;
  }

  protected override blank({ quantity, interval }: Subscription): Values {
    return { step: '', quantity: String(quantity), interval: intervalKey(interval) };
  }

  /** A draft is about the subscription as it is now, which may have changed since. */
  override open(subject: Subscription): void {
    super.open(subject);
    const { draft } = this;
    if (draft && draft.subject !== subject && !this.isBusy) this.save({ ...draft, subject });
  }

  /** After a conflict, the form goes on from the current version. */
  override settled(submission: Submission<Change>, outcome: Outcome<Subscription>): void {
    super.settled(submission, outcome);
    const { draft } = this;
    const current = 'refused' in outcome ? outcome.current : undefined;
    if (submission.isHere && current && draft?.subject.id === current.id) this.save({ ...draft, subject: current });
  }

  protected override fieldOf(path: string): string | undefined {
    return path.split('.')[0];
  }

  protected override rows({ subject, values: { step } }: Draft): readonly FormRow<Values>[] {
    const { words, l10n } = this;
    const { permissions } = this.host;
    const states = subscriptionActionsOf(subject).map((action) => permissions.of(`subscriptions.${action}`));
    const denied = states.find((state) => state.state === 'denied');
    return [
      html`<p class="strong">${name(productName(subject), l10n)}</p>`,
      {
        kind: 'radio',
        name: 'step',
        label: words.step,
        invalid: words.stepMissing,
        options: this.#waysOf(subject).map((way) => {
          const availability = permissions.of(`subscriptions.${stepOf(way)}`);
          const isDisabled = availability.state === 'planned';
          return { value: way, label: words[way], mark: featureMark(availability, l10n), isDisabled };
        }),
      },
      step === 'update' ? termFields(this.#intervalsFor(subject), l10n) : undefined,
      denied?.state === 'denied' ? formMessage('quiet', denied.reason ?? words.denied) : undefined,
    ];
  }

  #waysOf(subscription: Subscription): Change['way'][] {
    const port = this.host.client?.adapter.subscriptions;
    return subscriptionActionsOf(subscription).flatMap((action): Change['way'][] => {
      const { state } = this.host.permissions.of(`subscriptions.${action}`);
      if (!port?.[action] || state === 'denied' || state === 'unknown') return [];
      if (action !== 'cancel') return [action];
      // One that is paused or ending has no further period to end with.
      return isEnding(subscription) || codeOf(subscription.status) === 'paused'
        ? ['cancelNow']
        : ['cancelAtEnd', 'cancelNow'];
    });
  }

  protected override read({ subject, values }: Draft): Reading<Change> {
    const { step: way } = values;
    if (!way) return { errors: {} };
    if (way !== 'update') return { errors: {}, input: { subscription: subject, way } };
    const terms = readTerms(values, this.#intervalsFor(subject));
    if (terms && JSON.stringify(valueOf({ ...subject, ...terms })) === JSON.stringify(valueOf(subject)))
      return { errors: { quantity: this.words.sameTerms } };
    return { errors: {}, input: terms && { subscription: subject, way, terms } };
  }

  override operation({
    subscription: { customerId, id, version },
    way,
    terms,
  }: Change): Write<Subscription, Subscription> {
    return {
      customerId,
      id,
      ifVersion: version,
      schema: Subscription,
      list: { name: subscriptions.name },
      send: ({ subscriptions: port }, options) => {
        if (terms) return port?.update?.(customerId, id, terms, options);
        if (way === 'pause' || way === 'resume') return port?.[way]?.(customerId, id, options);
        return port?.cancel?.(customerId, id, { at: way === 'cancelNow' ? 'now' : 'period-end' }, options);
      },
    };
  }

  override compare(client: DashboardClient, { subscription: base }: Change, settings: ReadSettings): Promise<void> {
    return compareRow(client, { operation: subscriptions, base, valueOf }, settings);
  }

  override review({ subscription, way, terms }: Change): FormReview {
    const { words, l10n } = this;
    const labels = l10n.words(subscriptionsPanelWords);
    return {
      heading: words[`${stepOf(way)}Question`],
      terms: html`<dt>${labels.product}</dt>
        <dd>${name(productName(subscription), l10n)}</dd>
        <dt>${labels.terms}</dt>
        <dd>
          ${datum(termsText(terms ?? subscription, l10n))}
          ${terms ? html`<span class="quiet">${l10n.text(words.before, { terms: termsText(subscription, l10n) })}</span>` : nothing}
        </dd>`,
      remarks: [words[`${way}Effect`]],
      confirm: words[way],
      isDanger: stepOf(way) === 'cancel',
    };
  }

  /** A conflict says how the subscription is now. */
  protected override texts({ way, terms }: Change, current?: Subscription): WriteTexts {
    const { words, l10n } = this;
    const status = current && [...(terms ? [termsText(current, l10n)] : []), statusText(current, l10n)].join(', ');
    return {
      pending: words.pendingChange,
      unknown: words.unknownChange,
      refused: words.refusedChange,
      done: words[`${stepOf(way)}Done`],
      reasons: { conflict: status && l10n.text(words.changed, { status }) },
    };
  }
}

/** Returns the values that a change is based on. */
const valueOf = ({ status, quantity, interval }: Subscription): unknown => [
  codeOf(status),
  quantity,
  intervalKey(interval),
];
