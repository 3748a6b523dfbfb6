import { FileError, type FileRecord, fieldsOf } from './records.ts';

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
export function checkHeader(record: FileRecord): void {
  if (fieldsOf(record).join() !== columns.join())
    throw new FileError(record.line, `the columns are not ${columns.join(', ')}`);
}

/** Parses a record. Throws a `FileError` that names the invalid column. */
export function readLine(record: FileRecord): InvoiceLine {
  const usual = usualLine.exec(record.text);
  if (!usual || !isTime(usual[6]!)) return readFields(record);
  const [, invoice = '', code = '', quoted, plain = '', quantity = '', at = '', price = '', customer, country = ''] =
    usual;
  return {
    invoice,
    code,
    description: (quoted ?? plain).trim() || null,
    quantity,
    at,
    price,
    customer: customer ?? null,
    country: countryOf(country.trim()),
  };
}

/** Printable ASCII without spaces, commas, quotes and backslashes, as a part of a character class. */
const printable = String.raw`!#-+\--[\]-~`;
const word = `([${printable}]+)`;
const words = `([ ${printable}]*)`;
const quoted = `"([ ,${printable}]*)"`;

/**
 * Matches most lines at once, which takes a third of the time of splitting, trimming and checking each: valid, of
 * printable ASCII without backslashes, and quoted in the description only. Any other line is read field by field.
 */
const usualLine = new RegExp(
  String.raw`^${word},${word},(?:${quoted}|${words}),(-?\d{1,9}),(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d),(-?\d{1,12}(?:\.\d{1,12})?),(?:(\d{1,18})(?:\.0)?)?,${words}$`,
);

function readFields(record: FileRecord): InvoiceLine {
  const { line } = record;
  const fields = fieldsOf(record);
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
    country: countryOf(country),
  };
}

const countryOf = (country: string): string | null => (country === 'Unspecified' ? null : country || null);

const timePattern = /^(?!0000)\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]) (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/;

/** The last time that was found to be one: all lines of an invoice have the same. */
let lastTime = '';

function isTime(text: string): boolean {
  if (text === lastTime) return true;
  if (!timePattern.test(text) || (Number(text.slice(8, 10)) > 28 && !isDay(text.slice(0, 10)))) return false;
  lastTime = text;
  return true;
}

/** Tests for a day that exists. `Date` moves one that does not, such as 30 February, to the next month. */
const isDay = (day: string): boolean => new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
