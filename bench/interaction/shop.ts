// The customers of the interaction benchmark, with the products that each has bought: from a file of the Online Retail data
// set, or generated.
import { readLine } from '../../demo/server/import/invoice-line.ts';
import { readRecords } from '../../demo/server/import/records.ts';
import type { CrossSellRow } from '../../src/domain/cross-sell.ts';
import { createRows } from '../table/rows.js';

export interface BenchCustomer {
  readonly id: string;
  readonly products: readonly CrossSellRow[];
}

/** The number of customers and of products of the first one. */
const customers = 21;
const products = 1330;

/** Returns the customers with the most products; the first has 1,330 of them. */
export async function readShop(file: string | undefined): Promise<readonly BenchCustomer[]> {
  if (file === undefined) {
    return Array.from({ length: customers }, (_, customer) => ({
      id: `C-${customer}`,
      products: createRows(customer ? 200 - customer : products, customer * 10_000).map((row) => ({
        ...row,
        customerId: `C-${customer}`,
      })),
    }));
  }
  const bought = new Map<string, Map<string, { title: string; revenue: number; units: number; orders: Set<string> }>>();
  for await (const records of readRecords(file)) {
    for (const record of records) {
      // The header.
      if (record.line === 1) continue;
      const { customer, code, description, invoice, quantity: units, price } = readLine(record);
      const quantity = Number(units);
      if (customer === null || quantity <= 0) continue;
      const rows = bought.get(customer) ?? new Map();
      bought.set(customer, rows);
      const row = rows.get(code) ?? { title: description ?? code, revenue: 0, units: 0, orders: new Set() };
      rows.set(code, row);
      row.revenue += quantity * Number(price);
      row.units += quantity;
      row.orders.add(invoice);
    }
  }
  return [...bought]
    .sort(([, a], [, b]) => b.size - a.size)
    .slice(0, customers)
    .map(([id, rows]) => ({
      id,
      products: [...rows].slice(0, products).map(([code, { title, revenue, units, orders }]) => ({
        id: code,
        customerId: id,
        product: { id: code, title, sku: code },
        revenue: { value: revenue.toFixed(2), currency: 'GBP' },
        orders: orders.size,
        units,
      })),
    }));
}
