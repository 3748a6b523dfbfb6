// Generates the modules of src/ that list all widgets or all texts, and the contract reference.
// node tools/generate.mjs           writes changed files
// node tools/generate.mjs --check   fails if a file would change
import { generated } from './generate/modules.mjs';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const isCheck = process.argv.includes('--check');
let changes = 0;
for (const { path, text } of await generated()) {
  let known = '';
  try {
    known = readFileSync(path, 'utf8');
  } catch {
    // The file does not exist yet.
  }
  if (known === text) continue;
  changes++;
  console.log(`${path} ${isCheck ? 'is not what its sources say: run `npm run generate`.' : 'written.'}`);
  if (isCheck) continue;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
process.exitCode = isCheck && changes ? 1 : 0;
