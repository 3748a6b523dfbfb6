#!/usr/bin/env node
import { conformanceReport } from '../adapter/conformance.ts';
import { runConformance, type CaseResult } from '../adapter/conformance/run.ts';
import { unreachable } from '../adapter/conformance/unreachable.ts';
import { loadAdapter } from './load-adapter.ts';
import { CommandError, readCommand, usage, type Command } from './read-command.ts';

/** The exit codes: every rule that could be tested is kept, one is broken, or nothing could be run. */
const exitCodes = { kept: 0, broken: 1, unusable: 2 } as const;

const out = (text: string): void => void process.stdout.write(`${text}\n`);
const marks = { passed: '✔', failed: '✖', skipped: '-' } as const;

function print({ name, outcome, message, calls = [] }: CaseResult): void {
  out(`${marks[outcome]} ${name}${outcome === 'skipped' ? ` (skipped: ${message})` : ''}`);
  if (outcome !== 'failed') return;
  out(`    rule:   ${message}`);
  for (const { call, came = 'no answer yet' } of calls) out(`    called: ${call}\n    came:   ${came}`);
}

async function run(command: Command): Promise<number> {
  const { customers, timeout, json } = command;
  const { adapter, restricted } = await loadAdapter(command.file);
  const setup = { adapter, restricted, customers, timeout: Math.min(timeout, 10_000) };
  const reason = await unreachable(setup, timeout);
  if (reason !== undefined) throw new CommandError(`the adapter cannot reach its backend: ${reason}`);
  const { results, leftovers } = await runConformance(setup, { ...command, onResult: json ? undefined : print });
  const report = conformanceReport(adapter);
  const count = (outcome: CaseResult['outcome']): number =>
    results.filter((result) => result.outcome === outcome).length;
  const counts = { passed: count('passed'), failed: count('failed'), skipped: count('skipped') };
  if (json) out(JSON.stringify({ ...counts, results, leftovers, ...report }, null, 2));
  else {
    out('');
    out(`widgets: ${report.widgets.join(', ') || 'none'}`);
    for (const missing of report.missingGuarantees) out(`not guaranteed: ${missing}`);
    if (!restricted) out('not tested: what an operator without permission may not do (export `restricted`)');
    for (const leftover of leftovers) out(`left behind: ${leftover}`);
    out(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  }
  if (results.length === 0)
    throw new CommandError(`The adapter has nothing that --only ${command.only.join(' --only ')} names.`);
  if (counts.passed + counts.failed === 0) throw new CommandError('Nothing could be tested: every case was skipped.');
  return counts.failed > 0 ? exitCodes.broken : exitCodes.kept;
}

async function main(args: readonly string[]): Promise<number> {
  try {
    const command = readCommand(args);
    if (command) return await run(command);
    out(usage);
    return exitCodes.kept;
  } catch (thrown) {
    const message = thrown instanceof CommandError ? thrown.message : String((thrown as Error | undefined)?.stack);
    process.stderr.write(`clientele-conformance: ${message}\n`);
    return exitCodes.unusable;
  }
}

const code = await main(process.argv.slice(2));
// An adapter may hold connections open, which would keep the process running. Output to a pipe ends before the exit.
process.stdout.write('', () => process.exit(code));
