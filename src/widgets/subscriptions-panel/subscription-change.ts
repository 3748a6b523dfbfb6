import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { AdapterError } from '../../adapter/adapter-error.ts';
import { parsePage } from '../../data/boundary.ts';
import type { DashboardClient } from '../../data/client.ts';
import { listQuery, type ListOperation } from '../../data/list-query.ts';
import type { ReadSettings } from '../../data/query.ts';
import type { Write } from '../../data/write.ts';
import { codeOf } from '../../domain/field.ts';
import type { Interval } from '../../domain/interval.ts';
import type { CatalogProduct } from '../../domain/cross-sell.ts';
import { isEnding, Subscription, subscriptionActionsOf } from '../../domain/subscription.ts';
import type { Outcome, PendingPhase, Submission } from '../../element/pending-write.ts';
import { ListController } from '../../element/query-controller.ts';
import type { WidgetHost } from '../../element/widget-host.ts';
import { FormDialog } from '../../forms/form-dialog.ts';
import type { FormDraft, Reading, Refusal } from '../../forms/form-drafts.ts';
import type { FormRow } from '../../forms/form-field.ts';
import type { FormReview } from '../../forms/form-steps.ts';
import { adopt } from '../../ui/styles.ts';
import { checkListStyles } from '../../ui/check-list.styles.ts';
import { explainError, formMessage } from '../../ui/explain-error.ts';
import { featureMark } from '../../ui/feature-mark.ts';
import { icon } from '../../ui/icon.ts';
import { alert } from '../../ui/icons.ts';
import { datum, name } from '../../ui/text.ts';
import { subscriptionFormWords } from './form-words.en.ts';
import {
  intervalKey,
  productsLike,
  readTerms,
  termFields,
  usualIntervals,
  type TermValues,
} from './subscription-terms.ts';
import { productName, statusText, termsText } from './subscription-texts.ts';
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
  readonly terms?: Pick<Subscription, 'quantity' | 'interval'>;
}

type Draft = FormDraft<Subscription, Values, Change, Subscription>;

const stepOf = (way: Change['way']): SubscriptionStep =>
  way === 'cancelAtEnd' || way === 'cancelNow' ? 'cancel' : way;

/** Changes the quantity and the interval of a subscription, or pauses, resumes or cancels it, once confirmed. */
export class SubscriptionChange extends FormDialog<Subscription, Values, Change, Subscription, Subscription> {
  readonly reread: () => void;
  readonly #operation: ListOperation<Subscription>;
  readonly #products: ListController<CatalogProduct>;

  constructor(host: WidgetHost, operation: ListOperation<Subscription>, reread: () => void) {
    super(host, { name: 'change', openers: ['change', 'create'] });
    adopt(host, checkListStyles);
    this.#operation = operation;
    this.reread = reread;
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
    const ways = this.#waysOf(subject);
    const states = subscriptionActionsOf(subject).map((action) => permissions.of(`subscriptions.${action}`));
    const denied = states.find((state) => state.state === 'denied');
    return [
      html`<p class="strong">${name(productName(subject), l10n)}</p>`,
      { kind: 'custom', name: 'step', label: words.step, render: () => this.#choice(ways, step) },
      step === 'update' ? termFields(this.#intervalsFor(subject), l10n) : undefined,
      denied?.state === 'denied' ? formMessage('quiet', denied.reason ?? words.denied) : undefined,
    ];
  }

  /** A radio button for each way, below one another: their labels are too long for segments. */
  #choice(ways: readonly Change['way'][], chosen: Values['step']): TemplateResult {
    const { words, l10n, host } = this;
    const error = this.errors.step;
    const availabilityOf = (way: Change['way']) => host.permissions.of(`subscriptions.${stepOf(way)}`);
    return html`<div
      class="field ${error ? 'invalid' : ''}"
      part="field"
      role="radiogroup"
      aria-label=${words.step}
      aria-describedby=${error ? 'change-step-message' : nothing}
    >
      ${ways.map(
        (way) =>
          html`<label class="check"
            ><input
              type="radio"
              part="choice"
              name="change-step"
              value=${way}
              ?autofocus=${way === (chosen || ways[0])}
              ?disabled=${availabilityOf(way).state === 'planned'}
              aria-invalid=${error ? 'true' : nothing}
              .checked=${live(way === chosen)}
              @change=${() => this.change({ step: way })}
            /><span>${words[way]} ${featureMark(availabilityOf(way), l10n)}</span></label
          >`,
      )}
      ${error ? html`<p class="message danger" part="message" id="change-step-message">${icon(alert)}<span>${error}</span></p>` : nothing}
    </div>`;
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
    const { words, l10n } = this;
    const { step: way } = values;
    if (!way) return { errors: { step: words.stepMissing } };
    if (way !== 'update') return { errors: {}, input: { subscription: subject, way } };
    const { quantity, interval, errors } = readTerms(values, this.#intervalsFor(subject), l10n);
    if (!quantity || !interval) return { errors };
    const isSame = quantity === subject.quantity && intervalKey(interval) === intervalKey(subject.interval);
    if (isSame) return { errors: { quantity: words.sameTerms } };
    return { errors, input: { subscription: subject, way, terms: { quantity, interval } } };
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
      list: { name: this.#operation.name },
      send: ({ subscriptions: port }, options) => {
        if (terms) return port?.update?.(customerId, id, terms, options);
        if (way === 'pause' || way === 'resume') return port?.[way]?.(customerId, id, options);
        return port?.cancel?.(customerId, id, { at: way === 'cancelNow' ? 'now' : 'period-end' }, options);
      },
    };
  }

  override guarantees({ adapter }: DashboardClient) {
    return adapter.subscriptions?.guarantees;
  }

  override async compare(client: DashboardClient, { subscription }: Change, settings: ReadSettings): Promise<void> {
    const query = listQuery(this.#operation, 1000, subscription.customerId);
    const options = { ...settings, signal: new AbortController().signal };
    let current: Subscription | undefined;
    let after: string | undefined;
    do {
      const page = parsePage(query, await query.load(client.adapter, { first: query.pageSize, after }, options));
      current = page.items.find(({ id }) => id === subscription.id);
      after = page.next ?? undefined;
    } while (!current && after !== undefined);
    if (!current || stateOf(current) !== stateOf(subscription)) throw new AdapterError('conflict', { current });
  }

  override request({ subscription: { customerId, id }, way }: Change): SubscriptionChangeEvent {
    return new SubscriptionChangeEvent(customerId, id, stepOf(way));
  }

  override fact({ subscription: { customerId, id }, way }: Change): SubscriptionChangedEvent {
    return new SubscriptionChangedEvent(customerId, id, stepOf(way));
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

  override progressText(_: Change, phase: Exclude<PendingPhase, 'idle'>): string {
    const { words } = this;
    if (phase === 'pending') return words.pendingChange;
    return phase === 'checking' ? `${words.unknownChange} ${words.checking}` : words.unknownChange;
  }

  override doneText({ way }: Change): string {
    return this.words[`${stepOf(way)}Done`];
  }

  /** The current subscription, after a conflict. */
  override refusalText({ error, current, input }: Refusal<Change, Subscription>): string {
    const { words, l10n } = this;
    const texts = current && [...(input.terms ? [termsText(current, l10n)] : []), statusText(current, l10n)];
    const conflict = texts && l10n.text(words.changed, { status: texts.join(', ') });
    return `${words.refusedChange} ${explainError(error, l10n, { ...(conflict && { conflict }) })}`;
  }
}

/** The values that a change is based on, for a platform without versions. */
const stateOf = ({ status, quantity, interval }: Subscription): string =>
  JSON.stringify([codeOf(status), quantity, intervalKey(interval)]);
