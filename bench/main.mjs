// npm run bench -- dashboard: compares Clientele with its peers in Chromium. Options: see README.md beside this file.
import { parseArgs } from 'node:util';
import { run as dashboard } from './dashboard/dashboard.mjs';

const benches = { dashboard };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    mode: { type: 'string', multiple: true },
    runs: { type: 'string', default: '11' },
    cpu: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
    selectors: { type: 'boolean', default: false },
    pictures: { type: 'string' },
  },
});
const [name = ''] = positionals;
if (!(name in benches))
  throw new Error(`There is no benchmark "${name}". Choose one of: ${Object.keys(benches).join(', ')}.`);
const { json, selectors, pictures } = values;
await benches[/** @type {keyof typeof benches} */ (name)]({
  runs: Number(values.runs),
  slowdown: Number(values.cpu),
  modes: values.mode,
  json,
  selectors,
  pictures,
});
