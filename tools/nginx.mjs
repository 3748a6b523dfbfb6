// Starts a temporary nginx with a configuration of its own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aptInstall, canInstall } from './apt.mjs';
import { endWithThisProcess } from './end-with.mjs';
import { onPath } from './on-path.mjs';

/** Debian installs it where only root's PATH leads. */
const program = () => onPath('nginx') ?? ['/usr/sbin/nginx'].find((path) => existsSync(path));

/**
 * Returns the `skip` of a test that needs nginx: a reason if it is missing outside of CI. In CI the test runs anyway,
 * and fails.
 * @returns {string | false}
 */
export function nginxMissing() {
  return !process.env.CI && !program() && 'nginx is not installed (Debian, Ubuntu: apt-get install nginx).';
}

/** @param {number} port */
async function answers(port) {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/**
 * Starts nginx and waits until it accepts connections.
 * @param {string} http the content of the `http` block, which listens on the port
 * @param {number} port
 * @returns {Promise<{ stop(): Promise<void> }>}
 */
export async function startNginx(http, port) {
  if (!program() && process.env.CI && canInstall()) aptInstall(['nginx']);
  const path = program();
  if (!path) throw new Error('nginx is not installed (Debian, Ubuntu: apt-get install nginx).');
  const folder = mkdtempSync(join(tmpdir(), 'clientele-nginx-'));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `  ${kind}_temp_path ${folder}/${kind};`,
  );
  const configuration = join(folder, 'nginx.conf');
  writeFileSync(
    configuration,
    [
      // Workers of root would become a user who may not enter the folder.
      ...(process.getuid?.() === 0 ? ['user root;'] : []),
      ...['daemon off;', 'worker_processes 1;', `pid ${folder}/pid;`, 'events { worker_connections 512; }'],
      ...['http {', '  access_log off;', ...temporary, http, '}'],
    ].join('\n'),
  );
  const child = spawn(path, ['-e', 'stderr', '-p', folder, '-c', configuration], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  endWithThisProcess(child, 'TERM');
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    log = (log + text).slice(-10_000);
  });
  const ended = once(child, 'close');
  const kill = () => child.kill('SIGTERM');
  process.once('exit', kill);
  while (!(await answers(port))) if (child.exitCode !== null) throw new Error(`nginx did not start:\n${log}`);
  return {
    async stop() {
      process.off('exit', kill);
      kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
