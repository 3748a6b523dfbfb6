// Builds Storybook and opens every documentation page, which renders the stories of its file, and some stories alone.
// Each must render without an error.
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { availableParallelism, tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { CHROMIUM_ARGS, findBrowsers } from './browsers.mjs';
import { closingLine, countResults } from './tally.mjs';

const TYPES = /** @type {Record<string, string>} */ ({
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
});

/** Storybook's events for what could not be rendered. */
const FAILED = [
  'storyErrored',
  'storyThrewException',
  'storyMissing',
  'playFunctionThrewException',
  'unhandledErrorsWhilePlaying',
];

/**
 * Storybook's events for a story or a documentation page that has rendered, and for what could not. Right after
 * `storyRendered`, selecting another story would reload the page.
 */
const EVENTS = ['storyFinished', 'docsRendered', ...FAILED];

const folder = mkdtempSync(join(tmpdir(), 'clientele-stories-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

const { status, stdout, stderr } = spawnSync('npm', ['run', 'build-storybook', '--', '--output-dir', folder], {
  encoding: 'utf8',
});
if (status !== 0) {
  console.log(stdout, stderr);
  process.exit(1);
}

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  readFile(join(folder, pathname)).then(
    (body) =>
      response
        .writeHead(200, {
          'Content-Type': TYPES[extname(pathname)] ?? 'application/octet-stream',
          // So that the browser loads and compiles the scripts of all stories once.
          'Cache-Control': 'max-age=3600',
        })
        .end(body),
    () => response.writeHead(404).end(),
  );
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());

const { chromium } = await findBrowsers(['chromium']);
const counts = { passed: 0, failed: 0 };
/** @typedef {{ id: string, type: 'story' | 'docs', title: string, name: string, tags: readonly string[] }} Entry */
/** @type {Record<string, Entry>} */
const index = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')).entries;
const entries = Object.values(index);
const stories = entries.filter(({ type }) => type === 'story');
const docs = entries.filter(({ type }) => type === 'docs');

/** Returns the stories that a documentation page renders. */
const storiesOn = (/** @type {Entry} */ { title }) =>
  stories.filter((story) => story.title === title && story.tags.includes('autodocs'));

const onDocs = new Set(docs.flatMap(storiesOn));
const firsts = new Set(docs.flatMap((page) => storiesOn(page).slice(0, 1)));

/** What is opened: a story on a documentation page is opened alone only if it is the page's first, to see that it can be. */
const waiting = [...docs, ...stories.filter((story) => !onDocs.has(story) || firsts.has(story))];

/**
 * Runs in Storybook's page before its scripts: tells of the events of its channel, which it sets once.
 * @param {readonly string[]} names
 */
function tellEvents(names) {
  /** @type {any} */
  let channel;
  Object.defineProperty(globalThis, '__STORYBOOK_ADDONS_CHANNEL__', {
    get: () => channel,
    set(created) {
      channel = created;
      for (const name of names)
        channel.on(name, (/** @type {any} */ of) =>
          /** @type {any} */ (globalThis).tell(
            name,
            of?.storyId ?? String(of),
            of?.status ?? of?.message ?? of?.description,
          ),
        );
    },
  });
}

/**
 * Runs in a documentation page: returns the stories that are not on it.
 * @param {readonly string[]} ids
 */
const absentStories = (ids) =>
  ids.filter((id) => !document.querySelector(`:is(#story--${id}-inner, #story--${id}--primary-inner) > *`));

/** Collects the ids that have not rendered yet, and the errors, of what a page shows. */
class Showing {
  /** @type {() => void} */
  #end = () => {};
  /** @type {Promise<void>} */
  #done = new Promise((resolve) => (this.#end = resolve));
  /** @type {NodeJS.Timeout | undefined} */
  #timer;
  /** @type {Set<string>} */
  #missing;
  /** @type {string[]} */
  errors = [];

  /** @param {readonly string[]} ids */
  constructor(ids) {
    this.#missing = new Set(ids);
  }

  /**
   * @param {string} name of the event
   * @param {string} id
   * @param {string} [status] of a story that has finished, or the message of an error
   */
  tell(name, id, status) {
    if (FAILED.includes(name)) this.errors.push(`${name}: ${status ?? id}`);
    else if (status === 'error') this.errors.push(`${id} could not be rendered`);
    this.#missing.delete(id);
    this.#timer?.refresh();
    if (this.#missing.size === 0 || this.errors.length > 0) this.#end();
  }

  /**
   * Resolves once everything has rendered, or something could not, or nothing more has for a minute: the first page of a
   * browser loads the scripts of all stories, and compiles them.
   */
  async settled() {
    this.#timer = setTimeout(() => {
      this.errors.push(`Does not appear: ${[...this.#missing].join(', ')}`);
      this.#end();
    }, 60_000);
    await this.#done;
    clearTimeout(this.#timer);
  }
}

/**
 * Opens pages until none is left, in a browser of its own, because only one page in a browser has the focus. A page is
 * loaded for each documentation page, and for the first story and the one after a failure; the other stories replace it.
 */
async function openPages() {
  const browser = await puppeteer.launch({ executablePath: chromium, args: CHROMIUM_ARGS });
  const page = await browser.newPage();
  // Tells Storybook to pause animations, whose end it otherwise waits for.
  await page.setUserAgent({ userAgent: `${await browser.userAgent()} StorybookTestRunner` });
  // A page with a draft asks before it is left.
  page.on('dialog', (dialog) => void dialog.accept().catch(() => {}));
  let showing = new Showing([]);
  page.on('pageerror', (error) => showing.errors.push(String(error)));
  await page.exposeFunction('tell', (/** @type {[string, string, string?]} */ ...told) => showing.tell(...told));
  await page.evaluateOnNewDocument(tellEvents, EVENTS);
  let selects = false;
  for (let entry = waiting.shift(); entry; entry = waiting.shift()) {
    const { id, type, title, name } = entry;
    const included = type === 'docs' ? storiesOn(entry) : [];
    showing = new Showing([id, ...included.map((story) => story.id)]);
    if (selects && type === 'story') {
      await page.evaluate(
        (storyId) =>
          /** @type {any} */ (globalThis).__STORYBOOK_ADDONS_CHANNEL__.emit('setCurrentStory', {
            storyId,
            viewMode: 'story',
          }),
        id,
      );
    } else {
      // Without the accessibility check, which the tests of every state do.
      await page.goto(`http://127.0.0.1:${port}/iframe.html?id=${id}&viewMode=${type}&globals=a11y.manual:!true`);
    }
    await showing.settled();
    const { errors } = showing;
    // A documentation page shows the error of a story in its place, and tells nobody.
    const absent = await page.evaluate(
      absentStories,
      included.map((story) => story.id),
    );
    errors.push(...absent.map((story) => `${story} is not on the page`));
    selects = errors.length === 0 && type === 'story';
    const shown = included.filter((story) => !firsts.has(story));
    if (errors.length === 0) counts.passed += 1 + shown.length;
    else {
      counts.failed += 1;
      console.log(`✖ ${title}, ${name}\n  ${errors.join('\n  ')}`);
      // Alone, each of its stories tells whether it is the cause.
      waiting.push(...shown);
    }
  }
  await browser.close();
}

await Promise.all(Array.from({ length: availableParallelism() }, openPages));
server.close();

const tally = countResults(counts);
console.log(closingLine(tally));
process.exitCode = tally.failed > 0 ? 1 : 0;
