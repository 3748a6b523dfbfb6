// Checks that the generated modules match the folders of src/, and that the built texts match the sources.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { generated } from '../tools/generate/modules.mjs';
import { convention, faults } from '../tools/generate/widgets.mjs';
import { isLanguage, packWords } from '../tools/pack-words.mjs';

describe('modules that `npm run generate` writes', async () => {
  for (const { path, text } of await generated())
    it(`${path} is up to date`, () => assert.equal(readFileSync(path, 'utf8'), text));
});

describe('the folder of a widget', () => {
  it('is in the registry, and has every file of the convention', () => assert.deepEqual(faults(), []));

  it('without a required file or registry entry is reported', () => {
    const folder = 'src/widgets/test-of-folders';
    mkdirSync(folder);
    try {
      assert.deepEqual(faults(), ['test-of-folders is not in src/widgets/registry.ts.']);
    } finally {
      rmdirSync(folder);
    }
    const tags = { 'notes-panel': true, 'no-such-widget': true };
    assert.deepEqual(faults(Object.keys(tags)).slice(-1), [
      'no-such-widget is in src/widgets/registry.ts and has no folder.',
    ]);
    assert.ok(convention('notes-panel').includes('words.id.ts'));
  });
});

describe('messages of other languages in the build', () => {
  it('are arrays without names, sorted by name', async () => {
    const { code } = await packWords(
      "export const words = { title: 'b', close: { other: 'a' }, a1: 'c' };",
      'words.id.ts',
    );
    assert.equal(code, 'export const words = ["c",{"other":"a"},"b"];\n');
  });

  it('match the modules of a language, but not English ones, tests or helpers', () => {
    const paths = [
      'words.id.ts',
      'a/words.id.ts',
      'a/edit-words.pt-BR.js',
      'words.en.ts',
      'own-words.test.ts',
      'a/words.ts',
    ];
    assert.deepEqual(paths.filter(isLanguage), paths.slice(0, 3));
  });
});
