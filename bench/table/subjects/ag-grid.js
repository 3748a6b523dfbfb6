import { AllCommunityModule, createGrid, ModuleRegistry, themeQuartz } from 'ag-grid-community';
import { columns, rowHeight, sorted, tableHeight } from '../rows.js';
import { run } from '../page.js';

ModuleRegistry.registerModules([AllCommunityModule]);

run((place, rows) => {
  const frame = document.createElement('div');
  frame.style.height = `${tableHeight}px`;
  place.append(frame);
  const grid = createGrid(frame, {
    theme: themeQuartz,
    rowHeight,
    headerHeight: rowHeight,
    rowData: rows,
    getRowId: ({ data }) => data.id,
    defaultColDef: { flex: 1, sortable: true },
    columnDefs: columns.map(({ key, heading, value, format }) => ({
      colId: key,
      headerName: heading,
      valueGetter: ({ data }) => value(data),
      valueFormatter: ({ data }) => format(data),
      sortingOrder: ['desc', 'asc'],
    })),
  });
  return {
    sort: () => grid.applyColumnState({ state: [{ colId: sorted, sort: 'desc' }] }),
    update: (row) => grid.applyTransaction({ update: [row] }),
    append: (further) => grid.applyTransaction({ add: further }),
    scroller: () => frame.querySelector('.ag-grid-viewport'),
    remove() {
      grid.destroy();
      frame.remove();
    },
  };
});
