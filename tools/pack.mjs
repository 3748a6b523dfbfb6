// Packs the output of `npm run build` as `npm publish` would: `TARBALL=PATH node tools/pack.mjs` writes the tarball there.
import { execFileSync } from 'node:child_process';
import { existsSync, renameSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');

/**
 * Packs the package into a folder, and returns the path of the tarball. `TARBALL` names an existing one: that of the whole
 * run, because packing takes seconds, or that of an older version.
 * @param {string} folder
 * @returns {string}
 */
export function packInto(folder) {
  return process.env.TARBALL ? resolve(process.env.TARBALL) : pack(folder);
}

/** @param {string} folder */
function pack(folder) {
  if (!existsSync(join(root, 'dist'))) throw new Error('There is no dist: run `npm run build` first.');
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const [{ filename }] = JSON.parse(execFileSync('npm', args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 }));
  return join(folder, filename);
}

if (import.meta.main) {
  const path = resolve(process.env.TARBALL ?? 'clientele.tgz');
  renameSync(pack(dirname(path)), path);
}
