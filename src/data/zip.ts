/** A file of an archive. */
interface Entry {
  readonly name: Uint8Array<ArrayBuffer>;
  readonly crc: number;
  readonly size: number;
  readonly packed: Blob;
}

/** Version 2.0 of the format, which has folders and Deflate. */
const version = 20;
const deflated = 8;
/** File names are UTF-8. */
const flags = 0x0800;
/**
 * 1 January 1980, midnight: the earliest date of the format. A fixed date makes the same rows produce the same file.
 */
const date = 0x0021;

/**
 * Writes a ZIP archive of a few files, compressed by the browser. At most 4 GiB in all.
 *
 *     const zip = new Zip();
 *     const sheet = zip.file('sheet.xml');
 *     await sheet.write('<rows>');
 *     await sheet.end();
 *     zip.finish('application/zip')
 */
export class Zip {
  readonly #entries: Entry[] = [];

  file(name: string): { write(text: string): Promise<void>; end(): Promise<void> } {
    const encoder = new TextEncoder();
    const { readable, writable } = new CompressionStream('deflate-raw');
    const writer = writable.getWriter();
    // The stream must be read from the start: without a reader, `write` would wait.
    const packed = new Response(readable).blob();
    let crc = 0xffff_ffff;
    let size = 0;
    return {
      write: async (text) => {
        const bytes = encoder.encode(text);
        crc = checksum(bytes, crc);
        size += bytes.length;
        await writer.write(bytes);
      },
      end: async () => {
        await writer.close();
        this.#entries.push({ name: encoder.encode(name), crc: ~crc >>> 0, size, packed: await packed });
      },
    };
  }

  finish(type: string): Blob {
    const files: (Blob | Uint8Array<ArrayBuffer>)[] = [];
    const directory: Uint8Array<ArrayBuffer>[] = [];
    let offset = 0;
    let directorySize = 0;
    for (const entry of this.#entries) {
      const { name, packed } = entry;
      const local = record(0x0403_4b50, [[2, version], ...sharedFields(entry), [2, 0]]);
      const central = record(0x0201_4b50, [
        [2, version],
        [2, version],
        ...sharedFields(entry),
        // No extra field, no comment, the first disk, no attributes.
        ...([2, 2, 2, 2, 4] as const).map((length) => [length, 0] as const),
        [4, offset],
      ]);
      files.push(local, name, packed);
      directory.push(central, name);
      offset += local.length + name.length + packed.size;
      directorySize += central.length + name.length;
    }
    const { length } = this.#entries;
    const end = record(0x0605_4b50, [
      [2, 0],
      [2, 0],
      [2, length],
      [2, length],
      [4, directorySize],
      [4, offset],
      [2, 0],
    ]);
    return new Blob([...files, ...directory, end], { type });
  }
}

type Value = readonly [length: 2 | 4, value: number];

/** Returns the fields that the local header and the central directory share. The length of the extra field follows. */
const sharedFields = ({ name, crc, size, packed }: Entry): readonly Value[] => [
  [2, flags],
  [2, deflated],
  [2, 0],
  [2, date],
  [4, crc],
  [4, packed.size],
  [4, size],
  [2, name.length],
];

function record(signature: number, values: readonly Value[]): Uint8Array<ArrayBuffer> {
  const all: readonly Value[] = [[4, signature], ...values];
  const bytes = new Uint8Array(all.reduce((sum, [length]) => sum + length, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [length, value] of all) {
    if (length === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += length;
  }
  return bytes;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb8_8320 : crc >>> 1;
  return crc;
});

/** Continues a CRC-32 over more bytes. `crc` is that of the bytes before them. */
function checksum(bytes: Uint8Array, crc: number): number {
  let sum = crc;
  for (const byte of bytes) sum = crcTable[(sum ^ byte) & 0xff]! ^ (sum >>> 8);
  return sum;
}
