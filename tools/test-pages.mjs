// Several test files run in one page in a complete run, because each page loads, compiles and runs the modules of the
// library anew: half a second to two, by engine. `wtr --files` runs each of its files in a page of its own.

/** How many files share a page. */
const SIZE = 8;

const PREFIX = 'virtual:test-file/';

/**
 * Returns the files of each page by its first file, which stands for the page.
 * @param {readonly string[]} files
 * @param {ReadonlySet<string>} alone files that need a page of their own
 * @returns {Map<string, string[]>}
 */
export function sharePages(files, alone) {
  /** @type {Map<string, string[]>} */
  const pages = new Map();
  /** @type {string[]} */
  let page = [];
  for (const file of files) {
    if (alone.has(file)) {
      pages.set(file, [file]);
      continue;
    }
    if (page.length === 0 || page.length === SIZE) pages.set(file, (page = []));
    page.push(file);
  }
  return pages;
}

/**
 * Lets the tests of a file be in a suite with its name, so that reports tell the files of a page apart.
 * @param {string} file
 */
const begin = (file) => `
const suite = Mocha.Suite.create(mocha.suite, ${JSON.stringify(file)});
Mocha.interfaces.bdd(suite);
suite.emit('pre-require', globalThis, suite.title, mocha);
`;

/**
 * Makes the module of a page's first file import all files of the page.
 * @param {ReadonlyMap<string, readonly string[]>} pages
 * @param {(file: string) => string} pathOf
 * @returns {import('rolldown').Plugin}
 */
export const testPages = (pages, pathOf) => ({
  name: 'test-pages',
  // A test is imported for its side effects, which the package says its sources do not have.
  resolveId: (id, importer) =>
    id.startsWith(PREFIX) || importer?.startsWith(PREFIX) ? { id, moduleSideEffects: true } : null,
  load(id) {
    if (!id.startsWith(PREFIX)) return null;
    const [kind, file = ''] = id.slice(PREFIX.length).split(':');
    if (kind === 'begin') return begin(file);
    return (pages.get(file) ?? [])
      .map((each) => `import '${PREFIX}begin:${each}';\nimport ${JSON.stringify(pathOf(each))};`)
      .join('\n');
  },
});

/** Returns the id of the module that stands for a page. */
export const pageModule = (/** @type {string} */ file) => `${PREFIX}page:${file}`;
