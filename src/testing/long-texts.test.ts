import { expect } from 'chai';
import type { Adapter } from '../adapter/adapter.ts';
import { provideDashboard } from '../dashboard/provide-dashboard.ts';
import '../define-all.ts';
import type { DashboardElement } from '../element/dashboard-element.ts';
import { parts, textOf, until } from './kit.ts';
import { frozenNow, frozenZone } from './scenario.ts';
import { widgetTags } from './scenarios.ts';
import { knownCustomers, shopAdapter } from './shop.ts';

/** The members that somebody reads, and how long a text each may be. */
const members = new Map([
  ...[
    'name',
    'firstName',
    'lastName',
    'email',
    'login',
    'recoveryEmail',
    'company',
    'city',
    'region',
    'postalCode',
  ].map((member) => [member, 100_000] as const),
  ...['title', 'sku', 'label', 'number', 'reference', 'carrier', 'method', 'display', 'unit', 'phone', 'country'].map(
    (member) => [member, 100_000] as const,
  ),
  ...['body', 'description', 'message', 'note', 'notice'].map((member) => [member, 1_000_000] as const),
]);

const texts: Readonly<Record<string, (length: number) => string>> = {
  'digits without a gap': (length) => '7'.repeat(length),
  'nothing but zero-width spaces': (length) => '\u200b'.repeat(length),
  'an invisible character of another kind after every letter': (length) =>
    'a\u034fb\u115fc\u2800d\ufe0fe\u{e0041}f\u202e'.repeat(length / 13),
};

type Method = (...args: unknown[]) => unknown;

/** The shop, with every text that somebody reads as long as it may be. */
function lengthened(make: (length: number) => string): Adapter {
  const made = new Map<number, string>();
  const long = (length: number): string => {
    if (!made.has(length)) made.set(length, make(length));
    return made.get(length)!;
  };
  const reviver = (key: string, value: unknown) => {
    if (typeof value !== 'string')
      return Array.isArray(value) && key === 'lines' && typeof value[0] === 'string'
        ? value.map(() => long(100_000))
        : value;
    const length = members.get(key);
    return length === undefined ? value : long(key === 'unit' ? 200 : length);
  };
  const tampered =
    (method: Method) =>
    async (...args: unknown[]) => {
      const answer = await method(...args);
      return answer === undefined ? answer : (JSON.parse(JSON.stringify(answer), reviver) as unknown);
    };
  return withMethods(shopAdapter({ links: () => null }), (_name, method) => tampered(method));
}

/** An adapter with other methods in place of its own, but for those beside the ports. */
const withMethods = (adapter: Adapter, make: (name: string, method: Method) => Method): Adapter =>
  Object.fromEntries(
    Object.entries(adapter).map(([name, port]: [string, unknown]) => [
      name,
      typeof port === 'object' && port !== null
        ? Object.fromEntries(
            Object.entries(port).map(([method, value]: [string, unknown]) => [
              method,
              typeof value === 'function' ? make(`${name}.${method}`, (value as Method).bind(port)) : value,
            ]),
          )
        : port,
    ]),
  ) as Adapter;

/** The longest that the page was busy in one go, in milliseconds, since it was made. */
class Watchdog {
  longest = 0;
  #last = performance.now();
  #isOn = true;

  constructor() {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      const now = performance.now();
      this.longest = Math.max(this.longest, now - this.#last);
      this.#last = now;
      if (this.#isOn) port2.postMessage(0);
    };
    port2.postMessage(0);
  }

  stop(): number {
    this.#isOn = false;
    return this.longest;
  }
}

const open = (tag: string, adapter: Adapter): DashboardElement => {
  const root = document.body.appendChild(document.createElement('div'));
  const locale = { locale: 'en-GB', timeZone: frozenZone, now: frozenNow };
  provideDashboard(root, { adapter, customerId: knownCustomers.ingrid, locale });
  return root.appendChild(document.createElement(tag) as DashboardElement);
};
const rests = (element: Element) =>
  textOf(element) !== '' && !element.shadowRoot!.querySelector('[aria-busy=true], .skeleton');

/** The same adapter, whose answers are made once, so that only the widget is measured. */
function remembering(adapter: Adapter): Adapter {
  const answers = new Map<string, unknown>();
  const kept =
    (name: string, method: Method): Method =>
    (...args) => {
      const key = JSON.stringify([name, ...args.slice(0, -1)]);
      if (!answers.has(key)) answers.set(key, method(...args));
      return answers.get(key);
    };
  return withMethods(adapter, kept);
}

/** How long a widget holds the page up before all it shows is painted, and the widget. */
async function measure(tag: string, adapter: Adapter): Promise<{ longest: number; element: DashboardElement }> {
  document.body.replaceChildren();
  await new Promise((resolve) => setTimeout(resolve, 50));
  const dog = new Watchdog();
  // Another object with the same answers is another client, which has read nothing.
  const element = open(tag, { ...adapter });
  await until(() => rests(element), 'all of it', 60_000);
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 30)));
  return { longest: dog.stop(), element };
}

describe('texts as long as they may be', () => {
  afterEach(() => document.body.replaceChildren());

  /**
   * From how many milliseconds on a page is held up: it took seconds where texts were not cut. On a machine with nothing else
   * to do no task takes 200; others share those that tests run on.
   */
  const heldUp = 600;

  for (const tag of widgetTags)
    it(`${tag}: are cut where they are shown, and the page is not held up`, async function () {
      this.timeout(120_000);
      const ordinary = remembering(shopAdapter({ links: () => null }));
      await measure(tag, ordinary);
      const { longest: usual } = await measure(tag, ordinary);
      for (const [what, make] of Object.entries(texts)) {
        const adapter = remembering(lengthened(make));
        await measure(tag, adapter);
        let longest = Infinity;
        // Others may hold this machine up too: of eight the best counts, and what an ordinary page takes on it.
        for (let tries = 0; tries < 8 && longest > heldUp; tries++) {
          const measured = await measure(tag, adapter);
          longest = Math.min(longest, measured.longest);
          const { shadowRoot } = measured.element;
          expect(parts(measured.element, 'state'), `${what}: readable`).to.have.length(0);
          const walker = document.createTreeWalker(shadowRoot!, NodeFilter.SHOW_TEXT);
          let text = 0;
          while (walker.nextNode()) text = Math.max(text, walker.currentNode.nodeValue!.length);
          expect(text, `${what}: the longest text`).to.be.at.most(10_001);
          const attributes = [...shadowRoot!.querySelectorAll('*')].flatMap((one) => [...one.attributes]);
          const attribute = attributes.reduce((most, { value }) => Math.max(most, value.length), 0);
          expect(attribute, `${what}: the longest attribute`).to.be.at.most(10_001);
        }
        expect(longest, `${what}: milliseconds, ${usual} where texts are ordinary`).to.be.at.most(
          Math.max(heldUp, 2 * usual),
        );
      }
    });
});
