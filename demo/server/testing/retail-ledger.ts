// Sums of the Online Retail data set, which share no code with the import.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Money } from '../../../src/domain/money.ts';

/** Sums amounts in thousandths of a pound, the precision of the file's prices. */
export const thousandths = (amounts: readonly Money[] = []): bigint =>
  amounts.reduce((sum, { value }) => {
    const [whole = '', fraction = ''] = value.split('.');
    return sum + BigInt(whole + fraction.padEnd(3, '0'));
  }, 0n);

export interface Sums {
  readonly orders: Set<string>;
  readonly returns: Set<string>;
  readonly products: Map<string, bigint>;
  total: bigint;
  sales: bigint;
  charges: bigint;
  /** The latest invoice so far, and its country. */
  latest: string;
  country: string;
  /** The local times of the first and of the last order; empty if there is none. */
  first: string;
  last: string;
}

/** Returns the lines of the file, with its heading. */
export const linesOf = (path: string): readonly string[] => gunzipSync(readFileSync(path)).toString().split('\n');

/** Returns the cells of a line, as they are quoted. */
export const cellsOf = (line: string): readonly string[] =>
  line.includes('"')
    ? [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) => cell)
    : line.split(',');

/** Returns the id of the customer of a line, or an empty text. */
export const customerOf = ([, , , , , , customer]: readonly string[]): string =>
  customer ? String(Math.trunc(Number(customer))) : '';

/** Sums up each customer's lines from the whole file in memory. */
export function addUp(path: string): Map<string, Sums> {
  const ledger = new Map<string, Sums>();
  const placedAt = new Map<string, string>();
  for (const line of linesOf(path).slice(1)) {
    const cells = cellsOf(line);
    const [invoice = '', code = '', , quantity = '', at = '', price = '', , country = ''] = cells;
    const id = customerOf(cells);
    if (!id) continue;
    const sums = ledger.get(id) ?? {
      orders: new Set(),
      returns: new Set(),
      products: new Map(),
      total: 0n,
      sales: 0n,
      charges: 0n,
      latest: '',
      country: '',
      first: '',
      last: '',
    };
    ledger.set(id, sums);
    const amount = BigInt(quantity) * BigInt(Math.round(Number(price) * 1000));
    const isReturn = invoice.startsWith('C');
    (isReturn ? sums.returns : sums.orders).add(invoice);
    sums.total += amount;
    if (!isReturn) {
      sums.sales += amount;
      // An order is placed at the time of its earliest line.
      const placed = placedAt.get(invoice);
      if (placed === undefined || at < placed) placedAt.set(invoice, at);
    }
    if (/^\d/.test(code)) sums.products.set(code, (sums.products.get(code) ?? 0n) + amount);
    else sums.charges += amount;
    if (`${at} ${invoice}` >= sums.latest) Object.assign(sums, { latest: `${at} ${invoice}`, country });
  }
  for (const sums of ledger.values()) {
    const times = [...sums.orders].map((invoice) => placedAt.get(invoice)!).toSorted();
    Object.assign(sums, { first: times[0] ?? '', last: times.at(-1) ?? '' });
  }
  return ledger;
}
