import { AdapterError } from '../../adapter/adapter-error.ts';
import { declarationsOf } from '../../adapter/capabilities.ts';
import type { PaymentCardsPort } from '../../adapter/ports/payment-cards.ts';
import { isCardExpired, type PaymentCard } from '../../domain/payment-card.ts';
import type { ListPort } from './lists.ts';
import { demandVersion, following, found, type MemorySession } from './session.ts';

/** Creates the port of saved cards: the list, and the writes that change it. */
export function paymentCardsPort(session: MemorySession, { list }: ListPort<PaymentCard, undefined>) {
  return {
    ...declarationsOf('paymentCards'),
    list,

    setDefault(customer, cardId, options) {
      return session.change('paymentCards.setDefault', customer, cardId, options, (file) => {
        const cards = file.lists.paymentCards;
        if (isCardExpired(found(cards, cardId), session.store.today))
          throw new AdapterError('validation', { fieldErrors: { expires: 'is over' } });
        const changed = cards.map((card) => {
          const isDefault = card.id === cardId;
          return isDefault === card.isDefault ? card : { ...card, isDefault, version: following(card.version) };
        });
        file.lists = { ...file.lists, paymentCards: changed };
        return found(changed, cardId);
      });
    },

    delete(customer, cardId, options) {
      return session.change('paymentCards.delete', customer, cardId, options, (file) => {
        const cards = file.lists.paymentCards;
        demandVersion(found(cards, cardId), options.ifVersion);
        file.lists = { ...file.lists, paymentCards: cards.filter(({ id }) => id !== cardId) };
      });
    },
  } satisfies PaymentCardsPort;
}
