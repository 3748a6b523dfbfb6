import { defineCustomElements } from '@revolist/revogrid/loader';
import { columns, rowHeight, sorted, tableHeight } from '../rows.js';
import { run } from '../page.js';

defineCustomElements();

run(async (place, all) => {
  let rows = all;
  const grid = document.createElement('revo-grid');
  grid.style.cssText = `display: block; height: ${tableHeight}px`;
  grid.readonly = true;
  grid.rowSize = rowHeight;
  grid.columns = columns.map(({ key, heading, value, format }) => ({
    prop: key,
    name: heading,
    size: 155,
    sortable: true,
    cellCompare: (_, a, b) => value(a) - value(b),
    cellTemplate: (_, { model }) => format(model),
  }));
  grid.source = rows;
  place.append(grid);
  await customElements.whenDefined('revo-grid');
  await grid.componentOnReady();
  return {
    sort: () => grid.updateColumnSorting({ prop: sorted, cellCompare: (_, a, b) => a.units - b.units }, 'desc', false),
    update(row) {
      rows = rows.map((one) => (one.id === row.id ? row : one));
      grid.source = rows;
    },
    append(further) {
      rows = [...rows, ...further];
      grid.source = rows;
    },
    scroller: () =>
      grid.querySelector('revogr-viewport-scroll.rgCol .vertical-inner') ?? grid.querySelector('.vertical-inner'),
    remove: () => grid.remove(),
  };
});
