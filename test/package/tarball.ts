// The package as `npm publish` would send it, installed where nothing of the project is in reach.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

export interface PackageJson {
  readonly name: string;
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta: Readonly<Record<string, { readonly optional?: boolean }>>;
}

export const packageJson = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as PackageJson;

/** An empty folder outside the project. Whoever makes it takes it away. */
export const emptyFolder = (name: string): string => realpathSync(mkdtempSync(join(tmpdir(), `clientele-${name}-`)));

/** Runs a program to its end, and gives what it prints. */
export function run(program: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}\n${stdout}${stderr}`, { cause: error });
  return stdout;
}

/** The same without holding up what else is under way. */
export async function runAlone(
  program: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<void> {
  const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const [status] = (await once(child, 'close')) as [number | null];
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}\n${output}`);
}

/** Packs what `npm run build` made; the path of the tarball. `TARBALL` names another one, of an older version, say. */
export function packInto(folder: string): string {
  if (process.env.TARBALL) return resolve(process.env.TARBALL);
  if (!existsSync(join(root, 'dist'))) throw new Error('There is no dist: run `npm run build` first.');
  const [packed] = JSON.parse(
    run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], root),
  ) as readonly [{ readonly filename: string }];
  return join(folder, packed.filename);
}

/** Installs a tarball in a folder as its user does: the registry's own copies of all that it needs, and no script. */
export function installInto(folder: string, tarball: string): string {
  writeFileSync(join(folder, 'package.json'), '{ "name": "host", "private": true, "type": "module" }\n');
  const peers = Object.entries(packageJson.peerDependencies)
    .filter(([name]) => !packageJson.peerDependenciesMeta[name]?.optional)
    .map(([name, range]) => `${name}@${range}`);
  run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', tarball, ...peers], folder);
  return join(folder, 'node_modules', packageJson.name);
}
