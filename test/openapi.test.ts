import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { it } from 'node:test';
import { createOpenApi, openApiPath } from '../tools/openapi.ts';
import { toYaml } from '../tools/yaml.ts';

it('docs/openapi.yaml matches the schemas and routes: run `node tools/openapi.ts` to update it', async () => {
  assert.equal(await readFile(new URL(`../${openApiPath}`, import.meta.url), 'utf8'), createOpenApi());
});

it('describes the bounds of a text that is trimmed', () => {
  const [, input] = /\n {4}NoteInput:\n([^]*?)\n {4}\w+:\n/.exec(createOpenApi()) ?? [];
  assert.match(input ?? '', /body:\n {10}type: string\n {10}minLength: 1\n {10}maxLength: 10000\n/);
});

it('writes YAML that parses to the same value', () => {
  const value = {
    plain: 'a text',
    yes: 'yes',
    code: '404',
    '200': [{ a: 1, b: [] }, 'x: y', []],
    lines: 'one\n\n- two',
    deep: { empty: {}, none: null, left: undefined },
  };
  assert.equal(
    toYaml(value),
    `'200':
  - a: 1
    b: []
  - 'x: y'
  - []
plain: a text
'yes': 'yes'
code: '404'
lines: |-
  one

  - two
deep:
  empty: {}
  none: null
`,
  );
});
