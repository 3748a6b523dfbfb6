// The same page, written by hand for this one host: requests its data, and fills each section when the data arrives.
import '../start.js';
import { bench, createAdapter } from '../adapter.js';
import { customerPanel } from './customer.js';
import { creditPanel, noteList, ordersPanel, productsPanel } from './lists.js';

const customer = 'C-20817';
const adapter = /** @type {any} */ (createAdapter(bench.answers));
const options = { signal: new AbortController().signal, locale: 'en-GB', timeZone: 'Europe/London' };

/**
 * @param {string} id
 * @param {() => Promise<import('./format.js').Markup>} make
 * @param {string} [into] what of the section is replaced
 */
async function fill(id, make, into) {
  const section = /** @type {HTMLElement} */ (document.getElementById(id));
  try {
    const { html } = await make();
    if (into) {
      const place = /** @type {HTMLElement} */ (section.querySelector(into));
      place.insertAdjacentHTML('afterend', html);
      place.remove();
    } else section.innerHTML = html;
  } catch {
    section.querySelector('.skeleton')?.replaceWith('It could not be loaded.');
  }
  section.setAttribute('aria-busy', 'false');
}

void fill('customer', async () => {
  const [record, stats] = await Promise.all([
    adapter.customers.get(customer, options),
    adapter.stats.get(customer, {}, options),
    adapter.permissions(customer, options),
  ]);
  return customerPanel(record, stats);
});
void fill('orders', async () => ordersPanel(await adapter.orders.list(customer, { first: bench.rows || 10 }, options)));
void fill(
  'notes',
  async () => {
    const limit = bench.rows || 3;
    return noteList(await adapter.notes.list(customer, { first: limit + 5 }, options), limit);
  },
  '.skeleton',
);
void fill('products', async () => {
  const sort = { field: 'revenue', direction: 'descending' };
  return productsPanel(await adapter.crossSell.list(customer, { first: bench.rows || 8, sort }, options));
});
void fill('credit', async () => {
  const [accounts, coupons] = await Promise.all([
    adapter.credit.accounts(customer, { first: 50 }, options),
    adapter.coupons.list(customer, { first: 50, filter: { status: 'active,scheduled' } }, options),
  ]);
  const [{ id }] = accounts.items;
  return creditPanel(
    accounts.items,
    coupons,
    await adapter.credit.entries(customer, id, { first: bench.rows || 9 }, options),
  );
});
