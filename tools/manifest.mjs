// Makes custom-elements.json and what editors read. The analyzer's remarks on types too large to spell out are not shown.
import { spawnSync } from 'node:child_process';

const cem = 'node_modules/@custom-elements-manifest/analyzer/cem.js';
const { status, stdout, stderr } = spawnSync(process.execPath, [cem, 'analyze', '--quiet'], { encoding: 'utf8' });
if (status !== 0) console.error(stdout + stderr);
process.exitCode = status ?? 1;
