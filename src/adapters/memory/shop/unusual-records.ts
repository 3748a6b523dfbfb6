import type { Withheld } from '../../../domain/field.ts';
import { personalFields } from '../../../domain/masking.ts';
import { day, instant } from './building.ts';
import { hostileProducts, hostileTexts } from './hostile.ts';
import { but, createOrdinary, type Make } from './ordinary.ts';
import { placeIn, staff } from './people.ts';

const withheld = (why: Withheld['withheld'], more: Partial<Withheld> = {}): Withheld => ({ withheld: why, ...more });
const denied = withheld('denied', { reason: 'Only the support team sees contact data.' });

/** Customers with unusual records, keyed by what is unusual. */
export const unusualRecords = {
  /** Nothing but the id is known. */
  nameless: (random, circumstances) => ({
    ...createOrdinary(random, circumstances),
    customer: { id: circumstances.id },
  }),
  /** A marketplace provides an encrypted e-mail address with an explanation. */
  marketplace: but({ place: placeIn('US') }, () => ({
    name: undefined,
    email: withheld('encrypted', {
      token: 'q8z1m0w7r3k9x5@marketplace.example',
      reason: 'The marketplace does not pass on e-mail addresses.',
    }),
    phones: withheld('encrypted'),
    defaultBilling: undefined,
    defaultShipping: withheld('encrypted'),
    login: undefined,
    recoveryEmail: undefined,
    privacy: { since: '2019-06-05', infoUrl: 'https://marketplace.example/privacy' },
  })),
  /** Personal data is masked, and the operator may reveal it. */
  masked: (random, circumstances) => ({
    ...createOrdinary(random, circumstances, { place: placeIn('FR') }),
    masked: personalFields,
  }),
  /** The operator may not see any personal data. */
  denied: but({ place: placeIn('DE') }, () => ({
    name: denied,
    email: denied,
    phones: denied,
    defaultBilling: denied,
    defaultShipping: denied,
    login: denied,
    recoveryEmail: denied,
  })),
  /** Has an account, but no orders, notes or credit. */
  noOrders: (random, circumstances) => ({
    ...but({ place: placeIn('SE'), orders: 0 }, () => ({
      createdAt: instant(circumstances.now - day),
      lastLoginAt: null,
      phones: null,
      defaultBilling: null,
      defaultShipping: null,
      level: null,
    }))(random, circumstances),
    notes: [],
    accounts: [],
    entries: [],
  }),
  taxExempt: but({ place: placeIn('GB') }, () => ({ taxExempt: true, taxExemptUntil: null })),
  unverified: but({ place: placeIn('ID') }, () => ({ verification: 'unverified' })),
  arabic: but({ place: placeIn('AE'), orders: 12 }),
  hebrew: but({ place: placeIn('IL'), orders: 12 }),
  /** Has long names without a line break opportunity, long addresses, and a note of maximum length. */
  longTexts: (random, circumstances) => {
    const made = createOrdinary(random, circumstances, { place: placeIn('BR'), orders: 8 });
    const name =
      'Maria da Conceição Aparecida Barros de Alcântara e Souza Fernandes-Wolfeschlegelsteinhausenbergerdorff';
    const long = {
      company: 'Companhia Brasileira de Cerâmica Artesanal e Utilitária do Nordeste Limitada',
      lines: ['Rua '.padEnd(90, 'Oleiros dos '), 'Edifício '.padEnd(120, 'x')],
    };
    return {
      ...made,
      customer: {
        ...made.customer,
        name,
        email: `${'a-very-long-mailbox-name'.repeat(4)}@an-equally-long-domain-of-the-studio.example`,
        defaultShipping: {
          ...long,
          name,
          city: 'Olinda',
          region: 'Pernambuco',
          postalCode: '53000-000',
          country: 'BR',
        },
        businessAccounts: [{ id: 'B-402', name: long.company }],
      },
      notes: [
        {
          id: `note-${circumstances.serial}-long`,
          customerId: circumstances.id,
          version: '1',
          body: 'Said this at length, and then again. '.repeat(270),
          createdAt: instant(circumstances.now - 3 * day),
          author: staff.tom,
        },
        {
          id: `note-${circumstances.serial}-unbroken`,
          customerId: circumstances.id,
          version: '1',
          body: 'x'.repeat(900),
          createdAt: instant(circumstances.now - 4 * day),
          author: { id: 'op-'.padEnd(60, '9'), name },
        },
      ],
    };
  },
  /** Every text attempts to be markup, a formula, a `javascript:` URL, or to reverse the text direction. */
  hostile: (random, circumstances) => {
    const made = createOrdinary(
      random,
      { ...circumstances, catalogue: hostileProducts },
      { place: placeIn('GB'), orders: 6, range: 4 },
    );
    return {
      ...made,
      customer: { ...made.customer, ...hostileTexts.customer },
      notes: hostileTexts.notes.map((body, index) => ({
        id: `note-${circumstances.serial}-${index + 1}`,
        customerId: circumstances.id,
        version: '1',
        body,
        createdAt: instant(circumstances.now - index * day),
        author: { id: '"><script>alert(4)</script>', name: hostileTexts.name },
      })),
    };
  },
} as const satisfies Readonly<Record<string, Make>>;
