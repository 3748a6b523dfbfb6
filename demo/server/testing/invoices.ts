import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';

/** A line of the Online Retail data set. Absent members have defaults. */
export interface FileLine {
  readonly invoice: string;
  readonly code?: string;
  readonly description?: string;
  readonly quantity?: number | string;
  readonly at?: string;
  readonly price?: string;
  readonly customer?: string;
  readonly country?: string;
}

export const header = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country';

/** Formats lines as a file of the data set. */
export const csv = (...lines: readonly FileLine[]): string => [header, ...lines.map(record), ''].join('\n');

const record = (line: FileLine): string => {
  const { invoice, code = '85123A', description = 'HEART', quantity = 1 } = line;
  const { at = '2011-01-10 10:00:00', price = '2.55', customer = '', country = 'United Kingdom' } = line;
  return [invoice, code, quoted(description), quantity, at, price, customer && `${customer}.0`, country].join();
};

const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Creates a function that writes files, which are deleted after the tests. */
export function createFiles(): (content: string | Uint8Array) => string {
  const folder = mkdtempSync(join(tmpdir(), 'clientele-import-'));
  after(() => rmSync(folder, { recursive: true }));
  let count = 0;
  return (content) => {
    count += 1;
    const file = join(folder, `${count}.csv`);
    writeFileSync(file, content);
    return file;
  };
}
