// Creates the folder of a widget: a table of what a list operation returns. Rows about a product that was added get the
// base class of such lists.
import { globSync, readFileSync } from 'node:fs';
import * as domain from '../../src/domain/index.ts';
import { operations } from '../../src/adapter/operations.ts';
import { knownCustomers, memoryAdapter } from '../../src/adapters/memory/index.ts';
import { camel, capitalized, kebab, pascal, singular, spaced } from './names.mjs';
import { filled } from './template.mjs';

/** The files of a widget and their templates. */
const FILES = (/** @type {string} */ tag) => ({
  element: `${tag}.ts`,
  test: `${tag}.test.ts`,
  scenarios: 'scenarios.ts',
  'words.en': 'words.en.ts',
  'words.id': 'words.id.ts',
});

/** The members that can name a row, the best first, with their labels in English and Indonesian. */
const NAMES = [
  ['number', 'Number', 'Nomor'],
  ['name', 'Name', 'Nama'],
  ['subject', 'Subject', 'Perihal'],
  ['title', 'Title', 'Judul'],
  ['id', 'ID', 'ID'],
];

/**
 * @param {import('./changes.mjs').Changes} changes
 * @param {string} tag
 * @param {string} [reads] the operation; default: the list of the port with the name of the tag, or without its last word
 */
export async function addWidget(changes, tag, reads = listNamedAfter(tag)) {
  if (!tag.includes('-')) throw new Error(`A tag needs a hyphen: ${tag}-panel.`);
  const operation = /** @type {Record<string, import('../../src/adapter/operation.ts').Operation>} */ (operations)[
    reads
  ];
  if (!operation) throw new Error(`There is no operation ${reads}. Name one with --reads, or create its port first.`);
  if (operation.kind !== 'list' || operation.scope !== 'customer' || operation.path.includes('{'))
    throw new Error(`${reads} is not a list of a customer.`);

  const { rows, total } = await rowsOf(reads);
  /** @type {Readonly<Record<string, { readonly entries?: Readonly<Record<string, { type: string }>> }>>} */
  const schemas = { .../** @type {any} */ (domain) };
  const entries = schemas[operation.item]?.entries ?? {};
  const [name = 'id', Name = '', NameId = ''] = NAMES.find(([member = '']) => entries[member]?.type === 'string') ?? [];
  const [port = '', method = ''] = reads.split('.');
  const intent = kebab(method === 'list' ? port : method);
  const search = operation.can?.search ? 'yes' : '';
  const isProduct = Boolean(entries.product && entries.addedAt);
  const hasCreated = Boolean(entries.createdAt);
  const longest = 'Donaudampfschifffahrtsgesellschaft'.repeat(3);
  const [first] = /** @type {readonly any[]} */ (rows);
  const noun = spaced(kebab(operation.item));
  // A port can be named after one thing with many rows: the rows of a cart are cart items.
  const plural = spaced(intent) === singular(spaced(intent)) ? `${noun}s` : spaced(intent);
  const values = {
    ...{ tag, reads, port, method, intent, name, Name, NameId, search },
    ...{ Class: pascal(tag), words: `${camel(tag)}Words` },
    ...{ Item: operation.item, domain: moduleOf(operation.item) },
    ...{ noun, nouns: plural, Nouns: capitalized(plural) },
    product: isProduct ? 'yes' : '',
    noProduct: isProduct ? '' : 'yes',
    Base: isProduct ? 'ProductTableWidget' : 'TableWidget',
    columns: [...(isProduct ? ['product', 'added'] : [name]), ...(hasCreated ? ['created'] : [])]
      .map((column) => `'${column}'`)
      .join(', '),
    usesColumns: isProduct && !hasCreated ? '' : 'yes',
    listColumns: isProduct && !hasCreated ? 'type { ListColumn }' : '{ ListColumns, type ListColumn }',
    created: hasCreated ? 'yes' : '',
    noSearch: search ? '' : 'yes',
    long: JSON.stringify(
      isProduct ? { ...first, product: { ...first.product, title: longest } } : { ...first, [name]: longest },
    ),
    shown: JSON.stringify(isProduct ? first.product.title : first[name]),
    total: String(total),
  };
  for (const [template, file] of Object.entries(FILES(tag)))
    changes.create(`src/widgets/${tag}/${file}`, filled(`widget/${template}.ts`, values));

  changes.insertSorted(
    'src/widgets/registry.ts',
    /^ {2}'[\w-]+': \{ reads/,
    `  '${tag}': { reads: '${reads}', list: { intent: '${intent}', row: 'row' } },`,
  );
  const guide = 'docs/guides/embedding.md';
  const [, links = ''] = changes.read(guide).split('\n## Links\n');
  if (!links.split('\n## ')[0]?.includes(`\`${intent}\``))
    changes.insertBefore(guide, '| `sign-in`', `| \`${intent}\` | \`customerId\` | all rows open in a dialog |`);

  return {
    generators: ['tools/generate.mjs'],
    left: [
      `Choose the columns, icon and order in src/widgets/${tag}/${tag}.ts, and document its parts there.`,
      `Translate "${values.nouns}" in src/widgets/${tag}/words.id.ts.`,
      'Write a test for each column that you add, and look at the widget in every state: npm run storybook.',
      'Say in CHANGELOG.md and docs/features.md what users can do now.',
    ],
  };
}

/** Returns the list of the port that a tag is named after. @param {string} tag */
const listNamedAfter = (tag) =>
  `${camel(tag)}.list` in operations ? `${camel(tag)}.list` : `${camel(tag.replace(/-[a-z]+$/, ''))}.list`;

/**
 * Returns the data of the fictional shop's first customer.
 * @param {string} reads
 */
async function rowsOf(reads) {
  const [port = '', method = ''] = reads.split('.');
  const list = /** @type {any} */ (memoryAdapter())[port][method];
  const page = await list(knownCustomers.ingrid, { first: 100 }, { signal: new AbortController().signal });
  /** @type {readonly Record<string, unknown>[]} */
  const rows = page.items;
  if (rows.length < 3)
    throw new Error(`${reads} needs three rows of ${knownCustomers.ingrid} in src/adapters/memory/shop.`);
  return { rows, total: rows.length };
}

/** Returns the module of src/domain that exports a schema. @param {string} schema */
function moduleOf(schema) {
  const path = globSync('src/domain/*.ts').find((each) =>
    new RegExp(`^export const ${schema}[:\\s]`, 'm').test(readFileSync(each, 'utf8')),
  );
  if (!path) throw new Error(`No module of src/domain exports ${schema}.`);
  return path.replaceAll('\\', '/').replace('src/domain/', '').replace('.ts', '');
}
