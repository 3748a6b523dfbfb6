// A small app for each stack that the guides name, exactly as its guide prints it: installed with the packed package,
// type-checked and built strictly, and used in Chromium. As in the templates of Vite, the type-check leaves out the
// declarations of packages; tools/check-types.mjs checks ours.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { Widget } from '../journey/widget.ts';
import { serveFolder } from '../package/static-server.ts';
import { packInto } from '../../tools/pack.mjs';
import { emptyFolder, runAlone } from '../package/tarball.ts';
import { openBrowser, useOnDemand, visit } from '../package/visit.ts';

const here = import.meta.dirname;
const apps = globSync('*/package.json', { cwd: here }).map(dirname).sort();

/** The minifier of webpack takes most of its build: the check of the package runs it on the same modules. */
const buildOptions: Readonly<Record<string, readonly string[]>> = { webpack: ['--', '--no-optimization-minimize'] };

/** Two customers of the fictional shop. The test opens an order of the first, then shows the second. */
async function use(page: Page): Promise<void> {
  const orders = new Widget(page, 'order-history');
  await orders.press('#10512');
  await page.waitForFunction(() => document.querySelector('output')?.textContent === 'Order o-10512');
  await useOnDemand(page, ['notes-panel']);
  await page.locator('::-p-text(Next customer)').click();
  await orders.waitForNoText('#10512');
  await orders.waitForText('#');
}

interface Served {
  readonly origin: string;
  close(): void;
}

/** Serves an app with its own server if it has one, otherwise its files, built or as they are. */
async function serve(folder: string): Promise<Served> {
  if (scriptsOf(folder).start) return start(folder);
  const built = ['dist/browser', 'dist'].map((path) => join(folder, path)).find(existsSync);
  return serveFolder(built ?? folder, { fallback: dirname(folder) });
}

const scriptsOf = (folder: string): Readonly<Record<string, string>> =>
  (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { scripts?: Record<string, string> }).scripts ??
  {};

/** Starts the server of an app, which prints its URL when it listens. */
async function start(folder: string): Promise<Served> {
  const server = spawn('npm', ['start'], {
    cwd: folder,
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  // The negative id also ends the processes that the server has started.
  const close = () => void (server.exitCode === null && process.kill(-server.pid!));
  let printed = '';
  const origin = await new Promise<string>((resolve, reject) => {
    // Reads to the end, because a server ends when nobody reads any more what it prints.
    server.stdout.on('data', (chunk) => {
      printed += String(chunk);
      const [found] = /http:\/\/(?:127\.0\.0\.1|localhost):\d+/.exec(printed) ?? [];
      if (found) resolve(found);
    });
    server.once('close', () => reject(new Error(`${folder} has no server: ${printed}`)));
  });
  return { origin, close };
}

/** Disables prompts, colors and telemetry. */
const environment = {
  ...process.env,
  CI: 'true',
  NO_COLOR: '1',
  NG_CLI_ANALYTICS: 'false',
  NEXT_TELEMETRY_DISABLED: '1',
};

describe('the apps of the guides', { concurrency: 2 }, () => {
  const folder = emptyFolder('apps');
  let browser: Browser;
  before(async () => {
    cpSync(here, folder, { recursive: true, filter: (path) => !['node_modules', 'dist'].includes(basename(path)) });
    const options = ['--no-audit', '--no-fund', '--prefer-offline'];
    await runAlone('npm', ['ci', ...options], folder);
    await runAlone('npm', ['install', '--no-save', ...options, packInto(folder)], folder);
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const app of apps)
    it(app, async () => {
      const own = join(folder, app);
      if (scriptsOf(own).build) await runAlone('npm', ['run', 'build', ...(buildOptions[app] ?? [])], own, environment);
      const { origin, close } = await serve(own);
      try {
        await visit(browser, `${origin}/`, use);
      } finally {
        close();
      }
    });
});
