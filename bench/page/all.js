// A page with every widget, on the memory adapter.
import '../dashboard/start.js';
import '../../src/define-all.ts';
import { memoryAdapter } from '../../src/adapters/memory/index.ts';

const delay = Number(new URLSearchParams(location.search).get('delay'));
const bench = { requests: 0 };
Object.assign(globalThis, { bench });

/** @param {any} port @returns {any} */
const delayed = (port) =>
  new Proxy(port, {
    get(target, name) {
      const member = target[name];
      if (typeof member !== 'function') return member;
      return async (/** @type {unknown[]} */ ...args) => {
        bench.requests += 1;
        if (delay) await new Promise((resolve) => setTimeout(resolve, delay));
        return Reflect.apply(member, target, args);
      };
    },
  });

const adapter = Object.fromEntries(
  Object.entries(memoryAdapter()).map(([name, port]) => [name, typeof port === 'object' ? delayed(port) : port]),
);
const dashboard = /** @type {import('../../src/dashboard/customer-dashboard.ts').CustomerDashboard} */ (
  document.querySelector('customer-dashboard')
);
dashboard.adapter = /** @type {import('../../src/adapter/adapter.ts').Adapter} */ (/** @type {unknown} */ (adapter));
