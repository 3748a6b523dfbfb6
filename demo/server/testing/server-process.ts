import { Client } from './client.ts';
import { run, type Program } from './program.ts';

/** A server that runs as a process of its own, as `npm start` starts it. */
export interface ServerProcess {
  readonly url: string;
  /** A client that is not signed in. */
  readonly client: Client;
  readonly program: Program;
  /** Ends the process and waits for its end. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** The environment of a server on a database that needs nothing else. */
export const serverEnvironment = (databaseUrl: string): Readonly<Record<string, string>> => ({
  DATABASE_URL: databaseUrl,
  PORT: '0',
  ALLOWED_HOSTS: '',
  ALLOWED_ORIGINS: '',
  PAGES: 'off',
});

/** Starts a server on a PostgreSQL database and waits until it answers. */
export async function startServerProcess(
  databaseUrl: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const program = run('main.ts', [], {
    ...serverEnvironment(databaseUrl),
    ...environment,
  });
  const [, url = ''] = await program.printed(/The (?:demo|API) is at (http:\/\/127\.0\.0\.1:\d+)\//);
  return {
    url,
    client: new Client(`${url}/api`),
    program,
    async stop(signal = 'SIGTERM') {
      program.kill(signal);
      await program.ended;
    },
  };
}
