// Loaded on its own, when a card is first removed or made the default.
import { html, type TemplateResult } from 'lit';
import * as v from 'valibot';
import type { DashboardClient } from '../../data/client.ts';
import { compareRow } from '../../data/compare-row.ts';
import type { ReadSettings } from '../../data/query.ts';
import type { Write } from '../../data/write.ts';
import { PaymentCard } from '../../domain/payment-card.ts';
import type { WidgetHost } from '../../element/widget-host.ts';
import { RowAction } from '../../forms/form-dialog.ts';
import type { WriteTexts } from '../../forms/form-model.ts';
import type { FormReview } from '../../forms/form-steps.ts';
import { datum, name } from '../../ui/text.ts';
import { cardActionWords } from './action-words.en.ts';
import { cardName, cards, monthText } from './card-texts.ts';
import * as events from './payment-cards.events.ts';
import { paymentCardsWords } from './words.en.ts';

abstract class CardAction<R> extends RowAction<PaymentCard, R, PaymentCard> {
  get words() {
    return this.l10n.words(cardActionWords);
  }

  override compare(client: DashboardClient, base: PaymentCard, settings: ReadSettings): Promise<void> {
    const valueOf = ({ lastFour, expires, isDefault }: PaymentCard) => [lastFour, expires, isDefault];
    return compareRow(client, { operation: cards, base, valueOf }, settings);
  }

  /** Returns what the review says of every card. */
  protected terms(card: PaymentCard): TemplateResult {
    const { l10n } = this;
    const words = l10n.words(paymentCardsWords);
    return html`<dt>${words.card}</dt>
      <dd>${name(cardName(card, l10n), l10n)}</dd>
      ${
        card.expires
          ? html`<dt>${words.expires}</dt>
              <dd>${datum(monthText(card.expires))}</dd>`
          : ''
      }`;
  }
}

/** Makes a card the default, once confirmed: it is what the shop charges. */
export class CardDefault extends CardAction<PaymentCard> {
  constructor(host: WidgetHost) {
    super(host, {
      name: 'choose',
      port: 'paymentCards',
      // The card that became the default has no such button any more.
      openers: ['choose', 'remove', 'create'],
      request: ({ customerId, id }) => new events.PaymentCardDefaultEvent(customerId, id),
      fact: ({ customerId, id }) => new events.PaymentCardDefaultedEvent(customerId, id),
      reread: () => host.refresh(),
    });
  }

  override operation({ customerId, id }: PaymentCard): Write<PaymentCard, PaymentCard> {
    const chosen = (all: readonly PaymentCard[], card: PaymentCard) =>
      all.map((one) => (one.id === card.id ? card : { ...one, isDefault: false }));
    return {
      ...{ customerId, id, schema: PaymentCard, list: { name: cards.name, confirmed: chosen } },
      send: ({ paymentCards }, options) => paymentCards?.setDefault?.(customerId, id, options),
    };
  }

  override review(card: PaymentCard): FormReview {
    const { chooseQuestion: heading, chooseEffect, choose: confirm } = this.words;
    return { heading, terms: this.terms(card), remarks: [chooseEffect], confirm };
  }

  protected override texts(): WriteTexts {
    const { choosing: pending, chooseUnknown: unknown, chooseRefused: refused, chosen: done } = this.words;
    return { pending, unknown, refused, done };
  }
}

/** Removes a card, once confirmed. */
export class CardRemoval extends CardAction<true> {
  constructor(host: WidgetHost) {
    super(host, {
      name: 'remove',
      port: 'paymentCards',
      openers: ['remove', 'choose', 'create'],
      request: ({ customerId, id }) => new events.PaymentCardDeleteEvent(customerId, id),
      fact: ({ customerId, id }) => new events.PaymentCardDeletedEvent(customerId, id),
      reread: () => host.refresh(),
    });
  }

  override operation({ customerId, id, version }: PaymentCard): Write<true, PaymentCard> {
    const schema = v.pipe(
      v.void(),
      v.transform(() => true as const),
    );
    const list = { name: cards.name, confirmed: (all: readonly PaymentCard[]) => all.filter((card) => card.id !== id) };
    return {
      ...{ customerId, ifVersion: version, schema, ownerOf: () => customerId, list },
      send: ({ paymentCards }, options) => paymentCards?.delete?.(customerId, id, options),
    };
  }

  override review(card: PaymentCard): FormReview {
    const { removeQuestion: heading, removeFinal, removeDefault, remove: confirm } = this.words;
    const remarks = card.isDefault ? [removeDefault, removeFinal] : [removeFinal];
    return { heading, terms: this.terms(card), remarks, confirm, isDanger: true };
  }

  protected override texts(): WriteTexts {
    const { removing: pending, removeUnknown: unknown, removeRefused: refused, removed: done } = this.words;
    return { pending, unknown, refused, done, reasons: { conflict: this.words.changed } };
  }
}
