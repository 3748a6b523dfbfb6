import { type Queryable, insertRows } from '../database/database.ts';
import { checkHeader, readLine, type InvoiceLine } from './invoice-line.ts';
import { FileError, readRecords } from './records.ts';

/** The lines of the file that were skipped. */
export interface Skipped {
  /** The number of lines without a customer. */
  readonly lines: number;
}

const batch = 5_000;

/** Reads the lines with a customer into the table `import_lines`, which exists until the transaction ends. */
export async function stage(
  tx: Queryable,
  file: string,
  onProgress: (progress: { lines: number; bytes: number }) => void,
): Promise<Skipped> {
  await tx.script(`
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
    ) on commit drop`);
  let bytes = 0;
  let skipped = 0;
  let header = true;
  let lines: (InvoiceLine & { readonly position: number })[] = [];
  const flush = async (): Promise<void> => {
    await insertRows(tx, 'import_lines', lines);
    lines = [];
  };
  for await (const record of readRecords(file, (read) => (bytes = read))) {
    if (header) {
      checkHeader(record);
      header = false;
      continue;
    }
    const line = readLine(record);
    if (line.customer === null) skipped += 1;
    else lines.push({ ...line, position: record.line });
    if (lines.length === batch) {
      await flush();
      onProgress({ lines: record.line - 1, bytes });
    }
  }
  if (header) throw new FileError(1, 'the file is empty');
  await flush();
  return { lines: skipped };
}
