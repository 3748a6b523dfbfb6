// Builds dist/: the modules with their types and style sheets, and one minified bundle of all for a page without tools.
import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { bundle } from './bundle.mjs';
import { minifyStyles } from './minify-styles.mjs';

rmSync('dist', { recursive: true, force: true });

const tsc = 'node_modules/typescript/bin/tsc';
const { status } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { stdio: 'inherit' });
if (status !== 0) process.exit(1);

for (const path of globSync('dist/**/*.js')) {
  const source = readFileSync(path, 'utf8');
  if (source.includes('css`')) writeFileSync(path, await minifyStyles(source));
}

for (const path of globSync('src/**/*.css')) cpSync(path, path.replace('src', 'dist'));

const { files } = await bundle("import './src/define-all.ts';\nexport * from './src/index.ts';", 'clientele.min');
for (const { path, text } of files) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
