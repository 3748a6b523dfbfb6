import { expect } from 'chai';
import { html } from 'lit';
import type { Adapter } from '../adapter/adapter.ts';
import { AdapterError } from '../adapter/adapter-error.ts';
import { createRandom } from '../adapters/memory/random.ts';
import { provideDashboard } from '../dashboard/provide-dashboard.ts';
import { DashboardClient } from '../data/client.ts';
import type { RecordQuery } from '../data/query.ts';
import type { Write } from '../data/write.ts';
import { Customer } from '../domain/customer.ts';
import { isChromium } from '../testing/engines.ts';
import { deferred, nextTask, textOf, until } from '../testing/kit.ts';
import { DashboardElement } from './dashboard-element.ts';
import { define } from './define.ts';
import { Drafts } from './drafts.ts';
import { RecordController } from './query-controller.ts';
import { WriteController } from './write-controller.ts';

const customerOf = (customerId: string): RecordQuery<Customer> => ({
  name: 'customers.get',
  customerId,
  schema: Customer,
  ownerOf: ({ id }) => id,
  load: (adapter, options) => adapter.customers?.get?.(customerId, options),
});

class TestOwner extends DashboardElement {
  static readonly tag: string = 'test-owner';
  readonly record = new RecordController(this, customerOf);
  readonly drafts = new Drafts<string>(this);
  readonly writes = new WriteController(this);
  closed = 0;
  rendered = 0;

  override refresh(): void {
    this.record.refresh();
  }

  protected override customerChanged(): void {
    this.closed++;
  }

  protected override render() {
    this.rendered++;
    const { snapshot } = this.record;
    if (snapshot.phase !== 'ready') return html`<i>${snapshot.phase}</i>`;
    const { id, name } = snapshot.data;
    return html`<b>${id}|${typeof name === 'string' ? name : ''}</b>`;
  }
}
define(TestOwner);

/** An adapter that resolves immediately; the customer's name contains the name of the shop. */
function shop(name: string) {
  const calls: string[] = [];
  const aborted: string[] = [];
  const adapter: Adapter = {
    customers: {
      get: async (id, { signal }) => {
        calls.push(id);
        signal.addEventListener('abort', () => aborted.push(id));
        await Promise.resolve();
        return { id, name };
      },
    },
  };
  return { adapter, calls, aborted };
}

function stage(parent: Element = document.body) {
  const root = document.createElement('div');
  parent.append(root);
  const put = (tag = 'test-owner') => root.appendChild(document.createElement(tag)) as TestOwner;
  return { root, put };
}

const shows = (element: Element, text: string) => until(() => textOf(element) === text, text);

describe('DashboardElement', () => {
  afterEach(() => document.body.replaceChildren());

  it('takes adapter and customer from its provider, in any order of creation', async () => {
    const { root, put } = stage();
    const early = put();
    await early.updateComplete;
    expect(textOf(early)).to.equal('idle');
    const dashboard = provideDashboard(root);
    const { adapter, calls } = shop('one');
    dashboard.adapter = adapter;
    await early.updateComplete;
    expect(textOf(early)).to.equal('idle');
    dashboard.customerId = 'A';
    await shows(early, 'A|one');
    const undefinedYet = put('test-late-owner');
    class Late extends TestOwner {
      static override readonly tag = 'test-late-owner';
    }
    define(Late);
    await shows(undefinedYet, 'A|one');
    expect(calls).to.deep.equal(['A']);
  });

  it('converts a numeric customer id to text, wherever a page sets it', async () => {
    const { root, put } = stage();
    const { adapter, calls } = shop('one');
    const provider = provideDashboard(root, { adapter, customerId: 17 as unknown as string });
    const element = put();
    await shows(element, '17|one');
    expect(provider.customerId).to.equal('17');
    const own = put();
    Object.assign(own, { customerId: 18 });
    await shows(own, '18|one');
    Object.assign(own, { customerId: undefined });
    await shows(own, '17|one');
    expect(calls).to.deep.equal(['17', '18']);
  });

  it('a provider without a customer does not hide the customer of the one above', async () => {
    const outer = stage();
    provideDashboard(outer.root, { adapter: shop('outer').adapter, customerId: 'A' });
    const inner = stage(outer.root);
    const element = inner.put();
    await shows(element, 'A|outer');
    provideDashboard(inner.root, { adapter: shop('inner').adapter });
    await shows(element, 'A|inner');
  });

  it('prefers its own adapter and customer', async () => {
    const { root, put } = stage();
    const page = shop('page');
    provideDashboard(root, { adapter: page.adapter, customerId: 'A' });
    const element = document.createElement('test-owner') as TestOwner;
    Object.assign(element, { adapter: shop('own').adapter, customerId: 'Z' });
    root.append(element);
    await shows(element, 'Z|own');
    expect(page.calls).to.deep.equal([]);
    await shows(put(), 'A|page');
  });

  it('keeps its requests and subscriptions when it moves', async () => {
    const { root, put } = stage();
    const { adapter, calls, aborted } = shop('one');
    provideDashboard(root, { adapter, customerId: 'A' });
    const element = put();
    const box = root.appendChild(document.createElement('div'));
    box.append(element);
    root.append(element);
    await shows(element, 'A|one');
    box.append(element);
    await element.updateComplete;
    expect([calls.length, aborted.length]).to.deep.equal([1, 0]);
    element.refresh();
    expect(calls.length).to.equal(2);
  });

  it('aborts its requests when it is removed, and repeats them when it is added again', async () => {
    const { root, put } = stage();
    const signals: AbortSignal[] = [];
    const answers = [deferred<Customer>(), deferred<Customer>()];
    const get = (_id: string, { signal }: { readonly signal: AbortSignal }) =>
      answers[signals.push(signal) - 1]!.promise;
    provideDashboard(root, { adapter: { customers: { get } }, customerId: 'A' });
    const element = put();
    await until(() => signals.length === 1, 'asked');
    element.remove();
    await until(() => signals[0]!.aborted, 'aborted');
    root.append(element);
    await until(() => signals.length === 2, 'asked again');
    answers[0]!.resolve({ id: 'A', name: 'first' });
    answers[1]!.resolve({ id: 'A', name: 'second' });
    await shows(element, 'A|second');
  });

  it('sends no request and holds nothing after an update while it is removed', async () => {
    const { root, put } = stage();
    const { adapter, calls } = shop('one');
    provideDashboard(root, { adapter, customerId: 'A' });
    const element = put();
    await shows(element, 'A|one');
    element.remove();
    await Promise.resolve();
    // Simulates a write that ends only after the element was removed.
    element.requestUpdate();
    await element.updateComplete;
    expect(calls.length).to.equal(1);
    expect(DashboardClient.of(adapter).entriesOf('customers.get', 'A').length).to.equal(0);
    root.append(element);
    await shows(element, 'A|one');
  });

  it('moved between two shops, it never shows the first shop’s data in the second', async () => {
    const a = stage();
    const b = stage();
    provideDashboard(a.root, { adapter: shop('a').adapter, customerId: 'A' });
    provideDashboard(b.root, { adapter: shop('b').adapter, customerId: 'A' });
    const element = a.put();
    await shows(element, 'A|a');
    b.root.append(element);
    await element.updateComplete;
    expect(textOf(element)).to.not.contain('|a');
    await shows(element, 'A|b');
    document.body.append(element);
    await element.updateComplete;
    expect(textOf(element)).to.equal('idle');
  });

  it('uses a separate cache for another adapter, in the same update', async () => {
    const { root, put } = stage();
    const dashboard = provideDashboard(root, { adapter: shop('old').adapter, customerId: 'A' });
    const element = put();
    await shows(element, 'A|old');
    dashboard.adapter = shop('new').adapter;
    await element.updateComplete;
    expect(textOf(element)).to.not.contain('old');
    await shows(element, 'A|new');
  });

  // Only Chromium exposes garbage collection.
  if (globalThis.gc)
    it('a provider that is removed with its part of the page is garbage collected', async () => {
      const { adapter } = shop('one');
      const roots: WeakRef<Element>[] = [];
      for (let index = 0; index < 50; index++) {
        const { root } = stage();
        provideDashboard(root, { adapter, customerId: 'A' });
        roots.push(new WeakRef(root));
        root.remove();
      }
      await until(() => {
        globalThis.gc?.();
        // The engine may still hold a reference to the last object.
        return roots.filter((held) => held.deref()).length <= 1;
      }, 'all gone');
    });

  it('notifies the host once that the session has expired', async () => {
    const { root, put } = stage();
    let expired = 0;
    root.addEventListener('session-expired', () => expired++);
    const adapter: Adapter = { customers: { get: () => Promise.reject(new AdapterError('unauthenticated')) } };
    provideDashboard(root, { adapter, customerId: 'A' });
    const elements = [put(), put()];
    await until(() => elements.every((element) => textOf(element) === 'error'), 'error');
    elements[0]!.refresh();
    await until(() => elements.every((element) => textOf(element) === 'error'), 'error again');
    expect(expired).to.equal(1);
  });

  it('closes dialogs when the same customer id comes from another shop', async () => {
    const { root, put } = stage();
    const dashboard = provideDashboard(root, { adapter: shop('a').adapter, customerId: 'A' });
    const element = put();
    await shows(element, 'A|a');
    const { closed } = element;
    dashboard.adapter = shop('b').adapter;
    await element.updateComplete;
    expect(element.closed).to.equal(closed + 1);
    root.append(element);
    await element.updateComplete;
    expect(element.closed, 'a move is no switch').to.equal(closed + 1);
  });

  it('keeps drafts and outcomes of writes per customer and shop', async () => {
    const { root, put } = stage();
    const [a, b] = [shop('a').adapter, shop('b').adapter];
    const dashboard = provideDashboard(root, { adapter: a, customerId: 'A' });
    const element = put();
    await shows(element, 'A|a');
    const keys: string[] = [];
    const writing = (outcome: Promise<unknown>): Write<Customer> => ({
      customerId: 'A',
      schema: Customer,
      send: (_adapter, { idempotencyKey }) => {
        keys.push(idempotencyKey);
        return outcome;
      },
    });
    element.drafts.set('typed in a');
    const slot = element.drafts.slot();
    const answer = deferred<unknown>();
    const running = element.writes.run('create', writing(answer.promise));
    dashboard.adapter = b;
    await shows(element, 'A|b');
    expect([element.drafts.get(), element.writes.state('create').phase]).to.deep.equal([undefined, 'idle']);
    element.drafts.set('typed in b');
    answer.reject(new AdapterError('timeout'));
    await running;
    expect(element.writes.state('create').phase).to.equal('idle');
    await element.writes.run('create', writing(Promise.resolve({ id: 'A' })));
    expect(keys[0]).to.not.equal(keys[1]);
    expect(slot.get()).to.equal('typed in a');
    dashboard.adapter = a;
    await shows(element, 'A|a');
    expect([element.drafts.get(), element.writes.state('create').phase]).to.deep.equal(['typed in a', 'unknown']);
    slot.set(undefined);
    expect(element.drafts.get()).to.equal(undefined);
  });

  it('renders once if there are no words to load', async () => {
    const { root, put } = stage();
    provideDashboard(root, { adapter: {}, customerId: 'A' });
    const element = put();
    await until(() => textOf(element) === 'error', 'error');
    await new Promise((resolve) => setTimeout(resolve));
    const { rendered } = element;
    element.requestUpdate();
    await element.updateComplete;
    expect(element.rendered).to.equal(rendered + 1);
    const silent = put();
    silent.customerId = '';
    await silent.updateComplete;
    await new Promise((resolve) => setTimeout(resolve));
    expect(silent.rendered).to.equal(1);
  });

  it('takes its language from the nearest `lang`, through shadow roots, unless a provider sets one', async () => {
    const { root, put } = stage();
    root.lang = 'de';
    const shadow = root.attachShadow({ mode: 'open' });
    const element = document.createElement('test-owner') as TestOwner;
    shadow.append(element);
    expect(element.l10n.locale).to.equal('de');
    const other = stage();
    provideDashboard(other.root, { locale: { locale: 'id', timeZone: 'Asia/Jakarta' } });
    const otherElement = other.put();
    await until(() => otherElement.l10n.locale === 'id', 'Indonesian');
    expect(otherElement.l10n.timeZone).to.equal('Asia/Jakarta');
    put();
  });
});

describe('define', () => {
  it('supports a prefix, and warns once if other code uses the name', () => {
    define(TestOwner, { prefix: 'acme' });
    expect(customElements.get('acme-test-owner')?.prototype).to.be.instanceOf(TestOwner);
    const warnings: unknown[] = [];
    const { warn } = console;
    console.warn = (...words) => warnings.push(words);
    try {
      define(TestOwner);
      class Other extends HTMLElement {
        static readonly tag = 'test-owner';
      }
      define(Other);
      define(Other);
    } finally {
      console.warn = warn;
    }
    expect(warnings.length).to.equal(1);
  });
});

describe('a switch of customers while requests are pending', () => {
  afterEach(() => document.body.replaceChildren());

  interface Pending {
    readonly id: string;
    resolve(answer: unknown): void;
    reject(error: unknown): void;
  }

  function slow() {
    const pending: Pending[] = [];
    let serial = 0;
    const adapter: Adapter = {
      customers: {
        get: (id, { signal }) => {
          const answer = deferred<unknown>();
          pending.push({ id, resolve: answer.resolve, reject: answer.reject });
          // Every second backend ignores the abort signal and answers anyway.
          if (serial++ % 2) signal.addEventListener('abort', () => answer.reject(signal.reason));
          return answer.promise as never;
        },
      },
    };
    return { adapter, pending };
  }

  it('never renders one customer under another in random interleavings, checked after every microtask', async function () {
    this.timeout(60_000);
    let checks = 0;
    const wrong: string[] = [];
    // What follows the one microtask after another is the same in all engines.
    const runs = isChromium ? 3_000 : 300;
    for (let run = 0; run < runs; run++) {
      const random = createRandom(run + 1);
      const { pick } = random;
      const { root, put } = stage();
      const elsewhere = root.appendChild(document.createElement('div'));
      const { adapter, pending } = slow();
      const dashboard = provideDashboard(root, { adapter, customerId: 'A' });
      const element = put();
      const check = (after: string) => {
        const text = element.shadowRoot?.querySelector('b')?.textContent;
        if (!text || element.isUpdatePending) return;
        checks++;
        if (text !== `${element.activeCustomer}|of ${element.activeCustomer}`)
          wrong.push(`run ${run}, ${after}: ${text}`);
      };
      // An update for another customer runs in a later task.
      const turn = async (after: string) => {
        await (element.isUpdatePending && random.chance(0.3) ? nextTask() : Promise.resolve());
        check(after);
      };
      const take = () => pending.splice(random.int(0, pending.length - 1), 1)[0]!;
      for (let step = 0; step < 12; step++) {
        const chance = random.next();
        const answer = (name: (id: string) => string) => {
          const one = pending.length ? take() : undefined;
          one?.resolve({ id: name(one.id), name: `of ${one.id}` });
        };
        const [what, act] = pick([
          ['switch', () => (dashboard.customerId = pick(['A', 'B']))],
          ['switch', () => (dashboard.customerId = pick(['A', 'B']))],
          ['answer', () => answer((id) => id)],
          ['answer', () => answer((id) => id)],
          ['answer that names the other', () => answer((id) => (id === 'A' ? 'B' : 'A'))],
          ['failure', () => pending.length && take().reject(new AdapterError(chance < 0.5 ? 'forbidden' : 'internal'))],
          ['refresh', () => element.refresh()],
          ['move', () => pick([root, elsewhere]).append(element)],
          ['clear', () => dashboard.clear()],
        ] as const);
        act();
        for (let turns = random.int(0, 8); turns > 0; turns--) await turn(what);
      }
      for (const one of pending.splice(0)) one.resolve({ id: one.id, name: `of ${one.id}` });
      for (let turns = 0; turns < 40; turns++) await turn('the end');
      root.remove();
      if (run % 200 === 199) await new Promise((resolve) => setTimeout(resolve));
    }
    expect(wrong).to.deep.equal([]);
    expect(checks).to.be.greaterThan(3 * runs);
  });
});
