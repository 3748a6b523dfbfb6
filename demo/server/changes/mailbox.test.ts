import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { StoredChange } from './log.ts';
import { Mailbox, type Message } from './mailbox.ts';

const storedChange = (id: number, more: Partial<StoredChange> = {}): StoredChange => ({
  id,
  customerId: 'C-1',
  port: 'notes',
  recordId: `n${id}`,
  operatorId: 'me',
  key: `k${id}`,
  ...more,
});
const topics = ['notes', 'credit'].map((port) => ({ customerId: 'C-1', port }));
const mailbox = (...changes: readonly StoredChange[]): Mailbox => {
  const made = new Mailbox(topics, 'me');
  for (const change of changes) made.put(change);
  return made;
};
const all = (from: Mailbox): Message[] => {
  const messages: Message[] = [];
  for (let message = from.take(); message; message = from.take()) messages.push(message);
  return messages;
};

describe('Mailbox', () => {
  it('holds one change per topic, and returns them in order', () => {
    const full = mailbox(storedChange(1), storedChange(2, { port: 'credit' }));
    for (let id = 3; id < 10_000; id++) full.put(storedChange(id));
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
    assert.deepEqual(all(mailbox(storedChange(1), storedChange(2))), [{ id: 2, change: topics[0] }]);
    const same = { recordId: 'n1', key: 'k1' };
    assert.deepEqual(all(mailbox(storedChange(1), storedChange(2, same))), [
      { id: 2, change: { ...topics[0], id: 'n1', idempotencyKey: 'k1' } },
    ]);
    assert.deepEqual(all(mailbox(storedChange(1), storedChange(2, { ...same, operatorId: 'other' }))), [
      { id: 2, change: { ...topics[0], id: 'n1' } },
    ]);
  });

  it('accepts no change twice, and none before its start', () => {
    const mine = mailbox(storedChange(1), storedChange(2));
    mine.startAfter(2);
    assert.ok(mine.isEmpty);
    mine.put(storedChange(3));
    mine.put(storedChange(3));
    assert.equal(all(mine)[0]!.change!.id, 'n3');
    for (const id of [1, 2, 3]) mine.put(storedChange(id));
    assert.ok(mine.isEmpty);
  });

  it('reports once that anything may have changed, then the changes after that', () => {
    const everything = { customerId: null, port: null };
    const messages = all(
      mailbox(storedChange(1), storedChange(2, everything), storedChange(3, everything), storedChange(4)),
    );
    assert.deepEqual(
      messages.map(({ id, change }) => [id, change?.id]),
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
    mine.put(storedChange(1, { customerId: 'C-2' }));
    mine.put(storedChange(2, { port: 'orders' }));
    assert.equal(calls, 0);
    mine.put(storedChange(3));
    mine.reset(4);
    assert.equal(calls, 2);
  });
});
