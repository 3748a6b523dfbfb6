import { expect } from 'chai';
import type { Adapter } from '../adapter/adapter.ts';
import { provideDashboard } from '../dashboard/provide-dashboard.ts';
import '../define-all.ts';
import { intervalUnits } from '../domain/interval.ts';
import type { DashboardElement } from '../element/dashboard-element.ts';
import { sampledTags } from './engines.ts';
import { parts, textOf, until } from './kit.ts';
import { frozenNow, frozenZone } from './scenario.ts';
import { knownCustomers, shopAdapter } from './shop.ts';
import { withMethods, type Method } from './with-methods.ts';

/** The members that are displayed, with the maximum length of each. */
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

/** Returns the shop with all displayed texts at their maximum length. */
function withLongTexts(make: (length: number) => string): Adapter {
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
    // The unit of an interval is a code, unlike that of a stored value.
    if (intervalUnits.some((unit) => unit === value)) return value;
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

/** Measures the longest time for which the page was blocked, in milliseconds, since it was created. */
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
const isIdle = (element: Element) =>
  textOf(element) !== '' && !element.shadowRoot!.querySelector('[aria-busy=true], .skeleton');

/** Caches the answers of an adapter, so that only the widget is measured. */
function cacheAnswers(adapter: Adapter): Adapter {
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

/** Returns how long a widget blocks the page until its content is painted, and the widget. */
async function measure(tag: string, adapter: Adapter): Promise<{ longest: number; element: DashboardElement }> {
  document.body.replaceChildren();
  await new Promise((resolve) => setTimeout(resolve, 50));
  const dog = new Watchdog();
  // A copy of the adapter has its own client with an empty cache.
  const element = open(tag, { ...adapter });
  await until(() => isIdle(element), 'all of it', 60_000);
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 30)));
  return { longest: dog.stop(), element };
}

describe('texts of maximum length', () => {
  afterEach(() => document.body.replaceChildren());

  /**
   * A task longer than this blocks the page. Milliseconds. Without truncation, tasks took seconds; on an idle machine
   * no task takes 200 ms; the rest is a margin for machines that run other tests too.
   */
  const maxTaskTime = 600;

  for (const tag of sampledTags)
    it(`${tag}: are truncated on display, and render quickly`, async function () {
      this.timeout(120_000);
      const ordinary = cacheAnswers(shopAdapter({ links: () => null }));
      await measure(tag, ordinary);
      const { longest: usual } = await measure(tag, ordinary);
      for (const [what, make] of Object.entries(texts)) {
        const adapter = cacheAnswers(withLongTexts(make));
        await measure(tag, adapter);
        let longest = Infinity;
        // Other processes can block the page too, so the best of eight attempts counts.
        for (let tries = 0; tries < 8 && longest > maxTaskTime; tries++) {
          const measured = await measure(tag, adapter);
          longest = Math.min(longest, measured.longest);
          const { shadowRoot } = measured.element;
          // Digits alone could be the number of a payment card, which that widget refuses.
          const refuses = tag === 'payment-cards' && what === 'digits without a gap';
          expect(parts(measured.element, 'state'), `${what}: readable`).to.have.length(refuses ? 1 : 0);
          const walker = document.createTreeWalker(shadowRoot!, NodeFilter.SHOW_TEXT);
          let text = 0;
          while (walker.nextNode()) text = Math.max(text, walker.currentNode.nodeValue!.length);
          expect(text, `${what}: the longest text`).to.be.at.most(10_001);
          const attributes = [...shadowRoot!.querySelectorAll('*')].flatMap((one) => [...one.attributes]);
          const attribute = attributes.reduce((most, { value }) => Math.max(most, value.length), 0);
          expect(attribute, `${what}: the longest attribute`).to.be.at.most(10_001);
        }
        expect(longest, `${what}: milliseconds, ${usual} where texts are ordinary`).to.be.at.most(
          Math.max(maxTaskTime, 2 * usual),
        );
      }
    });
});
