import '/node_modules/htmx.org/dist/htmx.esm.js';
import { memoryAdapter, provideDashboard } from '/node_modules/clientele/dist/clientele.cdn.js';

// On the root element, which htmx never swaps.
provideDashboard(document.documentElement, { adapter: memoryAdapter() });

document.addEventListener('order-open', (event) => {
  event.preventDefault();
  document.querySelector('output').textContent = `Order ${event.orderId}`;
});
