import { inZone } from '../domain/wall-clock.ts';
import { isDecimal, type FileColumn, type FileLocale, type FileTable, type TableFile } from './file-table.ts';

/**
 * Comma-separated values, as a spreadsheet of the page's language reads them: RFC 4180 with the mark by which
 * spreadsheets know UTF-8; where the locale writes a comma before decimals, so do the numbers, and semicolons separate.
 * An apostrophe stands before what a spreadsheet would calculate, or would take for a number or a date that it is not.
 */
export class CsvFile<T> implements TableFile<T> {
  readonly #columns: readonly FileColumn<T>[];
  readonly #timeZone: string;
  readonly #decimalSign: ',' | '.';
  readonly #separator: ';' | ',';
  readonly #parts: string[];

  constructor({ columns }: FileTable<T>, { decimalSign, timeZone }: FileLocale) {
    this.#columns = columns;
    this.#timeZone = timeZone;
    this.#decimalSign = decimalSign === ',' ? ',' : '.';
    this.#separator = decimalSign === ',' ? ';' : ',';
    this.#parts = [`\ufeff${this.#line(columns.map(({ heading }) => text(heading)))}`];
  }

  add(rows: Iterable<T>): void {
    let lines = '';
    for (const row of rows) lines += this.#line(this.#columns.map((column) => this.#cell(column, row)));
    this.#parts.push(lines);
  }

  async finish(): Promise<Blob> {
    return new Blob(this.#parts, { type: 'text/csv;charset=utf-8' });
  }

  #line(cells: readonly string[]): string {
    return `${cells.join(this.#separator)}\r\n`;
  }

  #cell({ kind, value }: FileColumn<T>, row: T): string {
    const cell = value(row);
    if (cell === undefined || cell === null) return '';
    const written = String(cell);
    if (kind === 'number' && isDecimal(written)) return this.#number(written);
    return kind === 'instant' ? inZone(written, this.#timeZone) : text(written);
  }

  /** Without quotes: some spreadsheets read what is quoted as text. */
  #number(decimal: string): string {
    return decimal.replace('.', this.#decimalSign);
  }
}

/** What may stand before a sign without keeping it from beginning a formula: space of any kind, marks, quotes. */
const before = String.raw`[\s\p{Cc}\p{Cf}\p{Z}"'\u2018\u2019\u201c\u201d\u00ab\u00bb\u0060\u00b4\uff02\uff07]*`;
/** Half and full width, and the minus of a typesetter. */
const sign = String.raw`[=+\-@\uff1d\uff0b\uff0d\uff20\u2212\ufe62\ufe63\ufe66\ufe6b]`;
const opensFormula = new RegExp(`^${before}${sign}`, 'u');
/** Where semicolons or tabs separate cells, as spreadsheets of many countries have it, one begins within ours. */
const opensFormulaInside = new RegExp(String.raw`([;\t\r\n]${before})(?=${sign})`, 'gu');

/** A spreadsheet shows it as it is written, though it counts it as a number: no mark is worth that. */
const readsTheSame = /^(0|[1-9]\d{0,10})$/;
/** Figures with what separates, groups or signs them, also between the halves of a day: `007`, `12E5`, `3/4`, `1-2`. */
const looksLikeFigures =
  /^[\s\p{Sc}(]*[\d\u0660-\u0669\u06f0-\u06f9][\d\s\p{Nd}\p{Sc}.,:;'\u2019/\\()\u2013-]*(e[+-]?\d+|%|[ap]\.?m?\.?)?[\s)]*$/iu;
const month = String.raw`(jan|f[eé]b|m[aä]r|mrt|apr|avr|ma[iy]|mei|jun|jui|jul|agu|ago|aug|ao[uû]|sep|o[ckt]t|nov|d[eéi][csz])\p{L}*`;
/** A day by the name of its month: `MAR5`, `1-Mei`. */
const looksLikeDay = new RegExp(
  String.raw`^\s*(\d{1,4}\W*${month}\W*\d{0,4}|${month}\W*\d{1,4})(\W+\d{1,4})?\s*$`,
  'iu',
);
const looksLikeTruth = /^\s*(true|false|wahr|falsch|vrai|faux)\s*$/i;
const isTakenForAnother = (value: string): boolean =>
  !readsTheSame.test(value) && (looksLikeFigures.test(value) || looksLikeDay.test(value) || looksLikeTruth.test(value));

function text(value: string): string {
  // Nothing that is text holds one, and some programs end their reading there.
  const whole = value.replaceAll('\0', '');
  const marked = opensFormula.test(whole) || isTakenForAnother(whole) ? `'${whole}` : whole;
  const safe = marked.replace(opensFormulaInside, "$1'");
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
