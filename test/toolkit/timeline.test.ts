// Merging of lists that are paged on their own, while others add to them.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AdapterError } from '../../src/adapter/adapter-error.ts';
import type { PageRequest } from '../../src/adapter/options.ts';
import { capabilitiesOf, listRows, mergeTimeline, type RowList } from '../../src/adapter/toolkit/index.ts';
import { createRandom } from '../../src/adapters/memory/random.ts';
import type { Login } from '../../src/domain/login.ts';
import type { ProfileChange } from '../../src/domain/profile-change.ts';
import type { TimelineEvent } from '../../src/domain/timeline.ts';

const customerId = 'C-1';
const options = { signal: new AbortController().signal, timeZone: 'UTC' };
const at = (minute: number): string => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
const newestFirst = <T extends { readonly id: string; readonly at: string }>(): RowList<T> => ({
  order: [
    { key: (row) => Date.parse(row.at), descending: true },
    { key: ({ id }) => id, descending: true },
  ],
  at: (row) => row.at,
});
const login = (id: string, minute: number): Login => ({ id, customerId, at: at(minute), outcome: 'succeeded' });
const change = (id: string, minute: number): ProfileChange => ({
  ...{ id, customerId, at: at(minute), kind: 'level', field: 'level' },
});

/** Two lists that grow, and what their calls do besides. */
function world(logins: Login[], changes: ProfileChange[], before: (list: string) => void = () => {}) {
  const port = <T extends { readonly id: string; readonly at: string }>(name: string, rows: readonly T[]) => ({
    capabilities: { list: capabilitiesOf(newestFirst<T>()) },
    async list(_: string, page: PageRequest) {
      before(name);
      return listRows(rows, page, options, newestFirst<T>()).page;
    },
  });
  return mergeTimeline({ logins: port('logins', logins), changes: port('changes', changes) });
}

type Timeline = ReturnType<typeof world>;

async function walk(timeline: Timeline, first: number, between: (page: number) => void = () => {}, filter = {}) {
  const events: TimelineEvent[] = [];
  const warnings: string[] = [];
  for (let [after, page]: [string | undefined, number] = [undefined, 0]; ; page += 1) {
    const answer = await timeline.list(customerId, { first, ...(after && { after }), ...filter }, options);
    assert.ok(answer.items.length === first || answer.next === null, 'a page before the last is not full');
    events.push(...answer.items);
    warnings.push(...(answer.warnings ?? []).map(({ code }) => code));
    if (answer.next === null) return { events, warnings };
    after = answer.next;
    between(page);
  }
}
const ids = (events: readonly TimelineEvent[]): string[] => events.map(({ id }) => id);

describe('a timeline of several lists', () => {
  it('has each event once, newest first, in pages of any size, while others arrive on top', async () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const random = createRandom(seed);
      const minutes = (count: number) => Array.from({ length: count }, () => random.int(0, 12));
      const logins = minutes(random.int(0, 25)).map((minute, index) => login(`l${index}`, minute));
      const changes = minutes(random.int(0, 25)).map((minute, index) => change(`c${index}`, minute));
      const timeline = world(logins, changes);
      const whole = await walk(timeline, 1000);
      assert.equal(whole.events.length, logins.length + changes.length);
      const arrive = (page: number): void => {
        for (let count = random.int(0, 6); count > 0; count -= 1)
          if (random.chance(0.5)) logins.push(login(`new-${page}-${count}`, 20 + page));
          else changes.push(change(`new-${page}-${count}`, 20 + page));
      };
      const { events } = await walk(timeline, random.int(1, 7), arrive);
      assert.deepEqual(ids(events), ids(whole.events), `seed ${seed}`);
    }
  });

  it('keeps its place if the last event that was returned is deleted', async () => {
    const logins = [5, 4, 3, 2, 1].map((minute) => login(`l${minute}`, minute));
    const { events } = await walk(world(logins, []), 2, (page) => {
      if (page === 0) logins.splice(1, 1);
    });
    assert.deepEqual(ids(events), ['login:l5', 'login:l4', 'login:l3', 'login:l2', 'login:l1']);
  });

  it('leaves out a list that fails, on every later page too, and says so; fails if all do', async () => {
    const logins = [4, 3, 2, 1].map((minute) => login(`l${minute}`, minute));
    const changes = [3, 2].map((minute) => change(`c${minute}`, minute));
    let calls = 0;
    const failing = world(logins, changes, (list) => {
      if (list === 'changes' && ++calls === 1) throw new AdapterError('unavailable');
    });
    const { events, warnings } = await walk(failing, 2);
    assert.deepEqual(ids(events), ['login:l4', 'login:l3', 'login:l2', 'login:l1']);
    assert.deepEqual(warnings, ['changes', 'changes']);
    const dead = world(logins, changes, () => {
      throw new AdapterError('timeout');
    });
    await assert.rejects(dead.list(customerId, { first: 2 }, options), { code: 'timeout' });
  });

  it('lets a session that has expired, and an abort, fail the whole page', async () => {
    const abort = new AbortController();
    const expired = world([login('l1', 1)], [], (list) => {
      if (list === 'changes') throw new AdapterError('unauthenticated');
    });
    await assert.rejects(expired.list(customerId, { first: 2 }, options), { code: 'unauthenticated' });
    const aborted = world([login('l1', 1)], [], (list) => {
      if (list === 'changes') abort.abort(new Error('left'));
      abort.signal.throwIfAborted();
    });
    await assert.rejects(aborted.list(customerId, { first: 2 }, { ...options, signal: abort.signal }), /left/);
  });

  it('reads only the lists of the kinds that are asked for', async () => {
    const read = new Set<string>();
    const timeline = world([login('l1', 1)], [change('c1', 2)], (list) => read.add(list));
    const { events } = await walk(timeline, 5, undefined, { filter: { kind: 'change' } });
    assert.deepEqual([ids(events), [...read]], [['change:c1'], ['changes']]);
  });
});
