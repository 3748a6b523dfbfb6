import type { CreditAccount, CreditEntry } from '../../../domain/credit.ts';
import type { StoredValue } from '../../../domain/money.ts';
import { balanceOf, buildLedger, day, instant } from './building.ts';
import { ingridId } from './ingrid-account.ts';
import { staff } from './people.ts';

type Movement = Parameters<typeof buildLedger>[2][number];
const pounds = (value: string): StoredValue => ({ value, currency: 'GBP' });
const euros = (value: string): StoredValue => ({ value, currency: 'EUR' });
const points = (value: string): StoredValue => ({ value, unit: 'points' });

const goodwill = 'Goodwill';

const reasons: CreditAccount['reasons'] = [
  { code: 'goodwill', label: 'Goodwill' },
  { code: 'refund', label: 'Refund' },
  { code: 'correction', label: 'Correction' },
];
const [given, , corrected] = reasons;

/** The latest nine entries are those in the design; the 22 before them add up to £5.00. */
const poundMovements: readonly Movement[] = [
  ...early(),
  {
    at: '2026-05-13T23:00:00Z',
    kind: 'lapsed',
    amount: pounds('-5.00'),
    actor: staff.rule,
    description: 'Welcome voucher',
  },
  { at: '2026-06-02T13:20:00Z', kind: 'refund', amount: pounds('18.00'), actor: staff.priya, reference: 'R-1987' },
  { at: '2026-06-30T07:47:00Z', kind: 'spent', amount: pounds('-18.00'), actor: staff.checkout, reference: '#10119' },
  {
    at: '2026-08-21T11:11:00Z',
    kind: 'gift-card',
    amount: pounds('111.50'),
    actor: staff.customer,
    reference: 'GC-4417',
  },
  {
    at: '2026-09-30T23:00:00Z',
    kind: 'lapsed',
    amount: pounds('-10.00'),
    actor: staff.rule,
    description: 'Spring voucher',
  },
  {
    at: '2026-11-01T17:44:00Z',
    kind: 'adjustment',
    amount: pounds('250.00'),
    actor: staff.tom,
    description: goodwill,
    reason: given,
  },
  {
    at: '2026-11-02T09:30:00Z',
    kind: 'reversal',
    amount: pounds('-250.00'),
    actor: staff.dana,
    reverses: 'cr-20817-gbp-28',
    reason: corrected,
    description: 'Keyed with a nought too many',
  },
  {
    at: '2026-11-04T10:15:00Z',
    kind: 'adjustment',
    amount: pounds('25.00'),
    actor: staff.dana,
    reference: 'CS-8812',
    description: goodwill,
    reason: given,
    expiresAt: '2026-11-30T23:59:59Z',
  },
  { at: '2026-11-12T16:02:00Z', kind: 'spent', amount: pounds('-40.00'), actor: staff.checkout, reference: '#10471' },
];

/** Creates ten credits that were spent, one of them in two parts, and the welcome voucher. */
function early(): Movement[] {
  const start = Date.parse('2019-09-02T08:15:00Z');
  const movements = Array.from({ length: 21 }, (_, index): Movement => {
    const at = instant(start + index * 110 * day);
    if (index === 18)
      return { at, kind: 'gift-card', amount: pounds('20.00'), actor: staff.customer, reference: 'GC-3120' };
    if (index > 18)
      return { at, kind: 'spent', amount: pounds(index === 19 ? '-12.00' : '-8.00'), actor: staff.checkout };
    const given = (4 + (index - (index % 2)) * 1.5).toFixed(2);
    return index % 2
      ? { at, kind: 'spent', amount: pounds(`-${given}`), actor: staff.checkout }
      : { at, kind: 'adjustment', amount: pounds(given), actor: staff.dana, description: goodwill };
  });
  return [
    ...movements,
    {
      at: '2026-04-14T08:00:00Z',
      kind: 'adjustment',
      amount: pounds('5.00'),
      actor: staff.rule,
      description: 'Welcome voucher',
    },
  ];
}

const ledgers = {
  gbp: buildLedger(ingridId, 'cr-20817-gbp', poundMovements),
  eur: buildLedger(ingridId, 'cr-20817-eur', [
    {
      at: '2025-09-22T10:05:00Z',
      kind: 'refund',
      amount: euros('65.00'),
      actor: staff.priya,
      description: 'Fair in Lyon, two trays',
    },
    { at: '2025-10-14T12:40:00Z', kind: 'spent', amount: euros('-25.00'), actor: staff.checkout },
  ]),
  points: buildLedger(ingridId, 'cr-20817-points', [
    {
      at: '2024-12-31T23:00:00Z',
      kind: 'adjustment',
      amount: points('1280'),
      actor: staff.rule,
      description: 'Points for 2024',
    },
    {
      at: '2025-12-20T10:00:00Z',
      kind: 'adjustment',
      amount: points('340'),
      actor: staff.rule,
      description: 'Winter bonus',
      expiresAt: '2026-12-31T23:59:59Z',
    },
    {
      at: '2025-12-31T23:00:00Z',
      kind: 'adjustment',
      amount: points('1220'),
      actor: staff.rule,
      description: 'Points for 2025',
    },
    {
      at: '2026-03-03T09:00:00Z',
      kind: 'spent',
      amount: points('-500'),
      actor: staff.customer,
      description: 'Workshop voucher',
    },
  ]),
};

export const ingridEntries: readonly CreditEntry[] = Object.values(ledgers).flat();

export const ingridAccounts: readonly CreditAccount[] = [
  {
    id: 'cr-20817-gbp',
    customerId: ingridId,
    version: '31',
    kind: 'store-credit',
    balance: balanceOf(ledgers.gbp, pounds('0.00')),
    allowDebit: true,
    allowExpiry: true,
    reasons,
  },
  {
    id: 'cr-20817-eur',
    customerId: ingridId,
    version: '2',
    kind: 'store-credit',
    balance: balanceOf(ledgers.eur, euros('0.00')),
    lapsing: null,
    allowDebit: true,
  },
  {
    id: 'cr-20817-points',
    customerId: ingridId,
    version: '4',
    kind: 'points',
    balance: balanceOf(ledgers.points, points('0')),
    allowExpiry: true,
  },
];
