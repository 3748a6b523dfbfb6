// The guides of frameworks print files of the apps in test/apps, which are built and tested there.
import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, it } from 'node:test';
import { snippetsOf, where } from './snippets/markdown.ts';

const guides = globSync('docs/frameworks/*.md').sort();
const apps = globSync('test/apps/*/package.json')
  .map((path) => basename(join(path, '..')))
  .sort();

/** Files that every project of a framework has, or that its own tool generates. */
const SCAFFOLD =
  /(^|\/)(package\.json|angular\.json|next-env\.d\.ts|tsconfig(\.\w+)?\.json|index\.html|vite\.config\.ts)$/;

describe('framework guides', () => {
  it('each app has a guide, and each guide an app', () => {
    assert.ok(apps.length > 0);
    assert.deepEqual(
      guides.map((path) => basename(path, '.md')),
      apps,
    );
  });

  for (const guide of guides) {
    const folder = join('test/apps', basename(guide, '.md'));
    const files = snippetsOf(guide).filter(({ name }) => existsSync(join(folder, name)));

    for (const snippet of snippetsOf(guide))
      it(`${where(snippet)}: is a file of the app, or a command`, () => {
        if (snippet.language === 'sh') return;
        const path = join(folder, snippet.name);
        assert.ok(existsSync(path), `${path} does not exist`);
        assert.equal(snippet.code, readFileSync(path, 'utf8'));
      });

    it(`${guide}: prints each file of the app that a reader writes`, () => {
      const written = globSync('**/*.*', { cwd: folder, exclude: (path) => /node_modules|dist/.test(path) }).filter(
        (path) => !SCAFFOLD.test(path),
      );
      const printed = new Set(files.map(({ name }) => name));
      assert.deepEqual(
        written.filter((path) => !printed.has(path)),
        [],
      );
    });

    it(`${guide}: installs the package`, () => {
      const commands = snippetsOf(guide).filter(({ language }) => language === 'sh');
      assert.match(commands.map(({ code }) => code).join(''), /npm install clientele\b/);
    });
  }
});
