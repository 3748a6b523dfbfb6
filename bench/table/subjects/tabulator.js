import { TabulatorFull } from 'tabulator-tables';
import 'tabulator-tables/dist/css/tabulator.min.css';
import { columns, rowHeight, sorted, tableHeight } from '../rows.js';
import { run } from '../page.js';

run(async (place, rows) => {
  const frame = document.createElement('div');
  place.append(frame);
  const table = new TabulatorFull(frame, {
    height: tableHeight,
    rowHeight,
    index: 'id',
    layout: 'fitColumns',
    data: rows,
    reactiveData: false,
    columns: columns.map(({ key, heading, value, format }) => ({
      field: key,
      title: heading,
      sorter: (a, b, rowA, rowB) => value(rowA.getData()) - value(rowB.getData()),
      formatter: (cell) => format(cell.getData()),
      // Values that are no members of the row.
      ...((key === 'title' || key === 'sku') && { field: `product.${key}` }),
    })),
  });
  await new Promise((resolve) => void table.on('tableBuilt', resolve));
  return {
    sort: () => table.setSort(sorted, 'desc'),
    update: (row) => table.updateRow(row.id, row),
    append: (further) => table.addData(further, false),
    scroller: () => frame.querySelector('.tabulator-tableholder'),
    remove() {
      table.destroy();
      frame.remove();
    },
  };
});
