// Installs Debian packages if possible: as root, on a system with apt-get.
import { spawnSync } from 'node:child_process';
import { onPath } from './on-path.mjs';

/** Keeps the packages from starting a daemon or prompting for input. */
const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };

/** @param {string[]} args */
const aptGet = (...args) =>
  spawnSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=600', '-o', 'Acquire::Retries=3', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: environment,
  }).status === 0;

export const canInstall = () => process.getuid?.() === 0 && onPath('apt-get') !== undefined;

/**
 * Installs packages, and returns whether they are installed now.
 * @param {string[]} packages
 * @returns {boolean}
 */
export function aptInstall(packages) {
  if (!canInstall()) return false;
  console.error(`Installing ${packages.join(' ')} ...`);
  const install = () => aptGet('install', '-y', '--no-install-recommends', ...packages);
  return (aptGet('update') && install()) || install();
}
