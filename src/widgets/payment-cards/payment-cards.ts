import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { textColumn } from '../../data/file-table.ts';
import { isCardExpired, type PaymentCard } from '../../domain/payment-card.ts';
import { FormAccess } from '../../forms/form-access.ts';
import { pageLink } from '../../list/cells.ts';
import { ListColumns, type ListColumn } from '../../list/list-columns.ts';
import type { ListTools } from '../../list/list-tools.ts';
import { TableWidget } from '../../list/table-widget.ts';
import { twoLineRows } from '../../list/two-line-rows.styles.ts';
import { badge } from '../../ui/badge.ts';
import { rowFeature } from '../../ui/feature-mark.ts';
import { icon } from '../../ui/icon.ts';
import * as icons from '../../ui/icons.ts';
import { datum, fieldCell, fieldText, maybe, name } from '../../ui/text.ts';
import { cardName, cards, monthText } from './card-texts.ts';
import { PaymentCardCreateEvent } from './payment-cards.events.ts';
import { paymentCardsWords } from './words.en.ts';

const styles = css`
  @container widget (inline-size < calc(720em / 14)) {
    /* A card has no figure beside its name. */
    .table tbody .lead {
      grid-column: 1 / -1;
    }
  }
`;

/**
 * The payment cards that a customer has saved, those added last first: brand, last four digits, when each expires, and
 * which one is the default. Operators choose the default and remove cards here. A card is added on a page of the payment
 * processor: no card number is ever typed or shown in this widget.
 *
 * @summary A customer's saved payment cards
 * @tag payment-cards
 * @fires {PaymentCardCreateEvent} payment-card-create - The page that adds a card is about to be opened. Cancelable.
 * @fires {PaymentCardDefaultEvent} payment-card-default - A card is about to become the default. Cancelable.
 * @fires {PaymentCardDefaultedEvent} payment-card-defaulted - A card became the default.
 * @fires {PaymentCardDeleteEvent} payment-card-delete - A card is about to be removed. Cancelable.
 * @fires {PaymentCardDeletedEvent} payment-card-deleted - A card was removed.
 * @fires {ExportEvent} export - Cards are about to be exported. Cancelable.
 * @csspart badge - Marks the default card, and one that has expired or expires soon.
 * @csspart cancel - Closes a dialog without saving.
 * @csspart check - Checks the outcome of an unconfirmed write.
 * @csspart choose - The button that makes a card the default.
 * @csspart confirm - Confirms a form and sends it.
 * @csspart create - The link to the page that adds a card.
 * @csspart form - A form.
 * @csspart remove - The button that removes a card.
 */
export class PaymentCards extends TableWidget<PaymentCard> {
  static readonly tag = 'payment-cards';
  static override styles = [TableWidget.styles, twoLineRows, styles];

  /** The number of cards to show, those added last first. */
  @property({ type: Number }) limit = 3;
  /** The number of days before its last day from which a card is marked. */
  @property({ attribute: 'ending-days', type: Number }) endingDays = 60;

  readonly #choose = new FormAccess(this, async () => new (await import('./card-actions.ts')).CardDefault(this));
  readonly #remove = new FormAccess(this, async () => new (await import('./card-actions.ts')).CardRemoval(this));
  protected override readonly forms = [this.#choose, this.#remove];

  constructor() {
    super({ operation: cards, intent: 'payment-cards', icon: icons.card, limit: 3 });
  }

  protected override get words() {
    return this.l10n.words(paymentCardsWords);
  }

  protected override get tools(): ListTools<PaymentCard> {
    const { words, l10n } = this;
    const isDefault = textColumn<PaymentCard>(words.default, (card) => (card.isDefault ? words.default : undefined));
    const lastFour = textColumn<PaymentCard>(words.lastFour, (card) => card.lastFour);
    return {
      file: this.file('payment-cards', [
        textColumn(words.brand, ({ brand }) => brand && cardName({ brand }, l10n)),
        ...[lastFour, 'expires', 'holder', isDefault, 'added'],
      ]),
    };
  }

  protected override get reasons() {
    const { permissions } = this;
    const states = (['setDefault', 'delete'] as const).map((one) => permissions.of(`paymentCards.${one}`).state);
    return [this.endingDays, this.l10n.today, ...states];
  }

  protected override columnsOf(): readonly ListColumn<PaymentCard>[] {
    const { words, l10n } = this;
    const column = new ListColumns<PaymentCard>(l10n);
    return [
      column.data('card', words.card, (card) => cardName(card, l10n), {
        ...{ names: true, className: 'lead' },
        cell: (card) =>
          html`${name(cardName(card, l10n), l10n)}${
            card.label ? html` <span class="quiet">${name(card.label, l10n)}</span>` : nothing
          }${card.isDefault ? html` ${badge('accent', icons.check, words.default)}` : nothing}`,
      }),
      column.data('holder', words.holder, ({ holder }) => fieldCell(holder), {
        ...{ className: 'under', knows: ({ holder }) => holder !== undefined },
        cell: ({ holder }) => maybe(holder, l10n, fieldText),
      }),
      column.moment('added', words.added, ({ addedAt }) => addedAt, { className: 'beside', sortBy: 'addedAt' }),
      column.data('expires', words.expires, ({ expires }) => expires, {
        ...{ className: 'aside', sortBy: 'expires', isData: false },
        cell: (card) => this.#expiryCell(card),
      }),
      {
        name: 'actions',
        heading: words.actions,
        className: 'action on-row',
        knows: () => this.#canWrite,
        cell: this.#actions,
      },
    ];
  }

  protected override renderCreate(): TemplateResult | typeof nothing {
    const label = html`${icon(icons.plus)}${this.words.create}`;
    const request = (customerId: string) => new PaymentCardCreateEvent(customerId);
    const link = { intent: 'payment-card-create', label, part: 'create', className: 'button', request };
    return pageLink(this, link) ?? nothing;
  }

  get #canWrite(): boolean {
    const { setDefault, delete: remove } = this.client?.adapter.paymentCards ?? {};
    const isDenied = (method: 'setDefault' | 'delete') =>
      this.permissions.of(`paymentCards.${method}`).state === 'denied';
    return Boolean((setDefault && !isDenied('setDefault')) || (remove && !isDenied('delete')));
  }

  readonly #actions = (card: PaymentCard): TemplateResult => {
    const { words, l10n, permissions } = this;
    const { setDefault, delete: remove } = this.client?.adapter.paymentCards ?? {};
    const called = { card: cardName(card, l10n) };
    const choose = { part: 'choose', text: words.choose, label: l10n.text(words.chooseOne, called) };
    const discard = { part: 'remove', text: words.remove, label: l10n.text(words.removeOne, called) };
    const canChoose = setDefault && !card.isDefault && !isCardExpired(card, l10n.today);
    return html`${
      canChoose
        ? rowFeature(
            { availability: permissions.of('paymentCards.setDefault'), l10n },
            { ...choose, onClick: () => this.#choose.use((form) => form.open(card)) },
          )
        : nothing
    }
    ${
      remove
        ? rowFeature(
            { availability: permissions.of('paymentCards.delete'), l10n },
            { ...discard, onClick: () => this.#remove.use((form) => form.open(card)) },
          )
        : nothing
    }`;
  };

  #expiryCell(card: PaymentCard): TemplateResult {
    const { words, l10n } = this;
    const { expires } = card;
    if (expires === null) return html`<span class="quiet">${words.noExpiry}</span>`;
    return maybe(expires, l10n, (last) => {
      const month = monthText(last);
      if (isCardExpired(card, l10n.today)) return badge('danger', icons.alert, l10n.text(words.expired, { month }));
      const [year = 0, number = 0] = last.split('-').map(Number);
      const days = (Date.UTC(year, number) - Date.parse(l10n.today)) / 86_400_000;
      return days <= this.endingDays ? badge('warning', icons.clock, l10n.text(words.soon, { month })) : datum(month);
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'payment-cards': PaymentCards;
  }
}
