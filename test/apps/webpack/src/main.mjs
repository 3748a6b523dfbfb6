import 'clientele/themes/default.css';
import 'clientele/define';
import { memoryAdapter } from 'clientele/adapters/memory';

const dashboard = document.querySelector('customer-dashboard');
dashboard.adapter = memoryAdapter();
dashboard.addEventListener('order-open', (event) => {
  event.preventDefault();
  document.querySelector('output').textContent = `Order ${event.orderId}`;
});
document.querySelector('button').addEventListener('click', () => {
  dashboard.customerId = 'C-20818';
});
