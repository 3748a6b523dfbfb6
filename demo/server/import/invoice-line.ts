import { FileError, type FileRecord } from './records.ts';

/** The columns of the Online Retail data set, in order. */
const columns = [
  'InvoiceNo',
  'StockCode',
  'Description',
  'Quantity',
  'InvoiceDate',
  'UnitPrice',
  'CustomerID',
  'Country',
];

/** A line of an invoice. Values that the file lacks are `null`. */
export interface InvoiceLine {
  readonly invoice: string;
  readonly code: string;
  readonly description: string | null;
  readonly quantity: number;
  /** The local time of the shop, without a zone: `2010-12-01 08:26:00`. */
  readonly at: string;
  readonly price: string;
  readonly customer: string | null;
  readonly country: string | null;
}

/** Throws a `FileError` unless the first record contains the column names. */
export function checkHeader({ line, fields }: FileRecord): void {
  if (fields.join() !== columns.join()) throw new FileError(line, `the columns are not ${columns.join(', ')}`);
}

/** Parses a record. Throws a `FileError` that names the invalid column. */
export function readLine({ line, fields }: FileRecord): InvoiceLine {
  if (fields.length !== columns.length) throw new FileError(line, 'it has too few or too many columns');
  const [invoice = '', code = '', description = '', quantity = '', at = '', price = '', customer = '', country = ''] =
    fields.map((field) => field.trim());
  const demand = (holds: boolean, column: string, what: string): void => {
    if (!holds) throw new FileError(line, `${column} is not ${what}`);
  };
  demand(invoice !== '', 'InvoiceNo', 'given');
  demand(code !== '', 'StockCode', 'given');
  demand(/^-?\d{1,9}$/.test(quantity), 'Quantity', 'a whole number');
  demand(isTime(at), 'InvoiceDate', 'a time as YYYY-MM-DD HH:MM:SS');
  demand(/^-?\d{1,12}(\.\d{1,12})?$/.test(price), 'UnitPrice', 'a decimal number');
  demand(/^(\d{1,18}(\.0)?)?$/.test(customer), 'CustomerID', 'a whole number');
  // The decoder replaces invalid UTF-8 with U+FFFD, and databases reject NUL.
  const unreadable = columns.find((_, index) => /[\0\uFFFD]/.test(fields[index] ?? ''));
  demand(unreadable === undefined, unreadable ?? '', 'text in UTF-8');
  return {
    invoice,
    code,
    description: description || null,
    quantity: Number(quantity),
    at,
    price,
    customer: customer.replace('.0', '') || null,
    country: country === 'Unspecified' ? null : country || null,
  };
}

function isTime(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text)) return false;
  const utc = new Date(`${text.replace(' ', 'T')}Z`);
  // `Date` moves an invalid day, such as 30 February, to the next month.
  return !Number.isNaN(utc.getTime()) && utc.toISOString().startsWith(text.replace(' ', 'T'));
}
