import { executeServerCommand } from '@web/test-runner-commands';
import { expect } from 'chai';
import * as v from 'valibot';
import { html } from 'lit';
import type { Adapter } from '../adapter/adapter.ts';
import { AdapterError } from '../adapter/adapter-error.ts';
import type { PageRequest } from '../adapter/options.ts';
import { provideDashboard } from '../dashboard/provide-dashboard.ts';
import { numberColumn, textColumn } from '../data/file-table.ts';
import type { ListQuery } from '../data/query.ts';
import { DashboardElement } from '../element/dashboard-element.ts';
import { define } from '../element/define.ts';
import type { ExportEvent } from '../element/events.ts';
import { ExportController } from '../element/export-controller.ts';
import { loadLocale } from '../i18n/locales.ts';
import { axeFaults } from '../testing/axe.ts';
import { deferred, textOf, until } from '../testing/kit.ts';
import { readXlsx } from '../testing/read-xlsx.ts';
import { frozenNow, frozenZone } from '../testing/scenario.ts';
import { exportStyles, ExportView } from './export.ts';
import { panel } from './panel.ts';
import { Popovers, popoverStyles } from './popover.ts';
import { widgetStyles } from './styles.ts';

interface Row {
  readonly id: string;
  readonly customerId: string;
  readonly units: number;
}

const rowOf = (id: number, customerId: string): Row => ({ id: `r${id}`, customerId, units: id });

class ExportOwner extends DashboardElement {
  static readonly tag = 'export-owner';
  static override styles = [...widgetStyles, popoverStyles, exportStyles];
  rows = 3;
  hasMore = true;
  readonly popovers = new Popovers(this);
  readonly export = new ExportController<Row>(this, {
    what: 'rows',
    table: async () => ({
      title: 'Rows',
      columns: [textColumn('Id', ({ id }) => id), numberColumn('Units', ({ units }) => units)],
    }),
    shown: () => Array.from({ length: this.rows }, (_, index) => rowOf(index, this.activeCustomer!)),
    all: (customerId): ListQuery<Row> => ({
      name: 'orders.list',
      customerId,
      schema: v.object({ id: v.string(), customerId: v.string(), units: v.number() }),
      pageSize: 100,
      load: (adapter, page, options) => adapter.orders?.list?.(customerId, page, options),
    }),
  });
  readonly view = new ExportView(this.popovers, this.export);

  held: Promise<void> | undefined;

  override refresh(): void {}

  protected override async scheduleUpdate(): Promise<void> {
    await this.held;
    await super.scheduleUpdate();
  }

  protected override render() {
    return panel({
      heading: 'Rows',
      actions: this.view.button({ shown: this.rows, total: 250, hasMore: this.hasMore }),
      body: html`${this.view.strip('Rows')}
        <div class="body">Body</div>`,
      announcement: this.view.announcement,
    });
  }
}
define(ExportOwner);

type List = NonNullable<NonNullable<Adapter['orders']>['list']>;

/** An adapter with `count` rows in pages of a hundred. `before` runs before each page. */
function shop(count: number, before: (page: number) => unknown = () => {}): Adapter & { pages: number } {
  const adapter = {
    pages: 0,
    orders: {
      list: (async (customerId: string, { first, after }: PageRequest) => {
        const start = Number(after ?? 0);
        await before(++adapter.pages);
        const length = Math.min(first, count - start);
        const items = Array.from({ length }, (_, index) => rowOf(start + index, customerId));
        return { items, next: start + first < count ? String(start + first) : null, total: count };
      }) as unknown as List,
    },
  };
  return adapter;
}

const files: { name: string; blob: Blob }[] = [];
const revoked: string[] = [];
const blobs = new Map<string, Blob>();
const { createObjectURL, revokeObjectURL } = URL;
const { click } = HTMLAnchorElement.prototype;

/** Intercepts the files that would be downloaded. */
function catchFiles(): void {
  URL.createObjectURL = (blob) => {
    const url = createObjectURL(blob);
    blobs.set(url, blob as Blob);
    return url;
  };
  URL.revokeObjectURL = (url) => {
    revoked.push(url);
    revokeObjectURL(url);
  };
  HTMLAnchorElement.prototype.click = function () {
    if (this.download) files.push({ name: this.download, blob: blobs.get(this.href)! });
    else click.call(this);
  };
}

async function put(adapter: Adapter, properties: Partial<ExportOwner> = {}, locale = 'en-GB') {
  const root = document.body.appendChild(document.createElement('div'));
  const settings = { locale, timeZone: frozenZone, now: frozenNow };
  const dashboard = provideDashboard(root, { adapter, customerId: 'A', locale: settings });
  const element = root.appendChild(Object.assign(document.createElement('export-owner') as ExportOwner, properties));
  const requests: string[] = [];
  element.addEventListener('export', ({ customerId, what, scope, format }) =>
    requests.push(`${customerId} ${what} ${scope} ${format}`),
  );
  await element.updateComplete;
  return { root, dashboard, element, requests };
}

const button = (element: Element) => element.shadowRoot!.querySelector<HTMLElement>('.export-button')!;
const choices = (element: Element) => [...element.shadowRoot!.querySelectorAll<HTMLElement>('.choice')];
const strip = (element: Element) => element.shadowRoot!.querySelector<HTMLElement>('.export-strip');
const status = (element: Element) => element.shadowRoot!.querySelector('[role=status]')!.textContent;
const action = (element: Element, text: string) =>
  [...strip(element)!.querySelectorAll('button')].find((one) => `${one.textContent} ${one.title}`.includes(text))!;
const stripSays = (element: Element, text: string) => until(() => strip(element)?.textContent?.includes(text), text);
const idle = (element: ExportOwner) => until(() => element.export.state.phase === 'idle', 'idle');

/** Waits for one task, after which everything is done that needs no further event. */
const task = () => new Promise((resolve) => setTimeout(resolve));

/** Opens the popover and clicks the choice with this label. */
async function choose(element: ExportOwner, label = 'CSV'): Promise<void> {
  button(element).click();
  (await until(() => choices(element).find((choice) => choice.textContent!.trim() === label), label)).click();
}

describe('export', () => {
  beforeEach(catchFiles);
  afterEach(() => {
    Object.assign(URL, { createObjectURL, revokeObjectURL });
    HTMLAnchorElement.prototype.click = click;
    files.length = revoked.length = 0;
    document.body.replaceChildren();
  });

  it('offers the rows on screen or all rows if there are more, and exports the former', async () => {
    const adapter = shop(250);
    const { element, requests } = await put(adapter);
    button(element).click();
    await until(() => choices(element).length, 'the choices');
    expect(choices(element).map(({ textContent }) => textContent!.trim())).to.deep.equal([
      'The 3 rows shown as Excel',
      'All 250 rows as Excel',
      'The 3 rows shown as CSV',
      'All 250 rows as CSV',
    ]);
    choices(element)[2]!.click();
    await until(() => files.length, 'a file');
    expect(requests).to.deep.equal(['A rows shown csv']);
    expect(adapter.pages, 'nothing is asked for').to.equal(0);
    expect(files[0]!.name).to.equal('rows-2026-11-18.csv');
    expect(files[0]!.blob.type).to.equal('text/csv;charset=utf-8');
    const bytes = new Uint8Array(await files[0]!.blob.arrayBuffer());
    expect([...bytes.slice(0, 3)]).to.deep.equal([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes)).to.equal('Id,Units\r\nr0,0\r\nr1,1\r\nr2,2\r\n');
    await until(() => status(element) === '3 rows exported', 'announced');
    expect(strip(element)).to.equal(null);
  });

  it('reads all rows page by page, shows its progress, and exports them complete', async () => {
    const third = deferred();
    const { element, requests } = await put(shop(250, (page) => (page === 3 ? third.promise : undefined)));
    await choose(element, 'All 250 rows as CSV');
    await stripSays(element, '200 of 250 rows');
    expect(status(element)).to.equal('Exporting');
    third.resolve();
    await until(() => files.length, 'a file');
    expect(requests).to.deep.equal(['A rows all csv']);
    expect((await files[0]!.blob.text()).split('\r\n').length).to.equal(252);
    await until(() => !strip(element), 'the strip is gone');
    expect(status(element)).to.equal('250 rows exported');
  });

  it('offers formats only if there are no more rows, and ignores a second click', async () => {
    const gate = deferred();
    const { element, requests } = await put(
      shop(3, () => gate.promise),
      { hasMore: false },
    );
    button(element).click();
    await until(() => choices(element).length, 'the choices');
    expect(choices(element).map(({ textContent }) => textContent!.trim())).to.deep.equal(['Excel', 'CSV']);
    const [excel] = choices(element);
    excel!.click();
    excel!.click();
    await until(() => strip(element), 'under way');
    await choose(element);
    gate.resolve();
    await until(() => files.length, 'a file');
    expect(requests).to.deep.equal(['A rows all xlsx']);
    expect(files.map(({ name }) => name)).to.deep.equal(['rows-2026-11-18.xlsx']);
  });

  it('does nothing if the host prevents it', async () => {
    const { element } = await put(shop(3), { hasMore: false });
    element.addEventListener('export', (event: ExportEvent) => event.preventDefault());
    await choose(element);
    await element.updateComplete;
    expect(element.export.state.phase).to.equal('idle');
    expect(files).to.deep.equal([]);
  });

  for (const [what, leave] of [
    ['another customer is shown', ({ dashboard }) => void (dashboard.customerId = 'B')],
    ['another shop is shown', ({ dashboard }) => void (dashboard.adapter = shop(9))],
    ['the element has gone', ({ element }) => element.remove()],
  ] satisfies [string, (there: Awaited<ReturnType<typeof put>>) => void][])
    it(`saves no file if ${what} meanwhile, and forgets it`, async () => {
      const gates = [deferred(), deferred()];
      const adapter = shop(150, (page) => gates[page - 1]?.promise);
      const there = await put(adapter, { hasMore: false });
      await choose(there.element);
      gates[0]!.resolve();
      await until(() => adapter.pages === 2, 'the second page is asked for');
      gates[1]!.resolve();
      // The response arrives before an update has noticed the change of customer.
      const update = deferred();
      there.element.held = update.promise;
      leave(there);
      await task();
      expect(files).to.deep.equal([]);
      expect(there.element.export.state.phase).to.not.equal('done');
      update.resolve();
      await idle(there.element);
      await until(() => !strip(there.element), 'the strip is gone');
      expect(adapter.pages).to.be.at.most(2);
      expect(files).to.deep.equal([]);
      expect(status(there.element)).to.equal('');
    });

  it('continues when the element moves', async () => {
    const gate = deferred();
    const { element, root } = await put(
      shop(3, () => gate.promise),
      { hasMore: false },
    );
    await choose(element);
    await until(() => strip(element), 'under way');
    element.remove();
    root.append(element);
    gate.resolve();
    await until(() => files.length, 'a file');
  });

  it('can be canceled without an answer, and returns the focus to the button', async () => {
    const { element } = await put(
      shop(3, () => new Promise(() => {})),
      { hasMore: false },
    );
    await choose(element);
    await until(() => strip(element), 'under way');
    // The strip appears only after a short delay.
    await until(() => action(element, 'Cancel').checkVisibility({ visibilityProperty: true }), 'a way out');
    action(element, 'Cancel').focus();
    action(element, 'Cancel').click();
    await idle(element);
    await until(() => !strip(element), 'the strip is gone');
    expect(element.shadowRoot!.activeElement === button(element), 'focus').to.equal(true);
    expect(files).to.deep.equal([]);
  });

  it('shows why it failed, and works on retry', async () => {
    const { element, requests } = await put(
      shop(150, (page) => {
        if (page === 2) throw new AdapterError('internal', { correlationId: '7f0c' });
      }),
      { hasMore: false },
    );
    await choose(element);
    await stripSays(element, 'The file was not made. The service reported a fault. Reference 7f0c');
    expect(status(element)).to.equal('The file was not made.');
    expect(files).to.deep.equal([]);
    expect(await axeFaults(element)).to.deep.equal([]);
    action(element, 'Try again').click();
    await until(() => files.length, 'a file');
    expect(requests.length).to.equal(2);
    expect((await files[0]!.blob.text()).split('\r\n').length).to.equal(152);
  });

  it('lists what is missing from the file', async () => {
    const adapter = shop(3);
    const list = adapter.orders!.list!;
    const partial: Adapter = {
      orders: { list: async (...args) => ({ ...(await list(...args)), warnings: [{ code: 'returns' }] }) },
    };
    const { element } = await put(partial, { hasMore: false });
    await choose(element);
    await stripSays(element, 'Not in the file');
    expect(files.length).to.equal(1);
    expect(textOf(element)).to.contain('3 rows exported');
    action(element, 'Close').click();
    await until(() => !strip(element), 'the strip is gone');
  });

  it('sends no further request after the session expires, and says so', async () => {
    const { element } = await put(
      shop(3, () => {
        throw new AdapterError('unauthenticated');
      }),
      { hasMore: false },
    );
    await choose(element);
    await stripSays(element, 'You are signed out.');
  });

  it('releases the memory of the file', async () => {
    const { setTimeout } = globalThis;
    const later: (() => void)[] = [];
    const { element } = await put(shop(3), { hasMore: false });
    Object.assign(globalThis, {
      setTimeout: (act: () => void, after: number) => (after < 10_000 ? setTimeout(act, after) : later.push(act)),
    });
    try {
      await choose(element);
      await until(() => files.length, 'a file');
      expect(revoked, 'not before the browser has it').to.deep.equal([]);
      // Running a timer may add new ones, so this takes only the current ones.
      for (const act of later.splice(0)) act();
      expect(revoked.length).to.equal(1);
    } finally {
      Object.assign(globalThis, { setTimeout });
    }
  });

  it('is available in Indonesian', async () => {
    await loadLocale('id');
    const gate = deferred();
    const { element } = await put(
      shop(1200, (page) => (page === 12 ? gate.promise : undefined)),
      { hasMore: false },
      'id',
    );
    expect(button(element).textContent!.trim()).to.equal('Ekspor');
    await choose(element);
    await stripSays(element, '1.100 dari 1.200 baris');
    gate.resolve();
    await until(() => status(element) === '1.200 baris diekspor', 'announced');
  });

  it('works by keyboard', async () => {
    const { element } = await put(shop(250));
    button(element).focus();
    await executeServerCommand('press', 'Enter');
    await until(() => element.shadowRoot!.activeElement === choices(element)[0], 'on the first choice');
    await executeServerCommand('press', 'ArrowDown');
    await executeServerCommand('press', 'Enter');
    await until(() => files.length, 'a file');
    const rows = await readXlsx(files[0]!.blob);
    expect([rows.length, ...rows[250]!.map(({ kind, value }) => `${kind} ${value}`)]).to.deep.equal([
      251,
      'text r249',
      'number 249',
    ]);
    await until(() => element.shadowRoot!.activeElement === button(element), 'back');
  });
});
