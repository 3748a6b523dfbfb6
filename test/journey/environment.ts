// The surroundings of the journey: the reference server with an embedded database, and a browser.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { run, type Program } from '../../demo/server/testing/program.ts';
import { CHROMIUM_ARGS, findBrowsers } from '../../tools/browsers.mjs';

/** The customer of the journey. */
export const ingrid = 'C-20817';

export class Environment {
  readonly browser: Browser;
  /** The folder of the database and of downloads. */
  readonly directory: string;
  /** Errors that were not shown on the page. */
  readonly problems: string[] = [];
  /** Any free port. A restart keeps it, so that operators stay signed in. */
  #port = '0';
  #server: Program | undefined;

  private constructor(browser: Browser, directory: string) {
    this.browser = browser;
    this.directory = directory;
  }

  static async open(): Promise<Environment> {
    const directory = await mkdtemp(join(tmpdir(), 'clientele-journey-'));
    const { chromium } = await findBrowsers(['chromium']);
    // Controls are found by the accessible names that Chromium computes.
    const args = [...CHROMIUM_ARGS, '--enable-blink-features=ComputedAccessibilityInfo'];
    const environment = new Environment(await puppeteer.launch({ executablePath: chromium, args }), directory);
    try {
      await Promise.all([environment.start(), mkdir(environment.files)]);
    } catch (thrown) {
      await environment.close();
      throw thrown;
    }
    return environment;
  }

  get store(): string {
    return join(this.directory, 'store');
  }

  /** The download folder. */
  get files(): string {
    return join(this.directory, 'files');
  }

  address(path: string): string {
    return `http://127.0.0.1:${this.#port}${path}`;
  }

  async start(): Promise<void> {
    this.#server = run('main.ts', [], { DATA_DIRECTORY: this.store, PORT: this.#port });
    [, this.#port = ''] = await this.#server.printed(/:(\d+)\/customers/);
  }

  /** Shuts the server down as an administrator would. The data stays. */
  async stop(): Promise<void> {
    this.#server?.kill('SIGTERM');
    await this.#server?.ended;
    this.#server = undefined;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.stop();
    await rm(this.directory, { recursive: true, force: true });
  }
}
