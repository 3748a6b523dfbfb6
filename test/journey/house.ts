// The reference server on an embedded store of its own, and a browser: what one working day takes place in.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { run, type Program } from '../../demo/server/testing/program.ts';
import { CHROMIUM_ARGS, findBrowsers } from '../../tools/browsers.mjs';

/** The customer whom the day is about. */
export const ingrid = 'C-20817';

export class House {
  readonly browser: Browser;
  /** Where the store and the files of the day are. */
  readonly directory: string;
  /** What went wrong without anybody being told on the page. */
  readonly problems: string[] = [];
  /** Any that is free, and the same after a restart: that keeps operators signed in. */
  #port = '0';
  #server: Program | undefined;

  private constructor(browser: Browser, directory: string) {
    this.browser = browser;
    this.directory = directory;
  }

  static async open(): Promise<House> {
    const directory = await mkdtemp(join(tmpdir(), 'clientele-journey-'));
    const { chromium } = await findBrowsers(['chromium']);
    // Things are found by the names that Chromium itself works out for assistive technology.
    const args = [...CHROMIUM_ARGS, '--enable-blink-features=ComputedAccessibilityInfo'];
    const house = new House(await puppeteer.launch({ executablePath: chromium, args }), directory);
    try {
      await Promise.all([house.start(), mkdir(house.files)]);
    } catch (thrown) {
      await house.close();
      throw thrown;
    }
    return house;
  }

  get store(): string {
    return join(this.directory, 'store');
  }

  /** Where downloads go. */
  get files(): string {
    return join(this.directory, 'files');
  }

  address(path: string): string {
    return `http://127.0.0.1:${this.#port}${path}`;
  }

  async start(): Promise<void> {
    this.#server = run('main.ts', [], { DATA_DIRECTORY: this.store, PORT: this.#port });
    [, this.#port = ''] = await this.#server.printed(/:(\d+)\/customers\/C-20817/);
  }

  /** As an administrator stops it: what was written stays. */
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
