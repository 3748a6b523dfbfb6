import { html } from 'lit';
import { AdapterError } from '../../adapter/adapter-error.ts';
import { parsePage } from '../../data/boundary.ts';
import type { DashboardClient } from '../../data/client.ts';
import { listQuery, type ListOperation } from '../../data/list-query.ts';
import type { ReadSettings } from '../../data/query.ts';
import type { Write } from '../../data/write.ts';
import { codeOf } from '../../domain/coded.ts';
import { isEnding, Subscription, subscriptionActionsOf } from '../../domain/subscription.ts';
import type { PendingPhase } from '../../element/pending-write.ts';
import type { WidgetHost } from '../../element/widget-host.ts';
import { FormDialog } from '../../forms/form-dialog.ts';
import type { FormDraft, Reading, Refusal } from '../../forms/form-draft.ts';
import type { FieldOption, FormRow } from '../../forms/form-field.ts';
import type { FormReview } from '../../forms/form-steps.ts';
import { adopt } from '../../ui/adopt.ts';
import { explainError, formMessage } from '../../ui/explain-error.ts';
import { segmentedStyles } from '../../ui/segmented.ts';
import { datum } from '../../ui/text.ts';
import { subscriptionFormWords } from './form-words.en.ts';
import { productName, statusText, termsText } from './subscription-texts.ts';
import {
  SubscriptionChangedEvent,
  SubscriptionChangeEvent,
  type SubscriptionStep,
} from './subscriptions-panel.events.ts';
import { subscriptionsPanelWords } from './words.en.ts';

interface Values {
  readonly step: 'pause' | 'resume' | 'cancelAtEnd' | 'cancelNow' | '';
}

interface Change {
  readonly subscription: Subscription;
  readonly way: Exclude<Values['step'], ''>;
}

type Draft = FormDraft<Subscription, Values, Change, Subscription>;

const stepOf = (way: Change['way']): SubscriptionStep => (way === 'pause' || way === 'resume' ? way : 'cancel');

/** Pauses, resumes or cancels a subscription, once that is confirmed. */
export class SubscriptionChange extends FormDialog<Subscription, Values, Change, Subscription, Subscription> {
  readonly reread: () => void;
  readonly #operation: ListOperation<Subscription>;

  constructor(host: WidgetHost, operation: ListOperation<Subscription>, reread: () => void) {
    super(host, { name: 'change', openers: ['change', 'create'] });
    adopt(host, segmentedStyles);
    this.#operation = operation;
    this.reread = reread;
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

  protected override blank(): Values {
    return { step: '' };
  }

  protected override rows({ subject }: Draft): readonly FormRow<Values>[] {
    const { words } = this;
    const { permissions } = this.host;
    const actions = subscriptionActionsOf(subject).filter((action) => action !== 'update');
    const denied = actions
      .map((action) => permissions.of(`subscriptions.${action}`))
      .find(({ state }) => state === 'denied');
    const options = this.#waysOf(subject).map((way): FieldOption => ({ value: way, label: words[way] }));
    return [
      html`<p class="strong">${datum(productName(subject))}</p>`,
      { kind: 'segmented', name: 'step', label: words.step, options, takesFocus: true },
      denied?.state === 'denied' ? formMessage('quiet', denied.reason ?? words.denied) : undefined,
    ];
  }

  #waysOf(subscription: Subscription): Change['way'][] {
    return subscriptionActionsOf(subscription).flatMap((action): Change['way'][] => {
      if (action === 'update' || !this.host.can(`subscriptions.${action}`)) return [];
      if (action !== 'cancel') return [action];
      // One that is paused or ending has no further period to end with.
      return isEnding(subscription) || codeOf(subscription.status) === 'paused'
        ? ['cancelNow']
        : ['cancelAtEnd', 'cancelNow'];
    });
  }

  protected override read({ subject, values: { step } }: Draft): Reading<Change> {
    return step
      ? { errors: {}, input: { subscription: subject, way: step } }
      : { errors: { step: this.words.stepMissing } };
  }

  override operation({ subscription: { customerId, id, version }, way }: Change): Write<Subscription, Subscription> {
    return {
      customerId,
      id,
      ifVersion: version,
      schema: Subscription,
      list: { name: this.#operation.name },
      send: ({ subscriptions: port }, options) => {
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
    const answer = await query.load(client.adapter, { first: query.pageSize }, options);
    const current = parsePage(query, answer).items.find(({ id }) => id === subscription.id);
    if (!current || codeOf(current.status) !== codeOf(subscription.status))
      throw new AdapterError('conflict', { current });
  }

  override request({ subscription: { customerId, id }, way }: Change): SubscriptionChangeEvent {
    return new SubscriptionChangeEvent(customerId, id, stepOf(way));
  }

  override fact({ subscription: { customerId, id }, way }: Change): SubscriptionChangedEvent {
    return new SubscriptionChangedEvent(customerId, id, stepOf(way));
  }

  override review({ subscription, way }: Change): FormReview {
    const { words, l10n } = this;
    const labels = l10n.words(subscriptionsPanelWords);
    return {
      heading: words[`${stepOf(way)}Question`],
      terms: html`<dt>${labels.product}</dt>
        <dd>${datum(productName(subscription))}</dd>
        <dt>${labels.terms}</dt>
        <dd>${datum(termsText(subscription, l10n))}</dd>`,
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

  /** Of a conflict, how the subscription is now. */
  override refusalText({ error, current }: Refusal<Change, Subscription>): string {
    const { words, l10n } = this;
    const conflict = current && l10n.text(words.changed, { status: statusText(current, l10n) });
    return `${words.refusedChange} ${explainError(error, l10n, { ...(conflict && { conflict }) })}`;
  }
}
