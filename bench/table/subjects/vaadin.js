import '@vaadin/grid/vaadin-grid.js';
import '@vaadin/grid/vaadin-grid-sort-column.js';
import { columns, rowHeight, sorted, tableHeight } from '../rows.js';
import { run } from '../page.js';

run((place, rows) => {
  const grid = document.createElement('vaadin-grid');
  grid.setAttribute('theme', 'compact');
  grid.style.cssText = `height: ${tableHeight}px; --vaadin-grid-cell-padding: 0 8px`;
  for (const { key, heading, format } of columns) {
    const column = document.createElement('vaadin-grid-column');
    column.path = key;
    column.headerRenderer = (root) => {
      root.textContent = heading;
    };
    column.renderer = (root, _, { item }) => {
      const content = root.firstChild ?? root.appendChild(document.createElement('div'));
      content.style.cssText ||= `height: ${rowHeight - 1}px; line-height: ${rowHeight - 1}px`;
      content.textContent = format(item);
    };
    grid.append(column);
  }
  // The grid sorts by a sorter in the header of a column.
  const sorter = document.createElement('vaadin-grid-sorter');
  sorter.path = sorted;
  sorter.append(columns.find(({ key }) => key === sorted).heading);
  grid.querySelectorAll('vaadin-grid-column')[columns.findIndex(({ key }) => key === sorted)].headerRenderer = (
    root,
  ) => {
    if (!root.firstChild) root.append(sorter);
  };
  grid.items = rows;
  place.append(grid);
  return {
    sort() {
      sorter.direction = 'desc';
    },
    update(row) {
      grid.items = grid.items.map((one) => (one.id === row.id ? row : one));
    },
    append(further) {
      grid.items = [...grid.items, ...further];
    },
    scroller: () => grid.shadowRoot.querySelector('#table'),
    remove: () => grid.remove(),
  };
});
