// `npm test` runs every check and every test in stages. `npm test -- --only=types,lint` runs the named stages.
// A stage that mostly waits runs beside the others.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { deleteResults } from './results.mjs';
import { closingLine, readClosingLine } from './tally.mjs';

/**
 * The commands of each stage. A command without a closing line counts as one test.
 * @type {[stage: string, command: string][]}
 */
const STAGES = [
  ['lock', 'node tools/check-lock.mjs'],
  // The build comes first: it generates the manifest and the element types.
  ['build', 'npm run --silent build'],
  ['types', 'node node_modules/typescript-7/bin/tsc --singleThreaded -p tsconfig.json'],
  ['types', 'node node_modules/typescript-7/bin/tsc --singleThreaded -p tsconfig.core.json'],
  ['types', 'node node_modules/typescript-7/bin/tsc --singleThreaded -p tsconfig.node.json'],
  ['types', 'node node_modules/typescript-7/bin/tsc --singleThreaded -p tsconfig.stories.json'],
  ['lint', 'oxlint'],
  ['lint', 'npm run --silent lint:bindings'],
  ['format', 'oxfmt --check'],
  ['shops', 'node tools/node-tests.mjs test/shops/*.test.ts'],
  // One tarball for all checks of the package.
  ['pack', 'node tools/pack.mjs'],
  ['package', 'node tools/node-tests.mjs test/package/package.check.ts'],
  ['package', 'node tools/check-types.mjs'],
  ['stories', 'node tools/check-stories.mjs'],
  ['size', 'node tools/size.mjs'],
  ['apps', 'node tools/node-tests.mjs test/apps/apps.check.ts'],
  ['node', 'node tools/node-tests.mjs'],
  ['browser', 'wtr'],
  ['features', 'node tools/check-features.mjs'],
];

/** The stages that mostly wait, for installs and servers. Each runs beside the stages after it, and prints at its end. */
const BESIDE = new Set(['shops', 'apps']);

/**
 * The stages whose commands use one core each. Two of those that follow one another run at a time. The compiler with
 * several threads takes twice the work, because each checks what the others do.
 */
const PAIRED = new Set(['types', 'lint', 'format', 'package', 'stories', 'size']);

/** The stage that reads the results of all tests before it. */
const READS_RESULTS = 'features';

/** The characters of a failed command's output that are printed again at the end: each runner ends with its failures. */
const LONGEST_END = 4_000;

/** A folder for what the stages of a run share. */
const shared = mkdtempSync(join(tmpdir(), 'clientele-run-'));
process.once('exit', () => rmSync(shared, { recursive: true, force: true }));

/**
 * @param {string} command
 * @param {(chunk: string) => void} forward
 * @returns {Promise<import('./tally.mjs').Tally & { end: string }>}
 */
async function run(command, forward) {
  const color = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' };
  // What Node has compiled is kept, because hundreds of processes of a run load the same modules.
  const env = { ...process.env, NODE_COMPILE_CACHE: join(shared, 'compiled'), ...(packs && { TARBALL }), ...color };
  const child = spawn(command, { shell: true, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let end = '';
  const print = (/** @type {string} */ chunk) => {
    end = (end + chunk).slice(-LONGEST_END);
    forward(chunk);
  };
  child.stderr.setEncoding('utf8').on('data', print);
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    output += chunk;
    print(chunk);
  });
  /** @type {number | null} */
  const status = await new Promise((resolve) => child.once('close', resolve));
  const tally = readClosingLine(output) ?? { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 };
  // A runner that crashes after its closing line has failed.
  return { ...tally, failed: Math.max(tally.failed, status === 0 ? 0 : 1), end };
}

const only = process.argv
  .find((argument) => argument.startsWith('--only='))
  ?.slice('--only='.length)
  .split(',');
const unknown = only?.filter((name) => !STAGES.some(([stage]) => stage === name)) ?? [];
if (unknown.length > 0) {
  console.error(
    `No stage ${unknown.join(', ')}; there are ${[...new Set(STAGES.map(([stage]) => stage))].join(', ')}.`,
  );
  process.exit(1);
}

/** The tarball that the stage `pack` writes. Stages that run without it pack for themselves. */
const TARBALL = join(shared, 'clientele.tgz');
const packs = !only || only.includes('pack');

// Results of an earlier run must not count as proof.
if (!only) deleteResults();

const total = { passed: 0, failed: 0, skipped: 0 };
/** @type {string[]} */
const failures = [];

/**
 * Runs a stage and counts its tests.
 * @param {string} stage
 * @param {string} command
 * @param {(chunk: string) => void} print
 */
async function runStage(stage, command, print) {
  print(`\n▶ ${stage}: ${command}\n`);
  const start = performance.now();
  const { passed, failed, skipped, end } = await run(command, print);
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  if (failed > 0) failures.push(`${stage}: ${command}\n\n${stripVTControlCharacters(end).trim()}\n`);
  print(`${failed > 0 ? '✖' : '✔'} ${stage}, ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
}

const write = (/** @type {string} */ chunk) => void process.stdout.write(chunk);
/** @type {Promise<string>[]} */
const beside = [];

/** Runs a stage beside others, and returns what it has printed. */
async function runBeside(/** @type {string} */ stage, /** @type {string} */ command) {
  let printed = '';
  await runStage(stage, command, (chunk) => (printed += chunk));
  return printed;
}

const printBeside = async () => {
  for (const printed of await Promise.all(beside.splice(0))) write(printed);
};

/** Runs stages two at a time, and prints each at its end. */
async function runPaired(/** @type {[stage: string, command: string][]} */ stages) {
  const runNext = async () => {
    for (let next = stages.shift(); next; next = stages.shift()) write(await runBeside(...next));
  };
  await Promise.all([runNext(), runNext()]);
}

/** @type {[stage: string, command: string][]} */
const paired = [];
for (const [stage, command] of STAGES.filter(([name]) => !only || only.includes(name))) {
  if (PAIRED.has(stage)) {
    paired.push([stage, command]);
    continue;
  }
  if (BESIDE.has(stage) && !only) {
    beside.push(runBeside(stage, command));
    continue;
  }
  await runPaired(paired);
  if (stage === READS_RESULTS) await printBeside();
  await runStage(stage, command, write);
}
await runPaired(paired);
await printBeside();

for (const failure of failures) console.log(`\n✖ ${failure}`);
console.log('');
console.log(closingLine(total));
process.exitCode = total.failed > 0 ? 1 : 0;
