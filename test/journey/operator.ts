// An operator of the shop with a browser window of their own.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InterceptResolutionAction, type CDPSession, type HTTPRequest, type Page } from 'puppeteer-core';
import { demoOperators } from '../../demo/server/roles.ts';
import type { Environment } from './environment.ts';
import { eventually, keepAccessibilityTree, waitOptions, Widget } from './widget.ts';

/** A downloaded file. */
export interface Download {
  readonly name: string;
  readonly content: Blob;
}

export class Operator {
  readonly page: Page;
  /** The URLs of all requests, in order. */
  readonly requestedUrls: string[] = [];
  /** All error responses: the status and the request. */
  readonly errorResponses: string[] = [];
  readonly customer: Widget;
  readonly orders: Widget;
  readonly notes: Widget;
  readonly products: Widget;
  readonly credit: Widget;
  readonly addresses: Widget;
  readonly #environment: Environment;
  readonly #login: string;
  readonly #downloads: CDPSession;

  private constructor(environment: Environment, page: Page, login: string, download: CDPSession) {
    this.#environment = environment;
    this.page = page;
    this.#login = login;
    this.#downloads = download;
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
  static async create(environment: Environment, login: string): Promise<Operator> {
    const context = await environment.browser.createBrowserContext();
    const page = await context.newPage();
    // The browser asks before it leaves a page with a draft or a pending write; the operator leaves.
    page.on('dialog', (dialog) => void dialog.accept());
    await page.setViewport({ width: 1280, height: 1000 });
    await keepAccessibilityTree(page);
    const download = await page.createCDPSession();
    await download.send('Browser.setDownloadBehavior', {
      behavior: 'allowAndName',
      browserContextId: context.id,
      downloadPath: environment.files,
      eventsEnabled: true,
    });
    return new Operator(environment, page, login, download);
  }

  /** Opens a customer's page, and signs in if necessary. */
  async open(customerId: string): Promise<void> {
    const path = `/customers/${customerId}`;
    await this.page.goto(this.#environment.address(path));
    await this.page.waitForFunction(
      (id) => location.pathname === '/sign-in' || document.querySelector('customer-info')?.activeCustomer === id,
      waitOptions,
      customerId,
    );
    if (this.#path === '/sign-in') await this.signsIn();
    await this.isAt(path);
    await this.customer.waitForText(customerId);
  }

  /** Opens the list of customers with which the demo starts. The operator is signed in. */
  async openList(): Promise<void> {
    await this.page.goto(this.#environment.address('/'));
    await this.isAt('/customers');
    await this.page.waitForSelector('customer-list >>> [part=link]', waitOptions);
  }

  /** Opens a customer's page, and expects the sign-in page instead. */
  async openSignedOut(customerId: string): Promise<void> {
    await this.page.goto(this.#environment.address(`/customers/${customerId}`));
    await this.isAt('/sign-in');
  }

  /** Opens another customer in this page with the search of the frame. */
  async switchTo(customerId: string): Promise<void> {
    await this.page.locator('customer-search >>> input').fill(customerId);
    await this.page.waitForSelector(`customer-search >>> [href$="/${customerId}"]`, waitOptions);
    await this.page.keyboard.press('Enter');
    await this.customer.waitForText(customerId);
  }

  async signsIn(password = demoOperators.find(({ login }) => login === this.#login)?.password): Promise<void> {
    await this.page.locator('#login').fill(this.#login);
    await this.page.locator('#password').fill(password ?? '');
    await this.page.keyboard.press('Enter');
  }

  /** Ends this session on the server. The page is not notified. */
  async endSession(): Promise<void> {
    const answer = await this.#fetch('/session', 'DELETE');
    assert.equal(answer.status, 204);
  }

  async isAt(path: string): Promise<void> {
    await this.page.waitForFunction((wanted) => location.pathname === wanted, waitOptions, path);
  }

  /** Requests data from the server directly, without the library. */
  async fetchFromServer<T>(path: string): Promise<T> {
    const answer = await this.#fetch(path, 'GET');
    assert.equal(answer.status, 200, path);
    return (await answer.json()) as T;
  }

  /** Reads all rows of a list from the server, page by page. */
  async fetchListFromServer<T>(path: string): Promise<T[]> {
    const items: T[] = [];
    let after: string | null = null;
    do {
      const url = new URL(path, 'http://server');
      url.searchParams.set('first', '100');
      if (after !== null) url.searchParams.set('after', after);
      const page: { items: T[]; next: string | null } = await this.fetchFromServer(url.pathname + url.search);
      items.push(...page.items);
      after = page.next;
    } while (after !== null);
    return items;
  }

  /** Runs an action that downloads a file, and waits for the file. */
  async download(act: () => Promise<void>): Promise<Download> {
    const begun = new Promise<{ guid: string; suggestedFilename: string }>((resolve) =>
      this.#downloads.once('Browser.downloadWillBegin', resolve),
    );
    let state = 'inProgress';
    const follow = (progress: { readonly state: string }) => (state = progress.state);
    this.#downloads.on('Browser.downloadProgress', follow);
    await act();
    const { guid, suggestedFilename: name } = await begun;
    await eventually(async () => state !== 'inProgress');
    this.#downloads.off('Browser.downloadProgress', follow);
    return { name, content: new Blob([await readFile(join(this.#environment.files, guid))]) };
  }

  /** Sets properties of a widget, as a host does. */
  async setProperties(tag: string, properties: Readonly<Record<string, unknown>>): Promise<void> {
    await this.page.$eval(tag, (element, wanted) => void Object.assign(element, wanted), properties);
  }

  /** Runs an action and returns the detail of the event that it causes. */
  async captureEvent(type: string, act: () => Promise<void>): Promise<unknown> {
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
  async runDuringWrite(route: RegExp, first: () => Promise<void>, act: () => Promise<void>): Promise<void> {
    await this.#intercept(route, act, async (request) => {
      await first();
      await request.continue();
    });
  }

  /** Runs an action that sends a write. The server executes it, and its answer is lost. */
  async loseAnswer(route: RegExp, act: () => Promise<void>): Promise<void> {
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
      // The browser itself continues a request that is sent before the interception begins, or after it has ended.
      else if (request.interceptResolutionState().action !== InterceptResolutionAction.Disabled)
        void request.continue();
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

  async #fetch(path: string, method: string): Promise<Response> {
    const token = await this.page.evaluate(
      () => (JSON.parse(sessionStorage.getItem('kiln-lane-session') ?? '{}') as { token?: string }).token,
    );
    return fetch(this.#environment.address(`/api${path}`), { method, headers: { Authorization: `Bearer ${token}` } });
  }

  #watch(): void {
    const { problems } = this.#environment;
    this.page.on('request', (request) => this.requestedUrls.push(request.url()));
    this.page.on('response', (response) => {
      const [status, what] = [response.status(), `${response.request().method()} ${response.url()}`];
      if (status >= 500) problems.push(`${status} ${what}`);
      else if (status >= 400) this.errorResponses.push(`${status} ${what}`);
    });
    this.page.on('pageerror', (error) => problems.push(String(error)));
    this.page.on('console', (message) => {
      // The browser logs every error response and lost connection; these are checked above.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load')) problems.push(message.text());
    });
  }
}
