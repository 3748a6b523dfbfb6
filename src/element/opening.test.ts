import { expect } from 'chai';
import { followLink, openingOf, type OpenAs, type ViewAll } from './opening.ts';

const all: readonly OpenAs[] = ['page', 'dialog', 'drawer', 'popup', 'event'];
const href = '#there';

describe('how a record opens', () => {
  it('follows `open-as` where that is possible', () => {
    for (const as of ['dialog', 'drawer', 'event'] as const) {
      expect(openingOf(all, as, href), as).to.deep.equal({ as });
      expect(openingOf(all, as, undefined), as).to.deep.equal({ as });
    }
    for (const as of ['page', 'popup'] as const) expect(openingOf(all, as, href), as).to.deep.equal({ as, href });
  });

  it('otherwise prefers the host’s page, then a dialog', () => {
    for (const wish of [undefined, '', 'Dialog', 'inline', 'constructor']) {
      expect(openingOf(all, wish, href), wish).to.deep.equal({ as: 'page', href });
      expect(openingOf(all, wish, undefined), wish).to.deep.equal({ as: 'dialog' });
    }
    for (const wish of ['page', 'popup']) expect(openingOf(all, wish, undefined), wish).to.deep.equal({ as: 'dialog' });
    const lists: readonly ViewAll[] = ['page', 'dialog', 'inline', 'event'];
    expect(openingOf(lists, 'inline', href)).to.deep.equal({ as: 'inline' });
    expect(openingOf(lists, 'popup', href)).to.deep.equal({ as: 'page', href });
  });

  it('is undefined without either, except for `event`', () => {
    const elsewhere: readonly OpenAs[] = ['page', 'popup', 'event'];
    for (const wish of [undefined, 'page', 'dialog', 'drawer', 'popup'])
      expect(openingOf(elsewhere, wish, undefined), wish).to.equal(undefined);
    expect(openingOf(elsewhere, 'event', undefined)).to.deep.equal({ as: 'event' });
  });
});

describe('a popup window', () => {
  const original = window.open;
  afterEach(() => {
    window.open = original;
  });

  /** Returns what a click does if `window.open()` returns `opened`. */
  function click(opened: unknown, init: MouseEventInit = {}) {
    const openCalls: unknown[][] = [];
    window.open = (...args: unknown[]) => {
      openCalls.push(args);
      return opened as Window;
    };
    const event = new MouseEvent('click', { cancelable: true, ...init });
    const here = followLink(event, { as: 'popup', href });
    return { openCalls, here, isLeftToTheLink: !event.defaultPrevented };
  }

  it('has a size and the URL, and cannot access its opener', () => {
    const opened = { opener: window, location: { href: 'about:blank' } };
    const { openCalls, here, isLeftToTheLink } = click(opened);
    expect(openCalls.length).to.equal(1);
    expect(openCalls[0]![2]).to.match(/popup,width=\d+,height=\d+/);
    expect(opened).to.deep.equal({ opener: null, location: { href: new URL(href, document.baseURI).href } });
    expect([here, isLeftToTheLink]).to.deep.equal([false, false]);
  });

  it('falls back to the link if it is blocked, and for modified clicks', () => {
    expect(click(null).isLeftToTheLink, 'blocked').to.equal(true);
    for (const init of [{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { button: 1 }]) {
      const { openCalls, isLeftToTheLink } = click({}, init);
      expect([openCalls.length, isLeftToTheLink], JSON.stringify(init)).to.deep.equal([0, true]);
    }
  });

  it('opens for `popup` only', () => {
    window.open = () => expect.fail('no window');
    const event = () => new MouseEvent('click', { cancelable: true });
    expect(followLink(event(), { as: 'page', href })).to.equal(false);
    expect(followLink(event(), { as: 'event' })).to.equal(false);
    for (const as of ['dialog', 'drawer', 'inline'] as const) expect(followLink(event(), { as }), as).to.equal(true);
  });
});
