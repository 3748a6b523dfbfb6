import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signIn } from '../../src/adapters/vendure/index.ts';
import { freePort, installShop, startProgram, type RunningProgram } from './shop.ts';

export const superadmin = { username: 'superadmin', password: 'superadmin' } as const;

/** A running Vendure server with the customers and orders of its seed, and a database that only this test has. */
export class VendureShop {
  readonly url: string;
  readonly #folder: string;
  readonly #data = mkdtempSync(join(tmpdir(), 'clientele-vendure-'));
  readonly #port: number;
  #program: RunningProgram | undefined;
  #token: string | undefined;

  private constructor(folder: string, port: number) {
    this.#folder = folder;
    this.#port = port;
    this.url = `http://127.0.0.1:${port}/admin-api`;
    copyFileSync(join(folder, 'seed.sqlite'), join(this.#data, 'vendure.sqlite'));
  }

  /** Installs the shop if necessary, and starts it. */
  static async start(): Promise<VendureShop> {
    const shop = new VendureShop(installShop('vendure', ['ci']), await freePort());
    await shop.restart();
    return shop;
  }

  /** Starts the server again, after `kill`. */
  async restart(): Promise<void> {
    this.#program = await startProgram({
      folder: this.#folder,
      command: 'node',
      args: ['server.js'],
      env: {
        VENDURE_PORT: String(this.#port),
        VENDURE_DATA: this.#data,
        VENDURE_DISABLE_TELEMETRY: 'true',
        // The server ends itself, even if the test is killed.
        VENDURE_MAX_SECONDS: '900',
      },
      ready: /^READY/,
    });
  }

  /** Ends the server at once, in the middle of its work. */
  async kill(): Promise<void> {
    await this.#program?.stop('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.#program?.stop();
    rmSync(this.#data, { recursive: true, force: true });
  }

  /** Stops the server where it is. It accepts requests and answers none, until it is killed. */
  freeze(): void {
    this.#program?.freeze();
  }

  /** Sends a GraphQL document as the superadmin, apart from the adapter. */
  async ask<T>(query: string, variables: Variables = {}): Promise<T> {
    this.#token ??= await signIn({ url: this.url, ...superadmin });
    return (await post<T>(this.url, this.#token, query, variables)).data;
  }

  /** Returns a function that sends documents to the Shop API, as one visitor. */
  storefront(): <T>(query: string, variables?: Variables) => Promise<T> {
    const url = this.url.replace('admin-api', 'shop-api');
    let token: string | null = null;
    return async <T>(query: string, variables: Variables = {}) => {
      const answer = await post<T>(url, token, query, variables);
      token = answer.token ?? token;
      return answer.data;
    };
  }
}

type Variables = Readonly<Record<string, unknown>>;

/** Sends a document, and throws for errors in either form: those of GraphQL, and types of the answer. */
async function post<T>(url: string, token: string | null, query: string, variables: Variables) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(token !== null && { Authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { readonly data: T; readonly errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  const types = Object.values(data as object).map(
    (member: { readonly __typename?: string } | null) => member?.__typename,
  );
  if (types.some((type) => type?.endsWith('Error'))) throw new Error(`${query}: ${types.join()}`);
  return { data, token: response.headers.get('vendure-auth-token') };
}
