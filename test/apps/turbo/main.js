import '/node_modules/@hotwired/turbo/dist/turbo.es2017-esm.js';
import { memoryAdapter, provideDashboard } from '/node_modules/clientele/dist/clientele.cdn.js';

// On the root element: Turbo replaces the body, and a provider on the body would go with it.
provideDashboard(document.documentElement, { adapter: memoryAdapter() });

document.addEventListener('order-open', (event) => {
  event.preventDefault();
  document.querySelector('output').textContent = `Order ${event.orderId}`;
});
