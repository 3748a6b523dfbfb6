// Looks at the package as a host gets it: packs what `npm run build` made, lets publint and attw judge the tarball, and
// imports every entry in Node, where there is no DOM.
import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { closingLine, judge } from './tally.mjs';

const counts = { passed: 0, failed: 0 };
const folder = mkdtempSync(join(tmpdir(), 'clientele-package-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

/**
 * Runs a program and shows what it said if it failed.
 * @param {string} what
 * @param {string} program
 * @param {string[]} args
 * @param {string} [cwd]
 */
function check(what, program, args, cwd = '.') {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8' });
  counts[status === 0 ? 'passed' : 'failed'] += 1;
  console.log(status === 0 ? `✔ ${what}` : `✖ ${what}\n${stdout}${stderr}`);
  return stdout;
}

/** @type {{ name: string, exports: Record<string, string>, peerDependencies: object, dependencies: object }} */
const { name, exports, peerDependencies, dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));

const packed = check('npm pack', 'npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder]);
const tarball = join(folder, JSON.parse(packed)[0].filename);
check('publint', 'publint', [tarball, '--strict']);
// It cannot tell what stands behind a wildcard, and style sheets have no types.
check('attw', 'attw', [
  tarball,
  '--profile',
  'esm-only',
  '--format',
  'ascii',
  '--no-emoji',
  '--exclude-entrypoints',
  './themes/*.css',
]);

const host = join(folder, 'host');
const installed = join(host, 'node_modules', name);
mkdirSync(installed, { recursive: true });
check('unpack', 'tar', ['-xzf', tarball, '--strip-components=1', '-C', installed]);
for (const dependency of [...Object.keys(peerDependencies), ...Object.keys(dependencies), 'msw']) {
  const link = join(host, 'node_modules', dependency);
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(resolve('node_modules', dependency), link);
}

/** The specifiers that an entry of `exports` stands for: one for each file behind a wildcard. */
const entries = Object.entries(exports).flatMap(([entry, target]) => {
  if (!target.endsWith('.js')) return [];
  const [before = '', after = ''] = target.split('*');
  return target.includes('*')
    ? globSync(target, { cwd: installed }).map((path) =>
        entry.replace('*', `./${path}`.slice(before.length, -after.length)),
      )
    : [entry];
});
writeFileSync(join(host, 'package.json'), '{ "type": "module" }');
for (const entry of entries) {
  const specifier = name + entry.slice(1);
  check(`import ${specifier}`, process.execPath, ['--input-type=module', '-e', `import '${specifier}'`], host);
}

const tally = judge(counts);
console.log(closingLine(tally));
process.exitCode = tally.failed > 0 ? 1 : 0;
