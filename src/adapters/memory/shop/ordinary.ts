import { fromMinor } from '../../../adapter/toolkit/money.ts';
import type { CreditAccount, CreditEntry } from '../../../domain/credit.ts';
import type { Customer } from '../../../domain/customer.ts';
import type { Note } from '../../../domain/note.ts';
import type { Random } from '../random.ts';
import { balanceOf, buildLedger, day, instant, minute } from './building.ts';
import { createHistory } from './history.ts';

import { createPerson, places, type Place, staff } from './people.ts';
import type { ShopCustomer, ShopProduct } from './types.ts';

/** The input for creating a customer. */
export interface Circumstances {
  readonly id: string;
  readonly serial: number;
  /** The current time in milliseconds. */
  readonly now: number;
  readonly catalogue: readonly ShopProduct[];
  readonly nextNumber: () => number;
}

/** The properties of a customer that are not random. */
export interface Traits {
  readonly place?: Place;
  readonly currencies?: readonly string[];
  readonly orders?: number;
  /** The number of different products that the customer buys. */
  readonly range?: number;
}

/** Creates an ordinary customer: a person with orders, notes, and possibly credit. */
export function createOrdinary(random: Random, circumstances: Circumstances, traits: Traits = {}): ShopCustomer {
  const { id, serial, now, catalogue, nextNumber } = circumstances;
  const place = traits.place ?? random.pick(places);
  const person = createPerson(random, place, serial);
  const since = now - random.int(40, 2400) * day;
  const currencies = traits.currencies ?? [place.currency];
  const orders = createHistory(random, {
    customerId: id,
    currencies,
    orders: traits.orders ?? random.int(1, 9),
    since,
    until: now,
    products: random.sample(catalogue, traits.range ?? random.int(3, 14)),
    nextNumber,
  });
  const ledger = random.chance(0.4) ? createCredit(random, id, currencies[0]!, now) : undefined;
  return {
    customer: {
      id,
      version: '1',
      name: person.name,
      email: person.email,
      phones: random.chance(0.8) ? person.phones : null,
      country: place.country,
      defaultBilling: person.address,
      defaultShipping: random.chance(0.7) ? person.address : null,
      createdAt: instant(since - random.int(0, 20) * day),
      lastLoginAt: random.chance(0.9) ? instant(now - random.int(0, 30 * 24 * 60) * minute) : null,
      taxExempt: random.chance(0.06),
      level: random.pick([null, { id: 'silver', name: 'Silver' }, { id: 'gold', name: 'Gold' }]),
      verification: random.chance(0.85) ? 'verified' : 'pending',
      login: `customer${serial}`,
      recoveryEmail: null,
      businessAccounts: [],
    },
    orders,
    notes: createNotes(random, id, now),
    accounts: ledger ? [ledger.account] : [],
    entries: ledger ? ledger.entries : [],
  };
}

export type Make = (random: Random, circumstances: Circumstances) => ShopCustomer;

/** Returns a function that creates an ordinary customer with some fixed traits and changed members of the record. */
export const but =
  (traits: Traits, change: (customer: Customer) => Partial<Customer> = () => ({})): Make =>
  (random, circumstances) => {
    const made = createOrdinary(random, circumstances, traits);
    return { ...made, customer: { ...made.customer, ...change(made.customer) } };
  };

const remarks = [
  'Asked for an invoice with the company address.',
  'Parcel went to the neighbour, all is well.',
  'Would like to hear when the moss glaze is back.',
  'Called about the grinder setting, sent the leaflet.',
  'Collects from the shop on Saturdays.',
  'One cup arrived broken, replaced from stock.',
  'Prefers e-mail to telephone.',
];

function createNotes(random: Random, customerId: string, now: number): Note[] {
  return random.sample(remarks, random.int(0, 4)).map((body, index) => ({
    id: `note-${customerId.slice(2)}-${index + 1}`,
    customerId,
    version: '1',
    body,
    createdAt: instant(now - random.int(1, 500 * 24 * 60) * minute),
    updatedAt: null,
    author: random.pick([staff.dana, staff.tom, staff.priya]),
  }));
}

/** Creates a store credit account whose balance is never negative. */
function createCredit(
  random: Random,
  customerId: string,
  currency: string,
  now: number,
): { account: CreditAccount; entries: CreditEntry[] } {
  const id = `cr-${customerId.slice(2)}-${currency.toLowerCase()}`;
  let balance = 0;
  const steps = random.int(1, 12);
  const entries = buildLedger(
    customerId,
    id,
    Array.from({ length: steps }, (_, index) => {
      const spends = balance > 0 && random.chance(0.5);
      const units = spends ? -random.int(1, balance) : random.int(2, 40) * 250;
      balance += units;
      return {
        at: instant(now - (steps - index) * 31 * day + random.int(0, 20 * 24 * 60) * minute),
        kind: spends ? 'spent' : 'adjustment',
        amount: fromMinor(units, currency),
        actor: spends ? staff.checkout : staff.dana,
        description: spends ? null : 'Goodwill',
        reference: null,
      };
    }),
  );
  const account: CreditAccount = {
    id,
    customerId,
    version: String(steps),
    kind: 'store-credit',
    balance: balanceOf(entries, fromMinor(0, currency)),
    lapsing: null,
    allowDebit: true,
  };
  return { account, entries };
}
