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
  /** A whole number, and the price a decimal number, as the file has them: the database computes with them. */
  readonly quantity: string;
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
  const unreadable = fields.findIndex((field) => /[\0\uFFFD]/.test(field));
  demand(unreadable < 0, columns[unreadable] ?? '', 'text in UTF-8');
  return {
    invoice,
    code,
    description: description || null,
    quantity,
    at,
    price,
    customer: customer.replace('.0', '') || null,
    country: country === 'Unspecified' ? null : country || null,
  };
}

const timePattern = /^(?!0000)\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]) (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/;

const isTime = (text: string): boolean =>
  timePattern.test(text) && (Number(text.slice(8, 10)) <= 28 || isDay(text.slice(0, 10)));

/** Tests for a day that exists. `Date` moves one that does not, such as 30 February, to the next month. */
const isDay = (day: string): boolean => new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
