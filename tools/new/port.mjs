// Creates a port: a list of a customer in the contract, in the memory adapter and on the reference server.
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import * as domain from '../../src/domain/index.ts';
import { camel, kebab, pascal, singular, spaced } from './names.mjs';
import { filled } from './template.mjs';

/**
 * @param {import('./changes.mjs').Changes} changes
 * @param {string} name the name of its path: `gift-cards`
 * @param {string} [Item] the schema of a row
 */
export async function addPort(changes, name, Item = pascal(singular(name))) {
  if (!/^[A-Z]\w*$/.test(Item) || Item in domain) throw new Error(`Name a schema that does not exist yet with --item.`);
  const item = kebab(Item);
  const [port, Port] = [camel(name), pascal(name)];
  const values = {
    ...{ name, port, Port, item, Item, itemVar: camel(item), noun: spaced(item), nouns: spaced(name) },
    ...{ table: name.replaceAll('-', '_'), key: `${item.replaceAll('-', '_')}_id` },
  };
  const migration = `demo/server/migrations/${nextMigration()}_${values.table}.sql`;

  const files = {
    domain: `src/domain/${item}.ts`,
    port: `src/adapter/ports/${name}.ts`,
    memory: `src/adapters/memory/${name}.ts`,
    operation: `demo/server/operations/${name}.ts`,
  };
  for (const [template, path] of Object.entries(files)) changes.create(path, filled(`port/${template}.ts`, values));
  changes.create(migration, filled('port/migration.sql', values));

  addToContract(changes, values);
  addToMemory(changes, values);
  addToServer(changes, values);

  return {
    generators: ['tools/openapi.ts'],
    left: [
      `Describe the members in ${files.domain}, and what the list can do in ${files.port}.`,
      `Change ${files.memory}, ${files.operation} and ${migration} to match: the compiler names what is missing.`,
      'Add the rules of the port that no other list has to src/adapter/conformance, each with an adapter that breaks it in test/conformance.',
      `Write a widget that shows it: npm run new -- widget ${name}-panel.`,
      'Say in CHANGELOG.md what platforms can offer now.',
    ],
  };
}

/** @returns {string} the number of the next migration: `011` */
function nextMigration() {
  const numbers = globSync('demo/server/migrations/*.sql').map((path) => Number.parseInt(basename(path), 10));
  return String(Math.max(...numbers) + 1).padStart(3, '0');
}

/** @typedef {(changes: import('./changes.mjs').Changes, values: Record<string, string>) => void} Step */

/** @type {Step} */
function addToContract(changes, { name, port, Port, item, nouns }) {
  changes.insertSorted('src/domain/index.ts', /^export \* from/, `export * from './${item}.ts';`);
  const ports = 'src/adapter/ports.ts';
  changes.addImport(ports, `import { ${port}, type ${Port}Port } from './ports/${name}.ts';`);
  changes.insertInto(ports, 'export type {', `  ${Port}Port,`);
  changes.insertInto(ports, 'export interface Ports {', `  readonly ${port}?: ${Port}Port;`);
  changes.insertInto(ports, 'export const ports = {', `  ${port},`);
  const topics = "the operator's permissions change";
  changes.insertBefore('docs/guides/embedding.md', topics, `| \`${port}\` | the ${nouns} change |`);
}

/** @type {Step} */
function addToMemory(changes, { name, port }) {
  const lists = 'src/adapters/memory/plain-lists.ts';
  changes.addImport(lists, `import { ${port} } from './${name}.ts';`);
  changes.replace(lists, /(?<=^const plainLists = \{[^}]*?),?\s*\};/m, `, ${port} };`);
}

/** @type {Step} */
function addToServer(changes, values) {
  const { name, port, table } = values;
  const handlers = 'demo/server/operations/handlers.ts';
  changes.addImport(handlers, `import * as ${port} from './${name}.ts';`);
  changes.insertInto(handlers, 'const byPort: {', `  ${port},`);
  // The rows of a customer are on one node, so that its page asks one.
  changes.insertBefore('demo/server/database/distribution.ts', "'reveals',", `  '${table}',`);
  const row = `| \`${table}\` | distributed | the same with \`'${table}'\` |`;
  changes.insertBefore('docs/scale.md', '| `reveals`', row);
}
