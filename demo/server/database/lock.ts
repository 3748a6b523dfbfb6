import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** The error if the directory is open in another process. */
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
 * Acquires the lock file and returns a function that releases it. Takes over a lock whose process no longer runs.
 * Throws `InUseError` if the lock is held.
 */
export function lock(file: string): () => void {
  if (held.has(file)) throw new InUseError(process.pid, file);
  const mine = `${file}.${process.pid}`;
  // Linking a complete file is atomic: the lock file never exists without its pid.
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

/** The locks of this process. Any other file with this pid is left over from an earlier process with the same pid. */
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

function removeStale(file: string, temporary: string): void {
  const holder = read(file);
  if (holder === undefined) return;
  const pid = Number(holder);
  if (pid !== process.pid && isRunning(pid)) throw new InUseError(pid, file);
  try {
    renameSync(file, temporary);
  } catch (thrown) {
    if (hasCode(thrown, 'ENOENT')) return;
    throw thrown;
  }
  // If another process has taken over the lock in between, the moved file is its lock and is restored.
  if (read(temporary) !== holder) tryLink(temporary, file);
  rmSync(temporary);
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
  // An invalid pid was not written by this program. Signal 0 to pid 0 would check our own process group.
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    return process.kill(pid, 0);
  } catch (thrown) {
    return hasCode(thrown, 'EPERM');
  }
}

const hasCode = (thrown: unknown, code: string): boolean =>
  thrown instanceof Error && 'code' in thrown && thrown.code === code;
