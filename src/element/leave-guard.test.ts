import { expect } from 'chai';
import type { Adapter } from '../adapter/adapter.ts';
import { AdapterError } from '../adapter/adapter-error.ts';
import type { Write } from '../data/write.ts';
import { Customer } from '../domain/customer.ts';
import { asksBeforeLeaving, deferred, mount, unmountAll, type Deferred } from '../testing/kit.ts';
import { DashboardElement } from './dashboard-element.ts';
import { define } from './define.ts';
import { Drafts } from './drafts.ts';
import { WriteController } from './write-controller.ts';

class TestLeaver extends DashboardElement {
  static readonly tag = 'test-leaver';
  readonly notes = new Drafts<string>(this, (draft) => draft !== '');
  readonly choices = new Drafts<string>(this);
  readonly writes = new WriteController(this);
  override refresh(): void {}
}
define(TestLeaver);

const writing = (answer: Deferred<unknown>, customerId = 'A'): Write<Customer> => ({
  customerId,
  schema: Customer,
  ownerOf: ({ id }) => id,
  send: () => answer.promise,
});

/** Counts the listeners for `beforeunload`. */
function listeners() {
  const { addEventListener, removeEventListener } = window;
  let count = 0;
  const counting =
    (by: number, original: typeof addEventListener) =>
    (...args: Parameters<typeof addEventListener>) => {
      if (args[0] === 'beforeunload') count += by;
      original.apply(window, args);
    };
  window.addEventListener = counting(1, addEventListener) as typeof addEventListener;
  window.removeEventListener = counting(-1, removeEventListener as typeof addEventListener) as typeof addEventListener;
  return {
    get count() {
      return count;
    },
    restore: () => void Object.assign(window, { addEventListener, removeEventListener }),
  };
}

describe('the confirmation before the page is left', () => {
  let counted: ReturnType<typeof listeners>;
  beforeEach(() => (counted = listeners()));
  afterEach(() => {
    unmountAll();
    expect(counted.count).to.equal(0);
    counted.restore();
  });

  const put = () => mount<TestLeaver>('test-leaver', { adapter: {}, customerId: 'A' });

  it('is not active without a draft or a pending write', async () => {
    const element = put();
    element.notes.set('');
    element.choices.set('x');
    await element.updateComplete;
    expect([asksBeforeLeaving(), counted.count]).to.deep.equal([false, 0]);
  });

  it('covers a draft for any customer until it is discarded', async () => {
    const element = put();
    element.notes.set('Rang');
    await element.updateComplete;
    expect([asksBeforeLeaving(), counted.count]).to.deep.equal([true, 1]);
    element.customerId = 'B';
    await element.updateComplete;
    expect(asksBeforeLeaving()).to.equal(true);
    element.notes.set(undefined, 'A');
    // The guard must answer before the next update.
    expect(asksBeforeLeaving()).to.equal(false);
    await element.updateComplete;
    expect(counted.count).to.equal(0);
  });

  it('covers a pending write until it is answered, with any adapter', async () => {
    const element = put();
    const [first, second] = [deferred<unknown>(), deferred<unknown>()];
    const runs = [element.writes.run('one', writing(first)), element.writes.run('two', writing(second))];
    await element.updateComplete;
    element.adapter = {};
    await element.updateComplete;
    expect(asksBeforeLeaving()).to.equal(true);
    first.resolve({ id: 'A' });
    await runs[0];
    await element.updateComplete;
    expect(asksBeforeLeaving()).to.equal(true);
    second.reject(new AdapterError('validation'));
    await runs[1];
    await element.updateComplete;
    expect([asksBeforeLeaving(), counted.count]).to.deep.equal([false, 0]);
  });

  it('covers a write with an unknown outcome until it is resolved', async () => {
    const element = put();
    const lost = deferred<unknown>();
    const run = element.writes.run('one', writing(lost));
    lost.reject(new AdapterError('offline'));
    await run;
    element.customerId = 'B';
    await element.updateComplete;
    expect(asksBeforeLeaving()).to.equal(true);
    element.customerId = 'A';
    const found = deferred<unknown>();
    found.resolve({ id: 'A' });
    await element.writes.run('one', writing(found));
    await element.updateComplete;
    expect(asksBeforeLeaving()).to.equal(false);
  });

  it('ends when the element is removed, and returns with it', async () => {
    const element = put();
    element.notes.set('Rang');
    await element.updateComplete;
    element.remove();
    expect([asksBeforeLeaving(), counted.count]).to.deep.equal([false, 0]);
    document.body.append(element);
    expect([asksBeforeLeaving(), counted.count]).to.deep.equal([true, 1]);
    const other: Adapter = {};
    element.adapter = other;
    await element.updateComplete;
    expect([asksBeforeLeaving(), counted.count]).to.deep.equal([false, 0]);
  });

  it('does not start while the element is removed', async () => {
    const element = put();
    await element.updateComplete;
    element.remove();
    element.notes.set('Rang');
    await element.updateComplete;
    expect([asksBeforeLeaving(), counted.count]).to.deep.equal([false, 0]);
  });
});
