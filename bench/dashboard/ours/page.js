// The page with the five widgets, as a host places them.
import '../start.js';
import '../../../src/dashboard/define.ts';
import '../../../src/widgets/credit-balance/define.ts';
import '../../../src/widgets/cross-sell-table/define.ts';
import '../../../src/widgets/customer-info/define.ts';
import '../../../src/widgets/notes-panel/define.ts';
import '../../../src/widgets/order-history/define.ts';
import { bench, createAdapter } from '../adapter.js';

const dashboard = /** @type {import('../../../src/dashboard/customer-dashboard.ts').CustomerDashboard} */ (
  document.querySelector('customer-dashboard')
);
if (bench.rows)
  for (const list of dashboard.querySelectorAll(':scope > :not(customer-info)'))
    list.setAttribute('limit', String(bench.rows));
dashboard.now = () => new Date(bench.now);
dashboard.adapter = createAdapter(bench.answers);
