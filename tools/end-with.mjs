// Ends a program when the process that started it is gone, even if that was killed and could run nothing any more. Loaded
// on its own: both tests and tools start programs.
import { spawn } from 'node:child_process';

/** Waits for the end of either process, and then ends the second one. */
const GUARD = 'while kill -0 "$0" && kill -0 "$1"; do sleep 1; done 2>/dev/null; kill -s "$2" "$1" 2>/dev/null';

/**
 * Starts a shell that ends `child` when this process is gone. It ends itself with either of them.
 * @param {import('node:child_process').ChildProcess} child
 * @param {string} [signal]
 */
export function endWithThisProcess({ pid }, signal = 'KILL') {
  if (pid === undefined) return;
  // Its own session: what ends this process by its group does not end the guard before it has done its work.
  const guard = spawn('sh', ['-c', GUARD, String(process.pid), String(pid), signal], {
    detached: true,
    stdio: 'ignore',
  });
  guard.unref();
}
