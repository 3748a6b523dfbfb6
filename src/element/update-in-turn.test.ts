import { expect } from 'chai';
import { provideDashboard, type DashboardProvider } from '../dashboard/provide-dashboard.ts';
import '../define-all.ts';
import { isChromium } from '../testing/engines.ts';
import { mount, part, seenTextOf, textOf, unmountAll, until } from '../testing/kit.ts';
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

  for (const [tag, opener, surface] of [
    ['customer-stats', 'popover-button', ':popover-open'],
    ['order-history', 'view-all', 'dialog[open]'],
  ] as const)
    it(`closes what is open in ${tag} and gives the focus back, from ${surface}`, async () => {
      const element = mount<DashboardElement>(tag);
      const button = await until(() => element.shadowRoot && part(element, opener), 'the opener');
      await until(() => isSettled(element), 'the widget');
      button.focus();
      button.click();
      const focused = () => element.shadowRoot!.activeElement;
      await until(() => focused()?.closest(surface), 'the focus inside');
      provider.customerId = next;
      await Promise.resolve();
      await Promise.resolve();
      expect(element.isUpdatePending).to.equal(false);
      await until(() => isSettled(element), 'the next');
      expect(element.shadowRoot!.querySelector(surface)).to.equal(null);
      expect(focused(), 'the focus').to.not.equal(null);
    });

  it('updates all elements at once in a browser that cannot hide them', async () => {
    const { supports } = CSS;
    await until(() => elements.every(isSettled), 'all');
    CSS.supports = (condition: string) => !condition.includes('content-visibility');
    try {
      provider.customerId = next;
      await Promise.resolve();
      await Promise.resolve();
      expect(elements.map(({ isUpdatePending }) => isUpdatePending)).to.deep.equal(tags.map(() => false));
      for (const element of elements) expect(textOf(element)).to.not.contain('Ingrid');
    } finally {
      CSS.supports = supports;
    }
  });

  it('updates all elements before the page is printed', async () => {
    provider.customerId = next;
    await Promise.resolve();
    await Promise.resolve();
    expect(elements.map(seenTextOf)).to.deep.equal(tags.map(() => ''));
    dispatchEvent(new Event('beforeprint'));
    // The browser runs the microtasks of a listener before it prints, but no task.
    for (let left = 1000; left > 0; left--) await Promise.resolve();
    expect(elements.map(isSettled)).to.deep.equal(tags.map(() => true));
    for (const element of elements) expect(seenTextOf(element)).to.not.contain('Ingrid').and.not.equal('');
  });

  describe('while updates wait', () => {
    const [info, notes, , addresses] = [0, 1, 2, 3].map((index) => () => elements[index]!);
    const microtasks = async () => {
      for (let left = 4; left > 0; left--) await Promise.resolve();
    };
    /** Makes the update of an element wait behind that of another. */
    const delay = async (element: DashboardElement) => {
      addresses!().customerId = next;
      await microtasks();
      element.requestUpdate();
      await microtasks();
      expect(element.isUpdatePending).to.equal(true);
    };

    it('hides an element that waited before it was for another customer', async () => {
      await delay(info!());
      expect(seenTextOf(info!())).to.contain('Ingrid');
      provider.customerId = next;
      await microtasks();
      expect(elements.map(seenTextOf)).to.deep.equal(tags.map(() => ''));
      await until(() => elements.every(isSettled), 'the next');
      expect(elements.map(({ isConnected }) => isConnected)).to.deep.equal(tags.map(() => true));
      for (const element of elements) expect(seenTextOf(element)).to.not.equal('');
    });

    it('keeps the focus in an element that waited before', async () => {
      await delay(notes!());
      notes!().shadowRoot!.querySelector('textarea')!.focus();
      provider.customerId = next;
      await microtasks();
      expect(notes!().isUpdatePending).to.equal(false);
      expect(notes!().matches(':focus-within')).to.equal(true);
      expect(seenTextOf(info!())).to.equal('');
      await until(() => elements.every(isSettled), 'the next');
      for (const element of elements) expect(seenTextOf(element)).to.not.equal('');
    });

    it('hides what an element of the platform shows of another adapter', async () => {
      const list = mount<DashboardElement>('customer-list');
      await until(() => list.matches(':state(ready)') && isSettled(list), 'the customers');
      expect(seenTextOf(list)).to.contain('Ingrid');
      provider.adapter = shopAdapter();
      await microtasks();
      expect([list.isUpdatePending, seenTextOf(list)]).to.deep.equal([true, '']);
      await until(() => list.matches(':state(ready)') && isSettled(list), 'the customers of the other adapter');
      expect(seenTextOf(list)).to.contain('Ingrid');
    });
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
      Reflect.deleteProperty(info!, 'willUpdate');
      console.warn = warn;
    }
  });
});
