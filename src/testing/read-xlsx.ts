/** A cell of a workbook: its type and its raw value. */
export interface WorkbookCell {
  readonly kind: 'text' | 'number' | 'empty';
  readonly value: string;
}

/** Returns the files of an archive by path, and checks the size of each. */
export async function readZip(file: Blob): Promise<ReadonlyMap<string, string>> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const view = new DataView(bytes.buffer);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const end = bytes.length - 22;
  if (view.getUint32(end, true) !== 0x0605_4b50) throw new Error('No end of an archive');
  const files = new Map<string, string>();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    const [packedSize, size, nameLength] = [20, 24]
      .map((offset) => view.getUint32(at + offset, true))
      .concat(view.getUint16(at + 28, true)) as [number, number, number];
    const name = decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const local = view.getUint32(at + 42, true);
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const packed = new Blob([bytes.subarray(start, start + packedSize)]);
    const content = await new Response(
      packed.stream().pipeThrough(new DecompressionStream('deflate-raw')),
    ).arrayBuffer();
    if (content.byteLength !== size) throw new Error(`${name} has ${content.byteLength} bytes of ${size}`);
    files.set(name, decoder.decode(content));
    at += 46 + nameLength;
  }
  return files;
}

const characters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

const plain = (xml: string): string =>
  xml
    .replace(/&(\w+);/g, (_, name: string) => characters[name] ?? '')
    .replace(/_x([\da-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** Returns the rows of a workbook's only sheet. */
export async function readXlsx(file: Blob): Promise<WorkbookCell[][]> {
  const sheet = (await readZip(file)).get('xl/worksheets/sheet1.xml') ?? '';
  return [...sheet.matchAll(/<row>(.*?)<\/row>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<c\/>|<c ([^>]*)>(.*?)<\/c>/gs)].map(([, attributes = '', content = '']) => {
      const kind = attributes.includes('t="inlineStr"') ? 'text' : content ? 'number' : 'empty';
      return { kind, value: plain(content.replace(/<[^>]*>/g, '')) } as const;
    }),
  );
}
