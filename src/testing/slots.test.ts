import { expect } from 'chai';
import '../define-all.ts';
import { sampledTags } from './engines.ts';
import { scenarios, type WidgetTag } from './scenarios.ts';
import { stage } from './stage.ts';

/** Shows a widget with all its content, in a host whose style sheet resets everything. */
async function staged(tag: WidgetTag, locale = 'en-GB') {
  const scenario = scenarios[tag].populated;
  if ('absent' in scenario) throw new Error('every widget can be populated');
  const { root, element, arrive } = stage(tag, scenario, locale);
  document.body.append(root);
  await arrive();
  return element;
}

const put = (element: Element, slot: string, name = 'p') => {
  const content = Object.assign(document.createElement(name), { slot, textContent: `Where ${slot} is` });
  element.append(content);
  return content;
};

describe('slots', () => {
  before(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { margin: 0; padding: 0; } p { margin-block-end: 40px; }');
    document.adoptedStyleSheets = [sheet];
  });
  afterEach(() => document.body.replaceChildren());
  after(() => {
    document.adoptedStyleSheets = [];
  });

  for (const tag of sampledTags) {
    it(`${tag}: a hint is above the content, help below it, both with padding; without them no space is used`, async () => {
      const element = await staged(tag);
      const height = () => element.getBoundingClientRect().height;
      const bare = height();
      const slots = [...element.shadowRoot!.querySelectorAll<HTMLSlotElement>('slot')];
      for (const slot of ['hint', 'help']) expect(slots.filter(({ name }) => name === slot).length, slot).to.equal(1);
      const [hint, help] = [put(element, 'hint'), put(element, 'help', 'span')];
      for (const content of [hint, help]) {
        const [box, around] = [content.getBoundingClientRect(), element.getBoundingClientRect()];
        expect(content.checkVisibility(), content.slot).to.equal(true);
        expect(box.left - around.left, content.slot).to.be.at.least(12);
        expect(box.height, 'of its own line, whatever the host says').to.be.within(16, 30);
        expect(around.bottom - box.bottom, content.slot).to.be.at.least(4);
      }
      expect(hint.getBoundingClientRect().bottom).to.be.below(help.getBoundingClientRect().top);
      const { top } = help.getBoundingClientRect();
      const below = [...element.shadowRoot!.querySelectorAll('.panel *')].filter(
        (inside) => inside.checkVisibility() && inside.getBoundingClientRect().top > top && inside.localName !== 'slot',
      );
      expect(
        below.map(({ outerHTML }) => outerHTML.slice(0, 80)),
        'nothing is below help',
      ).to.deep.equal([]);
      expect(height() - bare, 'two lines and what is around them').to.be.within(40, 100);
      hint.hidden = help.hidden = true;
      expect(height()).to.equal(bare);
      hint.remove();
      help.remove();
      expect(height()).to.equal(bare);
    });

    it(`${tag}: both stay visible in states without content`, async () => {
      const scenario = Object.values(scenarios[tag]).find((cell) => 'shows' in cell && cell === scenarios[tag].error);
      if (!scenario || 'absent' in scenario) throw new Error('every widget can fail');
      const { root, element, arrive } = stage(tag, scenario, 'en-GB');
      const help = put(element, 'help');
      document.body.append(root);
      await arrive();
      expect(help.checkVisibility()).to.equal(true);
      expect(help.getBoundingClientRect().height).to.be.greaterThan(0);
    });
  }
});
