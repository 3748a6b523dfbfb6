import { expect } from 'chai';
import '../define-all.ts';
import type { DashboardElement } from '../element/dashboard-element.ts';
import { popoverStyles } from '../ui/popover.ts';
import { adopt } from '../ui/styles.ts';
import { part, unmountAll, until } from './kit.ts';
import { widgetTags } from './scenarios.ts';
import { knownCustomers, shopAdapter } from './shop.ts';

const isSettled = ({ shadowRoot }: Element) =>
  shadowRoot?.querySelector('.widget') && !shadowRoot.querySelector('[aria-busy=true], .skeleton');

/** Adds a same-origin frame that is as wide as the page. */
function frame(): Document {
  const element = document.createElement('iframe');
  element.width = '1000';
  document.body.append(element);
  return element.contentDocument!;
}

/** Creates an element outside of any page. */
const make = (tag: string): DashboardElement =>
  Object.assign(document.createElement(tag) as DashboardElement, {
    adapter: shopAdapter(),
    customerId: knownCustomers.ingrid,
  });

/** Returns the computed style of the first visible content. */
function styleOf({ shadowRoot }: Element): string {
  return [...shadowRoot!.querySelectorAll('.widget, [part~=heading], [part~=header], [part~=body], button')]
    .map((element) => {
      const { display, fontSize, fontWeight, paddingBlock, borderRadius } =
        element.ownerDocument.defaultView!.getComputedStyle(element);
      return [element.className, display, fontSize, fontWeight, paddingBlock, borderRadius].join(' ');
    })
    .join('\n');
}

describe('moved into a same-origin frame', () => {
  afterEach(() => {
    unmountAll();
    document.body.replaceChildren();
  });

  for (const tag of [...widgetTags, 'customer-dashboard'])
    it(`${tag} keeps its styles, there and back`, async () => {
      const element = make(tag);
      const box = document.body.appendChild(document.createElement('div'));
      box.style.inlineSize = '1000px';
      box.append(element);
      if (tag !== 'customer-dashboard') await until(() => isSettled(element), 'data');
      await element.updateComplete;
      const [before, sheets] = [styleOf(element), element.shadowRoot!.adoptedStyleSheets];
      expect(sheets.length).to.be.greaterThan(3);
      const there = frame();
      const inside = there.body.appendChild(there.createElement('div'));
      inside.style.inlineSize = '1000px';
      inside.append(element);
      await element.updateComplete;
      expect(element.shadowRoot!.adoptedStyleSheets.length).to.equal(sheets.length);
      expect(styleOf(element)).to.equal(before);
      box.append(element);
      await element.updateComplete;
      expect(element.shadowRoot!.adoptedStyleSheets).to.deep.equal(sheets);
      expect(styleOf(element)).to.equal(before);
    });

  it('a widget that is first connected in a frame has its styles', async () => {
    const [element, other] = [make('notes-panel'), make('notes-panel')];
    document.body.append(other);
    frame().body.append(element);
    await until(() => [element, other].every((each) => isSettled(each) && part(each, 'note')), 'notes');
    expect(styleOf(element)).to.equal(styleOf(other));
  });

  it('a widget takes late style sheets along, and shares every sheet with other widgets there', async () => {
    const there = frame();
    const [one, other] = [make('order-history'), make('order-history')];
    document.body.append(one, other);
    await Promise.all([one.updateComplete, other.updateComplete]);
    adopt(one, popoverStyles);
    adopt(one, popoverStyles);
    adopt(other, popoverStyles);
    there.body.append(one, other);
    const [ones, others] = [one, other].map(({ shadowRoot }) => [...shadowRoot!.adoptedStyleSheets]);
    expect(ones).to.deep.equal(others);
    expect(new Set(ones).size).to.equal(ones!.length);
    const text = [...ones!.at(-1)!.cssRules].map(({ cssText }) => cssText).join(' ');
    expect(text).to.contain('popover');
  });
});
