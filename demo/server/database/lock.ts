import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** The directory is open in another process. */
export class InUseError extends Error {
  override readonly name = 'InUseError';
  readonly pid: number;

  constructor(pid: number, file: string) {
    super(
      `The database is open in process ${pid}. Stop that process first. ` +
        `If it is none of this project's, delete ${file} and try again.`,
    );
    this.pid = pid;
  }
}

/**
 * Takes the lock file and gives what releases it. A lock whose process is gone is taken over; one that is held throws
 * an `InUseError`.
 */
export function lock(file: string): () => void {
  if (held.has(file)) throw new InUseError(process.pid, file);
  const mine = `${file}.${process.pid}`;
  // A link to a file that is already written: a lock is never seen without its pid in it.
  writeFileSync(mine, String(process.pid));
  try {
    while (!tryLink(mine, file)) removeStale(file, `${mine}.stale`);
  } finally {
    rmSync(mine, { force: true });
  }
  held.add(file);
  return () => {
    held.delete(file);
    rmSync(file, { force: true });
  };
}

/** What this process has locked. A file with our pid that is not among them is left from a former life of that pid. */
const held = new Set<string>();

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (thrown) {
    if (hasCode(thrown, 'EEXIST')) return false;
    throw thrown;
  }
}

function removeStale(file: string, aside: string): void {
  const holder = read(file);
  if (holder === undefined) return;
  const pid = Number(holder);
  if (pid !== process.pid && isRunning(pid)) throw new InUseError(pid, file);
  try {
    renameSync(file, aside);
  } catch (thrown) {
    if (hasCode(thrown, 'ENOENT')) return;
    throw thrown;
  }
  // Another process may have taken over in between: then what was moved is its lock, and it gets it back.
  if (read(aside) !== holder) tryLink(aside, file);
  rmSync(aside);
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (thrown) {
    if (hasCode(thrown, 'ENOENT')) return undefined;
    throw thrown;
  }
}

function isRunning(pid: number): boolean {
  // What is no pid was written by nobody; signal 0 to pid 0 would ask for our own process group.
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    return process.kill(pid, 0);
  } catch (thrown) {
    return hasCode(thrown, 'EPERM');
  }
}

const hasCode = (thrown: unknown, code: string): boolean =>
  thrown instanceof Error && 'code' in thrown && thrown.code === code;
