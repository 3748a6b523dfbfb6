import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { getEventListeners } from 'node:events';
import { shareRead } from '../../src/adapter/toolkit/share.ts';

const listening = (signal: AbortSignal): number => getEventListeners(signal, 'abort').length;

/** A read whose calls end when the test says so. */
function reads() {
  const calls: { key: string; signal: AbortSignal; resolve(value: string): void; reject(error: unknown): void }[] = [];
  const read = shareRead(
    (key: string, signal: AbortSignal) =>
      new Promise<string>((resolve, reject) => {
        calls.push({ key, signal, resolve, reject });
        signal.addEventListener('abort', () => reject(signal.reason));
      }),
  );
  return { calls, read };
}

const caller = (read: ReturnType<typeof reads>['read'], key: string) => {
  const controller = new AbortController();
  const answer = read(key, { signal: controller.signal });
  answer.catch(() => {});
  return { answer, abort: (reason?: unknown) => controller.abort(reason), signal: controller.signal };
};

describe('shareRead', () => {
  it('reads once for all callers of one key, and once for each key', async () => {
    const { calls, read } = reads();
    const [a, b, other] = [caller(read, '17'), caller(read, '17'), caller(read, '18')];
    assert.deepEqual(
      calls.map(({ key }) => key),
      ['17', '18'],
    );
    calls[0]!.resolve('orders of 17');
    calls[1]!.resolve('orders of 18');
    assert.deepEqual(await Promise.all([a.answer, b.answer, other.answer]), [
      'orders of 17',
      'orders of 17',
      'orders of 18',
    ]);
  });

  it('rejects a caller that aborts with its own reason, and nobody else', async () => {
    const { calls, read } = reads();
    const [a, b] = [caller(read, '17'), caller(read, '17')];
    a.abort('a left');
    await assert.rejects(a.answer, (reason) => reason === 'a left');
    assert.equal(calls[0]!.signal.aborted, false);
    calls[0]!.resolve('orders');
    assert.equal(await b.answer, 'orders');
  });

  it('aborts the read when the last caller aborts, and reads again for the next', async () => {
    const { calls, read } = reads();
    const [a, b] = [caller(read, '17'), caller(read, '17')];
    a.abort('a left');
    b.abort('b left');
    assert.deepEqual([calls[0]!.signal.aborted, calls[0]!.signal.reason], [true, 'b left']);
    const c = caller(read, '17');
    assert.equal(calls.length, 2);
    await assert.rejects(b.answer, (reason) => reason === 'b left');
    // The end of the aborted read must not end the new one.
    await new Promise(setImmediate);
    const d = caller(read, '17');
    assert.equal(calls.length, 2);
    calls[1]!.resolve('again');
    assert.deepEqual(await Promise.all([c.answer, d.answer]), ['again', 'again']);
  });

  it('keeps nothing when the read has ended, neither an answer nor an error', async () => {
    const { calls, read } = reads();
    const [a, b] = [caller(read, '17'), caller(read, '17')];
    calls[0]!.reject(new Error('failed'));
    await assert.rejects(a.answer, /failed/);
    await assert.rejects(b.answer, /failed/);
    const c = caller(read, '17');
    calls[1]!.resolve('1');
    assert.equal(await c.answer, '1');
    const d = caller(read, '17');
    assert.equal(calls.length, 3);
    calls[2]!.resolve('2');
    assert.equal(await d.answer, '2');
    // An abort after the end is none, and nothing listens for it.
    assert.deepEqual([listening(c.signal), listening(d.signal)], [0, 0]);
    c.abort();
    assert.equal(await c.answer, '1');
    assert.equal(calls[2]!.signal.aborted, false);
  });

  it('answers further pages from the latest read of the key, for half a minute', async ({ mock }) => {
    mock.timers.enable({ apis: ['Date'] });
    const { calls, read } = reads();
    const ask = (key: string, isNextPage: boolean) => read(key, { signal: new AbortController().signal, isNextPage });
    const first = ask('17', false);
    // A page that is asked for meanwhile gets what is being read.
    const meanwhile = ask('17', true);
    calls[0]!.resolve('1');
    assert.deepEqual(await Promise.all([first, meanwhile, ask('17', true)]), ['1', '1', '1']);
    mock.timers.tick(29_999);
    assert.equal(await ask('17', true), '1');
    await assert.rejects(read('17', { signal: AbortSignal.abort('left'), isNextPage: true }), (why) => why === 'left');
    assert.equal(calls.length, 1);
    mock.timers.tick(1);
    const late = ask('17', true);
    calls[1]!.resolve('2');
    assert.equal(await late, '2');
    // A first page is read anew, and what was read before is shown by no page after it, also if that fails.
    const again = ask('17', false);
    calls[2]!.reject(new Error('failed'));
    await assert.rejects(again, /failed/);
    const next = ask('17', true);
    calls[3]!.resolve('3');
    assert.equal(await next, '3');
    void ask('18', true);
    assert.equal(calls.length, 5);
  });

  it('keeps nothing of a read that was aborted', async () => {
    const calls: ((value: string) => void)[] = [];
    const read = shareRead(() => new Promise<string>((resolve) => calls.push(resolve)));
    const a = caller(read, '17');
    a.abort('left');
    calls[0]!('of before');
    await new Promise((resolve) => setTimeout(resolve));
    const next = read('17', { signal: new AbortController().signal, isNextPage: true });
    assert.equal(calls.length, 2);
    calls[1]!('of now');
    assert.equal(await next, 'of now');
  });

  it('reads nothing for a caller that has aborted before, and rejects if the read throws at once', async () => {
    const { calls, read } = reads();
    await assert.rejects(read('17', { signal: AbortSignal.abort('left') }), (reason) => reason === 'left');
    assert.equal(calls.length, 0);
    const broken = shareRead(() => {
      throw new Error('at once');
    });
    await assert.rejects(broken('17', { signal: new AbortController().signal }), /at once/);
  });

  it('leaves no unhandled rejection if the read ignores the abort and fails later', async () => {
    let fail: (error: unknown) => void = () => {};
    const read = shareRead(() => new Promise<string>((_, reject) => (fail = reject)));
    const unhandled: unknown[] = [];
    const note = (reason: unknown): void => void unhandled.push(reason);
    process.on('unhandledRejection', note);
    const a = caller(read, '17');
    a.abort('left');
    fail(new Error('late'));
    await new Promise((resolve) => setTimeout(resolve, 10));
    process.off('unhandledRejection', note);
    assert.deepEqual(unhandled, []);
  });
});
