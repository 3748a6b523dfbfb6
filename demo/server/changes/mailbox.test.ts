import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Kept } from './log.ts';
import { Mailbox, type Letter } from './mailbox.ts';

const kept = (id: number, more: Partial<Kept> = {}): Kept => ({
  id,
  customerId: 'C-1',
  port: 'notes',
  recordId: `n${id}`,
  operatorId: 'me',
  key: `k${id}`,
  ...more,
});
const topics = ['notes', 'credit'].map((port) => ({ customerId: 'C-1', port }));
const mailbox = (...changes: readonly Kept[]): Mailbox => {
  const made = new Mailbox(topics, 'me');
  for (const change of changes) made.put(change);
  return made;
};
const all = (from: Mailbox): Letter[] => {
  const letters: Letter[] = [];
  for (let letter = from.take(); letter; letter = from.take()) letters.push(letter);
  return letters;
};

describe('Mailbox', () => {
  it('holds one change per topic, and returns them in order', () => {
    const full = mailbox(kept(1), kept(2, { port: 'credit' }));
    for (let id = 3; id < 10_000; id++) full.put(kept(id));
    assert.deepEqual(
      all(full).map(({ id, change }) => [id, change?.port]),
      [
        [2, 'credit'],
        [9999, 'notes'],
      ],
    );
    assert.ok(full.isEmpty);
  });

  it('merges several changes of a topic: drops record and key unless they are equal', () => {
    assert.deepEqual(all(mailbox(kept(1), kept(2))), [{ id: 2, change: topics[0] }]);
    const same = { recordId: 'n1', key: 'k1' };
    assert.deepEqual(all(mailbox(kept(1), kept(2, same))), [
      { id: 2, change: { ...topics[0], id: 'n1', idempotencyKey: 'k1' } },
    ]);
    assert.deepEqual(all(mailbox(kept(1), kept(2, { ...same, operatorId: 'other' }))), [
      { id: 2, change: { ...topics[0], id: 'n1' } },
    ]);
  });

  it('accepts no change twice, and none before its start', () => {
    const mine = mailbox(kept(1), kept(2));
    mine.startAfter(2);
    assert.ok(mine.isEmpty);
    mine.put(kept(3));
    mine.put(kept(3));
    assert.equal(all(mine)[0]!.change!.id, 'n3');
    for (const id of [1, 2, 3]) mine.put(kept(id));
    assert.ok(mine.isEmpty);
  });

  it('reports once that anything may have changed, then the changes after that', () => {
    const everything = { customerId: null, port: null };
    const letters = all(mailbox(kept(1), kept(2, everything), kept(3, everything), kept(4)));
    assert.deepEqual(
      letters.map(({ id, change }) => [id, change?.id]),
      [
        [3, undefined],
        [4, 'n4'],
      ],
    );
  });

  it('notifies its reader of changes to the reader’s topics only', () => {
    let calls = 0;
    const mine = new Mailbox(topics, 'me');
    mine.onArrival = () => calls++;
    mine.put(kept(1, { customerId: 'C-2' }));
    mine.put(kept(2, { port: 'orders' }));
    assert.equal(calls, 0);
    mine.put(kept(3));
    mine.reset(4);
    assert.equal(calls, 2);
  });
});
