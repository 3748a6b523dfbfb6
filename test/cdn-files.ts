// The single file for pages without a bundler, with its source map and its licenses.
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { bundleForCdn, type File } from '../tools/bundle.mjs';

const root = resolve(import.meta.dirname, '..');
const dist = resolve(root, 'dist');

/** What the file is made of. A folder changes when a file in it is deleted. */
const INPUTS = ['src', 'src/**', 'tools/*.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];

/** Returns `true` if `npm run build` has ended, and nothing has changed since. */
function isBuilt(): boolean {
  const last = resolve(dist, 'integrity.json');
  if (!existsSync(last)) return false;
  const { mtimeMs: end } = statSync(last);
  return globSync(INPUTS, { cwd: root }).every((path) => statSync(resolve(root, path)).mtimeMs < end);
}

/** Returns the files as the build has written them, or else bundles them, which takes half a minute. */
export async function filesForCdn(): Promise<readonly File[]> {
  if (!isBuilt()) return bundleForCdn();
  return globSync('clientele.cdn.*', { cwd: dist }).map((name) => {
    const path = resolve(dist, name);
    return { path, text: readFileSync(path, 'utf8') };
  });
}
