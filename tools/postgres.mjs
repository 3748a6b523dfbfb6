// Starts a temporary PostgreSQL server. `node tools/postgres.mjs` runs one until it is interrupted.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { aptInstall, canInstall } from './apt.mjs';
import { endWithThisProcess } from './end-with.mjs';
import { freePort } from './free-port.mjs';
import { onPath } from './on-path.mjs';

/** Returns the folder of the PostgreSQL programs: Debian's newest version, or the one on PATH. */
function programs() {
  const newest = globSync('/usr/lib/postgresql/*/bin/postgres').toSorted(
    (a, b) => Number(b.split('/')[4]) - Number(a.split('/')[4]),
  )[0];
  const postgres = newest ?? onPath('postgres');
  return postgres && dirname(postgres);
}

/** A database server is installed without being asked for only in CI. */
const mayInstall = () => Boolean(process.env.CI) && canInstall();

/**
 * Returns the `skip` of a test that needs PostgreSQL: a reason if it is missing outside of CI. In CI the test runs
 * anyway, and fails.
 * @returns {string | false}
 */
export function postgresMissing() {
  return !process.env.CI && !programs() && 'PostgreSQL is not installed (Debian, Ubuntu: apt-get install postgresql).';
}

/** PostgreSQL refuses to run as root, so root runs it as the user `postgres` of the Debian package. */
function account() {
  if (process.getuid?.() !== 0) return {};
  const id = (/** @type {string} */ flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/**
 * Starts a server with an empty database on a free port of 127.0.0.1.
 * @param {{ install?: boolean }} [options] `install`: install the Debian package if it is missing
 * @returns {Promise<{ url: string, stop(): Promise<void> }>}
 */
export async function startPostgres({ install = mayInstall() } = {}) {
  if (!programs() && install) aptInstall(['postgresql']);
  const bin = programs();
  if (!bin) throw new Error('PostgreSQL is not installed (Debian, Ubuntu: apt-get install postgresql).');

  const folder = mkdtempSync(join(tmpdir(), 'clientele-postgres-'));
  const data = join(folder, 'data');
  const user = account();
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  const options = { ...user, cwd: folder, env: { ...process.env, LC_ALL: 'C' } };
  // Retries because a stopping server still writes for a moment.
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });

  try {
    execFileSync(
      join(bin, 'initdb'),
      ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'],
      { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    const port = await freePort();
    // The data need not survive a crash, so writes do not wait for the disk.
    const settings = {
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      fsync: 'off',
      full_page_writes: 'off',
      // Compiling a query takes longer than running it once or twice.
      jit: 'off',
    };
    const server = spawn(
      join(bin, 'postgres'),
      [
        '-D',
        data,
        '-p',
        String(port),
        ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
      ],
      { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    const kill = () => {
      server.kill('SIGQUIT');
      remove();
    };
    process.once('exit', kill);
    endWithThisProcess(server, 'QUIT');

    let log = '';
    await new Promise((resolve, reject) => {
      server.once('error', reject);
      server.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${log}`)));
      server.stderr.on('data', (chunk) => {
        log += chunk;
        if (log.includes('database system is ready to accept connections')) resolve(undefined);
      });
    });
    server.removeAllListeners('exit').stderr.removeAllListeners('data').resume();

    return {
      url: `postgres://postgres@127.0.0.1:${port}/postgres`,
      async stop() {
        process.off('exit', kill);
        const stopped = once(server, 'exit');
        server.kill('SIGINT');
        await stopped;
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

if (import.meta.main) {
  const { url, stop } = await startPostgres({ install: process.argv.includes('--install') });
  console.log(url);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);
}
