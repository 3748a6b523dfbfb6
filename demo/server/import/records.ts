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
  readonly fields: readonly string[];
}

/**
 * Reads a CSV file (RFC 4180, UTF-8, plain or gzip) record by record, including the header, without loading the whole
 * file. Throws a `FileError` if the file is damaged or truncated.
 */
export async function* readRecords(file: string, onRead?: (bytes: number) => void): AsyncGenerator<FileRecord> {
  const endings = new Set<string>();
  let line = 0;
  let begun: string[] = [];
  for await (const { text, ended } of readLines(file, onRead)) {
    line += 1;
    begun.push(text);
    // An odd number of quotes means that a quoted field continues on the next line.
    if (quotes(text) % 2 === (begun.length > 1 ? 0 : 1)) continue;
    const first = line - begun.length + 1;
    const fields = split(begun.join('\n'), first);
    const ending = fields.at(-1) ?? '';
    // A last line without a line end may be truncated within its last field, unless an earlier line ended with the same
    // field.
    if (!ended && !endings.has(ending))
      throw new FileError(line, 'it has no line end, so the file may be cut off here');
    endings.add(ending);
    begun = [];
    yield { line: first, fields };
  }
  if (begun.length > 0) throw new FileError(line - begun.length + 1, 'a quote opens here and is never closed');
}

const quotes = (text: string): number => text.split('"').length - 1;

function split(text: string, line: number): readonly string[] {
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

interface TextLine {
  readonly text: string;
  /** True if a line end follows. Only the last line may lack it. */
  readonly ended: boolean;
}

async function* readLines(file: string, onRead: (bytes: number) => void = () => {}): AsyncGenerator<TextLine> {
  const source = createReadStream(file);
  // The loop below throws the stream's error.
  const bytes = (await isGzip(file)) ? pipeline(source, createGunzip(), () => {}) : source;
  const decoder = new TextDecoder();
  let line = 1;
  let rest = '';
  try {
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      onRead(source.bytesRead);
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const text of lines) {
        yield { text: text.endsWith('\r') ? text.slice(0, -1) : text, ended: true };
        line += 1;
      }
    }
    rest += decoder.decode();
  } catch (thrown) {
    throw explained(thrown, line);
  }
  if (rest) yield { text: rest, ended: false };
}

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
