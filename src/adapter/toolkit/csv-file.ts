import { formatInZone } from '../../domain/wall-clock.ts';
import { isDecimal, type FileColumn, type FileLocale, type FileTable, type TableFile } from './file-table.ts';

/**
 * Writes comma-separated values (RFC 4180) for a spreadsheet in the page's language: with a byte order mark, by which
 * spreadsheets recognize UTF-8. If the locale's decimal separator is a comma, numbers use it, and semicolons separate
 * the cells. An apostrophe precedes text that a spreadsheet would evaluate as a formula or misread as a number or a
 * date.
 */
export class CsvWriter<T> {
  readonly #columns: readonly FileColumn<T>[];
  readonly #timeZone: string;
  readonly #decimalSign: ',' | '.';
  readonly #separator: ';' | ',';

  constructor(columns: readonly FileColumn<T>[], { decimalSign, timeZone }: FileLocale) {
    this.#columns = columns;
    this.#timeZone = timeZone;
    this.#decimalSign = decimalSign === ',' ? ',' : '.';
    this.#separator = decimalSign === ',' ? ';' : ',';
  }

  /** The start of the file: the byte order mark and the headings. */
  get head(): string {
    return `\ufeff${this.#line(this.#columns.map(({ heading }) => text(heading)))}`;
  }

  /** Returns the lines of some rows. */
  lines(rows: Iterable<T>): string {
    let lines = '';
    for (const row of rows) lines += this.#line(this.#columns.map((column) => this.#cell(column, row)));
    return lines;
  }

  #line(cells: readonly string[]): string {
    return `${cells.join(this.#separator)}\r\n`;
  }

  #cell({ kind, value }: FileColumn<T>, row: T): string {
    const cell = value(row);
    if (cell === undefined || cell === null) return '';
    const written = String(cell);
    if (kind === 'number' && isDecimal(written)) return this.#number(written);
    return kind === 'instant' ? formatInZone(written, this.#timeZone) : text(written);
  }

  /** Numbers are not quoted: some spreadsheets read a quoted number as text. */
  #number(decimal: string): string {
    return decimal.replace('.', this.#decimalSign);
  }
}

/** A file of comma-separated values. */
export class CsvFile<T> implements TableFile<T> {
  readonly #writer: CsvWriter<T>;
  readonly #parts: string[];

  constructor({ columns }: FileTable<T>, locale: FileLocale) {
    this.#writer = new CsvWriter(columns, locale);
    this.#parts = [this.#writer.head];
  }

  add(rows: Iterable<T>): void {
    this.#parts.push(this.#writer.lines(rows));
  }

  async finish(): Promise<Blob> {
    return new Blob(this.#parts, { type: 'text/csv;charset=utf-8' });
  }
}

/** Characters that spreadsheets skip before the sign of a formula: white space, marks, quotes. */
const before = String.raw`[\s\p{Cc}\p{Cf}\p{Z}"'\u2018\u2019\u201c\u201d\u00ab\u00bb\u0060\u00b4\uff02\uff07]*`;
/** The signs that begin a formula, in half and full width, and the typographic minus. */
const sign = String.raw`[=+\-@\uff1d\uff0b\uff0d\uff20\u2212\ufe62\ufe63\ufe66\ufe6b]`;
const opensFormula = new RegExp(`^${before}${sign}`, 'u');
/**
 * In many countries spreadsheets split cells at semicolons or tabs, so a formula could begin inside one of our cells.
 */
const opensFormulaInside = new RegExp(String.raw`([;\t\r\n]${before})(?=${sign})`, 'gu');

/** Numbers that a spreadsheet shows exactly as written need no apostrophe. */
const isReadAsWritten = /^(0|[1-9]\d{0,10})$/;
/**
 * Digits with separators, grouping or signs, which would be read as a number or a date: `007`, `12E5`, `3/4`, `1-2`.
 */
const looksLikeFigures =
  /^[\s\p{Sc}(]*[\d\u0660-\u0669\u06f0-\u06f9][\d\s\p{Nd}\p{Sc}.,:;'\u2019/\\()\u2013-]*(e[+-]?\d+|%|[ap]\.?m?\.?)?[\s)]*$/iu;
const month = String.raw`(jan|f[eé]b|m[aä]r|mrt|apr|avr|ma[iy]|mei|jun|jui|jul|agu|ago|aug|ao[uû]|sep|o[ckt]t|nov|d[eéi][csz])\p{L}*`;
/** A day with the name of its month: `MAR5`, `1-Mei`. */
const looksLikeDay = new RegExp(
  String.raw`^\s*(\d{1,4}\W*${month}\W*\d{0,4}|${month}\W*\d{1,4})(\W+\d{1,4})?\s*$`,
  'iu',
);
const looksLikeBoolean = /^\s*(true|false|wahr|falsch|vrai|faux)\s*$/i;
const isMisread = (value: string): boolean =>
  !isReadAsWritten.test(value) &&
  (looksLikeFigures.test(value) || looksLikeDay.test(value) || looksLikeBoolean.test(value));

function text(value: string): string {
  // No text contains NUL, and some programs stop reading at one.
  const whole = value.replaceAll('\0', '');
  const marked = opensFormula.test(whole) || isMisread(whole) ? `'${whole}` : whole;
  const safe = marked.replace(opensFormulaInside, "$1'");
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
