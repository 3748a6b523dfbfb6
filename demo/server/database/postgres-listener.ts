import pg from 'pg';
import { pause } from '../../../src/adapter/pause.ts';
import type { NotificationListener } from './database.ts';

/** The reconnection delay in milliseconds. */
const reconnectDelay = 1000;

/** A dedicated connection for notifications. Opened for the first subscription, and reopened when it is lost. */
export class PostgresListener {
  readonly #url: string;
  readonly #channels = new Map<string, Set<NotificationListener>>();
  readonly #closing = new AbortController();
  #client: Promise<pg.Client> | undefined;

  constructor(url: string) {
    this.#url = url;
  }

  async listen(channel: string, listener: NotificationListener): Promise<void> {
    const all = this.#channels.get(channel) ?? new Set();
    this.#channels.set(channel, all.add(listener));
    const connection = (this.#client ??= this.#connect());
    // A connection that has never been established is not retried.
    connection.catch(() => {
      if (this.#client === connection) this.#client = undefined;
    });
    try {
      await listenTo(await connection, channel);
    } catch (thrown) {
      all.delete(listener);
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
    // Without a listener, the `error` event would end the process. The `end` event handles a lost connection.
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
      // The next subscription receives the error; nothing else awaits this promise.
      this.#client.catch(() => {});
    });
    return client;
  }

  /** Reconnects, and reports that notifications may have been missed. */
  async #reconnect(): Promise<pg.Client> {
    for (;;) {
      this.#closing.signal.throwIfAborted();
      try {
        const client = await this.#connect();
        for (const channel of this.#channels.keys()) this.#notify(channel);
        return client;
      } catch (thrown) {
        if (!this.#closing.signal.aborted)
          console.error('The connection for notifications could not be reopened.', thrown);
        await pause(reconnectDelay, this.#closing.signal);
      }
    }
  }

  #notify(channel: string, payload?: string): void {
    for (const listener of this.#channels.get(channel) ?? []) listener(payload);
  }
}

const listenTo = (client: pg.Client, channel: string) => client.query(`listen ${client.escapeIdentifier(channel)}`);
