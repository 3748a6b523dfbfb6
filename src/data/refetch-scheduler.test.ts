import { expect } from 'chai';
import { AdapterError } from '../adapter/adapter-error.ts';
import { Note } from '../domain/note.ts';
import { deferred, until } from '../testing/kit.ts';
import {
  backend,
  changed,
  ids,
  list,
  note,
  observe,
  page,
  releaseAll,
  waitForDebounce,
  shows,
} from '../testing/watched.ts';
import type { Resource } from './observe.ts';
import { write, type Write } from './write.ts';

afterEach(releaseAll);

describe('live updates: a change', () => {
  it('refetches what has changed, and nothing else', async () => {
    const { client, reads, has, watch } = backend();
    const here = observe(client);
    const there = observe(client, list('B'));
    const { notify } = await watch();
    has(['2', '1']);
    notify(changed);
    await shows(here, '2,1');
    await waitForDebounce();
    expect([reads.length, ids(there)]).to.deep.equal([3, '1']);
  });

  it('is fetched once if it is reported many times', async () => {
    const { client, reads, has, watch } = backend();
    const resource = observe(client);
    const { notify } = await watch();
    for (let count = 1; count <= 200; count++) {
      has([String(count)]);
      notify(changed);
      if (count % 50 === 0) await waitForDebounce(5);
    }
    await shows(resource, '200');
    expect(reads).to.have.length(2);
  });

  it('is fetched once a second if there are endless reports', async () => {
    const { client, reads, watch } = backend();
    observe(client);
    const { notify } = await watch();
    for (const end = Date.now() + 1500; Date.now() < end; await waitForDebounce(20)) notify(changed);
    expect(reads.length).to.be.within(3, 4);
  });

  it('during a read causes another read, and the first answer is shown', async () => {
    const { client, reads, hold, has, watch } = backend();
    const resource = observe(client);
    const { notify } = await watch();
    hold();
    notify(changed);
    await until(() => reads.length === 2, 'a read');
    notify(changed);
    await waitForDebounce(200);
    expect([reads.length, reads[1]!.signal.aborted]).to.deep.equal([2, false]);
    hold(false);
    has(['3']);
    reads[1]!.answer.resolve(page([note('2')]));
    await shows(resource, '2');
    await shows(resource, '3');
    expect(reads).to.have.length(3);
  });

  it('is not fetched again if a later read contains it', async () => {
    const { client, reads, has, watch } = backend();
    const resource = observe(client);
    const { notify } = await watch();
    notify(changed);
    await waitForDebounce(5);
    has(['2']);
    resource.refresh();
    await shows(resource, '2');
    await waitForDebounce();
    expect(reads).to.have.length(2);
  });

  it('of something off screen is fetched when it comes back', async () => {
    const { client, reads, has, watch } = backend();
    const there = observe(client, list('B'));
    const here = observe(client);
    await watch();
    await shows(here, '1');
    await shows(there, '1');
    here.release();
    await watch(2);
    has(['2']);
    const again = observe(client);
    expect([ids(again), reads.length]).to.deep.equal(['1', 2]);
    await shows(again, '2');
    await waitForDebounce();
    expect(reads).to.have.length(3);
  });

  it('is ignored if it arrives after the customer was switched', async () => {
    const { client, reads, watch } = backend();
    const here = observe(client);
    const { notify } = await watch();
    observe(client, list('B'));
    here.release();
    await watch(2);
    const before = reads.length;
    notify({ customerId: 'B', port: 'notes' });
    await waitForDebounce();
    expect(reads).to.have.length(before);
  });

  it('is ignored if it is invalid', async () => {
    const { client, reads, watch } = backend();
    observe(client);
    const { notify } = await watch();
    const circular: Record<string, unknown> = {};
    circular['customerId'] = circular['port'] = circular;
    for (const nonsense of [undefined, null, 0, 'A/notes', [], circular, { customerId: 'A' }, { port: 'notes' }])
      notify(nonsense);
    await waitForDebounce();
    expect(reads).to.have.length(1);
    notify({ ...changed, idempotencyKey: 7 });
    await until(() => reads.length === 2, 'another invalid field does not matter');
  });
});

describe('live updates: a list of several pages', () => {
  async function deep() {
    const parts = backend();
    parts.has(['1'], 'c1');
    const resource = observe(parts.client);
    await shows(resource, '1');
    resource.more();
    await shows(resource, '1,last');
    return { ...parts, resource, ...(await parts.watch()) };
  }
  const isOutdated = ({ snapshot }: Resource<unknown>): boolean =>
    snapshot.phase === 'ready' && snapshot.hasRemoteChanges;

  it('keeps its rows and reports remote changes until it is refetched', async () => {
    const { resource, reads, has, notify } = await deep();
    has(['2', '1'], 'c1');
    expect(isOutdated(resource)).to.equal(false);
    notify(changed);
    await until(() => isOutdated(resource), 'outdated');
    expect([ids(resource), reads.length]).to.deep.equal(['1,last', 2]);
    resource.refresh();
    await shows(resource, '2,1');
    expect(isOutdated(resource)).to.equal(false);
  });

  it('keeps a pending page', async () => {
    const { client, reads, has, hold, watch } = backend();
    has(['1'], 'c1');
    const resource = observe(client);
    const { notify } = await watch();
    hold();
    resource.more();
    notify(changed);
    await waitForDebounce();
    expect(reads[1]!.signal.aborted).to.equal(false);
    reads[1]!.answer.resolve(page([note('last')]));
    await shows(resource, '1,last');
    await until(() => isOutdated(resource), 'outdated');
    expect(reads).to.have.length(2);
  });

  it('shows an own write, and does not report it as a remote change', async () => {
    const { client, resource, notify } = await deep();
    await write(client, 'k1', adding(Promise.resolve(note('2'))));
    notify({ ...changed, idempotencyKey: 'k1' });
    await waitForDebounce();
    expect([ids(resource), isOutdated(resource)]).to.deep.equal(['2,1,last', false]);
    notify({ ...changed, idempotencyKey: 'k2' });
    await until(() => isOutdated(resource), 'another’s');
  });
});

const adding = (outcome: Promise<unknown>, names: Partial<Write<Note, Note>> = {}): Write<Note, Note> => ({
  customerId: 'A',
  schema: Note,
  list: {
    name: 'notes.list',
    confirmed: (items, written) => [written, ...items.filter(({ id }) => id !== written.id)],
  },
  send: () => outcome,
  ...names,
});

describe('live updates: an own write', () => {
  it('is fetched once if its echo comes after its answer', async () => {
    const { client, reads, has, watch } = backend();
    const resource = observe(client);
    const { notify } = await watch();
    has(['2', '1']);
    await write(client, 'k1', adding(Promise.resolve(note('2'))));
    notify({ ...changed, idempotencyKey: 'k1' });
    await waitForDebounce();
    expect([reads.length, ids(resource)]).to.deep.equal([2, '2,1']);
  });

  it('is fetched once if its echo comes before its answer', async () => {
    const { client, reads, has, watch } = backend();
    const resource = observe(client);
    const { notify } = await watch();
    const answer = deferred<unknown>();
    const written = write(client, 'k1', adding(answer.promise));
    has(['2', '1']);
    notify({ ...changed, idempotencyKey: 'k1' });
    await waitForDebounce();
    expect(reads).to.have.length(1);
    answer.resolve(note('2'));
    await written;
    await waitForDebounce(1300);
    expect([reads.length, ids(resource)]).to.deep.equal([2, '2,1']);
  });

  it('is shown even if its answer was lost', async () => {
    const { client, has, watch } = backend();
    const resource = observe(client);
    const { notify } = await watch();
    const answer = deferred<unknown>();
    const written = write(client, 'k1', adding(answer.promise)).catch(() => {});
    has(['2', '1']);
    notify({ ...changed, idempotencyKey: 'k1' });
    await waitForDebounce();
    answer.reject(new AdapterError('timeout'));
    await written;
    await shows(resource, '2,1');
  });

  it('refetches the other lists that it touches', async () => {
    const { client, reads, has, watch } = backend();
    const resource = observe(client);
    const { notify } = await watch();
    has(['2']);
    await write(client, 'k1', adding(Promise.resolve(note('2')), { list: { name: 'credit.accounts' } }));
    expect(reads).to.have.length(1);
    notify({ ...changed, idempotencyKey: 'k1' });
    await shows(resource, '2');
  });

  it('does not hide a change by others that arrives with it', async () => {
    const { client, reads, hold, has, watch } = backend();
    const resource = observe(client);
    const { notify } = await watch();
    await shows(resource, '1');
    hold();
    await write(client, 'k1', adding(Promise.resolve(note('2'))));
    notify(changed);
    notify({ ...changed, idempotencyKey: 'k1' });
    reads[1]!.answer.resolve(page([note('2'), note('1')]));
    hold(false);
    has(['3', '2', '1']);
    await shows(resource, '3,2,1');
    expect(reads).to.have.length(3);
  });
});
