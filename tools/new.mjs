// Creates a widget or a port whose files pass every check as they are.
// npm run new -- port gift-cards                a list of a customer, in the contract, in memory and on the server
// npm run new -- widget gift-cards-panel        a widget that shows it
// npm run new -- port returns --item ReturnCase
// npm run new -- widget returns-table --reads returns.list
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { Changes } from './new/changes.mjs';
import { addPort } from './new/port.mjs';
import { addWidget } from './new/widget.mjs';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { item: { type: 'string' }, reads: { type: 'string' } },
});
const [kind = '', name = '', ...more] = positionals;

try {
  if (!['widget', 'port'].includes(kind) || !/^[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*$/.test(name) || more.length > 0)
    throw new Error('Usage: npm run new -- widget|port NAME, with a name like gift-cards.');
  const changes = new Changes();
  const { generators, left } = await (kind === 'widget'
    ? addWidget(changes, name, values.reads)
    : addPort(changes, name, values.item));
  for (const path of await changes.save()) console.log(`${path} written.`);
  for (const generator of generators) {
    const { status } = spawnSync(process.execPath, [generator], { stdio: 'inherit' });
    if (status !== 0) throw new Error(`node ${generator} failed.`);
  }
  console.log(`\nWhat remains to do:\n${left.map((task) => `- ${task}`).join('\n')}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
