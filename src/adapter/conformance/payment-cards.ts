import { isCardExpired, type PaymentCard } from '../../domain/payment-card.ts';
import type { Adapter } from '../adapter.ts';
import { ensure, rejection, same, skip } from './assert.ts';
import { all, reading, writing, type ConformanceCase, type ConformanceSetup } from './subject.ts';
import type { Trial } from './trial.ts';

type Cards = NonNullable<Adapter['paymentCards']>;

const today = (): string => new Date().toISOString().slice(0, 10);

/** Returns the cards of a customer, with the default and one that can become it. Skips if there is none. */
async function readChoice(cards: Cards, customerId: string) {
  const { items } = await cards.list!(customerId, all, reading());
  const before = items.find(({ isDefault }) => isDefault);
  const other = items.find((card) => !card.isDefault && !isCardExpired(card, today()));
  if (!before || !other) skip('the full customer has no default card, or no further card that is valid');
  return { items, before, other };
}

/** Tests the order of cards, the default, and that removing a card is checked first. No card of the customer is removed. */
export function paymentCardCases({
  adapter: { paymentCards: cards },
  restricted,
  customers: { full, empty },
}: ConformanceSetup): ConformanceCase[] {
  if (!cards?.list) return [];
  const read = async (): Promise<readonly PaymentCard[]> => (await cards.list!(full, all, reading())).items;
  const first = async (): Promise<PaymentCard> => (await read())[0] ?? skip('the full customer has no card');
  const cases: ConformanceCase[] = [
    {
      name: 'paymentCards.list: is sorted by the time of adding, newest first, unknown times last',
      async run() {
        const times = (await read()).map(({ addedAt }) => (addedAt ? Date.parse(addedAt) : -Infinity));
        same(
          times,
          times.toSorted((a, b) => (a === b ? 0 : b - a)),
          'the times',
        );
      },
    },
    {
      name: 'paymentCards.list: one card at most is the default',
      async run() {
        const defaults = (await read()).filter(({ isDefault }) => isDefault);
        ensure(defaults.length < 2, `${defaults.length} cards are the default`);
      },
    },
  ];
  if (cards.setDefault)
    cases.push({
      name: 'paymentCards.setDefault: replaces the previous default, but not under another customer',
      async run() {
        const { before, other } = await readChoice(cards, full);
        await rejection(cards.setDefault!(empty, other.id, writing()), 'not-found');
        try {
          const chosen = await cards.setDefault!(full, other.id, writing());
          same([chosen.id, chosen.isDefault], [other.id, true], 'the card in the response');
          same(
            (await read()).filter(({ isDefault }) => isDefault).map(({ id }) => id),
            [other.id],
            'the default',
          );
        } finally {
          await cards.setDefault!(full, before.id, writing());
        }
      },
    });
  if (cards.delete)
    cases.push({
      name: 'paymentCards.delete: rejects an outdated version, an unknown card and another customer, and removes nothing',
      async run() {
        const { id, version } = await first();
        const { length } = await read();
        if (cards.guarantees?.versions)
          await rejection(cards.delete!(full, id, writing({ ifVersion: 'none-of-its-versions' })), 'conflict');
        await rejection(cards.delete!(full, 'no-such-card', writing({ ifVersion: version })), 'not-found');
        await rejection(cards.delete!(empty, id, writing({ ifVersion: version })), 'not-found');
        same((await read()).length, length, 'the number of cards');
      },
    });
  const denied = restricted?.paymentCards;
  if (cards.delete && denied?.delete)
    cases.push({
      name: 'paymentCards.delete: a denied operator is rejected',
      async run() {
        // The version is outdated, so that a backend that does not check the permission removes nothing.
        const { id } = await first();
        await rejection(denied.delete!(full, id, writing({ ifVersion: 'none-of-its-versions' })), 'forbidden');
      },
    });
  return cases;
}

/** The write that can be undone. Removing a card cannot, so it has no trial. */
export function paymentCardTrials(adapter: Adapter, customerId: string): readonly Trial[] {
  const { paymentCards: cards } = adapter;
  if (!cards?.list || !cards.setDefault) return [];
  return [
    {
      name: 'paymentCards.setDefault',
      async prepare() {
        const { before, other } = await readChoice(cards, customerId);
        const undo = () => cards.setDefault!(customerId, before.id, writing());
        return {
          ids: [other.id],
          count: async () => {
            const { items } = await cards.list!(customerId, all, reading());
            return Number(items.some(({ id, isDefault }) => id === other.id && isDefault));
          },
          undo,
          cleanUp: undo,
        };
      },
    },
  ];
}
