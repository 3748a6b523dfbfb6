import { expect } from 'chai';
import type { Adapter } from '../adapter/adapter.ts';
import { provideDashboard } from '../dashboard/provide-dashboard.ts';
import '../define-all.ts';
import type { DashboardElement } from '../element/dashboard-element.ts';
import { sampledTags } from './engines.ts';
import { nextTask, textOf, until } from './kit.ts';
import { frozenNow, frozenZone } from './scenario.ts';
import { followLoads } from './settled.ts';
import { knownCustomers, shopAdapter } from './shop.ts';

const { ingrid: customerId } = knownCustomers;
const locale = { locale: 'en-GB', timeZone: frozenZone, now: frozenNow };
const adapter = shopAdapter();
const withPorts = (port: object): unknown => Object.fromEntries(Object.keys(adapter).map((name) => [name, port]));

/** Values of a wrong kind for the properties of an element, as pages without types set them. */
const wrongProperties: Readonly<Record<string, readonly unknown[]>> = {
  adapter: ['x', 7, true, [], () => {}, {}, Promise.resolve(adapter), withPorts({}), withPorts({ list: 7 })],
  customerId: [17, true, {}, [], () => {}, NaN],
  limit: ['x', -1, NaN, Infinity, null, {}],
};

/** The same for the settings of a provider. */
const wrongSettings: Readonly<Record<string, readonly unknown[]>> = {
  locale: [7, {}, [], '!', 'en_GB', null],
  timeZone: [7, {}, 'Mars/Olympus', '', null],
  now: [null, () => undefined],
};

const inspect = (value: unknown): string => (JSON.stringify(value) ?? '').slice(0, 40);

const leaked = /\[object|undefined|NaN|Symbol\(/;
const title = /What is set as the (adapter|customer id) of this element/;

// The order matters: the console warns only once per page of the same value.
describe('a value of a wrong kind', function () {
  this.timeout(30_000);
  const { warn } = console;
  let thrown: unknown[] = [];
  let warnings: string[] = [];
  const unhandled = (event: PromiseRejectionEvent | ErrorEvent) => {
    thrown.push('reason' in event ? event.reason : event.error);
    event.preventDefault();
  };
  beforeEach(() => {
    thrown = [];
    warnings = [];
    addEventListener('unhandledrejection', unhandled);
    addEventListener('error', unhandled);
    console.warn = (...words) => void warnings.push(words.join(' '));
  });
  afterEach(() => {
    removeEventListener('unhandledrejection', unhandled);
    removeEventListener('error', unhandled);
    console.warn = warn;
    document.body.replaceChildren();
  });

  const isSettled = followLoads();
  const isIdle = ({ shadowRoot }: Element) => !shadowRoot!.querySelector('[aria-busy=true], .skeleton');

  /** Shows a widget with its data, and returns it with its text. */
  async function show(tag: string) {
    const root = document.body.appendChild(document.createElement('div'));
    const provider = provideDashboard(root, { adapter, customerId, locale });
    const element = root.appendChild(document.createElement(tag)) as DashboardElement;
    await until(() => isSettled(element), 'the data');
    return { root, provider, element, usual: textOf(element) };
  }

  it('is named in the place of the data, and once in the console', async function () {
    const [first, second] = await Promise.all([show('notes-panel'), show('order-history')]);
    Object.assign(first.element, { adapter: 'x' });
    second.provider.customerId = {} as string;
    Object.assign(second.element, { customerId: {} });
    await until(() => [first, second].every(({ element }) => title.test(textOf(element))), 'the states');
    expect(textOf(first.element)).to.contain('adapter of this element is not an adapter');
    expect(textOf(second.element)).to.contain('customer id of this element is not text');
    expect(warnings.sort()).to.deep.equal([
      'Clientele: the adapter of <notes-panel> is of the type string, but must be an object.',
      'Clientele: the customerId of <order-history> is of the type object, but must be text.',
    ]);
    Object.assign(first.element, { adapter });
    Object.assign(second.element, { customerId });
    await until(() => textOf(first.element) === first.usual && textOf(second.element) === second.usual, 'the data');
    for (const { provider } of [first, second]) provider.dispose();
    expect(thrown).to.deep.equal([]);
  });

  it('of a dashboard is named by the widgets inside, and that of a provider reported as missing', async () => {
    const root = document.body.appendChild(document.createElement('div'));
    const dashboard = document.createElement('customer-dashboard');
    const widgets = ['notes-panel', 'customer-search', 'order-history'].map(
      (name) => document.createElement(name) as DashboardElement,
    );
    dashboard.append(widgets[0]!, widgets[1]!);
    Object.assign(dashboard, { adapter, customerId });
    root.append(dashboard, widgets[2]!);
    const provider = provideDashboard(root, { adapter, customerId });
    const isReady = () => textOf(widgets[0]!).includes('Deliver before') && isIdle(widgets[2]!);
    await until(isReady, 'the data');
    dashboard.adapter = provider.adapter = 'x' as unknown as Adapter;
    await dashboard.updateComplete;
    await until(() => title.test(textOf(widgets[0]!)), 'the state inside of the dashboard');
    await until(() => textOf(widgets[2]!).includes('This element has no adapter'), 'the state beside it');
    expect(warnings.sort()[0]).to.match(/^Clientele: <order-history> .*has no adapter\./);
    expect(warnings[1]).to.equal(
      'Clientele: the adapter of <customer-dashboard> is of the type string, but must be an object.',
    );
    dashboard.adapter = provider.adapter = adapter;
    await until(isReady, 'the data again');
    provider.dispose();
    expect(thrown).to.deep.equal([]);
  });

  for (const tag of [...sampledTags, 'customer-search'])
    it(`is no failure of ${tag}, which works again with a good one`, async () => {
      const { provider, element, usual } = await show(tag);
      const check = async (name: string, value: unknown, set: (value: unknown) => void, good: unknown) => {
        const what = `${name} of the type ${typeof value}: ${inspect(value)}`;
        set(value);
        await element.updateComplete;
        await until(() => isIdle(element), `an end of loading with ${what}`);
        expect(textOf(element), what).to.not.match(leaked);
        // A method that is none is a failure of the adapter.
        if (name !== 'adapter') expect(textOf(element), what).to.not.match(/The service reported a fault/);
        set(good);
        await element.updateComplete;
        await until(() => isIdle(element) && textOf(element) === usual, `the data after ${what}`);
        await nextTask();
        expect(thrown, what).to.deep.equal([]);
      };
      for (const [name, values] of Object.entries(wrongProperties)) {
        const set = (value: unknown) => void Object.assign(element, { [name]: value });
        const good = (element as unknown as Record<string, unknown>)[name];
        for (const value of values) await check(name, value, set, good);
      }
      for (const [name, values] of Object.entries(wrongSettings)) {
        const set = (value: unknown) => void (provider.locale = { ...locale, [name]: value });
        for (const value of values) await check(name, value, set, locale[name as keyof typeof locale]);
      }
      provider.dispose();
    });
});
