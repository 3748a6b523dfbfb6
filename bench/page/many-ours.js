// A page with many widgets about the same customer.
import '../dashboard/start.js';
import '../../src/dashboard/define.ts';
import '../../src/widgets/customer-info/define.ts';
import { bench, createAdapter } from '../dashboard/adapter.js';

const dashboard = /** @type {import('../../src/dashboard/customer-dashboard.ts').CustomerDashboard} */ (
  document.querySelector('customer-dashboard')
);
for (let count = Number(new URLSearchParams(location.search).get('count')); count > 0; count -= 1)
  dashboard.append(document.createElement('customer-info'));
dashboard.now = () => new Date(bench.now);
dashboard.adapter = createAdapter(bench.answers);
