import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import type { Change } from '../../../src/adapter/adapter.ts';
import { EventStreamParser, type ServerEvent } from '../../../src/adapters/rest/event-stream.ts';
import type { Note } from '../../../src/domain/note.ts';
import { sql } from '../database/sql.ts';
import type { Client } from './client.ts';
import type { TestServer } from './test-server.ts';

/** A client for event streams that is independent of the library. */
export class ChangeReader {
  readonly received: (Change | 'reset')[] = [];
  /** The last event id from the server. */
  id: string | undefined;
  hasEnded = false;
  readonly #answer: IncomingMessage;

  private constructor(answer: IncomingMessage) {
    this.#answer = answer;
    void this.#read();
  }

  /** Opens a stream, or resumes it after an id. */
  static async open(client: Client, topics: readonly string[], after?: string): Promise<ChangeReader> {
    const headers = { Authorization: `Bearer ${client.token}`, ...(after !== undefined && { 'Last-Event-ID': after }) };
    const query = new URLSearchParams(topics.map((topic): [string, string] => ['topic', topic]));
    // `fetch` would open a spare connection as soon as one is cut.
    const request = get(`${client.base}/changes?${String(query)}`, { headers, agent: false });
    const [answer] = (await once(request, 'response')) as [IncomingMessage];
    if (answer.statusCode !== 200) throw new Error(`The stream was rejected: ${answer.statusCode}`);
    const reader = new ChangeReader(answer);
    await until(
      () => reader.id !== undefined,
      () => 'an id to go on from',
    );
    return reader;
  }

  /** Waits until a number of events have arrived. */
  async waitForEvents(count: number): Promise<void> {
    await until(
      () => this.received.length >= count,
      () => `${count} changes, not ${JSON.stringify(this.received)}`,
    );
  }

  async waitForEnd(): Promise<void> {
    await until(
      () => this.hasEnded,
      () => 'the end of the stream',
    );
  }

  /** Closes the connection. */
  close(): void {
    this.#answer.destroy();
  }

  async #read(): Promise<void> {
    const parser = new EventStreamParser();
    try {
      this.#answer.setEncoding('utf8');
      for await (const text of this.#answer) for (const event of parser.push(text as string)) this.#take(event);
    } catch {
      // The client or the server has cut the connection.
    }
    this.hasEnded = true;
  }

  #take({ event, data, id }: ServerEvent): void {
    if (event === 'reset') this.received.push('reset');
    if (event === 'change') this.received.push(JSON.parse(data) as Change);
    this.id = id ?? this.id;
  }
}

/** Helpers to write and subscribe to one customer's notes. Call `closeAll` in `afterEach` to close the open readers. */
export class NotesSubscriber {
  readonly customer: string;
  readonly notes: string;
  readonly topic: string;
  readonly #server: () => TestServer;
  readonly #readers: ChangeReader[] = [];

  constructor(server: () => TestServer, customer: string) {
    this.#server = server;
    this.customer = customer;
    this.notes = `/customers/${customer}/notes`;
    this.topic = `${customer}/notes`;
  }

  write(client: Client, body: string, key?: string) {
    return client.send<Note>('POST', this.notes, { body: { body }, key });
  }

  /** Ages all past changes by a minute, so that new streams do not include them. */
  async forget(): Promise<void> {
    await this.#server().database.query(sql`update changes set changed_at = changed_at - interval '1 minute'`);
  }

  /** Opens a stream for changes from now on, or resumes one after an id. */
  async open(client: Client, topics: readonly string[] = [this.topic], after?: string): Promise<ChangeReader> {
    await this.forget();
    return this.resume(client, topics, after);
  }

  /** Opens a stream as a page does, which includes recent changes. */
  async resume(client: Client, topics: readonly string[], after?: string): Promise<ChangeReader> {
    const reader = await ChangeReader.open(client, topics, after);
    this.#readers.push(reader);
    return reader;
  }

  async closeAll(): Promise<void> {
    if (this.#readers.length === 0) return;
    for (const reader of this.#readers.splice(0)) reader.close();
    await waitForSilence();
  }
}

/** Waits longer than any event takes to arrive. */
export const waitForSilence = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 100));

/** Waits until a condition is true. Throws with its description after a timeout. */
export async function until(check: () => boolean, what: () => string, milliseconds = 5000): Promise<void> {
  const end = performance.now() + milliseconds;
  while (!check()) {
    if (performance.now() > end) throw new Error(`never: ${what()}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
