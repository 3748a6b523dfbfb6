import type { CreditAccount } from '../../../domain/credit.ts';
import type { StoredValue } from '../../../domain/money.ts';
import { balanceOf, buildLedger, day, instant } from './building.ts';
import { createOrdinary, type Make } from './ordinary.ts';
import { placeIn, staff } from './people.ts';

const pounds = (value: string): StoredValue => ({ value, currency: 'GBP' });

/** Customers with unusual credit, keyed by what is unusual. */
export const unusualCredit = {
  /** Has gift cards, a deposit, a platform-specific kind of account, and coupons with a restricted code or benefit. */
  manyAccounts: (random, circumstances) => {
    const { id: customerId, serial, now } = circumstances;
    const open = (
      name: string,
      kind: CreditAccount['kind'],
      amounts: readonly [StoredValue, ...StoredValue[]],
      more: Partial<CreditAccount> = {},
    ) => {
      const id = `cr-${serial}-${name}`;
      const entries = buildLedger(
        customerId,
        id,
        amounts.map((amount, index) => ({
          at: instant(now - (amounts.length - index) * 40 * day),
          kind: amount.value.startsWith('-') ? 'spent' : kind === 'gift-card' ? 'gift-card' : 'adjustment',
          amount,
          actor: amount.value.startsWith('-') ? staff.checkout : staff.dana,
        })),
      );
      const balance = balanceOf(entries, { ...amounts[0], value: '0' });
      return { account: { id, customerId, version: String(entries.length), kind, balance, ...more }, entries };
    };
    const opened = [
      open('deposit', 'deposit', [pounds('400.00')], { allowDebit: true }),
      open('gift-1', 'gift-card', [pounds('50.00'), pounds('-12.30')], { label: 'ending 4417' }),
      open('gift-2', 'gift-card', [pounds('20.00')], { label: 'ending 0831', allowExpiry: true }),
      open('hours', { code: 'kiln-hours', label: 'Hours at the kiln' }, [{ value: '7.5', unit: 'hours' }], {
        fractionDigits: 1,
      }),
      open('points', 'points', [{ value: '120', unit: 'points' }], { allowDebit: true }),
    ];
    return {
      ...createOrdinary(random, circumstances, { place: placeIn('GB'), orders: 3 }),
      accounts: opened.map(({ account }) => account),
      entries: opened.flatMap(({ entries }) => entries),
      coupons: [
        {
          id: `cp-${serial}-2`,
          customerId,
          version: '1',
          code: { withheld: 'denied', reason: 'Only the campaign team sees codes.' },
          status: { code: 'reserved', label: 'Held for a basket' },
          name: 'Reserved',
          benefit: { kind: 'amount', amount: { value: '5.500', currency: 'KWD' } },
          issuedAt: instant(now - 10 * day),
        },
        {
          id: `cp-${serial}-1`,
          customerId,
          version: '1',
          code: { withheld: 'masked', display: 'KILN-••••' },
          status: 'scheduled',
          name: 'From next month',
          benefit: { kind: 'percent', percent: '33.3' },
          minimum: null,
          validUntil: null,
          issuedAt: instant(now - 20 * day),
        },
      ],
    };
  },
} as const satisfies Readonly<Record<string, Make>>;
