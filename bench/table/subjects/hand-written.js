// The limit: a table that renders the rows in view from one cloned row, for this page only.
import { columns, rowHeight, sortRows, tableHeight } from '../rows.js';
import { run } from '../page.js';

run((place, all) => {
  let rows = all;
  place.innerHTML = `<div class="scroll" style="height: ${tableHeight}px; overflow: auto; overflow-anchor: none">
    <table role="table" style="width: 100%; border-collapse: collapse; table-layout: fixed">
      <thead><tr>${columns.map(({ heading }) => `<th scope="col" style="position: sticky; top: 0; background: #fff; text-align: start; height: ${rowHeight}px; padding: 0 8px">${heading}</th>`).join('')}</tr></thead>
      <tbody><tr><td></td></tr></tbody><tbody class="rows"></tbody><tbody><tr><td></td></tr></tbody>
    </table>
  </div>`;
  const [scroller, table, body] = ['.scroll', 'table', '.rows'].map((selector) => place.querySelector(selector));
  const [before, after] = [table.tBodies[0].rows[0], table.tBodies[2].rows[0]];
  const template = document.createElement('tr');
  template.style.height = `${rowHeight}px`;
  for (const _ of columns) {
    const cell = template.insertCell();
    cell.style.cssText = 'border-top: 1px solid #ddd; padding: 0 8px; white-space: nowrap; overflow: hidden';
    cell.append('');
  }
  const shown = [];
  const render = () => {
    const count = Math.min(rows.length, Math.ceil(tableHeight / rowHeight) + 6);
    const first = Math.max(0, Math.min(Math.floor(scroller.scrollTop / rowHeight) - 3, rows.length - count));
    while (shown.length < count) {
      const element = template.cloneNode(true);
      body.append(element);
      shown.push({ element, row: undefined });
    }
    // Row elements keep their rows while they are in view.
    const kept = shown.findIndex(({ row }) => row === rows[first]);
    if (kept > 0) {
      const moved = shown.splice(0, kept);
      body.append(...moved.map(({ element }) => element));
      shown.push(...moved);
    } else if (shown[0]?.row) {
      const ahead = rows.slice(first, first + count).indexOf(shown[0].row);
      if (ahead > 0) {
        const moved = shown.splice(-ahead);
        body.prepend(...moved.map(({ element }) => element));
        shown.unshift(...moved);
      }
    }
    shown.forEach((one, offset) => {
      const row = rows[first + offset];
      if (one.row === row) return;
      one.row = row;
      one.element.ariaRowIndex = String(first + offset + 2);
      columns.forEach(({ format }, column) => {
        one.element.cells[column].firstChild.data = format(row);
      });
    });
    before.style.height = `${first * rowHeight}px`;
    after.style.height = `${(rows.length - first - count) * rowHeight}px`;
    table.ariaRowCount = String(rows.length + 1);
  };
  scroller.addEventListener('scroll', render, { passive: true });
  render();
  return {
    sort() {
      rows = sortRows(rows);
      render();
    },
    update(row) {
      rows[rows.findIndex(({ id }) => id === row.id)] = row;
      render();
    },
    append(further) {
      rows = [...rows, ...further];
      render();
    },
    scroller: () => scroller,
    remove: () => place.replaceChildren(),
  };
});
