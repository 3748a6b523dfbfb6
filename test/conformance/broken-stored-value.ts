// Adapters that each break one rule for reversals or coupons.
import { AdapterError } from '../../src/adapter/adapter-error.ts';
import { knownCustomers } from '../../src/adapters/memory/index.ts';
import * as decimal from '../../src/domain/decimal.ts';
import { coupons, credit, withNewKey, pages, reversed, type Tampering } from './tampering.ts';

const { ingrid } = knownCustomers;

export const brokenStoredValue: readonly (readonly [what: string, tampering: Tampering, ...cases: string[]])[] = [
  [
    'reverses an entry without linking it',
    credit(({ credit: port }) => ({
      entries: async (...args) => {
        const page = await port.entries(...args);
        return { ...page, items: page.items.map((entry) => ({ ...entry, reversedBy: null })) };
      },
    })),
    'credit.adjust: reverses an entry by another one, and links the two',
  ],
  [
    'removes reversed entries from the ledger',
    credit(({ credit: port }, store) => ({
      adjust: async (id, adjustment, options) => {
        const outcome = await port.adjust(id, adjustment, options);
        const file = store.fileOf(id);
        if (!options.dryRun) file.entries = file.entries.filter((entry) => entry.id !== adjustment.reverses);
        return outcome;
      },
    })),
    'credit.adjust: reverses an entry by another one, and links the two',
  ],
  [
    'does not store reversals',
    credit(({ credit: port }) => ({
      adjust: (id, adjustment, options) => port.adjust(id, { ...adjustment, reverses: undefined }, options),
    })),
    'credit.adjust: reverses an entry by another one, and links the two',
    'credit.adjust: reverses an entry once, also under concurrent requests',
    'credit.adjust: rejects the reversal of another account’s entry, and of one that is not reversible',
  ],
  [
    'reverses any entry',
    credit(({ credit: port }) => ({
      adjust: (id, adjustment, options) =>
        port.adjust(id, adjustment, options).catch((error: AdapterError) => {
          if (!error.fieldErrors?.['reverses']) throw error;
          return port.adjust(id, { ...adjustment, reverses: undefined }, options);
        }),
    })),
    'credit.adjust: reverses an entry once, also under concurrent requests',
    'credit.adjust: rejects the reversal of another account’s entry, and of one that is not reversible',
  ],
  [
    'checks the balance before the key',
    credit(({ credit: port }, store) => ({
      adjust: async (id, adjustment, options) => {
        const balance = store.fileOf(id).accounts.find((found) => found.id === adjustment.accountId)?.balance.value;
        if (decimal.sign(decimal.sum(balance ?? '0', adjustment.amount.value)) < 0)
          throw new AdapterError('validation', { fieldErrors: { amount: 'exceeds the balance' } });
        return port.adjust(id, adjustment, options);
      },
    })),
    'credit.adjust: a repeated key gets the same response even if the write would be rejected now',
  ],
  [
    'requires no reason',
    credit(({ credit: port }, store) => ({
      adjust: (id, adjustment, options) => {
        const account = store.fileOf(id).accounts.find((found) => found.id === adjustment.accountId);
        const [first] = account?.reasons ?? [];
        const reason = typeof first === 'object' ? first.code : first;
        return port.adjust(id, { ...adjustment, reason }, options);
      },
    })),
    'credit.adjust: requires and stores one of the account’s reasons',
  ],
  [
    'ignores expiry dates',
    credit(({ credit: port }) => ({
      adjust: (id, adjustment, options) => port.adjust(id, { ...adjustment, expiresOn: undefined }, options),
    })),
    'credit.adjust: stores an expiry date if the account allows one',
  ],
  [
    'ends expiry dates in its own time zone',
    credit(({ credit: port }) => ({
      adjust: (id, adjustment, options) =>
        port.adjust(id, { ...adjustment, timeZone: adjustment.timeZone && 'UTC' }, options),
    })),
    'credit.adjust: stores an expiry date if the account allows one',
  ],
  [
    'opens an account that is there already',
    credit(({ credit: port }) => ({
      open: (id, opening, options) =>
        port.open(id, opening, options).catch((error: AdapterError) => {
          if (error.code !== 'conflict') throw error;
          return error.current as never;
        }),
    })),
    'credit.open: opens an account with a balance of zero, once for each kind and currency',
  ],
  [
    'opens an account without telling which is there',
    credit(({ credit: port }) => ({
      open: (...args) =>
        port.open(...args).catch((error: AdapterError) => {
          throw new AdapterError(error.code);
        }),
    })),
    'credit.open: opens an account with a balance of zero, once for each kind and currency',
  ],
  [
    'opens an account with a welcome present',
    credit(({ credit: port }, store) => ({
      open: async (id, opening, options) => {
        const account = await port.open(id, opening, options);
        const file = store.fileOf(id);
        const given = { ...account, balance: { ...account.balance, value: '5' } };
        file.accounts = file.accounts.map((other) => (other.id === account.id ? given : other));
        return account;
      },
    })),
    'credit.open: opens an account with a balance of zero, once for each kind and currency',
  ],
  [
    'opens any account',
    credit(({ credit: port }) => ({
      open: (id, opening, options) =>
        port.open(id, opening, options).catch(() => port.open(id, { currency: 'SEK' }, options)),
    })),
    'credit.open: rejects an account that it does not declare, and opens none',
  ],
  [
    'declares one account twice',
    credit(({ credit: port }) => ({ openings: [...port.openings, { currency: 'GBP' }] })),
    'credit.openings: names each account once',
  ],
  [
    'declares accounts that nothing opens',
    credit(() => ({ open: undefined as never })),
    'credit.openings: names each account once, and only if there is a method that opens it',
  ],
  [
    'lists coupons oldest first',
    pages(reversed, 'coupons.list'),
    'coupons.list: is sorted newest first, and filtered by status',
  ],
  [
    'treats two statuses as one code',
    coupons(({ coupons: port }) => ({
      list: (id, { filter, ...page }, options) =>
        port.list(id, { ...page, filter: filter && { status: filter['status']?.split(',')[0] ?? '' } }, options),
    })),
    'coupons.list: is sorted newest first, and filtered by status',
  ],
  [
    'rounds the benefit',
    coupons(({ coupons: port }) => ({
      issue: (id, { benefit, ...coupon }, options) =>
        port.issue(
          id,
          { ...coupon, benefit: benefit.kind === 'percent' ? { ...benefit, percent: '12' } : benefit },
          options,
        ),
    })),
    'coupons.issue: issues a usable coupon with the given values',
  ],
  [
    'does not validate coupons',
    coupons(({ coupons: port }) => ({
      issue: (id, coupon, options) =>
        port
          .issue(id, coupon, options)
          .catch(() => port.issue(id, { name: 'Mended', benefit: { kind: 'free-shipping' } }, options)),
    })),
    'coupons.issue: rejects an empty benefit, a past day and an empty name, and names the member',
  ],
  [
    'ignores idempotency keys of coupons',
    coupons(({ coupons: port }) => ({ issue: (id, coupon, options) => port.issue(id, coupon, withNewKey(options)) })),
    'coupons.issue: a repeated key is executed once, and gets the same response',
  ],
  [
    'revokes any coupon, repeatedly',
    coupons(({ coupons: port }, store) => ({
      revoke: (_, couponId, options) =>
        port.revoke(ingrid, couponId, options).catch(() => store.fileOf(ingrid).coupons[0]!),
    })),
    'coupons.revoke: revokes an unused coupon once, but not under another customer',
    'coupons.revoke: an outdated version is a conflict with the current record, and changes nothing',
  ],
  [
    'ignores the version of a coupon',
    coupons(({ coupons: port }, store) => ({
      revoke: (id, couponId, options) => {
        const { version } = store.fileOf(id).coupons.find((found) => found.id === couponId) ?? {};
        return port.revoke(id, couponId, { ...options, ifVersion: version ?? options.ifVersion });
      },
    })),
    'coupons.revoke: an outdated version is a conflict with the current record, and changes nothing',
  ],
];
