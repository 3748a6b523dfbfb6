import type { Queryable } from '../database/database.ts';
import { sql, type Sql } from '../database/sql.ts';
import { checkHeader, readLine, type InvoiceLine } from './invoice-line.ts';
import { FileError, readRecords } from './records.ts';

/** The lines of the file that were skipped. */
export interface Skipped {
  /** The number of lines without a customer. */
  readonly lines: number;
}

const batch = 5_000;

type StagedLine = InvoiceLine & { readonly position: number };

/**
 * Returns a column as the text of an array. Both databases read arrays faster than the same rows in JSON.
 */
function arrayOf(lines: readonly StagedLine[], name: keyof StagedLine): string {
  const quoted = lines.map(({ [name]: value }) =>
    value === null ? 'null' : `"${String(value).replace(/["\\]/g, '\\$&')}"`,
  );
  return `{${quoted.join()}}`;
}

function insertLines(lines: readonly StagedLine[]): Sql {
  const column = (name: keyof StagedLine): string => arrayOf(lines, name);
  return sql`
    insert into import_lines (position, invoice, code, description, quantity, at, price, customer, country)
    select * from unnest(
      ${column('position')}::integer[], ${column('invoice')}::text[], ${column('code')}::text[],
      ${column('description')}::text[], ${column('quantity')}::integer[], ${column('at')}::timestamp[],
      ${column('price')}::numeric[], ${column('customer')}::text[], ${column('country')}::text[])`;
}

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
  let lines: StagedLine[] = [];
  const flush = async (): Promise<void> => {
    await tx.query(insertLines(lines));
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
