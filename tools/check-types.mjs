// Checks the types of the packed package as hosts use them, in TypeScript alone and in each framework. The fixtures in
// test/types are compiled strictly, and all declarations are checked. Each must compile, except lines below a "wrong:"
// comment, which must have an error.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { packInto } from './pack.mjs';
import { closingLine, countResults } from './tally.mjs';

/** @typedef {{ file: string, line: number, text: string }} Finding */

const tool = (/** @type {string} */ name) => resolve('node_modules/.bin', name);
const native = resolve('node_modules/typescript-7/bin/tsc');

/**
 * Hosts have TypeScript 6 or 7. 6 checks all declarations once. 7 checks them in every other way: it reports the same
 * errors in a quarter of the time. So the checkers for Vue and Svelte, which are made of 6, leave them out.
 * @type {Record<string, { folder: string, command: string[], pattern?: RegExp }>}
 */
const CHECKS = {
  'TypeScript, as bundlers resolve': { folder: 'plain', command: [tool('tsc'), '-p', 'plain'] },
  'TypeScript, as Node resolves': {
    folder: 'plain',
    command: [native, '--singleThreaded', '-p', 'plain/tsconfig.node16.json'],
  },
  'TypeScript, with any extension': {
    folder: 'plain',
    command: [native, '--singleThreaded', '-p', 'plain/tsconfig.extensions.json'],
  },
  'Vue and Svelte, all declarations': {
    folder: 'declarations',
    command: [native, '--singleThreaded', '-p', 'declarations'],
  },
  React: { folder: 'react', command: [native, '--singleThreaded', '-p', 'react'] },
  Preact: { folder: 'preact', command: [native, '--singleThreaded', '-p', 'preact'] },
  Solid: { folder: 'solid', command: [native, '--singleThreaded', '-p', 'solid'] },
  Vue: { folder: 'vue', command: [tool('vue-tsc'), '-p', 'vue'] },
  Svelte: {
    folder: 'svelte',
    command: [tool('svelte-check'), '--workspace', 'svelte', '--tsconfig', 'tsconfig.json', '--output', 'machine'],
    pattern: /^\d+ ERROR "(?<file>.+?)" (?<line>\d+):\d+ "(?<text>.*)"$/gm,
  },
};
const TSC = /^(?<file>.+?)\((?<line>\d+),\d+\): error (?<text>.*(?:\n .*)*)/gm;

/**
 * Installs the packed package into a new folder, and returns the folder.
 * @returns {string}
 */
function installHost() {
  const folder = mkdtempSync(join(tmpdir(), 'clientele-types-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const { name, dependencies, peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const installed = join(folder, 'node_modules', name);
  mkdirSync(installed, { recursive: true });
  execFileSync('tar', ['-xzf', packInto(folder), '--strip-components=1', '-C', installed]);
  for (const dependency of Object.keys({ ...dependencies, ...peerDependencies })) {
    const link = join(folder, 'node_modules', dependency);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(resolve('node_modules', dependency), link);
  }
  cpSync('test/types', folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  return folder;
}

/**
 * Returns the lines that must have an error, with their comments.
 * @param {string} path
 * @returns {Map<number, string>}
 */
function expectedErrors(path) {
  const lines = readFileSync(path, 'utf8').split('\n');
  return new Map(
    lines.flatMap((line, index) => {
      const [, what] = /(?:\/\/|\/\*|<!--) wrong: (.*?)(?: \*\/\}| -->)?$/.exec(line) ?? [];
      return what ? [[index + 2, what]] : [];
    }),
  );
}

const host = installHost();
const counts = { passed: 0, failed: 0 };

/**
 * @param {string} what
 * @param {boolean} isRight
 * @param {string} [why]
 */
function count(what, isRight, why = '') {
  counts[isRight ? 'passed' : 'failed'] += 1;
  console.log(isRight ? `✔ ${what}` : `✖ ${what}${why && `\n${why}`}`);
}

/** `node tools/check-types.mjs React Vue` runs these checks only. */
const only = process.argv.slice(2);

for (const [name, { folder, command, pattern = TSC }] of Object.entries(CHECKS)) {
  if (only.length > 0 && !only.includes(name)) continue;
  const [program = '', ...args] = command;
  const { stdout, stderr, error } = spawnSync(program, args, { cwd: host, encoding: 'utf8' });
  if (error) throw error;
  /** @type {Finding[]} */
  const findings = [...stdout.matchAll(pattern)].map(({ groups }) => {
    const file = relative(host, resolve(host, pattern === TSC ? '' : folder, groups?.file ?? ''));
    return { file, line: Number(groups?.line), text: groups?.text ?? '' };
  });
  const marks = globSync(`${folder}/**/*.{ts,tsx,vue,svelte}`, { cwd: host }).flatMap((file) =>
    [...expectedErrors(join(host, file))].map(([line, what]) => ({ file, line, what })),
  );
  const isAt = (/** @type {{ file: string, line: number }} */ a) => (/** @type {{ file: string, line: number }} */ b) =>
    a.file === b.file && a.line === b.line;
  for (const mark of marks)
    count(`${name}: ${mark.what}`, findings.some(isAt(mark)), `  ${mark.file}:${mark.line} compiles.`);
  // Errors in the types of other packages cannot be fixed here.
  const others = findings.filter(
    (finding) => !marks.some(isAt(finding)) && !/^\.\.\/|node_modules\/(?!clientele\/)/.test(finding.file),
  );
  const isRun = marks.length > 0 && findings.length > 0;
  const output = others.map(({ file, line, text }) => `  ${file}:${line} ${text}`).join('\n');
  count(`${name}: what is right`, isRun && others.length === 0, isRun ? output : stdout + stderr);
}

/** With isolated installations, a package cannot import what it does not declare. */
const { name, dependencies, peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const named = Object.keys({ ...dependencies, ...peerDependencies });
const unnamed = globSync(`node_modules/${name}/dist/**/*.d.ts`, { cwd: host }).flatMap((file) =>
  [
    ...readFileSync(join(host, file), 'utf8').matchAll(
      /(?:from |import\(|^import |^declare module )["']([^."'][^"']*)/gm,
    ),
  ]
    .map(([, specifier = '']) => specifier)
    .filter((specifier) => !named.some((known) => specifier === known || specifier.startsWith(`${known}/`)))
    .map((specifier) => `  ${file} ${specifier}`),
);
count('declarations name no package but those of package.json', unnamed.length === 0, unnamed.join('\n'));

const tally = countResults(counts);
console.log(closingLine(tally));
process.exitCode = tally.failed > 0 ? 1 : 0;
