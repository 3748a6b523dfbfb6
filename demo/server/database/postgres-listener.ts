import pg from 'pg';
import { pause } from '../../../src/adapter/pause.ts';
import type { Heard } from './database.ts';

/** How long to wait before a lost connection is tried again. Milliseconds. */
const triedAfter = 1000;

/** A connection that does nothing but listen, made when the first asks for it, and anew whenever it is lost. */
export class PostgresListener {
  readonly #url: string;
  readonly #channels = new Map<string, Set<Heard>>();
  readonly #closing = new AbortController();
  #client: Promise<pg.Client> | undefined;

  constructor(url: string) {
    this.#url = url;
  }

  async listen(channel: string, heard: Heard): Promise<void> {
    const all = this.#channels.get(channel) ?? new Set();
    this.#channels.set(channel, all.add(heard));
    const connection = (this.#client ??= this.#connect());
    // One that was never made is not made anew by itself.
    connection.catch(() => {
      if (this.#client === connection) this.#client = undefined;
    });
    try {
      await listenTo(await connection, channel);
    } catch (thrown) {
      all.delete(heard);
      throw thrown;
    }
  }

  async close(): Promise<void> {
    this.#closing.abort();
    const client = await this.#client?.catch(() => undefined);
    await client?.end();
  }

  async #connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.#url, keepAlive: true });
    client.on('notification', ({ channel, payload }) => this.#notify(channel, payload));
    // Unheard, the event would end the process; what it means is that the connection ends.
    client.on('error', () => {});
    try {
      await client.connect();
      for (const channel of this.#channels.keys()) await listenTo(client, channel);
    } catch (thrown) {
      void client.end().catch(() => {});
      throw thrown;
    }
    client.once('end', () => {
      this.#client = this.#reconnect();
      // Whoever listens next is told why; nobody else waits for it.
      this.#client.catch(() => {});
    });
    return client;
  }

  /** What was sent meanwhile nobody has heard. */
  async #reconnect(): Promise<pg.Client> {
    for (;;) {
      this.#closing.signal.throwIfAborted();
      try {
        const client = await this.#connect();
        for (const channel of this.#channels.keys()) this.#notify(channel);
        return client;
      } catch (thrown) {
        if (!this.#closing.signal.aborted) console.error('The connection that listens could not be made anew.', thrown);
        await pause(triedAfter, this.#closing.signal);
      }
    }
  }

  #notify(channel: string, payload?: string): void {
    for (const heard of this.#channels.get(channel) ?? []) heard(payload);
  }
}

const listenTo = (client: pg.Client, channel: string) => client.query(`listen ${client.escapeIdentifier(channel)}`);
