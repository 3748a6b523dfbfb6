import type { Money } from '../../domain/money.ts';

/** The value of a cell. `undefined` (unknown) and `null` (none) are written as an empty cell. */
type Cell = string | number | null | undefined;

/** One column of a file. */
export interface FileColumn<T> {
  readonly heading: string;
  /** `number`: a decimal string, kept exactly. `instant`: RFC 3339, written in the time zone of the screen. */
  readonly kind: 'text' | 'number' | 'instant';
  readonly value: (row: T) => Cell;
}

/** The columns of a file, and its title in the language of the page. */
export interface FileTable<T> {
  readonly title: string;
  readonly columns: readonly FileColumn<T>[];
}

/** The locale that a file is written for. */
export interface FileLocale {
  /** The decimal separator of the locale. */
  readonly decimalSign: string;
  /** The IANA time zone that times are written in. */
  readonly timeZone: string;
}

/** A file that rows are added to, page by page. */
export interface TableFile<T> {
  add(rows: Iterable<T>): void | Promise<void>;
  /** Returns the whole file. */
  finish(): Promise<Blob>;
}

/** Creates a column of names, codes or sentences. */
export const textColumn = <T>(heading: string, value: FileColumn<T>['value']): FileColumn<T> => ({
  heading,
  kind: 'text',
  value,
});

/** Creates a column of counts or decimal strings. */
export const numberColumn = <T>(heading: string, value: FileColumn<T>['value']): FileColumn<T> => ({
  heading,
  kind: 'number',
  value,
});

/** Creates a column of points in time. */
export const instantColumn = <T>(heading: string, value: FileColumn<T>['value']): FileColumn<T> => ({
  heading,
  kind: 'instant',
  value,
});

/** Creates two columns: the amount as a plain decimal, so that it can be summed exactly, and its currency. */
export const moneyColumns = <T>(
  headings: { readonly amount: string; readonly currency: string },
  money: (row: T) => Money | null | undefined,
): readonly FileColumn<T>[] => [
  numberColumn(headings.amount, (row) => money(row)?.value),
  textColumn(headings.currency, (row) => money(row)?.currency),
];

/** `true` if a text is a decimal number without an exponent. Other values in a number column are written as text. */
export const isDecimal = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text);
