import { expect } from 'chai';
import { widgetStates, type WidgetState } from '../data/widget-state.ts';
import '../define-all.ts';
import { axeFaults } from './axe.ts';
import { danglingReferences, unmountAll, until } from './kit.ts';
import { scenarioNames, usualStates } from './scenario.ts';
import { scenarios, widgetTags } from './scenarios.ts';
import { stage, type Staged } from './stage.ts';

/** Returns the pointer targets that are too small for a finger. */
function smallTargets(root: ShadowRoot): string[] {
  const targets = [...root.querySelectorAll<HTMLElement>('button, a[href], input, select, textarea')];
  const seen = targets.filter((target) => target.checkVisibility());
  // The whole label is the target of a control inside it.
  return seen
    .map((target) => target.closest('label') ?? target)
    .filter((target) => [...target.getClientRects()].every(({ width, height }) => width < 23.9 || height < 23.9))
    .map(({ outerHTML }) => outerHTML.slice(0, 120));
}

const statesIn = (element: Element): readonly WidgetState[] =>
  widgetStates.filter((state) => element.matches(`:state(${state})`));

async function frames(count: number): Promise<void> {
  for (let left = count; left; left -= 1) await new Promise(requestAnimationFrame);
}

async function arrived(staged: Staged, width: string): Promise<void> {
  staged.root.style.inlineSize = width;
  document.body.append(staged.root);
  await staged.arrive();
  // Layout that depends on measured sizes is complete two frames later.
  await frames(2);
}

for (const tag of widgetTags) {
  describe(`${tag} in every state`, () => {
    afterEach(() => {
      unmountAll();
      document.body.replaceChildren();
      document.documentElement.style.colorScheme = '';
    });

    for (const name of scenarioNames) {
      const scenario = scenarios[tag][name];
      if ('absent' in scenario) continue;

      it(`${name}: shows "${scenario.shows}", passes axe, fits every width, has targets of 24 px`, async function () {
        this.timeout(20_000);
        const staged = stage(tag, scenario, 'en-GB');
        await arrived(staged, '1000px');
        const shadow = staged.element.shadowRoot!;
        expect(shadow.textContent).to.not.match(/undefined|NaN|\[object /);
        // The test of the colors reads the contrast of every text in each of these states, in every theme.
        expect(await axeFaults(staged.root, { contrast: name === 'populated' })).to.deep.equal([]);
        expect(smallTargets(shadow)).to.deep.equal([]);
        expect(danglingReferences(shadow)).to.deep.equal([]);
        expect(statesIn(staged.element), 'for style sheets').to.have.members(scenario.states ?? usualStates[name]);
        for (const width of [320, 480, 640, 800]) {
          staged.root.style.inlineSize = `${width}px`;
          expect(staged.root.scrollWidth, `${width} px`).to.be.at.most(width);
        }
      });
    }

    it('fits every width in the pseudo-locale, whose words are a third longer', async function () {
      this.timeout(20_000);
      const scenario = scenarios[tag].populated;
      if ('absent' in scenario) throw new Error('every widget can be populated');
      const staged = stage(tag, { ...scenario, shows: '' }, 'en-XA');
      await arrived(staged, '1000px');
      await until(
        () => staged.element.l10n.locale === 'en-XA' && !staged.element.shadowRoot!.querySelector('[aria-busy=true]'),
        'long words',
      );
      for (const width of [240, 320, 400, 480, 560, 640, 800, 960]) {
        staged.root.style.inlineSize = `${width}px`;
        expect(staged.root.scrollWidth, `${width} px`).to.be.at.most(width);
      }
    });

    it('passes axe in the dark scheme', async function () {
      this.timeout(20_000);
      const scenario = scenarios[tag].populated;
      if ('absent' in scenario) throw new Error('every widget can be populated');
      document.documentElement.style.colorScheme = 'dark';
      const staged = stage(tag, scenario, 'en-GB');
      await arrived(staged, '1000px');
      expect(await axeFaults(staged.root)).to.deep.equal([]);
    });

    it('shows the same in Indonesian', async function () {
      this.timeout(20_000);
      const scenario = scenarios[tag].populated;
      if ('absent' in scenario) throw new Error('every widget can be populated');
      const staged = stage(tag, { ...scenario, shows: '' }, 'id');
      await arrived(staged, '1000px');
      await until(() => staged.element.l10n.locale === 'id', 'Indonesian words');
      expect(staged.element.shadowRoot!.textContent).to.not.match(/undefined|NaN|\[object /);
      expect(await axeFaults(staged.root, { contrast: false })).to.deep.equal([]);
    });
  });
}
