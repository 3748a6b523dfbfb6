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
  if (!/^[A-Z]\w*$/.test(Item) || Item in domain) throw new Error(`Name a schema that is not there yet with --item.`);
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
    shop: `src/adapters/memory/shop/${name}.ts`,
    operation: `demo/server/operations/${name}.ts`,
  };
  for (const [template, path] of Object.entries(files)) changes.create(path, filled(`port/${template}.ts`, values));
  changes.create(migration, filled('port/migration.sql', values));

  addToContract(changes, values);
  addToMemory(changes, values);
  addToServer(changes, values);

  return {
    generators: ['tools/openapi.ts', 'tools/new/pin-shop.mjs'],
    left: [
      `Describe the members in ${files.domain}, and what the list can do in ${files.port}.`,
      `Change ${files.memory}, ${files.shop}, ${files.operation} and ${migration} to match: the compiler names what is missing.`,
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
function addToMemory(changes, values) {
  const { name, port, Port, item, Item } = values;
  const memory = 'src/adapters/memory';
  changes.addImport(`${memory}/lists.ts`, `import type { ${Item} } from '../../domain/${item}.ts';`);
  changes.append(`${memory}/lists.ts`, filled('port/list.ts', values));

  changes.addImport(`${memory}/index.ts`, `import { ${port}Port } from './${name}.ts';`);
  changes.insertBefore(`${memory}/index.ts`, 'async permissions(', `    ${port}: ${port}Port(desk),`);

  changes.addImport(`${memory}/store.ts`, `import type { ${Item} } from '../../domain/${item}.ts';`);
  changes.insertInto(
    `${memory}/store.ts`,
    'export interface CustomerFile {',
    `  readonly ${port}: readonly ${Item}[];`,
  );
  changes.insertBefore(`${memory}/store.ts`, 'this.#files = new Map(', `    const ${port} = byCustomer(shop.${port});`);
  changes.insertBefore(
    `${memory}/store.ts`,
    'masked: shop.masked[',
    `          ${port}: ${port}.get(customer.id) ?? [],`,
  );

  changes.addImport(`${memory}/shop/types.ts`, `import type { ${Item} } from '../../../domain/${item}.ts';`);
  changes.insertInto(`${memory}/shop/types.ts`, 'export interface Shop {', `  readonly ${port}: readonly ${Item}[];`);
  changes.insertInto(
    `${memory}/shop/types.ts`,
    'export interface ShopCustomer {',
    `  readonly ${port}?: readonly ${Item}[];`,
  );

  changes.addImport(`${memory}/shop.ts`, `import { ingrid${Port} } from './shop/${name}.ts';`);
  changes.insertInto(
    `${memory}/shop.ts`,
    'return moveTo(now, {',
    `    ${port}: everyone.flatMap(({ ${port} = [] }) => ${port}),`,
  );
  changes.insertBefore(`${memory}/shop.ts`, 'masked: ingridMasked,', `      ${port}: ingrid${Port},`);
}

/** @type {Step} */
function addToServer(changes, values) {
  const { name, port } = values;
  const handlers = 'demo/server/operations/handlers.ts';
  changes.addImport(handlers, `import * as ${port} from './${name}.ts';`);
  changes.insertInto(handlers, 'const byPort: {', `  ${port},`);
  changes.insertInto('demo/server/seed.ts', 'async function seedShop(', filled('port/seed.ts', values).trimEnd());
}
