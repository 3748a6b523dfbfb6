import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundle, defining, widgets } from './bundle.mjs';
import { declareProperties } from './declare-properties.mjs';
import { minifyMarkup } from './minify-markup.mjs';
import { minifyStyles, shortenNames } from './minify-styles.mjs';

test('markup keeps one space for a line break with its indentation, and everything else', async () => {
  const { code } = await minifyMarkup(`const a = (b) => html\`<p
    class="x  y"
    title=\${b}
  >
    One  \${c
      ? html\`<b>
          two</b>\`
      : nothing}
    three
  </p>\`;
  const text = \`
    as it is\`;`);
  assert.match(code, /html`<p class="x {2}y" title=\$\{b\} > One {2}\$\{c/);
  assert.match(code, /html`<b> two<\/b>`\n {6}: nothing\} three <\/p>`;/);
  assert.match(code, /const text = `\n {4}as it is`/);
});

test('markup is minified in what TypeScript emits, with a space after the tag', async () => {
  const { code } = await minifyMarkup('const a = html `<p>\n  One\n</p>`;');
  assert.equal(code, 'const a = html `<p> One </p>`;');
});

test('markup in which line breaks are rendered is refused', async () => {
  for (const element of ['pre', 'textarea'])
    await assert.rejects(minifyMarkup(`html\`<${element} id="a">\n  text</${element}>\``), /cannot be minified/);
  await minifyMarkup('html`<textarea\n  id="a"\n></textarea>`');
});

test('a class declares its properties without decorators', async () => {
  const { code } = await declareProperties(`import { __decorate } from '../vendor/tslib.js';
import { property, state } from 'lit/decorators.js';
import { state as other } from './other.js';
export class A extends B { }
__decorate([
    property({ attribute: 'view-all', converter: { fromAttribute: (value) => [value, 'x'] } })
], A.prototype, "viewAll", void 0);
__decorate([
    property()
], A.prototype, "kinds", void 0);
__decorate([
    state()
], A.prototype, "open", void 0);
`);
  assert.equal(
    code.trim(),
    `import { state as other } from './other.js';
export class A extends B { }
A.createProperty("viewAll", { attribute: 'view-all', converter: { fromAttribute: (value) => [value, 'x'] } });
A.createProperty("kinds");
A.createProperty("open", { state: true });`,
  );
  for (const decorators of ['query("a")', 'property(), other()'])
    await assert.rejects(
      declareProperties(`__decorate([${decorators}], A.prototype, "a", void 0);`),
      /another decorator/,
    );
});

test('a style sheet and the code that sets its private properties get the same short names', async () => {
  const styles = await minifyStyles('css`a { inline-size: calc(var(--_unit) * 2); }`');
  assert.equal(styles.code, 'css`a{inline-size:calc(var(--_unit) * 2)}`');
  const sheet = await shortenNames(styles.code);
  const code = await shortenNames("style.setProperty('--_unit', '4px')");
  const [, name] = /var\((--_c\w+)\)/.exec(sheet.code) ?? [];
  assert.ok(name);
  assert.equal(code.code, `style.setProperty('${name}', '4px')`);
  assert.equal(
    (await shortenNames('var(--clientele-unit, var(--host_unit))')).code,
    'var(--clientele-unit, var(--host_unit))',
  );
  for (const part of ['`--_${name}`', '`--_bar-${name}`', 'var(--_row2)', 'var(--_rowTop)'])
    await assert.rejects(shortenNames(part), /cannot be shortened/);
});

test('no private name of the sources is in a bundle, and no two share a short one', async () => {
  const { files } = await bundle(defining(widgets()));
  const text = files.map((file) => file.text).join('\n');
  assert.deepEqual([...text.matchAll(/--_(?!c[0-9a-z]+\b)[\w-]+/g)].map(String), []);
  // Each token is declared once, with its public name.
  const tokens = [...text.matchAll(/(--_\w+):\s*var\(\s*(--clientele-[\w-]+),/g)].map(([, short, token]) => ({
    short,
    token,
  }));
  assert.ok(tokens.length > 40);
  for (const { short, token } of tokens)
    assert.deepEqual([...new Set(tokens.filter((one) => one.short === short).map((one) => one.token))], [token]);
});
