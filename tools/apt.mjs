// Installs Debian packages where that is possible at all: as root, where there is an apt-get.
import { spawnSync } from 'node:child_process';
import { onPath } from './on-path.mjs';

/** Prevents a daemon from being started, and a prompt from waiting for someone. */
const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };

/** @param {string[]} args */
const aptGet = (...args) =>
  spawnSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=600', '-o', 'Acquire::Retries=3', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: environment,
  }).status === 0;

export const canInstall = () => process.getuid?.() === 0 && onPath('apt-get') !== undefined;

/**
 * @param {string[]} packages
 * @returns {boolean} whether they are installed now
 */
export function aptInstall(packages) {
  if (!canInstall()) return false;
  console.error(`Installing ${packages.join(' ')} ...`);
  const install = () => aptGet('install', '-y', '--no-install-recommends', ...packages);
  return (aptGet('update') && install()) || install();
}
