import { expect } from 'chai';
import type { Adapter } from '../../adapter/adapter.ts';
import { AdapterError } from '../../adapter/adapter-error.ts';
import { customerCsv } from '../../adapter/toolkit/customer-file.ts';
import type { WriteOptions } from '../../adapter/options.ts';
import { memoryAdapter, MemoryStore, roles } from '../../adapters/memory/index.ts';
import { provideDashboard } from '../../dashboard/provide-dashboard.ts';
import type { ExportInput } from '../../domain/customer-export.ts';
import { deferred, mount, part, parts, textOf, type, unmountAll, until } from '../../testing/kit.ts';
import { readCsv } from '../../testing/read-csv.ts';
import { frozenNow, frozenZone } from '../../testing/scenario.ts';
import { scripted } from '../../testing/scripted.ts';
import { knownCustomers } from '../../testing/shop.ts';
import type { CustomerList } from './customer-list.ts';
import './define.ts';

const options = { signal: new AbortController().signal };

async function open(
  change: (shop: ReturnType<typeof memoryAdapter>) => Adapter = (shop) => shop,
  more: Partial<CustomerList> = {},
  role = roles.manager,
) {
  const store = new MemoryStore();
  const shop = memoryAdapter({ store, permissions: role.permissions });
  const script = scripted<Adapter>(change(shop));
  const root = document.body.appendChild(document.createElement('div'));
  const dashboard = provideDashboard(root, {
    adapter: script.adapter,
    locale: { locale: 'en-GB', timeZone: frozenZone, now: frozenNow },
    customerId: knownCustomers.ingrid,
  });
  const element = mount<CustomerList>('customer-list', { limit: 3, ...more }, root);
  await until(() => parts(element, 'row').length && part(element, 'search'), 'the customers and their tools');
  return { element, script, shop, store, dashboard };
}

const button = (element: Element, name: string) => until(() => part(element, name), name);
const press = async (element: Element, name: string) => (await button(element, name)).click();
const says = (element: Element, words: string) => until(() => textOf(element).includes(words), words);
const boxes = (element: Element) => [
  ...element.shadowRoot!.querySelectorAll<HTMLInputElement>('#dialog-export [part=choice]'),
];
const chosen = (element: Element) =>
  boxes(element)
    .filter(({ checked }) => checked)
    .map(({ value }) => value);
const dayField = (element: Element, end: 'from' | 'to') =>
  element.shadowRoot!.querySelector<HTMLInputElement>(`#export-${end}`)!;

async function openDialog(element: CustomerList): Promise<void> {
  await press(element, 'export');
  await until(() => boxes(element).length, 'the fields');
}

/** Chooses these fields and no others. */
function choose(element: Element, ...fields: readonly string[]): void {
  for (const box of boxes(element)) if (box.checked !== fields.includes(box.value)) box.click();
}

const day = (element: Element, end: 'from' | 'to', value: string): void => {
  const field = dayField(element, end);
  type(field, value);
  field.dispatchEvent(new Event('change', { bubbles: true }));
};

/** Returns the next file that the browser would download. */
function nextFile(): Promise<Blob> {
  const { createObjectURL } = URL;
  return new Promise((resolve) => {
    URL.createObjectURL = (file) => {
      URL.createObjectURL = createObjectURL;
      resolve(file as Blob);
      return '#';
    };
  });
}

describe('customer-list: export on the platform', () => {
  afterEach(unmountAll);

  it('exports the chosen fields of a range of days, with progress, to a file as the CSV of the list has it', async () => {
    const { element, script, shop } = await open();
    await openDialog(element);
    expect(chosen(element)).to.deep.equal(['id', 'name', 'email', 'phone', 'spent', 'orders', 'lastOrder', 'status']);
    choose(element, 'id', 'name', 'spent', 'lastOrder', 'status');
    day(element, 'from', '2026-11-01');
    const held = deferred();
    script.next('exports.get', {});
    script.next('exports.get', { until: held.promise });
    await press(element, 'export-start');
    const bar = await until(() => part<HTMLProgressElement>(element, 'progress'), 'the progress');
    await until(() => bar.value > 0 && bar.value < bar.max, 'a part of the customers');
    expect(part(element, 'progress-text')!.textContent).to.match(/^\d+ of \d+ customers$/);
    held.resolve();
    await says(element, 'It opens in any spreadsheet.');
    const file = nextFile();
    await press(element, 'export-download');
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await (await file).arrayBuffer());

    const input = script.callsTo('exports.start')[0]!.args[0] as ExportInput;
    expect(input).to.deep.include({ range: { from: '2026-11-01' }, dates: 'lastOrder', timeZone: frozenZone });
    const listed = await shop.customers.list(
      { first: 1000, filter: { lastOrder: '2026-11-01/' } },
      { ...options, timeZone: frozenZone },
    );
    const csv = customerCsv(input);
    const [headings, ...lines] = readCsv(text);
    expect(headings).to.deep.equal(['Customer ID', 'Name', 'Total spent', 'Currency', 'Last order', 'Status']);
    expect(lines).to.have.length(listed.items.length);
    expect(lines.map(String).toSorted()).to.deep.equal(readCsv(csv.lines(listed.items)).map(String).toSorted());
    expect(text).to.contain('Verified');
  });

  it('leaves an entry in the log when it is canceled, and no file', async () => {
    const { element, script, shop } = await open();
    await openDialog(element);
    script.always('exports.get', { until: new Promise(() => {}) });
    await press(element, 'export-start');
    await press(element, 'export-cancel');
    await says(element, 'The export was cancelled.');
    expect(part(element, 'export-download')).to.equal(null);
    const [entry] = (await shop.exports.log({ first: 1 }, options)).items;
    expect([entry!.state, entry!.actor!.name, entry!.fields.length]).to.deep.equal(['canceled', 'Dana Whitlock', 8]);
  });

  it('goes on while the dialog is closed and another customer comes on screen', async () => {
    const { element, script, dashboard } = await open();
    await openDialog(element);
    const held = deferred();
    script.always('exports.get', { until: held.promise });
    await press(element, 'export-start');
    await button(element, 'export-cancel');
    await press(element, 'cancel');
    dashboard.customerId = knownCustomers.noOrders;
    await says(element, 'Customers are being exported.');
    held.resolve();
    await says(element, 'The export is ready.');
    await press(element, 'export-show');
    await button(element, 'export-download');
  });

  it('keeps the choice after an error and after closing, and asks for at least one field and days in order', async () => {
    const { element, script } = await open();
    await openDialog(element);
    choose(element);
    await press(element, 'export-start');
    await says(element, 'Choose at least one field.');
    choose(element, 'email');
    day(element, 'from', '2026-11-02');
    day(element, 'to', '2026-11-01');
    await press(element, 'export-start');
    await says(element, 'The first day must not be after the last one.');
    day(element, 'to', '2026-11-03');
    script.next('exports.start', { fail: new AdapterError('unavailable', { retryable: false }) });
    script.next('exports.start', { fail: new AdapterError('forbidden', { reason: 'Only Dana exports.' }) });
    await press(element, 'export-start');
    await says(element, 'We do not know whether the export has started.');
    await press(element, 'export-start');
    await says(element, 'Only Dana exports.');
    const [first, second] = script.callsTo('exports.start').map(({ args }) => (args[1] as WriteOptions).idempotencyKey);
    expect(first).to.equal(second);
    await press(element, 'cancel');
    await openDialog(element);
    expect([chosen(element), dayField(element, 'from').value, dayField(element, 'to').value]).to.deep.equal([
      ['email'],
      '2026-11-02',
      '2026-11-03',
    ]);
  });

  it('exports what the search and the filters of the list find, and says so', async () => {
    const { element, script } = await open(undefined, {
      startQuery: { text: 'vasquez', filter: { verification: ['verified'] } },
    });
    await openDialog(element);
    expect(textOf(element)).to.contain('match the search and the filters');
    await press(element, 'export-start');
    await button(element, 'export-download');
    expect(textOf(element)).to.contain('The file has 1 customer.');
    const { text, filter } = script.callsTo('exports.start')[0]!.args[0] as ExportInput;
    expect([text, filter]).to.deep.equal(['vasquez', { verification: 'verified' }]);
  });

  it('stays an export in the browser without the port, and is not offered without permission', async () => {
    const { element } = await open((shop) => ({ ...shop, exports: undefined }));
    const button = () => parts(element, 'popover-button').find(({ textContent }) => textContent.includes('Export'));
    await until(button, 'the menu of formats');
    unmountAll();
    const { element: denied } = await open(undefined, {}, roles.viewer);
    await until(() => part(denied, 'popover-button'), 'the tools');
    expect(part(denied, 'export')).to.equal(null);
  });
});
