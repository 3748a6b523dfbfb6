import type { Transaction } from '../../domain/transaction.ts';
import { ingrid } from '../../testing/circumstances.ts';
import { listCells } from '../../testing/list-cells.ts';
import { adminLinks, shopAdapter } from '../../testing/shop.ts';

const payment: Transaction = {
  ...{ id: 't-1', ...ingrid, kind: 'payment', createdAt: '2026-11-02T13:20:00Z' },
  amount: { value: '846.50', currency: 'GBP' },
};
const long: Partial<Transaction> = {
  amount: { value: '-1234567890.12', currency: 'GBP' },
  kind: 'refund',
  method: 'Letter of credit of the regional purchasing group, countersigned',
  status: { code: 'at-the-bank', label: 'With the correspondent bank until the documents arrive' },
  reference: 'KILN-LANE-WHOLESALE-2026-0000001042-REFUND-0001',
  order: { id: 'o-1', kind: 'return', number: 'R-2026-KILN-LANE-WHOLESALE-0000001042' },
};

export const cells = listCells(
  'transactions.list',
  { heading: 'Transactions' },
  {
    populated: { ...ingrid, adapter: () => shopAdapter({ links: adminLinks }), shows: 'Paid less refunds' },
    empty: 'No transactions yet.',
    partial: {
      page: [
        { ...payment, method: 'Visa' },
        { ...payment, id: 't-2', status: 'paid' },
      ],
      shows: 'not known',
    },
    conflict: { absent: 'Transactions are only read here.' },
    longText: { page: [{ ...payment, ...long }], shows: 'With the correspondent bank' },
    redacted: { absent: 'A transaction has no personal data.' },
  },
);
