import type { Page } from '../../domain/page.ts';
import type { OrderEntry, OrderTotals } from '../../domain/order.ts';
import { ingrid } from '../../testing/circumstances.ts';
import { listCells } from '../../testing/list-cells.ts';
import { shopAdapter } from '../../testing/shop.ts';

const long = {
  number: '#2026-WHOLESALE-SPRING-0000010512-RESHIPMENT-B',
  summary: { title: 'Hand-thrown stoneware cup with the oat glaze of the spring firing, 220 ml, set of six', more: 12 },
  status: {
    payment: { status: { code: 'awaiting-bank', label: 'Awaiting approval by the issuing bank abroad' } },
    fulfillment: { status: { code: 'customs', label: 'Held at customs until the importer has answered' } },
  },
  total: { value: '-123456789012345678901234.56', currency: 'GBP' },
};

export const cells = listCells<Page<OrderEntry, OrderTotals>>(
  'orders.list',
  { heading: 'Orders' },
  {
    populated: 'Return from #10388',
    loading: 'This is taking longer than usual.',
    empty: 'No orders yet.',
    emptyFiltered: {
      ...ingrid,
      adapter: shopAdapter,
      attributes: { range: '2026-03-01/2026-03-31', toolbar: 'range filter' },
      shows: 'No orders in these dates.',
    },
    partial: {
      page: ({ items, totals, ...page }) => ({
        ...page,
        items: items.filter(({ kind }) => kind === 'order'),
        total: totals?.orders,
        totals: { orders: totals?.orders },
        warnings: [{ code: 'returns' }],
      }),
      shows: 'Returns could not be loaded. Orders are complete.',
    },
    conflict: { absent: 'Nothing is changed here.' },
    malformed: {
      page: ({ items, ...page }) => ({ ...page, items: [{ ...items[0], total: { value: 412.4, currency: 'GBP' } }] }),
      shows: 'items[0].total.value',
    },
    longText: {
      page: ({ items, ...page }) => ({
        ...page,
        items: items.map((item, index) => (index % 3 ? item : { ...item, ...long })),
      }),
      shows: 'Awaiting approval by the issuing bank abroad',
    },
    redacted: { absent: 'Only the addresses of an opened order can be withheld.' },
  },
);
