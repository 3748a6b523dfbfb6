import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** An error in a file, with its line number. */
export class FileError extends Error {
  override readonly name = 'FileError';

  constructor(line: number, what: string) {
    super(`Line ${line}: ${what}`);
  }
}

/** A record of a CSV file, with the number of its first line. */
export interface FileRecord {
  readonly line: number;
  /** The text as it stands in the file, without the line end: half a million arrays of fields would take longer. */
  readonly text: string;
}

/**
 * Reads a CSV file (RFC 4180, UTF-8, plain or gzip) without loading the whole file. Yields its records, including the
 * header, in arrays: a promise for each of half a million records would take longer than reading them. Throws a
 * `FileError` if the file is damaged or truncated, after the records before the damage.
 */
export async function* readRecords(
  file: string,
  onRead?: (bytes: number) => void,
): AsyncGenerator<readonly FileRecord[]> {
  const endings = new Set<string>();
  let line = 0;
  let begun: string[] = [];
  for await (const { lines, ended } of readLines(file, onRead)) {
    const records: FileRecord[] = [];
    for (const text of lines) {
      line += 1;
      begun.push(text);
      // An odd number of quotes means that a quoted field continues on the next line.
      if (quotes(text) % 2 === (begun.length > 1 ? 0 : 1)) continue;
      const record = { line: line - begun.length + 1, text: begun.length > 1 ? begun.join('\n') : text };
      const ending = lastField(record);
      // A last line without a line end may be truncated within its last field, unless an earlier line ended with the
      // same field.
      if (!ended && !endings.has(ending))
        throw new FileError(line, 'it has no line end, so the file may be cut off here');
      endings.add(ending);
      begun = [];
      records.push(record);
    }
    yield records;
  }
  if (begun.length > 0) throw new FileError(line - begun.length + 1, 'a quote opens here and is never closed');
}

function quotes(text: string): number {
  let count = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) count += 1;
  return count;
}

const lastField = (record: FileRecord): string =>
  record.text.endsWith('"') ? (fieldsOf(record).at(-1) ?? '') : record.text.slice(record.text.lastIndexOf(',') + 1);

/** Splits a record into its fields. Throws a `FileError` if a quote is where none may be. */
export function fieldsOf({ line, text }: FileRecord): readonly string[] {
  if (!text.includes('"')) return text.split(',');
  const field = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/y;
  const fields: string[] = [];
  for (let separator = ','; separator === ',';) {
    const found = field.exec(text);
    if (!found) throw new FileError(line, 'a quote in an unexpected place');
    fields.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    separator = found[3] ?? '';
  }
  return fields;
}

interface TextLines {
  readonly lines: readonly string[];
  /** True if each line has a line end. Only the last line may lack it, which is then yielded alone. */
  readonly ended: boolean;
}

async function* readLines(file: string, onRead: (bytes: number) => void = () => {}): AsyncGenerator<TextLines> {
  const source = createReadStream(file);
  // The loop below throws the stream's error.
  const bytes = (await isGzip(file)) ? pipeline(source, createGunzip({ chunkSize }), () => {}) : source;
  const decoder = new TextDecoder();
  let line = 1;
  let rest = '';
  try {
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      onRead(source.bytesRead);
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      yield { lines: lines.map((text) => (text.endsWith('\r') ? text.slice(0, -1) : text)), ended: true };
      line += lines.length;
    }
    rest += decoder.decode();
  } catch (thrown) {
    throw explained(thrown, line);
  }
  if (rest) yield { lines: [rest], ended: false };
}

/** The bytes that are decompressed at once. By default, it is a quarter of what is read from a file at once. */
const chunkSize = 1 << 16;

async function isGzip(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
}

function explained(thrown: unknown, line: number): unknown {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  if (code === 'Z_BUF_ERROR') return new FileError(line, 'the compressed file is cut off here');
  if (code.startsWith('Z_')) return new FileError(line, 'the compressed file is damaged here');
  return thrown;
}
