import type { Transaction } from '../database/database.ts';
import { checkHeader, readLine, type InvoiceLine } from './invoice-line.ts';
import { FileError, readRecords } from './records.ts';

/** The lines of the file that were skipped. */
export interface Skipped {
  /** The number of lines without a customer. */
  readonly lines: number;
}

/** The table that lines are copied to. It exists until the transaction ends. */
const table = `
  create temporary table import_lines (
    position integer not null,
    invoice text not null,
    code text not null,
    description text,
    quantity integer not null,
    at timestamp not null,
    price numeric not null,
    customer text not null,
    country text
  ) on commit drop`;

const columns = ['invoice', 'code', 'description', 'quantity', 'at', 'price', 'customer', 'country'] as const;

/** The characters that are sent to the database at once, at least. */
const chunkLength = 1 << 18;

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Formats a value for the text format of COPY. */
const toField = (value: string | null): string =>
  value === null
    ? '\\N'
    : /[\\\n\r\t]/.test(value)
      ? value.replace(/[\\\n\r\t]/g, (character) => escapes[character]!)
      : value;

const toRow = (position: number, line: InvoiceLine): string =>
  `${position}\t${toField(line.invoice)}\t${toField(line.code)}\t${toField(line.description)}\t${line.quantity}\t${line.at}\t${line.price}\t${line.customer}\t${toField(line.country)}\n`;

/** Reads the lines with a customer into the table `import_lines`, while the rest of the file is read and checked. */
export async function stage(
  tx: Transaction,
  file: string,
  onProgress: (progress: { lines: number; bytes: number }) => void,
): Promise<Skipped> {
  let skipped = 0;
  async function* readRows(): AsyncGenerator<string> {
    let bytes = 0;
    let isHeader = true;
    let rows = '';
    for await (const records of readRecords(file, (read) => (bytes = read))) {
      for (const record of records) {
        if (isHeader) {
          checkHeader(record);
          isHeader = false;
          continue;
        }
        const line = readLine(record);
        if (line.customer === null) skipped += 1;
        else rows += toRow(record.line, line);
      }
      if (rows.length < chunkLength) continue;
      yield rows;
      rows = '';
      onProgress({ lines: (records.at(-1)?.line ?? 1) - 1, bytes });
    }
    if (isHeader) throw new FileError(1, 'the file is empty');
    if (rows) yield rows;
  }
  await tx.script(table);
  await tx.copy(`import_lines (position, ${columns.join(', ')})`, readRows());
  return { lines: skipped };
}
