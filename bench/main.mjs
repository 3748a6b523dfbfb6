// npm run bench: measures Clientele beside its peers and writes docs/benchmarks.md. Options: see README.md beside this file.
import { parseArgs } from 'node:util';
import { run as dashboard } from './dashboard/dashboard.mjs';
import { writeSection } from './write.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    mode: { type: 'string', multiple: true },
    runs: { type: 'string' },
    cpu: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
    selectors: { type: 'boolean', default: false },
    pictures: { type: 'string' },
    subjects: { type: 'string' },
    sizes: { type: 'string' },
    seconds: { type: 'string', default: '2' },
    before: { type: 'string' },
    data: { type: 'string' },
    database: { type: 'string' },
    dry: { type: 'boolean', default: false },
  },
});
const runs = Number(values.runs ?? 5);
const numbers = (/** @type {string | undefined} */ list) => list?.split(',').map(Number);

/** @type {Record<string, () => Promise<import('./write.mjs').Result>>} */
const parts = {
  table: async () =>
    (await import('./table/table.mjs')).run({
      runs,
      subjects: values.subjects?.split(','),
      sizes: numbers(values.sizes),
      seconds: Number(values.seconds),
      ...(values.before && { before: values.before }),
    }),
  page: async () => (await import('./page/page.mjs')).run({ runs }),
  interaction: async () =>
    (await import('./interaction/interaction.mjs')).run({ runs, data: values.data ?? process.env.ONLINE_RETAIL }),
  server: async () =>
    (await import('./server/server.ts')).run({ sizes: numbers(values.sizes), database: values.database }),
};

if (positionals[0] === 'dashboard') {
  const { mode: modes, json, selectors, pictures, cpu } = values;
  await dashboard({ runs: Number(values.runs ?? 11), slowdown: Number(cpu), modes, json, selectors, pictures });
} else {
  const unknown = positionals.find((name) => !(name in parts));
  if (unknown)
    throw new Error(`There is no benchmark "${unknown}". Choose from: dashboard, ${Object.keys(parts).join(', ')}.`);
  for (const name of positionals.length ? positionals : Object.keys(parts)) {
    console.log(`${name} …`);
    const start = performance.now();
    const result = await parts[name]?.();
    if (result) await writeSection(name, result, { runs, dry: values.dry });
    console.log(`${name}: ${Math.round((performance.now() - start) / 1000)} s`);
  }
}
