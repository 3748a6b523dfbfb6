import { AdapterError } from '../../adapter/adapter-error.ts';

/** A block of an event stream. Includes blocks that only set the id or the retry delay. */
export interface ServerEvent {
  readonly event: string;
  /** Empty if the block has no data. The block is then not an event, but its id applies. */
  readonly data: string;
  readonly id?: string | undefined;
  /** The reconnection delay in milliseconds. */
  readonly retry?: number | undefined;
}

/** The maximum size of an incomplete event, in characters. */
const longest = 100_000;

/** Parses server-sent events from chunks of any size. Buffers only the incomplete event. */
export class EventStreamParser {
  #rest = '';
  #isAfterReturn = false;
  #size = 0;
  #block: { event?: string; data: string[]; id?: string; retry?: number } = { data: [] };

  /** Returns the blocks that this chunk completes. Throws `malformed` for an event that exceeds the maximum size. */
  push(text: string): ServerEvent[] {
    // The chunk starts with the second half of a CRLF that was split.
    const piece = this.#isAfterReturn && text.startsWith('\n') ? text.slice(1) : text;
    if (text !== '') this.#isAfterReturn = text.endsWith('\r');
    const lines = (this.#rest + piece).split(/\r\n|\n|\r/);
    this.#rest = lines.pop() ?? '';
    const events = lines.flatMap((line) => this.#take(line));
    if (this.#size + this.#rest.length > longest) throw new AdapterError('malformed', { field: 'event' });
    return events;
  }

  #take(line: string): ServerEvent[] {
    if (line === '') return this.#finish();
    const colon = line.indexOf(':');
    // A line that starts with a colon is a comment, which servers send to keep the connection alive.
    if (colon === 0) return [];
    this.#size += line.length;
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (name === 'event') this.#block.event = value;
    else if (name === 'data') this.#block.data.push(value);
    else if (name === 'id' && !value.includes('\0')) this.#block.id = value;
    else if (name === 'retry' && /^\d+$/.test(value)) this.#block.retry = Number(value);
    return [];
  }

  #finish(): ServerEvent[] {
    const { event, data, id, retry } = this.#block;
    const isEmpty = !this.#size;
    this.#block = { data: [] };
    this.#size = 0;
    return isEmpty ? [] : [{ event: event || 'message', data: data.join('\n'), id, retry }];
  }
}

/** Yields the events of a body. Calls `heard` for every chunk. Cancels the body when the consumer stops. */
export async function* eventsOf(body: ReadableStream<Uint8Array>, onChunk: () => void): AsyncGenerator<ServerEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const parser = new EventStreamParser();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      onChunk();
      yield* parser.push(decoder.decode(value, { stream: true }));
    }
  } finally {
    void reader.cancel().catch(() => {});
  }
}
