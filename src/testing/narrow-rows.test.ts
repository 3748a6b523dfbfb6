import { expect } from 'chai';
import '../define-all.ts';
import { unmountAll, until } from './kit.ts';
import { scenarios, widgetTags } from './scenarios.ts';
import { stage } from './stage.ts';

interface Box {
  readonly text: Text;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Returns the part of a box that an element shows. */
function clip(box: Box, element: Element): Box {
  if (getComputedStyle(element).overflowX === 'visible') return box;
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return {
    text: box.text,
    left: Math.max(box.left, left),
    right: Math.min(box.right, right),
    top: Math.max(box.top, top),
    bottom: Math.min(box.bottom, bottom),
  };
}

/** Returns the boxes of all lines of text in a row that are seen. */
function linesIn(row: Element): readonly Box[] {
  const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
  const boxes: Box[] = [];
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    const parent = text.parentElement!;
    if (!text.data.trim() || !parent.checkVisibility({ visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const { left, right, top, bottom } of range.getClientRects()) {
      let box: Box = { text, left, right, top, bottom };
      for (let at: Element = parent; at !== row; at = at.parentElement!) box = clip(box, at);
      boxes.push(box);
    }
  }
  // Text for screen readers alone has a box of one pixel.
  return boxes.filter(({ left, right, top, bottom }) => right - left > 2 && bottom - top > 2);
}

/** Returns what of a row lies over other text of it, or outside of the widget, and whether nothing is seen of its name. */
function faultsIn(row: Element, host: Element): readonly string[] {
  const lines = linesIn(row);
  const frame = host.getBoundingClientRect();
  const lead = row.querySelector('.lead');
  const isNamed = !lead?.textContent.trim() || lines.some(({ text }) => lead.contains(text));
  const nameless = isNamed ? [] : [`nothing is seen of "${lead!.textContent.trim()}"`];
  const misplaced = lines.flatMap((one, index) => {
    const over = lines
      .slice(index + 1)
      .filter(
        (other) =>
          // A text that ends with an ellipsis has several boxes in one place.
          other.text !== one.text &&
          Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2 &&
          Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 4,
      )
      .map((other) => `"${one.text.data.trim()}" and "${other.text.data.trim()}"`);
    const isOutside = one.left < frame.left - 1 || one.right > frame.right + 1;
    return isOutside ? [...over, `"${one.text.data.trim()}" leaves the widget`] : over;
  });
  return [...nameless, ...misplaced];
}

describe('texts of narrow rows', () => {
  afterEach(() => {
    unmountAll();
    document.body.replaceChildren();
  });

  for (const tag of widgetTags)
    for (const state of ['populated', 'longText'] as const) {
      const cell = scenarios[tag][state];
      if ('absent' in cell) continue;
      it(`${tag}, ${state}: do not lie over one another`, async () => {
        const { root, element, arrive } = stage(tag, cell);
        document.body.append(root);
        await arrive();
        await until(() => !element.shadowRoot!.querySelector('.skeleton'), 'the data');
        for (const width of [240, 320, 400]) {
          root.style.inlineSize = `${width}px`;
          // What can be scrolled to is seen there.
          const rows = [...element.shadowRoot!.querySelectorAll('section .table tbody > tr')].filter(
            (row) => row.closest('table')!.clientWidth <= width,
          );
          const faults = rows.flatMap((row) => faultsIn(row, element));
          expect(faults.length, `${width}px: ${faults.join('; ')}`).to.equal(0);
        }
      });
    }
});
