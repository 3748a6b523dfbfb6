// An operator of the shop with a browser window of their own.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CDPSession, HTTPRequest, Page } from 'puppeteer-core';
import { demoOperators } from '../../demo/server/demo-operators.ts';
import type { House } from './house.ts';
import { eventually, patience, Widget } from './widget.ts';

/** A downloaded file. */
export interface Download {
  readonly name: string;
  readonly content: Blob;
}

export class Operator {
  readonly page: Page;
  /** The URLs of all requests, in order. */
  readonly asked: string[] = [];
  /** All error responses: the status and the request. */
  readonly refused: string[] = [];
  readonly customer: Widget;
  readonly orders: Widget;
  readonly notes: Widget;
  readonly products: Widget;
  readonly credit: Widget;
  readonly addresses: Widget;
  readonly #house: House;
  readonly #login: string;
  readonly #downloads: CDPSession;

  private constructor(house: House, page: Page, login: string, downloads: CDPSession) {
    this.#house = house;
    this.page = page;
    this.#login = login;
    this.#downloads = downloads;
    const widget = (tag: string) => new Widget(page, tag);
    this.customer = widget('customer-info');
    this.orders = widget('order-history');
    this.notes = widget('notes-panel');
    this.products = widget('cross-sell-table');
    this.credit = widget('credit-balance');
    this.addresses = widget('address-book');
    this.#watch();
  }

  /** Opens a browser window. Nobody is signed in yet. */
  static async arrives(house: House, login: string): Promise<Operator> {
    const context = await house.browser.createBrowserContext();
    const page = await context.newPage();
    // The browser asks before it leaves a page with a draft or a pending write; the operator leaves.
    page.on('dialog', (dialog) => void dialog.accept());
    await page.setViewport({ width: 1280, height: 1000 });
    const downloads = await page.createCDPSession();
    await downloads.send('Browser.setDownloadBehavior', {
      behavior: 'allowAndName',
      browserContextId: context.id,
      downloadPath: house.files,
      eventsEnabled: true,
    });
    return new Operator(house, page, login, downloads);
  }

  /** Opens a customer's page, and signs in if necessary. */
  async opens(customerId: string): Promise<void> {
    const path = `/customers/${customerId}`;
    await this.page.goto(this.#house.address(path));
    await this.page.waitForFunction(
      (id) => location.pathname === '/sign-in' || document.querySelector('customer-info')?.activeCustomer === id,
      patience,
      customerId,
    );
    if (this.#path === '/sign-in') await this.signsIn();
    await this.isAt(path);
    await this.customer.reads(customerId);
  }

  /** Opens a customer's page, and expects the sign-in page instead. */
  async asksWhoItIs(customerId: string): Promise<void> {
    await this.page.goto(this.#house.address(`/customers/${customerId}`));
    await this.isAt('/sign-in');
  }

  /** Opens another customer in this page with the field of the frame. */
  async switchesTo(customerId: string): Promise<void> {
    const field = await this.page.waitForSelector('#customer-id');
    await field?.focus();
    await field?.evaluate((input) => (input as HTMLInputElement).select());
    await this.page.keyboard.type(customerId);
    await this.page.keyboard.press('Enter');
    await this.customer.reads(customerId);
  }

  async signsIn(password = demoOperators.find(({ login }) => login === this.#login)?.password): Promise<void> {
    await this.page.locator('#login').fill(this.#login);
    await this.page.locator('#password').fill(password ?? '');
    await this.page.keyboard.press('Enter');
  }

  /** Ends this session on the server. The page is not notified. */
  async isSignedOut(): Promise<void> {
    const answer = await this.#ask('/session', 'DELETE');
    assert.equal(answer.status, 204);
  }

  async isAt(path: string): Promise<void> {
    await this.page.waitForFunction((wanted) => location.pathname === wanted, patience, path);
  }

  /** Requests data from the server directly, without the library. */
  async server<T>(path: string): Promise<T> {
    const answer = await this.#ask(path, 'GET');
    assert.equal(answer.status, 200, path);
    return (await answer.json()) as T;
  }

  /** Reads all rows of a list from the server, page by page. */
  async serverList<T>(path: string): Promise<T[]> {
    const items: T[] = [];
    let after: string | null = null;
    do {
      const url = new URL(path, 'http://server');
      url.searchParams.set('first', '100');
      if (after !== null) url.searchParams.set('after', after);
      const page: { items: T[]; next: string | null } = await this.server(url.pathname + url.search);
      items.push(...page.items);
      after = page.next;
    } while (after !== null);
    return items;
  }

  /** Runs an action that downloads a file, and waits for the file. */
  async downloads(asks: () => Promise<void>): Promise<Download> {
    const begun = new Promise<{ guid: string; suggestedFilename: string }>((resolve) =>
      this.#downloads.once('Browser.downloadWillBegin', resolve),
    );
    let state = 'inProgress';
    const follow = (progress: { readonly state: string }) => (state = progress.state);
    this.#downloads.on('Browser.downloadProgress', follow);
    await asks();
    const { guid, suggestedFilename: name } = await begun;
    await eventually(async () => state !== 'inProgress');
    this.#downloads.off('Browser.downloadProgress', follow);
    return { name, content: new Blob([await readFile(join(this.#house.files, guid))]) };
  }

  /** Sets properties of a widget, as a host does. */
  async asHost(tag: string, properties: Readonly<Record<string, unknown>>): Promise<void> {
    await this.page.$eval(tag, (element, wanted) => void Object.assign(element, wanted), properties);
  }

  /** Runs an action and returns the detail of the event that it causes. */
  async hears(type: string, act: () => Promise<void>): Promise<unknown> {
    const heard = await this.page.evaluateHandle(
      (name) => ({
        event: new Promise<unknown>((resolve) =>
          document.addEventListener(
            name,
            (event) => resolve(Object.fromEntries(Object.entries(event).filter(([member]) => member !== 'isTrusted'))),
            { once: true },
          ),
        ),
      }),
      type,
    );
    await act();
    return heard.evaluate(({ event }) => event);
  }

  /** Runs an action that sends a write, and runs `first` before the write leaves the browser. */
  async during(route: RegExp, first: () => Promise<void>, act: () => Promise<void>): Promise<void> {
    await this.#intercept(route, act, async (request) => {
      await first();
      await request.continue();
    });
  }

  /** Runs an action that sends a write. The server executes it, and its answer is lost. */
  async losesTheAnswer(route: RegExp, act: () => Promise<void>): Promise<void> {
    await this.#intercept(route, act, async (request) => {
      const [method, headers, body] = [request.method(), request.headers(), request.postData()];
      const answer = await fetch(request.url(), { method, headers, body: body ?? null });
      assert.ok(answer.ok, `${answer.status}`);
      await request.abort('connectionreset');
    });
  }

  /** Intercepts the first write to a route during an action. */
  async #intercept(
    route: RegExp,
    act: () => Promise<void>,
    handle: (request: HTTPRequest) => Promise<void>,
  ): Promise<void> {
    let handled: Promise<void> | undefined;
    const stop = (request: HTTPRequest): void => {
      const isMeant = handled === undefined && request.method() !== 'GET' && route.test(request.url());
      if (isMeant) handled = handle(request);
      else void request.continue();
    };
    this.page.on('request', stop);
    await this.page.setRequestInterception(true);
    await act();
    await eventually(async () => handled !== undefined);
    await handled;
    await this.page.setRequestInterception(false);
    this.page.off('request', stop);
  }

  async leaves(): Promise<void> {
    await this.page.browserContext().close();
  }

  get #path(): string {
    return new URL(this.page.url()).pathname;
  }

  async #ask(path: string, method: string): Promise<Response> {
    const token = await this.page.evaluate(
      () => (JSON.parse(sessionStorage.getItem('kiln-lane-session') ?? '{}') as { token?: string }).token,
    );
    return fetch(this.#house.address(`/api${path}`), { method, headers: { Authorization: `Bearer ${token}` } });
  }

  #watch(): void {
    const { problems } = this.#house;
    this.page.on('request', (request) => this.asked.push(request.url()));
    this.page.on('response', (response) => {
      const [status, what] = [response.status(), `${response.request().method()} ${response.url()}`];
      if (status >= 500) problems.push(`${status} ${what}`);
      else if (status >= 400) this.refused.push(`${status} ${what}`);
    });
    this.page.on('pageerror', (error) => problems.push(String(error)));
    this.page.on('console', (message) => {
      // The browser logs every error response and lost connection; these are checked above.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load')) problems.push(message.text());
    });
  }
}
