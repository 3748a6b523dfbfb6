import { ingrid } from '../../testing/circumstances.ts';
import { listCells } from '../../testing/list-cells.ts';
import { adminLinks, shopAdapter } from '../../testing/shop.ts';

const quote = { id: 'qt-1', ...ingrid, number: 'Q-1042', status: 'sent', createdAt: '2026-11-02T13:20:00Z' };
const long = {
  number: 'Q-2026-KILN-LANE-WHOLESALE-0000001042',
  title: 'Tableware for the second café, the roastery, and every market stall that opens before Easter',
  status: { code: 'in-negotiation', label: 'In negotiation with the regional purchasing group' },
  total: { value: '1234567890.12', currency: 'GBP' },
  validUntil: '2026-11-20',
};

export const cells = listCells(
  'quotes.list',
  { heading: 'Quotes' },
  {
    populated: { ...ingrid, adapter: () => shopAdapter({ links: adminLinks }), shows: 'Q-1038' },
    empty: 'No current quotes.',
    partial: { page: [quote, { ...quote, id: 'qt-2', total: null, validUntil: null }], shows: 'Does not expire' },
    conflict: { absent: 'Quotes are only read here.' },
    longText: { page: [{ ...quote, ...long }], shows: 'In negotiation' },
    redacted: { absent: 'A quote has no personal data.' },
  },
);
