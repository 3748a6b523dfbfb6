import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { isAdapterError } from '../../src/adapter/adapter-error.ts';
import { Session } from '../../src/adapter/toolkit/session.ts';

/** A session with a first token, and those that a refresh gives one after another. */
function sessionWith(first: string | null, renewed: readonly (string | null)[] = []) {
  let current = first;
  const log: string[] = [];
  const rest = [...renewed];
  const session = new Session({
    async getToken({ refresh }) {
      if (!refresh) return current;
      log.push('refresh');
      await Promise.resolve();
      return (current = rest.shift() ?? null);
    },
    onSessionExpired: () => log.push('expired'),
  });
  const send = (good: string, replay?: boolean) =>
    session.send({
      attempt: async (token) => {
        log.push(token);
        return token;
      },
      isRejected: (answer) => answer !== good,
      replay,
    });
  return { log, send, session };
}

const unauthenticated = (error: unknown): boolean => isAdapterError(error) && error.code === 'unauthenticated';

describe('Session', () => {
  it('sends a rejected request once more with a new token', async () => {
    const { log, send } = sessionWith('old', ['new']);
    assert.equal(await send('new'), 'new');
    assert.deepEqual(log, ['old', 'refresh', 'new']);
  });

  it('refreshes once for several requests with the same token', async () => {
    const { log, send } = sessionWith('old', ['new']);
    assert.deepEqual(await Promise.all([send('new'), send('new'), send('new')]), ['new', 'new', 'new']);
    assert.equal(log.filter((entry) => entry === 'refresh').length, 1);
  });

  it('ends the session if the new token is rejected too, and says so once', async () => {
    const { log, send } = sessionWith('old', ['bad', null]);
    await assert.rejects(send('new'), unauthenticated);
    await assert.rejects(send('new'), unauthenticated);
    assert.equal(log.filter((entry) => entry === 'expired').length, 1);
  });

  it('sends nothing if nobody is signed in', async () => {
    const { log, send } = sessionWith(null);
    await assert.rejects(send('new'), unauthenticated);
    assert.deepEqual(log, ['expired']);
  });

  it('sends a request that must not be replayed once, and has a new token for the next one', async () => {
    const { log, send } = sessionWith('old', ['new']);
    await assert.rejects(send('new', false), unauthenticated);
    assert.equal(await send('new', false), 'new');
    assert.deepEqual(log, ['old', 'refresh', 'new']);
  });

  it('ends the session if there is no other token for the request after one that must not be replayed', async () => {
    for (const renewed of ['old', null]) {
      const { log, send } = sessionWith('old', [renewed]);
      await assert.rejects(send('new', false), unauthenticated);
      assert.deepEqual(log, ['old', 'refresh', 'expired']);
    }
  });

  it('takes a token that no header can carry for a rejected one, and shows it to nobody', async () => {
    for (const bad of ['to\nken', 'tökén', ''])
      for (const replay of [true, false]) {
        const { log, send } = sessionWith(bad, ['new']);
        assert.equal(await send('new', replay), 'new');
        assert.deepEqual(log, ['refresh', 'new']);
        const ended = sessionWith(bad, [bad]);
        await assert.rejects(ended.send('new', replay), (error) => {
          assert.ok(unauthenticated(error) && !Object.hasOwn(error as Error, 'cause'));
          return true;
        });
        assert.deepEqual(ended.log, ['refresh', 'expired']);
      }
  });

  it('does not take a late answer to an expired token for a new session', async () => {
    const { log, send, session } = sessionWith('old', [null, null]);
    let answer!: (text: string) => void;
    const late = new Promise<string>((resolve) => (answer = resolve));
    const slow = session.send({ attempt: async () => late, isRejected: () => false });
    await assert.rejects(send('new'), unauthenticated);
    answer('late');
    assert.equal(await slow, 'late');
    await assert.rejects(send('new'), unauthenticated);
    assert.deepEqual(log, ['old', 'refresh', 'expired']);
  });

  it('says once that a token has expired that one address rejects and others accept', async () => {
    const log: string[] = [];
    const session = new Session({ getToken: () => 'token', onSessionExpired: () => log.push('expired') });
    const send = async (isRejected: boolean) =>
      session.send({ attempt: async () => 'answer', isRejected: () => isRejected });
    await assert.rejects(send(true), unauthenticated);
    assert.equal(await send(false), 'answer');
    await assert.rejects(send(true), unauthenticated);
    assert.deepEqual(log, ['expired']);
  });
});

describe('Session: a host that does not answer', () => {
  const never = new Promise<never>(() => {});
  const accepted = { attempt: async (token: string) => token, isRejected: (answer: string) => answer === 'old' };

  it('is left by an abort, with its reason', async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const waiting = new Session({ getToken: () => never }).send({ ...accepted, signal });
    controller.abort(new Error('left'));
    await assert.rejects(waiting, /left/);
    await assert.rejects(new Session({ getToken: () => never }).send({ ...accepted, signal }), /left/);
  });

  it('sends nothing after an abort that comes with its token', async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const log: string[] = [];
    const attempt = async (token: string) => {
      log.push(token);
      return token;
    };
    const sent = new Session({ getToken: () => 'token' }).send({ ...accepted, attempt, signal });
    await Promise.resolve();
    controller.abort(new Error('left'));
    await assert.rejects(sent, /left/);
    assert.deepEqual(log, []);
  });

  it('is asked for a new token again after a timeout, and not after an abort', async () => {
    const refreshes: { readonly resolve: (token: string) => void; readonly reject: (error: Error) => void }[] = [];
    const session = new Session({
      getToken({ refresh }) {
        if (!refresh) return 'old';
        return new Promise<string>((resolve, reject) => refreshes.push({ resolve, reject }));
      },
    });
    const begin = () => {
      const controller = new AbortController();
      const sent = session.send({ ...accepted, signal: controller.signal });
      return { sent, end: (reason: unknown) => controller.abort(reason) };
    };
    const first = begin();
    await turn();
    assert.equal(refreshes.length, 1);
    first.end(new Error('left'));
    await assert.rejects(first.sent, /left/);
    const second = begin();
    await turn();
    assert.equal(refreshes.length, 1);
    second.end(new DOMException('late', 'TimeoutError'));
    await assert.rejects(second.sent, { name: 'TimeoutError' });
    const third = begin();
    await turn();
    assert.equal(refreshes.length, 2);
    // The refresh that was given up ends nevertheless, and takes nothing from the one under way.
    refreshes[0]!.reject(new Error('offline'));
    const fourth = begin();
    await turn();
    refreshes[1]!.resolve('new');
    assert.deepEqual(await Promise.all([third.sent, fourth.sent]), ['new', 'new']);
    assert.equal(refreshes.length, 2);
  });
});
