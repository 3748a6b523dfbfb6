// Counts what the page with five widgets costs, on the page that `npm run bench` measures. Times differ between machines;
// these counts do not.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { build } from 'esbuild';
import { answersScript } from '../bench/dashboard/answers.ts';
import { READY } from '../bench/dashboard/dashboard.mjs';
import { spread } from '../bench/figures.mjs';
import { launch, measure } from '../bench/measure.mjs';
import { serve } from '../bench/serve.mjs';

/** The present number. Each widget is a size container, whose content is styled during layout, so it counts by itself. */
const mostStyles = 14;
const mostLayouts = 5;
/** Of five widgets and the dashboard: a placeholder and data for each, the form for a note, and the entries of an account. */
const mostRenders = 13;

/** Bundles the page without the steps that only make it smaller, because they take long and change no count. */
async function bundlePage(): Promise<[string, string][]> {
  const { outputFiles } = await build({
    entryPoints: ['bench/dashboard/ours/page.js'],
    outdir: '/ours',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['production', 'browser'],
    write: false,
  });
  return outputFiles.map(({ path, text }) => [path, text]);
}

describe('The page with five widgets', () => {
  let browser: Awaited<ReturnType<typeof launch>>;
  let server: Awaited<ReturnType<typeof serve>>;

  before(async () => {
    server = await serve(
      new Map([
        ...(await bundlePage()),
        ['/ours/index.html', readFileSync('bench/dashboard/ours/index.html', 'utf8')],
        ['/answers.js', await answersScript(0)],
      ]),
    );
    browser = await launch();
  });
  after(async () => {
    await browser.close();
    server.close();
  });

  it('shows data that arrives at once with few style recalculations, requests and elements, and moves nothing', async () => {
    const subject = { url: `${server.origin}/ours/index.html`, isReady: READY.ours };
    let sample = await measure(browser, subject, 1);
    // On a busy machine, the browser may draw a part of the page before the modules have run.
    const isDrawnInParts = () => sample.styles > mostStyles || sample.layouts > mostLayouts;
    for (let load = 1; load < 4 && isDrawnInParts(); load += 1) sample = await measure(browser, subject, 1);
    const { styles, layouts, requests, elements, shift, renders } = sample;
    assert.ok(styles <= mostStyles, `${styles} style recalculations`);
    assert.ok(layouts <= mostLayouts, `${layouts} layouts`);
    assert.ok(renders <= mostRenders, `${renders} renders until all data`);
    assert.equal(requests, 9);
    assert.ok(elements <= 860, `${elements} elements`);
    assert.equal(shift, 0);
  });

  it('moves nothing when data arrives later than the first frame', async () => {
    const subject = { url: `${server.origin}/ours/index.html?delay=50`, isReady: READY.ours };
    const { shift } = await measure(browser, subject, 1);
    assert.equal(shift, 0);
  });
});

it('figures have two digits, or all those before the point', () => {
  assert.equal(spread([65.4, 83.2, 99.6]), '83 (65–100)');
  assert.equal(spread([0.0704, 0.0704]), '0.070');
  assert.equal(spread([1234.5, 3]), '619 (3–1235)');
});
