import { expect } from 'chai';
import { eventsOf, EventStreamParser, type ServerEvent } from './event-stream.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Returns a body that consists of the given chunks. */
function bodyOf(...pieces: readonly Uint8Array[]) {
  const rest = [...pieces];
  let cancelled = false;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const piece = rest.shift();
      if (piece) controller.enqueue(piece);
      else controller.close();
    },
    cancel: () => void (cancelled = true),
  });
  return { body, isCancelled: () => cancelled };
}

async function read(...pieces: readonly Uint8Array[]): Promise<ServerEvent[]> {
  const events: ServerEvent[] = [];
  for await (const event of eventsOf(bodyOf(...pieces).body, () => {})) events.push(event);
  return events;
}

const stream =
  '\uFEFFretry: 250\nid: 7\n\n' +
  ': still here\r\n\r\n' +
  'id: 8\r\nevent: change\r\ndata: {"customerId":"C-1 ü 🏺"}\r\n\r\n' +
  'data:one\rdata: two\rdata\rdata:  three\r\r' +
  'event: reset\nunknown: field\ndata: {}\n\n\n' +
  'id: lost\ndata: not complete';
const events = [
  { event: 'message', data: '', id: '7', retry: 250 },
  { event: 'change', data: '{"customerId":"C-1 ü 🏺"}', id: '8', retry: undefined },
  { event: 'message', data: 'one\ntwo\n\n three', id: undefined, retry: undefined },
  { event: 'reset', data: '{}', id: undefined, retry: undefined },
];

describe('server-sent events', () => {
  it('are parsed with every line end, comments, a byte order mark and an unfinished end', async () => {
    expect(await read(bytes(stream))).to.deep.equal(events);
  });

  it('are the same however the chunks are split', async () => {
    const whole = bytes(stream);
    for (let at = 1; at < whole.length; at++)
      expect(await read(whole.slice(0, at), whole.slice(at)), `cut at ${at}`).to.deep.equal(events);
    expect(await read(...Array.from(whole, (byte) => Uint8Array.of(byte)))).to.deep.equal(events);
    expect(await read(new Uint8Array(), whole, new Uint8Array())).to.deep.equal(events);
  });

  it('are returned as soon as they are complete, also between CR and LF', () => {
    const parser = new EventStreamParser();
    expect(parser.push('data: 1\r\n\r')).to.have.length(1);
    expect(parser.push('\n')).to.have.length(0);
    expect(parser.push('data: 2\n\n')).to.have.length(1);
    expect(parser.push('data: 3\n')).to.have.length(0);
    expect(parser.push('\r')).to.have.length(1);
    expect(parser.push('')).to.have.length(0);
    expect(parser.push('\ndata: 4\r')).to.have.length(0);
    expect(parser.push('')).to.have.length(0);
    expect(parser.push('\ndata: 5\r\r')).to.have.length(1);
  });

  it('are ignored if they are invalid', () => {
    const parser = new EventStreamParser();
    expect(parser.push('id: a\0b\nretry: soon\nretry: -1\nretry:\nevent:\nnonsense\n: \n\n')).to.deep.equal([
      { event: 'message', data: '', id: undefined, retry: undefined },
    ]);
    expect(parser.push('id\n\n')).to.deep.equal([{ event: 'message', data: '', id: '', retry: undefined }]);
    expect(parser.push('\0\uFFFD\n\n{}\n\n')).to.have.length(2);
  });

  it('without an end are not buffered: one long line, many short ones', () => {
    for (const piece of ['x'.repeat(10_000), `data: ${'x'.repeat(1000)}\n`]) {
      const parser = new EventStreamParser();
      expect(() => {
        for (let count = 0; count < 200; count++) parser.push(piece);
      }).to.throw('malformed');
    }
    const parser = new EventStreamParser();
    for (let count = 0; count < 1000; count++) parser.push(`: ${'x'.repeat(1000)}\n\ndata: ${'x'.repeat(1000)}\n\n`);
  });

  it('are not read further without a consumer', async () => {
    const { body, isCancelled } = bodyOf(bytes('data: 1\n\ndata: 2\n\n'), bytes('data: 3\n\n'));
    for await (const { data } of eventsOf(body, () => {})) {
      expect(data).to.equal('1');
      break;
    }
    expect(isCancelled()).to.equal(true);
  });

  it('end with the error of their body', async () => {
    const broken = new ReadableStream<Uint8Array>({ start: (controller) => controller.error(new TypeError('torn')) });
    const outcome = eventsOf(broken, () => {}).next();
    expect(await outcome.catch((error: Error) => error.message)).to.equal('torn');
  });
});
