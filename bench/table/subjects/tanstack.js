// React with TanStack Table, Virtual and Query, as their guides compose them.
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { createSortedRowModel, rowSortingFeature, tableFeatures, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { createElement as h, useRef } from 'react';
import { createRoot } from 'react-dom/client';
import { columns, rowHeight, sorted, tableHeight } from '../rows.js';
import { run } from '../page.js';

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });
const definitions = columns.map(({ key, heading, value, format }) => ({
  id: key,
  header: heading,
  accessorFn: value,
  sortFn: (a, b) => value(a.original) - value(b.original),
  cell: ({ row }) => format(row.original),
}));
const cellStyle = {
  flex: '1 1 0',
  overflow: 'hidden',
  whiteSpace: 'nowrap',
  padding: '0 8px',
  boxSizing: 'border-box',
};
const none = [];

function Table({ handle, queryFn }) {
  const scroller = useRef(null);
  const { data = none } = useQuery({ queryKey: ['rows'], queryFn });
  const table = useTable({ features, columns: definitions, data, getRowId: ({ id }) => id });
  handle.table = table;
  const { rows } = table.getRowModel();
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index].id,
    overscan: 3,
  });
  const head = table.getHeaderGroups().map((group) =>
    h(
      'div',
      {
        key: group.id,
        role: 'row',
        style: { display: 'flex', position: 'sticky', top: 0, zIndex: 1, background: '#fff', height: rowHeight },
      },
      group.headers.map((header) =>
        h('div', { key: header.id, role: 'columnheader', style: cellStyle }, h(table.FlexRender, { header })),
      ),
    ),
  );
  const body = virtualizer.getVirtualItems().map(({ index, start, key }) =>
    h(
      'div',
      {
        key,
        role: 'row',
        'aria-rowindex': index + 2,
        style: {
          display: 'flex',
          position: 'absolute',
          width: '100%',
          height: rowHeight,
          transform: `translateY(${start}px)`,
        },
      },
      rows[index]
        .getAllCells()
        .map((cell) => h('div', { key: cell.id, role: 'cell', style: cellStyle }, h(table.FlexRender, { cell }))),
    ),
  );
  return h(
    'div',
    {
      ref: scroller,
      className: 'scroll',
      role: 'table',
      'aria-rowcount': rows.length + 1,
      style: { height: tableHeight, overflow: 'auto' },
    },
    head,
    h('div', { role: 'rowgroup', style: { position: 'relative', height: virtualizer.getTotalSize() } }, body),
  );
}

run((place, all) => {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  const handle = {};
  const root = createRoot(place);
  root.render(h(QueryClientProvider, { client }, h(Table, { handle, queryFn: async () => all })));
  return {
    sort: () => handle.table.setSorting([{ id: sorted, desc: true }]),
    update: (row) => client.setQueryData(['rows'], (rows) => rows.map((one) => (one.id === row.id ? row : one))),
    append: (further) => client.setQueryData(['rows'], (rows) => [...rows, ...further]),
    scroller: () => place.querySelector('.scroll'),
    remove() {
      root.unmount();
      client.clear();
    },
  };
});
