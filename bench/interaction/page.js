// A page with five widgets whose buttons switch the customer.
import '../dashboard/start.js';
import '../../src/dashboard/define.ts';
import '../../src/widgets/credit-balance/define.ts';
import '../../src/widgets/cross-sell-table/define.ts';
import '../../src/widgets/customer-info/define.ts';
import '../../src/widgets/notes-panel/define.ts';
import '../../src/widgets/order-history/define.ts';
import { memoryAdapter } from '../../src/adapters/memory/index.ts';

/** @typedef {import('./shop.ts').BenchCustomer} BenchCustomer */
const { customers } = /** @type {{ customers: readonly BenchCustomer[] }} */ (/** @type {any} */ (globalThis).bench);

/** The customer of the memory adapter whose other data every customer gets. */
const model = 'C-20817';

/** @param {any} port @returns {any} */
const forEveryCustomer = (port) =>
  new Proxy(port, {
    get(target, name) {
      const member = target[name];
      if (typeof member !== 'function') return member;
      return async (/** @type {string} */ customer, /** @type {unknown[]} */ ...args) =>
        JSON.parse(JSON.stringify(await member.call(target, model, ...args)).replaceAll(model, customer));
    },
  });

const memory = memoryAdapter();
const ports = Object.fromEntries(
  Object.entries(memory).map(([name, port]) => [name, typeof port === 'object' ? forEveryCustomer(port) : port]),
);

/** @param {any} row @param {string} field */
const valueOf = (row, field) => (field === 'title' ? row.product.title : Number(row[field]?.value ?? row[field]));

const adapter = {
  ...ports,
  permissions: undefined,
  crossSell: {
    capabilities: { list: { search: true, sort: ['title', 'revenue', 'orders', 'units'] } },
    /** Answers with all products at once. */
    async list(/** @type {string} */ customer, /** @type {any} */ { text, sort, first }) {
      const { products } = /** @type {BenchCustomer} */ (customers.find(({ id }) => id === customer));
      let items = products.filter(({ product }) => !text || product.title?.toLowerCase().includes(text.toLowerCase()));
      const { field, direction } = sort ?? { field: 'revenue', direction: 'descending' };
      const factor = direction === 'ascending' ? 1 : -1;
      items = items.toSorted((a, b) => {
        const [x, y] = [valueOf(a, field), valueOf(b, field)];
        return factor * (x < y ? -1 : x > y ? 1 : 0);
      });
      const isPart = first < 50 && items.length > first;
      return { items: isPart ? items.slice(0, first) : items, next: isPart ? 'more' : null, total: items.length };
    },
  },
};
const dashboard = /** @type {import('../../src/dashboard/customer-dashboard.ts').CustomerDashboard} */ (
  document.querySelector('customer-dashboard')
);
dashboard.customerId = customers[0]?.id ?? '';
dashboard.adapter = /** @type {import('../../src/adapter/adapter.ts').Adapter} */ (/** @type {unknown} */ (adapter));
let current = 0;
document.querySelector('button')?.addEventListener('click', () => {
  current = (current + 1) % customers.length;
  dashboard.customerId = customers[current]?.id ?? '';
});
