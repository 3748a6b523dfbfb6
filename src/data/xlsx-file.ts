import { wallClockAt } from '../domain/wall-clock.ts';
import { isDecimal, type FileColumn, type FileLocale, type FileTable, type TableFile } from './file-table.ts';
import { cellFormats, stylesXml } from './xlsx-styles.ts';
import { Zip } from './zip.ts';

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** The maximum length of a cell and the maximum width of a column. Characters. */
const maxCellLength = 32_767;
const maxWidth = 48;
const minWidth = 9;
/** The serial number of 1 January 1970. Spreadsheets count days from the end of 1899. */
const epoch = 25_569;
const day = 86_400_000;
/** Serial numbers are unambiguous only from 1 March 1900, and end with the year 9999. */
const firstDay = Date.UTC(1900, 2, 1);
const lastDay = Date.UTC(9999, 11, 31, 23, 59, 59);

/**
 * Writes an Office Open XML workbook with one sheet. Every cell has a type, so that no locale misreads it: text stays
 * text, numbers keep their digits, and instants are dates in the time zone of the screen, which the heading names.
 */
export class XlsxFile<T> implements TableFile<T> {
  readonly #table: FileTable<T>;
  readonly #timeZone: string;
  readonly #zip = new Zip();
  readonly #sheet = this.#zip.file('xl/worksheets/sheet1.xml');
  #maxFractionDigits = 0;
  #hasBegun = false;

  constructor(table: FileTable<T>, { timeZone }: FileLocale) {
    this.#table = table;
    this.#timeZone = timeZone;
  }

  async add(rows: Iterable<T>): Promise<void> {
    const cells = Array.from(rows, (row) => this.#table.columns.map((column) => this.#cell(column, row)));
    if (!this.#hasBegun) await this.#begin(cells);
    await this.#sheet.write(cells.map(rowXml).join(''));
  }

  async finish(): Promise<Blob> {
    if (!this.#hasBegun) await this.#begin([]);
    await this.#sheet.write('</sheetData></worksheet>');
    await this.#sheet.end();
    await this.#write('xl/styles.xml', stylesXml(main, this.#maxFractionDigits));
    return this.#zip.finish(type);
  }

  /** Writes the heading, which stays in view, and sets the column widths from the first rows. */
  async #begin(cells: readonly (readonly Cell[])[]): Promise<void> {
    this.#hasBegun = true;
    for (const [path, content] of Object.entries(parts(this.#table.title))) await this.#write(path, content);
    const heads = this.#table.columns.map(({ heading, kind }) =>
      textCell(kind === 'instant' ? `${heading} (${this.#timeZone})` : heading, cellFormats.heading),
    );
    const columns = heads.map(({ width }, index) => {
      const longest = cells.reduce((most, row) => Math.max(most, row[index]?.width ?? 0), width);
      return `<col min="${index + 1}" max="${index + 1}" width="${Math.min(Math.max(longest + 2, minWidth), maxWidth)}" customWidth="1"/>`;
    });
    await this.#sheet.write(
      `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>${rowXml(heads)}`,
    );
  }

  async #write(path: string, content: string): Promise<void> {
    const file = this.#zip.file(path);
    await file.write(head + content);
    await file.end();
  }

  #cell({ kind, value }: FileColumn<T>, row: T): Cell {
    const cell = value(row);
    if (cell === undefined || cell === null || cell === '') return empty;
    const written = String(cell);
    if (kind === 'number' && isDecimal(written)) return this.#number(written);
    return kind === 'instant' ? instantCell(written, this.#timeZone) : textCell(written);
  }

  /** Keeps the decimal places of the value: 12.50 stays 12.50, with the separators of the reader's locale. */
  #number(decimal: string): Cell {
    const places = Math.min(decimal.split('.')[1]?.length ?? 0, cellFormats.maxFractionDigits);
    this.#maxFractionDigits = Math.max(this.#maxFractionDigits, places);
    return { xml: `s="${cellFormats.number(places)}"><v>${decimal}</v></c>`, width: decimal.length * 1.2 };
  }
}

interface Cell {
  /** The cell's XML from its style attribute on. */
  readonly xml: string;
  /** The approximate width in characters. */
  readonly width: number;
}

const empty: Cell = { xml: '', width: 0 };

const rowXml = (cells: readonly Cell[]): string =>
  `<row>${cells.map(({ xml }) => (xml ? `<c ${xml}` : '<c/>')).join('')}</row>`;

function textCell(value: string, style: number = cellFormats.text): Cell {
  // Programs reject a file with a longer cell.
  const text = value.length > maxCellLength ? `${value.slice(0, maxCellLength - 1)}\u2026` : value;
  return {
    xml: `s="${style}" t="inlineStr"><is><t xml:space="preserve">${escape(text)}</t></is></c>`,
    width: text.length * (style === cellFormats.heading ? 1.15 : 1),
  };
}

function instantCell(instant: string, timeZone: string): Cell {
  const { time } = wallClockAt(instant, timeZone);
  if (time < firstDay || time > lastDay) return textCell(new Date(time).toISOString().slice(0, 19).replace('T', ' '));
  return { xml: `s="${cellFormats.instant}"><v>${time / day + epoch}</v></c>`, width: 16 };
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * Escapes text for XML. Characters that XML forbids are written as `_xHHHH_`, as workbooks do, and text that looks like
 * that escape is escaped too.
 */
const escape = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_')
    // oxlint-disable-next-line no-control-regex
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, (character) => `_x${hex(character)}_`)
    .replace(/[&<>"]/g, (character) => entities[character]!);

const hex = (character: string): string => character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');

/** Returns a valid sheet name: short, and without the reserved characters. */
const sheetName = (title: string): string =>
  title
    .replace(/[[\]:*?/\\\p{Cc}]/gu, ' ')
    .replace(/^['\s]+/, '')
    .slice(0, 31)
    .replace(/['\s]+$/, '') || 'Sheet';

const relation = (id: number, kind: string, target: string): string =>
  `<Relationship Id="rId${id}" Type="${relations}/${kind}" Target="${target}"/>`;
const override = (path: string, kind: string): string =>
  `<Override PartName="/xl/${path}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;

/** Returns the files of a workbook except its sheet. */
const parts = (title: string): Readonly<Record<string, string>> => ({
  '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${override('workbook', 'sheet.main')}${override('worksheets/sheet1', 'worksheet')}${override('styles', 'styles')}</Types>`,
  '_rels/.rels': `<Relationships xmlns="${packageRelations}">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="${escape(sheetName(title))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packageRelations}">${relation(1, 'worksheet', 'worksheets/sheet1.xml')}${relation(2, 'styles', 'styles.xml')}</Relationships>`,
});
