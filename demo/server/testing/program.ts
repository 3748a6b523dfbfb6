import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A running program of the server. */
export interface Program {
  readonly pid: number;
  /** Resolves to the match when the output matches a pattern. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  /** Resolves to the exit code and the whole output. */
  readonly ended: Promise<{ readonly code: number | null; readonly output: string }>;
  kill(signal: NodeJS.Signals): void;
}

/** Starts one of the server's scripts with Node. */
export function run(script: string, args: readonly string[], environment: Readonly<Record<string, string>>): Program {
  const path = fileURLToPath(new URL(`../${script}`, import.meta.url));
  const child = spawn(process.execPath, [path, ...args], { env: { ...process.env, DATABASE_URL: '', ...environment } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
      child.emit('printed');
    });
  }
  const ended = once(child, 'close').then(([code]: (number | null)[]) => ({ code: code ?? null, output }));
  return {
    pid: child.pid ?? 0,
    ended,
    kill: (signal) => child.kill(signal),
    async printed(pattern) {
      for (;;) {
        const found = pattern.exec(output);
        if (found) return found;
        if (child.exitCode !== null || child.signalCode !== null)
          throw new Error(`It ended before it printed ${String(pattern)}:\n${output}`);
        await Promise.race([once(child, 'printed'), ended]);
      }
    },
  };
}
