import { expect } from 'chai';
import { axeFaults } from '../testing/axe.ts';
import { danglingReferences, part, unmountAll } from '../testing/kit.ts';
import { stage } from '../testing/stage.ts';
import './define.ts';
import { searchScenarios, searchStates } from './scenarios.ts';

describe('customer-search in every state', () => {
  afterEach(() => {
    unmountAll();
    document.body.replaceChildren();
    document.documentElement.dir = '';
  });

  for (const name of searchStates)
    it(`${name}: shows what it should, passes axe, and fits a narrow window in both directions`, async () => {
      const staged = stage('customer-search', searchScenarios[name], 'en-GB');
      document.body.append(staged.root);
      await staged.arrive();
      const { element } = staged;
      expect(part(element, 'popover')!.matches(':popover-open')).to.equal(name !== 'idle');
      expect(await axeFaults(staged.root)).to.deep.equal([]);
      expect(danglingReferences(element.shadowRoot!)).to.deep.equal([]);
      for (const dir of ['ltr', 'rtl']) {
        document.documentElement.dir = dir;
        staged.root.style.inlineSize = '200px';
        await new Promise(requestAnimationFrame);
        expect(staged.root.scrollWidth, dir).to.be.at.most(200);
        if (name === 'idle') continue;
        const { left, right } = part(element, 'popover')!.getBoundingClientRect();
        expect([left >= 0, right <= innerWidth], dir).to.deep.equal([true, true]);
      }
    });
});
