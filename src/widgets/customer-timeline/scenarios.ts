import type { Page } from '../../domain/page.ts';
import { ingrid } from '../../testing/circumstances.ts';
import { filterInVain, listCells } from '../../testing/list-cells.ts';
import { adminLinks, shopAdapter } from '../../testing/shop.ts';

const at = '2026-11-18T10:52:00Z';
const word = 'Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenanspruchsberechtigte';
const long = [
  {
    ...{ kind: 'purchase', id: 'order:1', ...ingrid, at },
    order: {
      ...{
        kind: 'order',
        id: '1',
        ...ingrid,
        placedAt: at,
        number: `#${'2026-KILN-LANE-'.repeat(4)}`,
        itemCount: 12_000,
      },
      ...{ summary: { title: word, more: 311 }, total: { value: '1234567890123.45', currency: 'GBP' }, status: {} },
    },
  },
  {
    ...{ kind: 'note', id: 'note:1', ...ingrid, at },
    note: {
      id: '1',
      ...ingrid,
      createdAt: at,
      author: { id: 'op-1', name: word },
      body: `${word}\n\nDelivers at night.`,
    },
  },
];

export const cells = listCells<Page<object>>(
  'timeline.list',
  { heading: 'Timeline', row: 'event' },
  {
    populated: { ...ingrid, adapter: () => shopAdapter({ links: adminLinks }), shows: '#10512' },
    empty: 'Nothing yet.',
    emptyFiltered: { ...filterInVain('timeline.list', 'Login'), shows: 'No such events.' },
    partial: {
      page: (page) => ({ ...page, warnings: [{ code: 'notes' }, { code: 'credit' }] }),
      shows: 'Notes could not be loaded.',
    },
    conflict: { absent: 'Events are only read here.' },
    malformed: { page: [{ id: 7 }], shows: 'items[0].kind' },
    longText: { page: long, shows: 'Delivers at night.' },
    redacted: { ...ingrid, adapter: () => shopAdapter({ role: 'viewer' }), shows: '203.•••••' },
  },
);
