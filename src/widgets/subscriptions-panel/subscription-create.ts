import { html, nothing, type TemplateResult } from 'lit';
import type { RecordQuery } from '../../data/query.ts';
import { createIdempotencyKey, type Write } from '../../data/write.ts';
import type { CatalogProduct } from '../../domain/cross-sell.ts';
import { Subscription, type SubscriptionInput } from '../../domain/subscription.ts';
import { RecordController } from '../../element/query-controller.ts';
import type { WidgetHost } from '../../element/widget-host.ts';
import { ChoiceSearch } from '../../forms/choice-search.ts';
import { FormDialog } from '../../forms/form-dialog.ts';
import type { FormDraft, Reading } from '../../forms/form-drafts.ts';
import type { FormRow } from '../../forms/form-field.ts';
import type { WriteTexts } from '../../forms/form-model.ts';
import type { FormReview } from '../../forms/form-steps.ts';
import { line } from '../../ui/state-view.ts';
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
import { productName, termsText } from './subscription-texts.ts';
import { SubscriptionCreatedEvent, SubscriptionCreateEvent } from './subscriptions-panel.events.ts';
import { subscriptionsPanelWords } from './words.en.ts';

interface Values extends TermValues {
  readonly product: CatalogProduct | undefined;
  readonly startsAt: string;
}

interface NewSubscription {
  readonly customerId: string;
  readonly product: CatalogProduct;
  readonly terms: SubscriptionInput;
}

type Draft = FormDraft<undefined, Values, NewSubscription, Subscription>;

/** Subscribes a customer to a product that is searched for. */
export class SubscriptionCreate extends FormDialog<undefined, Values, NewSubscription, Subscription, Subscription> {
  readonly #search: ChoiceSearch<CatalogProduct>;
  readonly #preview: RecordController<Subscription>;

  constructor(host: WidgetHost) {
    super(host, {
      name: 'create',
      port: 'subscriptions',
      openers: ['create'],
      request: ({ customerId }) => new SubscriptionCreateEvent(customerId),
      fact: (_, { customerId, id }) => new SubscriptionCreatedEvent(customerId, id),
      reread: () => host.refresh(),
    });
    this.#search = new ChoiceSearch(host, {
      nameOf: (product) => [productName({ product }), product.variant].filter(Boolean).join(', '),
      words: () => ({
        search: this.words.searchProduct,
        none: this.words.noProduct,
        failed: this.words.productsFailed,
      }),
      found: (count) => host.l10n.text(this.words.productsFound, { count }),
      query: (_customerId, text) => (this.isOpen ? productsLike(text) : undefined),
    });
    this.#preview = new RecordController(host, () =>
      this.reviewed && this.#canPreview ? previewOf(this.reviewed) : undefined,
    );
  }

  /** A platform that ignored `dryRun` would create the subscription. */
  get #canPreview(): boolean {
    return this.host.client?.adapter.subscriptions?.guarantees?.dryRun === true;
  }

  get words() {
    return { ...this.l10n.words(subscriptionsPanelWords), ...this.l10n.words(subscriptionFormWords) };
  }

  override get heading(): string {
    return this.l10n.words(subscriptionsPanelWords).create;
  }

  protected override blank(): Values {
    return { product: undefined, quantity: '1', interval: '1 month', startsAt: this.l10n.today };
  }

  protected override rows({ values: { product } }: Draft): readonly FormRow<Values>[] {
    const { words, l10n } = this;
    return [
      { kind: 'search', name: 'product', label: words.product, search: this.#search, invalid: words.productMissing },
      termFields(product?.intervals ?? usualIntervals, l10n),
      { kind: 'date', name: 'startsAt', label: words.startsAt, min: l10n.today, invalid: words.startOver },
    ];
  }

  /** A product that does not come at the chosen interval comes at its first one. */
  override change(part: Partial<Values>): void {
    const { product } = part;
    const intervals = product?.intervals?.map(intervalKey) ?? [];
    const chosen = this.draft?.values.interval ?? '';
    super.change(intervals.length && !intervals.includes(chosen) ? { ...part, interval: intervals[0]! } : part);
  }

  protected override fieldOf(path: string): string | undefined {
    return path === 'productId' ? 'product' : path.split('.')[0];
  }

  protected override read({ values }: Draft): Reading<NewSubscription> {
    const { customerId } = this;
    const { product, startsAt } = values;
    const intervals = product?.intervals ?? usualIntervals;
    const terms = readTerms(values, intervals);
    if (!intervals.length) return { errors: { product: this.words.notOffered } };
    if (!product || !terms || customerId === undefined) return { errors: {} };
    return { errors: {}, input: { customerId, product, terms: { productId: product.id, ...terms, startsAt } } };
  }

  override operation({ customerId, terms }: NewSubscription): Write<Subscription, Subscription> {
    return {
      customerId,
      schema: Subscription,
      list: { name: 'subscriptions.list' },
      send: ({ subscriptions }, options) => subscriptions?.create?.(customerId, terms, options),
    };
  }

  override review({ product, terms }: NewSubscription): FormReview {
    const { words, l10n } = this;
    const { price } = product;
    return {
      heading: words.createQuestion,
      terms: html`<dt>${words.product}</dt>
        <dd>${name(productName({ product }), l10n)}</dd>
        <dt>${words.terms}</dt>
        <dd>
          ${datum(termsText(terms, l10n))}
          ${price ? html`<span class="quiet">${l10n.text(this.l10n.words(subscriptionFormWords).each, { price: l10n.amount(price) })}</span>` : ''}
        </dd>
        <dt>${words.startsAt}</dt>
        <dd>${datum(l10n.day(terms.startsAt ?? l10n.today))}</dd>
        ${this.#previewRows()}`,
      remarks: [],
      confirm: this.l10n.words(subscriptionFormWords).create,
    };
  }

  /** The price and the first renewal, as the platform computes them. Without an answer, they are left out. */
  #previewRows(): TemplateResult | typeof nothing {
    const { words, l10n } = this;
    const { phase } = this.#preview.snapshot;
    if (phase !== 'ready' && phase !== 'loading') return nothing;
    const { price, nextRenewal } = (
      this.#preview.snapshot.phase === 'ready' ? this.#preview.snapshot.data : {}
    ) as Partial<Subscription>;
    const row = (label: string, text: string | undefined) =>
      text === undefined && phase === 'ready'
        ? nothing
        : html`<dt>${label}</dt>
            <dd>${text === undefined ? line(14) : datum(text)}</dd>`;
    return html`${row(words.price, price && l10n.amount(price))}${row(words.renewal, nextRenewal ? l10n.day(nextRenewal) : undefined)}`;
  }

  protected override texts({ product }: NewSubscription): WriteTexts {
    const { words, l10n } = this;
    return {
      pending: words.pendingCreate,
      unknown: words.unknownCreate,
      refused: words.refusedCreate,
      done: l10n.text(words.created, { product: productName({ product }) }),
    };
  }
}

/** Returns the query for a dry run: a read that a write would be. */
const previewOf = ({ customerId, terms }: NewSubscription): RecordQuery<Subscription> => ({
  name: 'subscriptions.create',
  customerId,
  params: { terms: JSON.stringify(terms) },
  schema: Subscription,
  load: ({ subscriptions }, { signal }) =>
    subscriptions?.create?.(customerId, terms, { signal, idempotencyKey: createIdempotencyKey(), dryRun: true }),
});
