import { keyOf } from './key.js';

/**
 * @typedef {Record<string, unknown>} Answers what each request is answered with, by `keyOf` it
 *
 * @typedef {object} Bench
 * @property {Answers} answers
 * @property {number} rows how many rows each list shows; 0: as many as it does by default
 * @property {string} now
 * @property {number} requests how many requests there were
 */

/** The delay of each response in milliseconds. 0: at once. */
const delay = Number(new URLSearchParams(location.search).get('delay'));

/**
 * Returns an adapter that replays the recorded responses, and rejects any other request.
 * @param {Answers} answers
 * @returns {import('../../src/adapter/adapter.ts').Adapter}
 */
export function createAdapter(answers) {
  const ask =
    (/** @type {string} */ method) =>
    async (/** @type {unknown[]} */ ...args) => {
      const key = keyOf(method, args.slice(0, -1));
      // The run fails, even if the page would show this as an ordinary error.
      bench.requests += 1;
      if (!(key in answers)) reportError(new Error(`No recorded response for ${key}`));
      if (delay) await new Promise((resolve) => setTimeout(resolve, delay));
      return answers[key];
    };
  const adapter = {
    customers: { get: ask('customers.get') },
    stats: { get: ask('stats.get') },
    orders: { list: ask('orders.list') },
    notes: { list: ask('notes.list'), create: ask('notes.create') },
    crossSell: { list: ask('crossSell.list') },
    credit: { accounts: ask('credit.accounts'), entries: ask('credit.entries'), adjust: ask('credit.adjust') },
    coupons: { list: ask('coupons.list') },
    permissions: ask('permissions'),
  };
  return /** @type {import('../../src/adapter/adapter.ts').Adapter} */ (/** @type {unknown} */ (adapter));
}

/** The responses that are given to the page before its script starts. */
export const bench = /** @type {typeof globalThis & { bench: Bench }} */ (globalThis).bench;
