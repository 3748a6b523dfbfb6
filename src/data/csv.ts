import type { Money } from '../domain/money.ts';

/** One column of a file. */
export interface CsvColumn<T> {
  readonly heading: string;
  /** A number is a decimal string, and stays a number in a spreadsheet; text never becomes anything but text. */
  readonly kind: 'text' | 'number';
  /** What is not known, or known to be none, is left empty. */
  readonly value: (row: T) => string | number | null | undefined;
}

/** A column of text: names, codes, days. */
export const textColumn = <T>(heading: string, value: CsvColumn<T>['value']): CsvColumn<T> => ({
  heading,
  kind: 'text',
  value,
});

/** A column of counts or decimal strings. */
export const numberColumn = <T>(heading: string, value: CsvColumn<T>['value']): CsvColumn<T> => ({
  heading,
  kind: 'number',
  value,
});

/** Two columns: the amount as a plain decimal, which sums exactly, and its currency beside it. */
export const moneyColumns = <T>(
  headings: { readonly amount: string; readonly currency: string },
  money: (row: T) => Money | null | undefined,
): readonly CsvColumn<T>[] => [
  numberColumn(headings.amount, (row) => money(row)?.value),
  textColumn(headings.currency, (row) => money(row)?.currency),
];

/**
 * Columns and rows as a whole file: RFC 4180, with the mark by which spreadsheets know it is UTF-8. What begins like
 * a formula gets an apostrophe before it.
 *
 *     csv([textColumn('Order', ({ number }) => number), ...moneyColumns(headings, ({ total }) => total)], orders)
 */
export const csv = <T>(columns: readonly CsvColumn<T>[], rows: Iterable<T>): string =>
  csvHead(columns) + csvRows(columns, rows);

/** The mark and the line of headings, for a file that is written piece by piece. */
export const csvHead = <T>(columns: readonly CsvColumn<T>[]): string =>
  `\ufeff${line(columns.map(({ heading }) => text(heading)))}`;

/** So many lines more. */
export function csvRows<T>(columns: readonly CsvColumn<T>[], rows: Iterable<T>): string {
  let lines = '';
  for (const row of rows) lines += line(columns.map(({ kind, value }) => cell(kind, value(row))));
  return lines;
}

const line = (cells: readonly string[]): string => `${cells.join(',')}\r\n`;

function cell(kind: CsvColumn<never>['kind'], value: string | number | null | undefined): string {
  if (value === undefined || value === null) return '';
  const written = String(value);
  return kind === 'number' && /^-?\d+(\.\d+)?$/.test(written) ? written : text(written);
}

/** What may stand before a sign without keeping it from beginning a formula: space of any kind, marks, quotes. */
const before = String.raw`[\s\p{Cc}\p{Cf}\p{Z}"'\u2018\u2019\u201c\u201d\u00ab\u00bb\u0060\u00b4\uff02\uff07]*`;
/** Half and full width, and the minus of a typesetter. */
const sign = String.raw`[=+\-@\uff1d\uff0b\uff0d\uff20\u2212\ufe62\ufe63\ufe66\ufe6b]`;
const opensFormula = new RegExp(`^${before}${sign}`, 'u');
/** Where semicolons or tabs separate cells, as spreadsheets of many countries have it, one begins within ours. */
const opensFormulaInside = new RegExp(String.raw`([;\t\r\n]${before})(?=${sign})`, 'gu');

function text(value: string): string {
  // Nothing that is text holds one, and some programs end their reading there.
  const whole = value.replaceAll('\0', '');
  const safe = (opensFormula.test(whole) ? `'${whole}` : whole).replace(opensFormulaInside, "$1'");
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
