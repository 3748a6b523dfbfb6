// The built widget, with an adapter that answers from memory, as a server that sends everything at once.
import '../../../dist/widgets/cross-sell-table/define.js';
import { columns, sorted, sortRows } from '../rows.js';
import { run } from '../page.js';

run(async (place, all) => {
  let rows = all;
  /** Rows of a second page, which is answered when they are appended. */
  let further;
  const appended = Promise.withResolvers();
  const adapter = {
    crossSell: {
      capabilities: { list: { sort: columns.map(({ key }) => key) } },
      async list(_customer, { sort, after }) {
        if (after !== undefined) {
          await appended.promise;
          return { items: further, next: null };
        }
        return { items: sort?.field === sorted ? sortRows(rows) : rows, next: further ? 'second' : null };
      },
    },
  };
  const element = document.createElement('cross-sell-table');
  element.limit = 'all';
  element.columns = columns.map(({ key }) => key);
  element.customerId = 'C-1';
  element.adapter = adapter;
  place.append(element);
  await element.updateComplete;
  const heading = columns.find(({ key }) => key === sorted).heading;
  const isSort = ({ textContent }) => textContent.trim() === heading;
  return {
    sort() {
      if (further) rows = [...rows, ...further];
      further = undefined;
      [...element.shadowRoot.querySelectorAll('thead button')].find(isSort).click();
    },
    update(row) {
      rows = rows.map((one) => (one.id === row.id ? row : one));
      element.refresh();
    },
    prepareAppend(added) {
      further = added;
      element.refresh();
    },
    append: () => appended.resolve(),
    scroller: () => element.shadowRoot.querySelector('.table-scroll'),
    remove: () => element.remove(),
  };
});
