import { expect } from 'chai';
import type { Adapter } from '../adapter/adapter.ts';
import { provideDashboard } from '../dashboard/provide-dashboard.ts';
import '../define-all.ts';
import type { DashboardElement } from '../element/dashboard-element.ts';
import { sampledTags } from './engines.ts';
import { part, textOf, until } from './kit.ts';
import { frozenNow, frozenZone } from './scenario.ts';
import { scenarios } from './scenarios.ts';
import { knownCustomers, shopAdapter } from './shop.ts';

const revoked = (): object => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};
const throwing = (name: string): object =>
  Object.defineProperty({}, name, {
    enumerable: true,
    get() {
      throw new Error('never read me');
    },
  });

/** The ways in which a method may end. */
const endings: Readonly<Record<string, () => unknown>> = {
  'throws at once': () => {
    throw new TypeError('at once');
  },
  'rejects with an error whose code throws': () => Promise.reject(throwing('code') as Error),
  'rejects with an error whose details throw': () =>
    Promise.reject(
      Object.defineProperties({ code: 'forbidden' }, Object.getOwnPropertyDescriptors(throwing('reason'))) as never,
    ),
  'rejects with a revoked proxy': () => Promise.reject(revoked() as Error),
  'rejects with nothing': () => Promise.reject(undefined as unknown as Error),
  'answers with a revoked proxy': () => revoked(),
  'answers with members that throw': () =>
    Promise.resolve({
      ...{ next: null },
      get items(): never {
        throw new Error('items');
      },
      get id(): never {
        throw new Error('id');
      },
    }),
  'answers with a thenable that throws': () => throwing('then'),
};

const numbers: Readonly<Record<string, unknown>> = {
  infinity: JSON.parse('1e999') as number,
  'negative infinity': -Infinity,
  NaN: NaN,
};
const amounts: Readonly<Record<string, string>> = {
  'an amount of 309 digits': '9'.repeat(309),
  'an amount of 309 decimals': `0.${'1'.repeat(309)}`,
};

/** Replaces every number or every amount of a record. */
function tampered(record: unknown, change: (key: string, value: unknown) => unknown): unknown {
  return JSON.parse(JSON.stringify(record), (key, value: unknown) => change(key, value)) as unknown;
}

type Method = (...args: unknown[]) => unknown;

/** Creates an adapter whose methods all wrap the original ones. */
const wrapAdapter = (make: (method: Method) => Method): Adapter =>
  Object.fromEntries(
    Object.entries(shopAdapter()).map(([name, port]: [string, unknown]) => [
      name,
      typeof port === 'object' && port !== null
        ? Object.fromEntries(
            Object.entries(port).map(([method, value]: [string, unknown]) => [
              method,
              typeof value === 'function' ? make((value as Method).bind(port)) : value,
            ]),
          )
        : name === 'permissions'
          ? make(port as Method)
          : port,
    ]),
  ) as Adapter;

const portNames = [...Object.keys(shopAdapter()), 'watch', 'links', 'permissions'];

describe('hostile adapters', function () {
  // Each test shows a widget some hundred times.
  this.timeout(60_000);
  const { warn } = console;
  let thrown: unknown[] = [];
  let isExpected = true;
  const unhandled = (event: PromiseRejectionEvent | ErrorEvent) => {
    thrown.push('reason' in event ? event.reason : event.error);
    event.preventDefault();
  };
  beforeEach(() => {
    thrown = [];
    isExpected = true;
    addEventListener('unhandledrejection', unhandled);
    addEventListener('error', unhandled);
    // The library warns in the console if a record could not be displayed.
    console.warn = (...warning: unknown[]) => void (isExpected &&= /could not be shown/.test(String(warning[0])));
  });
  afterEach(() => {
    removeEventListener('unhandledrejection', unhandled);
    removeEventListener('error', unhandled);
    console.warn = warn;
    document.body.replaceChildren();
  });

  const open = (tag: string, adapter: Adapter): DashboardElement => {
    const root = document.body.appendChild(document.createElement('div'));
    const locale = { locale: 'en-GB', timeZone: frozenZone, now: frozenNow };
    provideDashboard(root, { adapter, customerId: knownCustomers.ingrid, locale });
    return root.appendChild(document.createElement(tag) as DashboardElement);
  };
  const isIdle = (element: Element) =>
    textOf(element) !== '' && !element.shadowRoot!.querySelector('[aria-busy=true], .skeleton');
  /** Waits until the widget has finished loading, and checks that there was no unexpected error. */
  const settled = async (element: DashboardElement, what: string) => {
    await until(() => isIdle(element) && !element.isUpdatePending, `${element.localName} ends: ${what}`);
    await new Promise((resolve) => setTimeout(resolve));
    expect(thrown, what).to.deep.equal([]);
    expect(isExpected, what).to.equal(true);
    expect(textOf(element), what).to.not.match(/∞|Infinity|NaN|undefined|\[object/);
    expect(element.shadowRoot!.innerHTML, what).to.not.match(/∞|Infinity|NaN|9{60}|1{60}/);
  };

  /** Returns the ports that a widget reads. One that it never reads cannot disturb it. */
  const portsReadBy = async (tag: string): Promise<readonly string[]> => {
    const read = new Set<string>();
    const adapter = new Proxy(shopAdapter(), {
      get(shop, name) {
        read.add(String(name));
        return Reflect.get(shop, name) as unknown;
      },
    });
    const element = open(tag, adapter);
    await settled(element, 'no fault');
    element.remove();
    return portNames.filter((name) => read.has(name));
  };

  it('notes-panel: shows an error if a text is one character too long', async () => {
    const listed = async (length: number): Promise<DashboardElement> => {
      const body = 'x'.repeat(length);
      const change = (key: string, value: unknown) => (key === 'body' ? body : value);
      const element = open(
        'notes-panel',
        wrapAdapter(
          (method) =>
            async (...args) =>
              tampered(await method(...args), change),
        ),
      );
      await settled(element, `${length} characters`);
      return element;
    };
    const bounded = await listed(1_000_000);
    expect(part(bounded, 'note')).to.not.equal(null);
    expect(part(bounded, 'state')).to.equal(null);
    const excessive = await listed(1_000_001);
    expect(part(excessive, 'note')).to.equal(null);
    expect(part(excessive, 'state')).to.not.equal(null);
  });

  for (const tag of sampledTags) {
    it(`${tag}: shows a state for every way in which a method can fail`, async () => {
      for (const [what, end] of Object.entries(endings)) {
        const element = open(
          tag,
          wrapAdapter(() => end),
        );
        await settled(element, what);
        expect(part(element, 'state'), what).to.not.equal(null);
        element.remove();
      }
    });

    it(`${tag}: shows a state if a port or method throws when it is read`, async () => {
      const names = await portsReadBy(tag);
      expect(names.length, 'ports').to.be.at.least(1);
      for (const name of names) {
        const shop = shopAdapter();
        const port: unknown = Reflect.get(shop, name);
        const hostile = (isDeep: boolean): Adapter => {
          const own = Object.getOwnPropertyDescriptors(shop);
          const methods = typeof port === 'object' && port !== null ? Object.keys(port) : [];
          const deep = Object.defineProperties(
            {},
            Object.fromEntries(
              methods.map((method) => [method, Object.getOwnPropertyDescriptor(throwing(method), method)!]),
            ),
          );
          return Object.defineProperties(
            {},
            {
              ...own,
              [name]: isDeep
                ? { value: deep, enumerable: true }
                : Object.getOwnPropertyDescriptor(throwing(name), name)!,
            },
          ) as Adapter;
        };
        for (const isDeep of [false, true]) {
          const element = open(tag, hostile(isDeep));
          await settled(element, `${name}, ${isDeep ? 'its methods' : 'itself'}`);
          element.remove();
        }
      }
    });

    it(`${tag}: shows no infinite number and no amount beyond the bounds`, async () => {
      const changes = [
        ...Object.entries(numbers).map(
          ([what, number]) =>
            [what, (_key: string, value: unknown) => (typeof value === 'number' ? number : value)] as const,
        ),
        ...Object.entries(amounts).map(
          ([what, amount]) =>
            [
              what,
              (key: string, value: unknown) =>
                key === 'value' && typeof value === 'string' && /^-?[\d.]+$/.test(value) ? amount : value,
            ] as const,
        ),
      ];
      for (const [what, change] of changes) {
        const element = open(
          tag,
          wrapAdapter(
            (method) =>
              async (...args) =>
                tampered(await method(...args), change),
          ),
        );
        await settled(element, what);
        element.remove();
      }
    });
  }

  it('a widget that failed to render recovers on refresh, and its warning omits the error’s message', async () => {
    let isBroken = true;
    const shop = shopAdapter();
    const warnings: unknown[][] = [];
    console.warn = (...warning: unknown[]) => void warnings.push(warning);
    const adapter: Adapter = {
      ...shop,
      get notes() {
        if (isBroken) throw new RangeError('Ingrid owes us money');
        return shop.notes;
      },
    };
    const element = open('notes-panel', adapter);
    const state = await until(() => part(element, 'state'), 'the state');
    expect(state.textContent).to.contain('This could not be shown.');
    expect(JSON.stringify(warnings)).to.contain('RangeError').and.not.contain('Ingrid');
    isBroken = false;
    part(element, 'retry')!.click();
    const { populated } = scenarios['notes-panel'];
    await until(() => 'shows' in populated && textOf(element).includes(populated.shows), 'the notes');
    expect(thrown).to.deep.equal([]);
  });
});
