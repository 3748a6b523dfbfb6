import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { themes as tested } from '../src/testing/colors.ts';
import { propertiesOf, readTheme, styleSheetOf, themes } from './themes.mjs';

const tokens = readFileSync('src/ui/tokens.ts', 'utf8');
const plain = (css: string): string => css.replaceAll(/['"]/g, '').replaceAll(/\s+/g, '').replaceAll(',)', ')');

describe('themes', () => {
  it('include the default and at least one other', () => {
    assert.deepEqual(themes().sort(), ['src/themes/default', 'src/themes/sepia']);
  });

  for (const path of themes()) {
    it(`${path}.css matches its tokens`, async () => {
      assert.equal(readFileSync(`${path}.css`, 'utf8'), await styleSheetOf(path), 'run `npm run themes`');
    });

    it(`${path}: the hexadecimal form of a color equals its components, and each token exists in the library`, () => {
      for (const group of Object.values(readTheme(path)))
        for (const [name, token] of Object.entries(group)) {
          if (name.startsWith('$') || typeof token !== 'object') continue;
          assert.match(tokens, new RegExp(`--clientele-${name}\\b`));
          const { $value } = token;
          if (typeof $value !== 'object' || !('hex' in $value)) continue;
          const bytes = $value.components.map((share: number) =>
            Math.round(share * 255)
              .toString(16)
              .padStart(2, '0'),
          );
          assert.equal(`#${bytes.join('')}`, $value.hex);
        }
    });
  }

  it('include sepia, whose color pairs are tested', () => {
    const sepia = Object.entries(tested['sepia'] ?? {}).map(([name, value]) => [`--clientele-${name}`, value]);
    assert.deepEqual(propertiesOf(readTheme('src/themes/sepia')), Object.fromEntries(sepia));
  });

  it('state the library’s own defaults in the default theme', () => {
    for (const [name, value] of Object.entries(propertiesOf(readTheme('src/themes/default'))))
      assert.ok(plain(tokens).includes(plain(`var(${name}, ${value})`)), `${name}: ${value}`);
  });
});
