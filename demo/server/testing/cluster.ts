import { readFileSync } from 'node:fs';
import { freePort } from '../../../tools/free-port.mjs';
import { startNginx } from '../../../tools/nginx.mjs';
import { Client } from './client.ts';
import { run, type Program } from './program.ts';
import { serverEnvironment } from './server-process.ts';

/** A server that is started again whenever it ends. */
class RestartedServer {
  readonly client: Client;
  isUp = false;
  readonly #start: () => Program;
  #program: Program;
  #stopping = false;
  readonly #ended: Promise<void>;

  constructor(url: string, start: () => Program) {
    this.client = new Client(`${url}/api`);
    this.#start = start;
    this.#program = start();
    this.#ended = this.#keepRunning();
  }

  /** Ends the process as a crash does. */
  kill(): void {
    this.#program.kill('SIGKILL');
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    this.#program.kill('SIGTERM');
    await this.#ended;
  }

  async #keepRunning(): Promise<void> {
    for (;;) {
      const { printed, ended } = this.#program;
      await printed(/The (?:demo|API) is at /).then(
        () => (this.isUp = true),
        // It was killed before it listened.
        () => {},
      );
      await ended;
      this.isUp = false;
      if (this.#stopping) return;
      this.#program = this.#start();
    }
  }
}

/** Two servers behind nginx, on one database. */
export interface Cluster {
  /** A client of nginx that is not signed in. */
  readonly client: Client;
  readonly servers: readonly RestartedServer[];
  stop(): Promise<void>;
}

/** Returns the configuration in `docs/scale.md`, with other ports. */
function configuration(ports: Readonly<Record<string, number>>): string {
  const text = readFileSync(new URL('../../../docs/scale.md', import.meta.url), 'utf8');
  const [, nginx] = /```nginx\n([^]*?)```/.exec(text) ?? [];
  if (nginx === undefined) throw new Error('There is no configuration of nginx in docs/scale.md');
  return nginx.replace(/127\.0\.0\.1:(\d+)/g, (_, port: string) => `127.0.0.1:${ports[port]}`);
}

export async function startCluster(databaseUrl: string): Promise<Cluster> {
  const [port, ...serverPorts] = [await freePort(), await freePort(), await freePort()];
  const servers = serverPorts.map(
    (serverPort) =>
      new RestartedServer(`http://127.0.0.1:${serverPort}`, () =>
        run('main.ts', [], {
          ...serverEnvironment(databaseUrl),
          PORT: String(serverPort),
          TRUSTED_PROXIES: '1',
        }),
      ),
  );
  const nginx = await startNginx(configuration({ 8080: port!, 4173: serverPorts[0]!, 4174: serverPorts[1]! }), port!);
  while (!servers.every(({ isUp }) => isUp)) await new Promise((resolve) => setTimeout(resolve, 20));
  return {
    client: new Client(`http://127.0.0.1:${port}/api`),
    servers,
    async stop() {
      await nginx.stop();
      await Promise.all(servers.map((server) => server.stop()));
    },
  };
}
