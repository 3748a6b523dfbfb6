import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import type { Change } from '../../../src/adapter/watch.ts';
import { EventStreamParser, type ServerEvent } from '../../../src/adapters/rest/event-stream.ts';
import type { Note } from '../../../src/domain/note.ts';
import { sql } from '../database/sql.ts';
import type { Client } from './client.ts';
import type { TestServer } from './test-server.ts';

/** Someone who listens to the changes of topics, as nobody's library. */
export class ChangeReader {
  readonly heard: (Change | 'reset')[] = [];
  /** The last id that the server gave. */
  id: string | undefined;
  hasEnded = false;
  readonly #answer: IncomingMessage;

  private constructor(answer: IncomingMessage) {
    this.#answer = answer;
    void this.#read();
  }

  /** Listens from its opening on, or after the change with that id. */
  static async open(client: Client, topics: readonly string[], after?: string): Promise<ChangeReader> {
    const headers = { Authorization: `Bearer ${client.token}`, ...(after !== undefined && { 'Last-Event-ID': after }) };
    const query = new URLSearchParams(topics.map((topic): [string, string] => ['topic', topic]));
    // Not through `fetch`, which would have another connection ready as soon as one is cut.
    const request = get(`${client.base}/changes?${String(query)}`, { headers, agent: false });
    const [answer] = (await once(request, 'response')) as [IncomingMessage];
    if (answer.statusCode !== 200) throw new Error(`The stream was refused: ${answer.statusCode}`);
    const reader = new ChangeReader(answer);
    await until(
      () => reader.id !== undefined,
      () => 'an id to go on from',
    );
    return reader;
  }

  /** Waits until so much was heard. */
  async hears(count: number): Promise<void> {
    await until(
      () => this.heard.length >= count,
      () => `${count} changes, not ${JSON.stringify(this.heard)}`,
    );
  }

  async ends(): Promise<void> {
    await until(
      () => this.hasEnded,
      () => 'the end of the stream',
    );
  }

  /** Cuts the connection. */
  close(): void {
    this.#answer.destroy();
  }

  async #read(): Promise<void> {
    const parser = new EventStreamParser();
    try {
      this.#answer.setEncoding('utf8');
      for await (const text of this.#answer) for (const event of parser.push(text as string)) this.#take(event);
    } catch {
      // Cut, by either side.
    }
    this.hasEnded = true;
  }

  #take({ event, data, id }: ServerEvent): void {
    if (event === 'reset') this.heard.push('reset');
    if (event === 'change') this.heard.push(JSON.parse(data) as Change);
    this.id = id ?? this.id;
  }
}

/** Who listens to one customer's notes, and who writes them; in `afterEach`, `closeAll` cuts whoever still listens. */
export class ChangeDesk {
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

  /** Makes that what was written before is not of the last seconds any more. */
  async forget(): Promise<void> {
    await this.#server().database.query(sql`update changes set changed_at = changed_at - interval '1 minute'`);
  }

  /** Listens to what is written from now on, unless it goes on after an id. */
  async open(client: Client, topics: readonly string[] = [this.topic], after?: string): Promise<ChangeReader> {
    await this.forget();
    return this.resume(client, topics, after);
  }

  /** Listens as any page does: to what was written a moment before, too. */
  async resume(client: Client, topics: readonly string[], after?: string): Promise<ChangeReader> {
    const reader = await ChangeReader.open(client, topics, after);
    this.#readers.push(reader);
    return reader;
  }

  async closeAll(): Promise<void> {
    if (this.#readers.length === 0) return;
    for (const reader of this.#readers.splice(0)) reader.close();
    await settle();
  }
}

/** Longer than anything is told later. */
export const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 100));

/** Waits until something is so; throws with what it waited for when it never is. */
export async function until(check: () => boolean, what: () => string, milliseconds = 5000): Promise<void> {
  const end = performance.now() + milliseconds;
  while (!check()) {
    if (performance.now() > end) throw new Error(`never: ${what()}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
