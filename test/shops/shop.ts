// Installs and starts real shops for the tests of their adapters: apart from the project, with the machine's own Node,
// and none of them among the project's dependencies. `CLIENTELE_BACKENDS` is the folder that has one folder for each shop,
// with its lock file and its start scripts.
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { homedir } from 'node:os';
import { basename, delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { endWithThisProcess } from '../../tools/end-with.mjs';

const backends = process.env['CLIENTELE_BACKENDS'];

/** Returns the `skip` of a test that needs a shop: the reason if there is none, or `false`. */
export const shopMissing = (name: string): string | false =>
  !(backends && existsSync(join(backends, name))) && `Set CLIENTELE_BACKENDS to the folder with ${name}/.`;

/**
 * The environment of the machine: without the programs of the project, whose Node is another version than the shops
 * support, and without what `npm test` says about the project.
 */
export function machineEnvironment(): NodeJS.ProcessEnv {
  const ofProject = /^(npm_(package|lifecycle|command|execpath|node_execpath|config_(local_)?prefix)|NODE_|INIT_CWD)/;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return {
    ...Object.fromEntries(Object.entries(process.env).filter(([key]) => !ofProject.test(key))),
    PATH: folders.filter((folder) => !/node_modules[/\\].bin|node-gyp-bin/.test(folder)).join(delimiter),
  };
}

/**
 * Returns the folder of an installed shop. The first time, copies it out of `CLIENTELE_BACKENDS` and installs its
 * packages; that takes minutes. The installation is kept until a file of the shop changes.
 */
export function installShop(name: string, install: readonly string[]): string {
  const source = join(backends!, name);
  const files = globSync('*', { cwd: source })
    .filter((file) => statSync(join(source, file)).isFile() && !file.endsWith('.md'))
    .concat(globSync('.npmrc', { cwd: source }))
    .toSorted();
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(source, file)));
  const cache = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
  const folder = join(cache, 'clientele-shops', `${name}-${hash.digest('hex').slice(0, 16)}`);
  if (existsSync(folder)) return folder;
  // A run that is interrupted leaves no half an installation behind, and two runs do not disturb each other.
  const part = `${folder}.${process.pid}`;
  mkdirSync(part, { recursive: true });
  for (const file of files) cpSync(join(source, file), join(part, file));
  execFileSync('chmod', ['-R', 'u+w', part]);
  try {
    execFileSync('npm', [...install, '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: part,
      env: machineEnvironment(),
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    renameSync(part, folder);
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await once(server.close(), 'close');
  return port;
}

/** A program of a shop. */
export interface ShopProgram {
  readonly folder: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Matches the line of its output that says that it can be used. */
  readonly ready: RegExp;
  /** Milliseconds that it may take until then. Default: 120,000. */
  readonly timeout?: number;
}

export interface RunningProgram {
  /** Ends the program, at once with `SIGKILL`, and waits for its end. */
  stop(signal?: NodeJS.Signals): Promise<void>;
  /** Stops the program where it is, without ending it. */
  freeze(): void;
}

/** Starts a program of a shop, and waits until it is ready. */
export async function startProgram({
  folder,
  command,
  args,
  env,
  ready,
  timeout,
}: ShopProgram): Promise<RunningProgram> {
  const child = spawn(command, args, {
    cwd: folder,
    env: { ...machineEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  const ended = once(child, 'exit');
  const end = (): void => void child.kill('SIGKILL');
  // Tests that throw at the top level end the process without their hooks.
  process.once('exit', end);
  endWithThisProcess(child);
  const stop = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<void> => {
    process.off('exit', end);
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await ended;
  };
  const isReady = new Promise<boolean>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      createInterface(stream).on('line', (line) => {
        output.push(line);
        if (ready.test(line)) resolve(true);
      });
    void ended.then(() => resolve(false));
    setTimeout(() => resolve(false), timeout ?? 120_000).unref();
  });
  if (await isReady) return { stop, freeze: () => void child.kill('SIGSTOP') };
  await stop('SIGKILL');
  throw new Error(`${basename(folder)} did not start:\n${output.slice(-20).join('\n')}`);
}
