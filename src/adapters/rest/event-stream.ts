import { AdapterError } from '../../adapter/adapter-error.ts';

/** One block of a stream of server-sent events; also one that only moves the id or the time to wait. */
export interface ServerEvent {
  readonly event: string;
  /** Empty where there is none: then it is no event, though its id counts. */
  readonly data: string;
  readonly id?: string | undefined;
  /** Milliseconds to wait before connecting anew. */
  readonly retry?: number | undefined;
}

/** How much of an event is kept until it is complete. Characters. */
const longest = 100_000;

/** Reads server-sent events, however they are cut. Keeps nothing but what is not yet complete. */
export class EventStreamParser {
  #rest = '';
  #isAfterReturn = false;
  #size = 0;
  #block: { event?: string; data: string[]; id?: string; retry?: number } = { data: [] };

  /** What is complete with this piece of text. Throws `malformed` for an event that does not end. */
  push(text: string): ServerEvent[] {
    // The second half of a line end that was cut in two.
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
    // A comment: the server says that it is still there.
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

/** The events of a body as they come; `heard` is called for every piece of it. Cancels the body when nobody goes on. */
export async function* eventsOf(body: ReadableStream<Uint8Array>, heard: () => void): AsyncGenerator<ServerEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const parser = new EventStreamParser();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      heard();
      yield* parser.push(decoder.decode(value, { stream: true }));
    }
  } finally {
    void reader.cancel().catch(() => {});
  }
}
