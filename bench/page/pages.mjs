// The pages that are measured, each as files and a way to see that it is ready.
import { readFile } from 'node:fs/promises';
import { basename, dirname, relative, resolve } from 'node:path';
import { bundle, widgets } from '../../tools/bundle.mjs';
import { answersScript } from '../dashboard/answers.ts';
import { filesOf, READY } from '../dashboard/dashboard.mjs';

/** @typedef {'ours' | 'peer' | 'all' | 'many-ours' | 'many-peer'} PageName */

/** @param {string} name @param {string} body @returns {Promise<[path: string, text: string][]>} */
async function ownFiles(name, body) {
  const { files } = await bundle(`import './bench/page/${name}.js';`);
  const entry = files[0]?.path ?? '';
  const markup = `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>${name}</title>
    <link rel="stylesheet" href="/peer/page.css"><script src="/answers.js"></script>
    <body>${body}<script type="module" src="/${name}/${basename(entry)}"></script></body></html>`;
  return [
    [`/${name}/index.html`, markup],
    ...files.map(
      ({ path, text }) => /** @type {[string, string]} */ ([`/${name}/${relative(dirname(entry), path)}`, text]),
    ),
  ];
}

const dashboard = (/** @type {string} */ content) =>
  `<customer-dashboard customer-id="C-20817" time-zone="Europe/London">${content}</customer-dashboard>`;

/** Returns the files of pages. @param {readonly PageName[]} names @param {number} rows of each list; 0: as many as by default */
export async function filesOfPages(names, rows) {
  const bodies = {
    all: () =>
      dashboard(
        widgets()
          .map((tag) => `<${tag}></${tag}>`)
          .join(''),
      ),
    'many-ours': () => dashboard(''),
    'many-peer': () => '<main class="sheet"></main>',
  };
  const files = await Promise.all(
    names.map((name) => (name === 'ours' || name === 'peer' ? filesOf(name) : ownFiles(name, bodies[name]()))),
  );
  return new Map([
    ...files.flat(),
    ['/answers.js', await answersScript(rows)],
    ['/peer/page.css', await readFile(resolve(import.meta.dirname, '../dashboard/peer/page.css'), 'utf8')],
  ]);
}

/** @param {string} origin @param {PageName} name @param {string} query */
export const pageOf = (origin, name, query) => ({
  url: `${origin}/${name}/index.html?${query}`,
  isReady: name.endsWith('peer') ? READY.peer : READY.ours,
});
