import { expect } from 'chai';
import type { Adapter, Change } from '../../adapter/adapter.ts';
import { AdapterError } from '../../adapter/adapter-error.ts';
import { until } from '../../testing/kit.ts';
import { serve } from './serve.ts';

const query = '?topic=C%2F1/notes&topic=C-2/credit';

/** Creates an adapter whose `watch` the test controls, and an event stream of it. */
function setup() {
  const watch: { topics?: unknown; signal?: AbortSignal; notify?: (change: Change) => void; end?: () => void } = {};
  const adapter: Adapter = {
    watch: (topics, sink, { signal }) =>
      new Promise((resolve) => {
        Object.assign(watch, { topics, signal, notify: sink, end: resolve });
        signal.addEventListener('abort', () => resolve());
      }),
  };
  const send = (search = query, by = adapter, init: RequestInit = {}): Promise<Response> =>
    serve(new Request(new URL(`/api/changes${search}`, location.href), init), by, '/api/');
  return { watch, send };
}

/** Returns a function that returns the part of a body that has arrived. */
function textOf(response: Response) {
  let text = '';
  let hasEnded = false;
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  void (async () => {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) text += piece.value;
    hasEnded = true;
  })();
  return { text: () => text, hasEnded: () => hasEnded, cancel: () => reader.cancel() };
}

describe('serve: live changes', () => {
  it('stream the adapter’s watch as server-sent events', async () => {
    const { watch, send } = setup();
    const response = await send();
    expect(response.headers.get('Content-Type')).to.equal('text/event-stream');
    expect(watch.topics).to.deep.equal([
      { customerId: 'C/1', port: 'notes' },
      { customerId: 'C-2', port: 'credit' },
    ]);
    const { text } = textOf(response);
    watch.notify!({ customerId: 'C-2', port: 'credit', id: 'line\nbreak' });
    await until(text, 'an event');
    expect(text()).to.equal('event: change\ndata: {"customerId":"C-2","port":"credit","id":"line\\nbreak"}\n\n');
  });

  it('end with the reader, with the request, and with the watch', async () => {
    const gone = setup();
    await textOf(await gone.send()).cancel();
    await until(() => gone.watch.signal!.aborted, 'ended by the listener');

    const given = setup();
    const controller = new AbortController();
    const stream = textOf(await given.send(query, undefined, { signal: controller.signal }));
    controller.abort();
    await until(() => given.watch.signal!.aborted && stream.hasEnded(), 'ended by the request');

    const over = setup();
    const { hasEnded } = textOf(await over.send());
    over.watch.end!();
    await until(hasEnded, 'ended by the watch');
  });

  it('send a heartbeat', async () => {
    const { setInterval: real } = globalThis;
    globalThis.setInterval = ((act: () => void, delay = 0) => real(act, delay / 1000)) as typeof setInterval;
    try {
      const { text, cancel } = textOf(await setup().send());
      await until(() => text().startsWith(':\n\n:\n\n'), 'a sign of life');
      await cancel();
    } finally {
      globalThis.setInterval = real;
    }
  });

  it('are rejected as every other request is', async () => {
    const { send } = setup();
    const forbidden: Adapter = { watch: () => Promise.reject(new AdapterError('forbidden')) };
    const broken: Adapter = {
      watch: () => {
        throw new Error('Ingrid is in this message');
      },
    };
    for (const [status, search, adapter] of [
      [422, '', undefined],
      [422, '?topic=notes', undefined],
      [501, query, {}],
      [403, query, forbidden],
      [500, query, broken],
    ] as const) {
      const response = await send(search, adapter);
      expect([response.status, response.headers.get('Content-Type')]).to.deep.equal([
        status,
        'application/problem+json',
      ]);
      expect(await response.text()).not.to.contain('Ingrid');
    }
    expect((await send(query, undefined, { method: 'POST' })).status).to.equal(404);
  });

  it('that fail after their start only end', async () => {
    const late: Adapter = {
      watch: () => new Promise((_, reject) => setTimeout(reject, 20, new AdapterError('forbidden'))),
    };
    const { hasEnded } = textOf(await setup().send(query, late));
    await until(hasEnded, 'the end');
  });
});
