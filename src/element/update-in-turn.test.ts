import { expect } from 'chai';
import { provideDashboard, type DashboardProvider } from '../dashboard/provide-dashboard.ts';
import '../define-all.ts';
import { isChromium } from '../testing/engines.ts';
import { mount, seenTextOf, unmountAll, until } from '../testing/kit.ts';
import { knownCustomers, shopAdapter } from '../testing/shop.ts';
import type { DashboardElement } from './dashboard-element.ts';

const { ingrid, wholesale: next } = knownCustomers;
const tags = ['customer-info', 'notes-panel', 'order-history', 'address-book'];

/** The order of what has run: the tag of each element that has rendered, and `task` for each task between. */
type Log = string[];

/** Makes each rendering of an element as long as on a slow machine, and logs it. */
function slowDown(element: DashboardElement, log: Log): void {
  const { render } = element as unknown as { render: () => unknown };
  Object.assign(element, {
    render() {
      log.push(element.localName);
      const end = performance.now() + 10;
      while (performance.now() < end);
      return render.call(element);
    },
  });
}

/** Logs each task until it is stopped. */
function logTasks(log: Log): () => void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    log.push('task');
    port2.postMessage(null);
  };
  port2.postMessage(null);
  return () => port1.close();
}

const contentOf = ({ shadowRoot }: Element) => shadowRoot!.firstElementChild as HTMLElement;
const isSettled = (element: DashboardElement) =>
  !element.isUpdatePending && element.matches(':state(ready), :state(empty)');

describe('a page that shows another customer', () => {
  let provider: DashboardProvider;
  let elements: DashboardElement[];
  beforeEach(async () => {
    provider = provideDashboard(document.body, { adapter: shopAdapter(), customerId: ingrid });
    elements = tags.map((tag) => mount(tag));
    await until(() => elements.every((element) => element.matches(':state(ready), :state(empty)')), 'all');
  });
  afterEach(() => {
    provider.dispose();
    unmountAll();
  });

  it('updates one element a task, and never shows two customers', async () => {
    const log: Log = [];
    for (const element of elements) slowDown(element, log);
    const heights = elements.map(({ offsetHeight }) => offsetHeight);
    expect(seenTextOf(elements[0]!)).to.contain('Ingrid');
    // The browser has remembered the sizes once it has drawn the elements.
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);

    const stop = logTasks(log);
    try {
      provider.customerId = next;
      await Promise.resolve();
      await Promise.resolve();
      expect(elements.map(({ isUpdatePending }) => isUpdatePending)).to.deep.equal(tags.map(() => true));
      expect(elements.map(seenTextOf)).to.deep.equal(tags.map(() => ''));
      expect(elements.map(({ offsetHeight }) => offsetHeight)).to.deep.equal(heights);
      await until(() => elements.every(isSettled), 'the next');
    } finally {
      stop();
    }
    expect(seenTextOf(elements[0]!)).to.not.contain('Ingrid').and.not.equal('');
    for (const tag of tags) expect(log).to.include(tag);
    const together = log.filter(
      (name, index) => name !== 'task' && ![undefined, 'task', name].includes(log[index - 1]),
    );
    // WebKit may deliver two messages of one port before one of another.
    expect(together.length, log.join(' ')).to.be.below(isChromium ? 1 : tags.length);
  });

  it('updates the element with the focus at once, which keeps the focus', async () => {
    const [, notes] = elements;
    notes!.shadowRoot!.querySelector('textarea')!.focus();
    provider.customerId = next;
    await Promise.resolve();
    await Promise.resolve();
    expect(notes!.isUpdatePending).to.equal(false);
    expect(contentOf(notes!).style.contentVisibility).to.equal('');
    expect(notes!.matches(':focus-within')).to.equal(true);
  });

  it('waits for updates that fail, and updates the others', async () => {
    const [info, notes] = elements;
    Object.assign(info!, {
      willUpdate: () => {
        throw new Error('planted');
      },
    });
    const { warn } = console;
    console.warn = () => {};
    try {
      provider.customerId = next;
      await notes!.updateComplete;
      await until(() => notes!.matches(':state(ready), :state(empty)'), 'the notes');
      expect(info!.matches(':state(error)')).to.equal(true);
      expect(contentOf(info!).checkVisibility()).to.equal(true);
    } finally {
      console.warn = warn;
    }
  });
});
