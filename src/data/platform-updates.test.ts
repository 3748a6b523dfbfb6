import { expect } from 'chai';
import { Note } from '../domain/note.ts';
import { until } from '../testing/kit.ts';
import { backend, note, observe, page, releaseAll } from '../testing/watched.ts';
import type { ListResource } from './observe.ts';
import type { ListQuery } from './query.ts';

const { now } = Date;
let passed = 0;

/** Lets the clock go on, which the distance between two refetches is measured by. */
const pass = (milliseconds: number): void => {
  passed += milliseconds;
  Date.now = () => now() + passed;
};

const rowsOf = ({ snapshot }: ListResource<Note, unknown>) =>
  snapshot.phase === 'ready' ? snapshot.data.items.map(({ id, body }) => `${id}: ${body}`).join() : snapshot.phase;
const hasNotice = ({ snapshot }: ListResource<Note, unknown>) =>
  snapshot.phase === 'ready' && snapshot.hasRemoteChanges;

/** Observes a list of all customers, whose rows the test sets. */
async function setup() {
  const { client, watch } = backend();
  let rows: readonly string[] = ['1: a', '2: b'];
  let reads = 0;
  const query: ListQuery<Note> = {
    name: 'customers.list',
    customerId: undefined,
    ports: ['customers', 'orders'],
    pageSize: 2,
    schema: Note,
    load: () => {
      reads++;
      return Promise.resolve(page(rows.map((row) => ({ ...note(row.split(': ')[0]!), body: row.split(': ')[1]! }))));
    },
  };
  const list = observe(client, query);
  const { topics, notify } = await watch();
  const has = (...changed: readonly string[]) => (rows = changed);
  await until(() => rowsOf(list) === '1: a,2: b', 'the rows');
  return { list, topics, notify, has, reads: () => reads };
}

describe('live updates: a list of all customers', () => {
  afterEach(() => {
    releaseAll();
    passed = 0;
    Date.now = now;
  });

  it('follows the ports that it names, of any customer', async () => {
    const { list, topics, notify, has } = await setup();
    expect(topics).to.deep.equal(['/customers', '/orders']);
    pass(10_000);
    has('1: a', '2: changed');
    notify({ port: 'orders' });
    await until(() => rowsOf(list) === '1: a,2: changed', 'the new value');
    expect(hasNotice(list)).to.equal(false);
  });

  it('keeps each row in its place with its new values, and shows the latest rows on request', async () => {
    const { list, notify, has } = await setup();
    pass(10_000);
    has('3: new', '1: changed');
    notify({ port: 'customers' });
    await until(() => hasNotice(list), 'the notice');
    expect(rowsOf(list)).to.equal('1: changed,2: b');
    list.refresh();
    await until(() => rowsOf(list) === '3: new,1: changed', 'the latest rows');
    expect(hasNotice(list)).to.equal(false);
  });

  it('is fetched every five seconds at most, however many changes arrive, and misses none', async () => {
    const { list, notify, has, reads } = await setup();
    for (let count = 0; count < 50; count++) notify({ port: 'orders' });
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(reads()).to.equal(1);
    has('1: a', '2: last');
    pass(5000);
    await until(() => rowsOf(list) === '1: a,2: last', 'the last change');
    expect(reads()).to.equal(2);
  });
});
