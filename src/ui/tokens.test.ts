import { expect } from 'chai';
import { applyTheme, contrast, pixel, schemes, themes, type Theme } from '../testing/colors.ts';
import { tokens } from './tokens.ts';

/**
 * Text tokens and their backgrounds, with a contrast of at least 4.5:1. `src/testing/colors.test.ts` checks what the
 * widgets actually render.
 */
const read = {
  text: ['surface', 'surface-sunken', 'surface-hover', 'surface-raised', 'neutral-tint', 'warning-tint', 'row-return'],
  'text-quiet': ['surface', 'surface-sunken', 'surface-hover', 'surface-raised', 'neutral-tint', 'row-return'],
  'accent-text': [
    ...['surface', 'surface-sunken', 'surface-hover', 'surface-raised'],
    ...['accent-tint', 'neutral-tint', 'warning-tint', 'row-return'],
  ],
  'on-accent': ['accent-fill', 'accent-fill-hover'],
  'success-text': ['success-tint', 'surface', 'surface-raised'],
  'warning-text': ['warning-tint', 'surface', 'surface-sunken', 'surface-raised'],
  'danger-text': ['danger-tint', 'row-return', 'surface', 'surface-hover', 'surface-raised'],
  'on-danger': ['danger-fill'],
};

/** Tokens of non-text parts, with a contrast of at least 3:1: borders of controls, the focus ring, bars. */
const seen = {
  control: ['surface', 'surface-raised'],
  focus: ['surface', 'surface-sunken', 'surface-hover', 'surface-raised', 'row-return'],
  chart: ['chart-track', 'surface'],
  'chart-second': ['surface'],
};

/** Accent colors that shops choose, including very bright ones. */
const accents =
  '#ef4444 #f97316 #f59e0b #eab308 #84cc16 #22c55e #14b8a6 #06b6d4 #0ea5e9 #3b82f6 #6366f1 #a855f7 #ec4899 #64748b #000000 #ffffff #00ffff #ffff00 #00ff00 #ff00ff #ff0000 #0000ff'.split(
    ' ',
  );

const names = [...new Set([...tokens.cssText.matchAll(/--clientele-([a-z-]+)/g)].map(([, name]) => name!))];

/** Creates an element with the tokens, like a widget, to read the computed value and color of a token. */
function probe(parent: Element, sheet = tokens.styleSheet!) {
  const host = parent.appendChild(document.createElement('div'));
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheet];
  const box = root.appendChild(document.createElement('div'));
  const style = getComputedStyle(box);
  return {
    value: (name: string): string => style.getPropertyValue(`--_${name}`).trim(),
    color(name: string): string {
      box.style.color = `var(--_${name})`;
      return style.color;
    },
    size(name: string): string {
      box.style.inlineSize = `var(--_${name})`;
      return style.inlineSize;
    },
  };
}

const section = (parent: Element = document.body): HTMLElement => parent.appendChild(document.createElement('section'));

/** Returns the pairs of a theme whose contrast is too low. */
function tooClose(theme: Theme, scheme: string): string[] {
  const parent = section();
  applyTheme(parent, theme, scheme);
  const { color } = probe(parent);
  const faults: string[] = [];
  for (const [least, pairs] of [[4.5, read] as const, [3, seen] as const]) {
    for (const [fore, backs] of Object.entries(pairs)) {
      for (const back of backs) {
        const ratio = contrast(pixel(color(fore)), pixel(color(back)));
        if (ratio < least) faults.push(`${fore} on ${back}: ${ratio.toFixed(2)} of ${least}`);
      }
    }
  }
  parent.remove();
  return faults;
}

describe('design tokens', () => {
  afterEach(() => document.body.replaceChildren());

  for (const [name, theme] of Object.entries(themes))
    for (const scheme of schemes)
      it(`${name}, ${scheme}: every pair is readable`, () => {
        expect(tooClose(theme, scheme)).to.deep.equal([]);
      });

  for (const name of ['default', 'sepia', 'green'])
    it(`${name}: any accent is readable, light and dark`, function () {
      this.timeout(20_000);
      for (const accent of accents)
        for (const scheme of schemes)
          expect(tooClose({ ...themes[name], accent }, scheme), `${accent}, ${scheme}`).to.deep.equal([]);
    });

  it('the check finds a pair with too little contrast', () => {
    expect(tooClose({ foreground: '#999999', background: '#ffffff' }, 'light').join()).to.contain('text on surface');
  });

  it('an accent that can carry text is unchanged', () => {
    for (const scheme of schemes) {
      const parent = section();
      applyTheme(parent, {}, scheme);
      const { color } = probe(parent);
      expect(pixel(color('accent-ink')), scheme).to.deep.equal(pixel(color('accent')));
    }
  });

  it('a browser without relative colors uses the accent as it is', () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(tokens.cssText.replaceAll('oklch(from', 'oklch(of'));
    const parent = section();
    applyTheme(parent, { accent: '#f3e27a' }, 'light');
    expect(pixel(probe(parent, sheet).color('focus'))).to.deep.equal(pixel('#f3e27a'));
    expect(pixel(probe(parent).color('focus'))).to.not.deep.equal(pixel('#f3e27a'));
  });

  it('color-scheme on any ancestor changes only that subtree', () => {
    const outer = section();
    outer.style.colorScheme = 'light';
    const inner = section(section(outer));
    inner.style.colorScheme = 'dark';
    expect(pixel(probe(outer).color('surface'))).to.deep.equal(pixel('#ffffff'));
    expect(pixel(probe(inner).color('surface'))).to.deep.equal(pixel('#17191c'));
    outer.style.colorScheme = 'dark';
    inner.style.colorScheme = 'light';
    expect(pixel(probe(outer).color('surface'))).to.deep.equal(pixel('#17191c'));
    expect(pixel(probe(inner).color('surface'))).to.deep.equal(pixel('#ffffff'));
  });

  it('a seed or the density on any ancestor changes what is derived from it in that subtree', () => {
    const outer = section();
    const inner = section(section(outer));
    applyTheme(inner, { foreground: 'rgb(60, 0, 60)', density: '0', 'font-size': '28px' });
    expect(pixel(probe(inner).color('text'))).to.deep.equal(pixel('rgb(60, 0, 60)'));
    expect(probe(inner).color('text-quiet')).to.not.equal(probe(outer).color('text-quiet'));
    expect([probe(outer).size('pad'), probe(outer).size('control-size')]).to.deep.equal(['24px', '32px']);
    expect([probe(inner).size('pad'), probe(inner).size('control-size')]).to.deep.equal(['32px', '56px']);
    outer.style.setProperty('--clientele-density', '0');
    expect([probe(outer).size('pad'), probe(outer).size('control-size')]).to.deep.equal(['16px', '28px']);
  });

  it('every token set on an ancestor takes effect', () => {
    expect(names.length).to.be.greaterThan(40);
    for (const name of names) {
      const parent = section();
      applyTheme(parent, { [name]: 'set-by-hand' });
      expect(probe(parent).value(name), name).to.equal('set-by-hand');
    }
  });
});
