import type { Money } from '../domain/money.ts';

/** What stands in one cell. What is not known, or known to be none, is left empty. */
type Cell = string | number | null | undefined;

/** One column of a file. */
export interface FileColumn<T> {
  readonly heading: string;
  /** `number`: a decimal string, kept exactly. `instant`: RFC 3339, written in the zone of the screen. */
  readonly kind: 'text' | 'number' | 'instant';
  readonly value: (row: T) => Cell;
}

/** Columns of a file, and what its rows are in the words of the page. */
export interface FileTable<T> {
  readonly title: string;
  readonly columns: readonly FileColumn<T>[];
}

/** Who a file is written for. */
export interface FileLocale {
  /** The sign before decimals that the locale writes. */
  readonly decimalSign: string;
  /** The IANA zone that times are shown in. */
  readonly timeZone: string;
}

/** A file that rows are added to, page by page. */
export interface TableFile<T> {
  add(rows: Iterable<T>): void | Promise<void>;
  /** The whole file. */
  finish(): Promise<Blob>;
}

/** A column of names, codes and sentences. */
export const textColumn = <T>(heading: string, value: FileColumn<T>['value']): FileColumn<T> => ({
  heading,
  kind: 'text',
  value,
});

/** A column of counts or decimal strings. */
export const numberColumn = <T>(heading: string, value: FileColumn<T>['value']): FileColumn<T> => ({
  heading,
  kind: 'number',
  value,
});

/** A column of points in time. */
export const instantColumn = <T>(heading: string, value: FileColumn<T>['value']): FileColumn<T> => ({
  heading,
  kind: 'instant',
  value,
});

/** Two columns: the amount as a plain decimal, which sums exactly, and its currency beside it. */
export const moneyColumns = <T>(
  headings: { readonly amount: string; readonly currency: string },
  money: (row: T) => Money | null | undefined,
): readonly FileColumn<T>[] => [
  numberColumn(headings.amount, (row) => money(row)?.value),
  textColumn(headings.currency, (row) => money(row)?.currency),
];

/** A decimal number without an exponent; a column of numbers may hold something else, which is text then. */
export const isDecimal = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text);
