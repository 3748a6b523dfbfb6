// Generates custom-elements.json and the files for editors. The analyzer's warnings about types that are too large to
// print are hidden.
import { spawnSync } from 'node:child_process';

const cem = 'node_modules/@custom-elements-manifest/analyzer/cem.js';
const { status, stdout, stderr } = spawnSync(process.execPath, [cem, 'analyze', '--quiet'], { encoding: 'utf8' });
if (status !== 0) console.error(stdout + stderr);
process.exitCode = status ?? 1;
