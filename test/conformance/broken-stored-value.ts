// Adapters that each break one rule for reversals or coupons.
import { AdapterError } from '../../src/adapter/adapter-error.ts';
import { knownCustomers } from '../../src/adapters/memory/index.ts';
import * as decimal from '../../src/domain/decimal.ts';
import { coupons, credit, forgetful, pages, reversed, type Spoil } from './tampering.ts';

const { ingrid } = knownCustomers;

export const brokenStoredValue: readonly (readonly [what: string, spoil: Spoil, ...cases: string[]])[] = [
  [
    'takes back without saying so',
    credit(({ credit: port }) => ({
      entries: async (...args) => {
        const page = await port.entries(...args);
        return { ...page, items: page.items.map((entry) => ({ ...entry, reversedBy: null })) };
      },
    })),
    'credit.adjust: takes an entry back by another',
  ],
  [
    'strikes what was taken back from the ledger',
    credit(({ credit: port }, store) => ({
      adjust: async (id, adjustment, options) => {
        const outcome = await port.adjust(id, adjustment, options);
        const file = store.fileOf(id);
        if (!options.dryRun) file.entries = file.entries.filter((entry) => entry.id !== adjustment.reverses);
        return outcome;
      },
    })),
    'credit.adjust: takes an entry back by another',
  ],
  [
    'forgets what was taken back',
    credit(({ credit: port }) => ({
      adjust: (id, adjustment, options) => port.adjust(id, { ...adjustment, reverses: undefined }, options),
    })),
    'credit.adjust: takes an entry back by another',
    'credit.adjust: takes an entry back once',
    'credit.adjust: takes back nothing of another',
  ],
  [
    'takes back whatever is asked for',
    credit(({ credit: port }) => ({
      adjust: (id, adjustment, options) =>
        port.adjust(id, adjustment, options).catch((error: AdapterError) => {
          if (!error.fieldErrors?.['reverses']) throw error;
          return port.adjust(id, { ...adjustment, reverses: undefined }, options);
        }),
    })),
    'credit.adjust: takes an entry back once',
    'credit.adjust: takes back nothing of another',
  ],
  [
    'counts before it looks at the key',
    credit(({ credit: port }, store) => ({
      adjust: async (id, adjustment, options) => {
        const balance = store.fileOf(id).accounts.find((found) => found.id === adjustment.accountId)?.balance.value;
        if (decimal.sign(decimal.sum(balance ?? '0', adjustment.amount.value)) < 0)
          throw new AdapterError('validation', { fieldErrors: { amount: 'exceeds the balance' } });
        return port.adjust(id, adjustment, options);
      },
    })),
    'credit.adjust: what was carried out is answered under its key',
  ],
  [
    'asks for no reason',
    credit(({ credit: port }, store) => ({
      adjust: (id, adjustment, options) => {
        const account = store.fileOf(id).accounts.find((found) => found.id === adjustment.accountId);
        const [first] = account?.reasons ?? [];
        const reason = typeof first === 'object' ? first.code : first;
        return port.adjust(id, { ...adjustment, reason }, options);
      },
    })),
    'credit.adjust: where an account has reasons',
  ],
  [
    'overlooks last days',
    credit(({ credit: port }) => ({
      adjust: (id, adjustment, options) => port.adjust(id, { ...adjustment, expiresOn: undefined }, options),
    })),
    'credit.adjust: what is added is given a last day',
  ],
  [
    'ends last days in a zone of its own',
    credit(({ credit: port }) => ({
      adjust: (id, adjustment, options) =>
        port.adjust(id, { ...adjustment, timeZone: adjustment.timeZone && 'UTC' }, options),
    })),
    'credit.adjust: what is added is given a last day',
  ],
  ['lists coupons oldest first', pages(reversed, 'coupons.list'), 'coupons.list: newest first'],
  [
    'takes two statuses for one',
    coupons(({ coupons: port }) => ({
      list: (id, { filter, ...page }, options) =>
        port.list(id, { ...page, filter: filter && { status: filter['status']?.split(',')[0] ?? '' } }, options),
    })),
    'coupons.list: newest first',
  ],
  [
    'rounds what it gives',
    coupons(({ coupons: port }) => ({
      issue: (id, { benefit, ...coupon }, options) =>
        port.issue(
          id,
          { ...coupon, benefit: benefit.kind === 'percent' ? { ...benefit, percent: '12' } : benefit },
          options,
        ),
    })),
    'coupons.issue: gives what was asked for',
  ],
  [
    'issues anything',
    coupons(({ coupons: port }) => ({
      issue: (id, coupon, options) =>
        port
          .issue(id, coupon, options)
          .catch(() => port.issue(id, { name: 'Mended', benefit: { kind: 'free-shipping' } }, options)),
    })),
    'coupons.issue: refuses a benefit',
  ],
  [
    'forgets keys of coupons',
    coupons(({ coupons: port }) => ({ issue: (id, coupon, options) => port.issue(id, coupon, forgetful(options)) })),
    'coupons.issue: the same again',
  ],
  [
    'revokes for whoever asks, and as often as one likes',
    coupons(({ coupons: port }, store) => ({
      revoke: (_, couponId, options) =>
        port.revoke(ingrid, couponId, options).catch(() => store.fileOf(ingrid).coupons[0]!),
    })),
    'coupons.revoke: takes back what was not used',
    'coupons.revoke: an old version',
  ],
  [
    'overlooks the version of a coupon',
    coupons(({ coupons: port }, store) => ({
      revoke: (id, couponId, options) => {
        const { version } = store.fileOf(id).coupons.find((found) => found.id === couponId) ?? {};
        return port.revoke(id, couponId, { ...options, ifVersion: version ?? options.ifVersion });
      },
    })),
    'coupons.revoke: an old version',
  ],
];
