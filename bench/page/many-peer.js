// The same page as `many-ours.js`, written by hand.
import '../dashboard/start.js';
import { bench, createAdapter } from '../dashboard/adapter.js';
import { customerPanel } from '../dashboard/peer/customer.js';

const adapter = /** @type {any} */ (createAdapter(bench.answers));
const main = /** @type {HTMLElement} */ (document.querySelector('main'));
const options = { signal: new AbortController().signal, locale: 'en-GB', timeZone: 'Europe/London' };
for (let count = Number(new URLSearchParams(location.search).get('count')); count > 0; count -= 1) {
  const section = document.createElement('section');
  section.className = 'panel wide';
  section.ariaBusy = 'true';
  section.innerHTML = '<div class="skeleton head"></div>';
  main.append(section);
}
const [customer, stats] = await Promise.all([
  adapter.customers.get('C-20817', options),
  adapter.stats.get('C-20817', {}, options),
]);
for (const section of main.children) {
  section.innerHTML = customerPanel(customer, stats).html;
  section.ariaBusy = 'false';
}
