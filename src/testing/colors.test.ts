import { expect } from 'chai';
import type { CSSResult } from 'lit';
import { CustomerDashboard } from '../dashboard/customer-dashboard.ts';
import '../define-all.ts';
import { tokens } from '../ui/tokens.ts';
import { applyTheme, readPaints, pixel, readTexts, schemes, themes } from './colors.ts';
import { sampledTags } from './engines.ts';
import { scenarioNames } from './scenario.ts';
import { scenarios, widgetTags } from './scenarios.ts';
import { stage } from './stage.ts';

const names = [...new Set([...tokens.cssText.matchAll(/--clientele-([a-z-]+)/g)].map(([, name]) => name!))];

/** Returns the names of the color tokens that an element defines. */
function colorTokens(): readonly string[] {
  const host = document.body.appendChild(document.createElement('div'));
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [tokens.styleSheet!];
  const style = getComputedStyle(host);
  const colors = names.filter((name) => CSS.supports('color', style.getPropertyValue(`--_${name}`).trim()));
  host.remove();
  return colors;
}

/** Returns a theme in which every color token has the same color. */
function monochrome(color: string): Readonly<Record<string, string>> {
  const all = Object.fromEntries(colorTokens().map((name) => [name, color]));
  return { ...all, 'shadow-raised': `0 0 4px ${color}` };
}

/** Yields every rule of a style sheet with the conditions around it. */
function* rulesOf(rules: CSSRuleList, condition = ''): Generator<{ style: CSSStyleDeclaration; condition: string }> {
  for (const rule of rules) {
    if ('style' in rule) yield { style: rule.style as CSSStyleDeclaration, condition };
    if ('cssRules' in rule) {
      const own = rule instanceof CSSMediaRule ? rule.conditionText : '';
      yield* rulesOf(rule.cssRules as CSSRuleList, `${condition} ${own}`);
    }
  }
}

/** Values that follow the surroundings and so need no token; the last is what Firefox serializes for `transparent`. */
const contextual = /^(?:inherit|initial|unset|revert|revert-layer|currentcolor|transparent|rgba\(0, 0, 0, 0\))$/i;

/** Finds declarations with a literal color, and tokens that are set again without the page's value. */
function findFaults(css: string): string[] {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const faults: string[] = [];
  for (const { style, condition } of rulesOf(sheet.cssRules)) {
    for (const property of style) {
      const value = style.getPropertyValue(property);
      // A fallback of `var()` is a literal too.
      const literalText = value.replaceAll(/var\(--[\w-]+\)/g, '').replaceAll(/var\(--[\w-]+,/g, '(');
      const words =
        literalText.match(/#[\da-f]+|(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color)a?\([^()]*\)|[a-z-]+/gi) ?? [];
      const literals = words.filter((word) => CSS.supports('color', word) && !contextual.test(word));
      // System colors are allowed in forced-colors mode.
      if (literals.length && !condition.includes('forced-colors')) faults.push(`${property}: ${value}`);
      const token = property.replace('--_', '');
      const isToken = property.startsWith('--_') && names.includes(token);
      const isTokenReference = /^var\(--_[\w-]+\)$/.test(value.trim());
      // Print has its own font size, independent of the screen's.
      if (isToken && !isTokenReference && !value.includes(`--clientele-${token}`) && !condition.includes('print'))
        faults.push(`${property}: ${value}`);
    }
  }
  return faults;
}

describe('colors', () => {
  afterEach(() => document.body.replaceChildren());

  for (const tag of [...widgetTags, CustomerDashboard.tag])
    it(`${tag}: style sheets use tokens only`, () => {
      const { elementStyles } = customElements.get(tag) as unknown as { elementStyles: readonly CSSResult[] };
      const css = elementStyles.filter((result) => result !== tokens).map(({ cssText }) => cssText);
      expect(css.flatMap(findFaults)).to.deep.equal([]);
    });

  it('the check finds a color without a token, and a token that ignores the page', () => {
    expect(findFaults('a { color: rgb(1, 2, 3) }')).to.have.length(1);
    expect(findFaults('a { color: color-mix(in oklab, var(--_text), black 9%) }')).to.have.length(1);
    expect(findFaults('@media print { a { outline: 1px solid red } }')).to.not.be.empty;
    expect(findFaults('@media (forced-colors: active) { a { color: CanvasText } }')).to.deep.equal([]);
    expect(findFaults(':host { --_hairline: color-mix(in oklab, var(--_text) 40%, var(--_surface)) }')).to.have.length(
      1,
    );
    expect(findFaults(':host { --_hairline: var(--clientele-hairline, var(--_edge)) }')).to.deep.equal([]);
  });

  for (const tag of sampledTags)
    for (const name of scenarioNames) {
      const scenario = scenarios[tag][name];
      if ('absent' in scenario) continue;

      it(`${tag}, ${name}: text is readable in every theme, and every color comes from a token`, async function () {
        this.timeout(20_000);
        const { root, element, arrive } = stage(tag, scenario, 'en-GB');
        document.body.append(root);
        await arrive();
        const shadow = element.shadowRoot!;
        expect([...readPaints(shadow)], 'something is painted').to.not.be.empty;
        for (const [theme, values] of Object.entries(themes))
          for (const scheme of schemes) {
            const undo = applyTheme(root, values, scheme);
            const faint = [...readTexts(shadow)].filter(({ ratio }) => ratio < 4.5);
            expect(faint, `${theme}, ${scheme}`).to.deep.equal([]);
            undo();
          }
        const only = 'rgb(20, 120, 90)';
        applyTheme(root, monochrome(only), 'light');
        const others = [...readPaints(shadow)].filter(({ color }) => {
          const [red, green, blue, alpha] = pixel(color);
          return alpha > 0 && `${red}, ${green}, ${blue}` !== '20, 120, 90';
        });
        expect(others).to.deep.equal([]);
      });
    }
});
