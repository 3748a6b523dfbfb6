import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { signIn } from '../../src/adapters/medusa/index.ts';
import { startPostgres } from '../../tools/postgres.mjs';
import { freePort, installShop, machineEnvironment, startProgram, type RunningProgram } from './shop.ts';

export const admin = { email: 'admin@example.test', password: 'supersecret' } as const;

/** A running Medusa server with the customers and orders of its seed, and a database that only this test has. */
export class MedusaShop {
  readonly url: string;
  /** The database of the shop, to read it apart from its API. */
  readonly database: pg.Pool;
  readonly #folder: string;
  readonly #port: number;
  readonly #databaseUrl: string;
  readonly #stopDatabase: () => Promise<void>;
  #program: RunningProgram | undefined;
  #token: Promise<string> | undefined;

  private constructor(folder: string, port: number, databaseUrl: string, stopDatabase: () => Promise<void>) {
    this.#folder = folder;
    this.#port = port;
    this.url = `http://127.0.0.1:${port}`;
    this.#databaseUrl = databaseUrl;
    this.#stopDatabase = stopDatabase;
    this.database = new pg.Pool({ connectionString: databaseUrl, max: 4 });
    // Connections end with the server at the latest.
    this.database.on('error', () => undefined);
  }

  /** Installs the shop if necessary, restores its database, and starts it. */
  static async start(): Promise<MedusaShop> {
    // `npm ci` rejects the lock file of the shop: optional packages of other platforms have no version in it.
    const folder = installShop('medusa', ['install']);
    const { url, stop } = await startPostgres();
    try {
      const dump = join(folder, 'seed.dump');
      await promisify(execFile)('pg_restore', ['--no-owner', '--dbname', url, dump], { env: machineEnvironment() });
      const shop = new MedusaShop(folder, await freePort(), url, stop);
      await shop.restart();
      return shop;
    } catch (error) {
      await stop();
      throw error;
    }
  }

  /** Starts the server again, after `kill`. */
  async restart(): Promise<void> {
    this.#program = await startProgram({
      folder: this.#folder,
      command: 'node',
      args: ['node_modules/@medusajs/cli/cli.js', 'start', '--host', '127.0.0.1', '--port', String(this.#port)],
      env: {
        NODE_ENV: 'production',
        DATABASE_URL: this.#databaseUrl,
        MEDUSA_DISABLE_TELEMETRY: 'true',
        DO_NOT_TRACK: '1',
        LOG_LEVEL: 'info',
      },
      ready: /Server is ready/,
    });
  }

  /** Ends the server at once, in the middle of its work. */
  async kill(): Promise<void> {
    await this.#program?.stop('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.#program?.stop('SIGKILL');
    await this.database.end();
    await this.#stopDatabase();
  }

  /** Signs in once, for the adapter and for the test. */
  token(): Promise<string> {
    this.#token ??= signIn({ url: this.url, ...admin });
    return this.#token;
  }

  /** Sends a request to the Admin API, or with a `token` to the Store API, apart from the adapter. */
  async call<T>(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<T> {
    const response = await fetch(this.url + path, {
      method,
      headers: {
        'Content-Type': 'application/json',
        ...(headers['Authorization'] === undefined && { Authorization: `Bearer ${await this.token()}` }),
        ...headers,
      },
      body: body === undefined ? null : JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }

  get = <T>(path: string): Promise<T> => this.call<T>('GET', path);
  post = <T>(path: string, body: unknown = {}): Promise<T> => this.call<T>('POST', path, body);

  /** Reads rows of the database. */
  async query<T extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<readonly T[]> {
    return (await this.database.query<T>(sql, values)).rows;
  }
}
