import { expect } from 'chai';
import { followLink, openingOf, type OpenAs, type ViewAll } from './opening.ts';

const all: readonly OpenAs[] = ['page', 'dialog', 'drawer', 'popup', 'event'];
const href = '#there';

describe('where a thing opens', () => {
  it('as it is wished, where that is possible', () => {
    for (const as of ['dialog', 'drawer', 'event'] as const) {
      expect(openingOf(all, as, href), as).to.deep.equal({ as });
      expect(openingOf(all, as, undefined), as).to.deep.equal({ as });
    }
    for (const as of ['page', 'popup'] as const) expect(openingOf(all, as, href), as).to.deep.equal({ as, href });
  });

  it('else on the page of the host, where there is one, else in a dialog', () => {
    for (const wish of [undefined, '', 'Dialog', 'inline', 'constructor']) {
      expect(openingOf(all, wish, href), wish).to.deep.equal({ as: 'page', href });
      expect(openingOf(all, wish, undefined), wish).to.deep.equal({ as: 'dialog' });
    }
    for (const wish of ['page', 'popup']) expect(openingOf(all, wish, undefined), wish).to.deep.equal({ as: 'dialog' });
    const lists: readonly ViewAll[] = ['page', 'dialog', 'inline', 'event'];
    expect(openingOf(lists, 'inline', href)).to.deep.equal({ as: 'inline' });
    expect(openingOf(lists, 'popup', href)).to.deep.equal({ as: 'page', href });
  });

  it('nowhere, where there is neither, unless the event is wished for', () => {
    const elsewhere: readonly OpenAs[] = ['page', 'popup', 'event'];
    for (const wish of [undefined, 'page', 'dialog', 'drawer', 'popup'])
      expect(openingOf(elsewhere, wish, undefined), wish).to.equal(undefined);
    expect(openingOf(elsewhere, 'event', undefined)).to.deep.equal({ as: 'event' });
  });
});

describe('a window of its own', () => {
  const original = window.open;
  afterEach(() => {
    window.open = original;
  });

  /** Returns what a click does if `window.open()` returns `opened`. */
  function click(opened: unknown, init: MouseEventInit = {}) {
    const asked: unknown[][] = [];
    window.open = (...args: unknown[]) => {
      asked.push(args);
      return opened as Window;
    };
    const event = new MouseEvent('click', { cancelable: true, ...init });
    const here = followLink(event, { as: 'popup', href });
    return { asked, here, isLeftToTheLink: !event.defaultPrevented };
  }

  it('has a size, leads there, and cannot reach back', () => {
    const opened = { opener: window, location: { href: 'about:blank' } };
    const { asked, here, isLeftToTheLink } = click(opened);
    expect(asked.length).to.equal(1);
    expect(asked[0]![2]).to.match(/popup,width=\d+,height=\d+/);
    expect(opened).to.deep.equal({ opener: null, location: { href: new URL(href, document.baseURI).href } });
    expect([here, isLeftToTheLink]).to.deep.equal([false, false]);
  });

  it('is left to the link where the browser gives none, and for every other kind of click', () => {
    expect(click(null).isLeftToTheLink, 'blocked').to.equal(true);
    for (const init of [{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { button: 1 }]) {
      const { asked, isLeftToTheLink } = click({}, init);
      expect([asked.length, isLeftToTheLink], JSON.stringify(init)).to.deep.equal([0, true]);
    }
  });

  it('only where that is how it opens; what is shown here is the element’s to show', () => {
    window.open = () => expect.fail('no window');
    const event = () => new MouseEvent('click', { cancelable: true });
    expect(followLink(event(), { as: 'page', href })).to.equal(false);
    expect(followLink(event(), { as: 'event' })).to.equal(false);
    for (const as of ['dialog', 'drawer', 'inline'] as const) expect(followLink(event(), { as }), as).to.equal(true);
  });
});
