import * as v from 'valibot';
import { AdapterError, toAdapterError, type AdapterErrorCode } from '../../adapter/adapter-error.ts';
import { pause } from '../../adapter/pause.ts';
import type { Change as SomeChange, Topic } from '../../adapter/watch.ts';
import {
  beginsBack,
  Change,
  changesPath,
  eventStreamType,
  heartbeat,
  lastEventIdHeader,
  topicsQuery,
} from './changes.ts';
import { eventsOf, type ServerEvent } from './event-stream.ts';
import type { Transport } from './transport.ts';

/** Where the streams of an adapter have got to: the next one goes on from there. */
export interface Position {
  id?: string;
  /** When something was last heard. Milliseconds of the epoch. */
  heardAt: number;
}

export interface ChangesRequest {
  readonly transport: Transport;
  readonly topics: readonly Topic[];
  readonly sink: (change: SomeChange) => void;
  readonly signal: AbortSignal;
  /** Since when nothing may be left out. Milliseconds of the epoch. */
  readonly since: number;
  readonly position: Position;
}

/** How long to wait before connecting anew, where the server does not say, and at the most. Milliseconds. */
const waits = { usually: 1000, atMost: 60_000 };
/** After so long a stream has stood, and its end is no failure: proxies close what is open for long. Milliseconds. */
const standsAfter = 10_000;
/** So long a stream may be silent. Milliseconds. */
const silentFor = 3 * heartbeat * 1000;
/** So old what is missed may be for a stream that resumes none, its way to the server included. Milliseconds. */
const reachesBack = beginsBack * 500;

/** What another attempt would not mend, and how it is called: a server that knows no stream says so in many ways. */
const final: Partial<Readonly<Record<AdapterErrorCode, AdapterErrorCode>>> = {
  unauthenticated: 'unauthenticated',
  forbidden: 'forbidden',
  unsupported: 'unsupported',
  'not-found': 'unsupported',
  validation: 'unsupported',
};

/** Listens to the changes of topics until it is aborted; connects anew whenever the connection is lost. */
export async function watchChanges(request: ChangesRequest): Promise<void> {
  const { signal } = request;
  const stream = new ChangeStream(request);
  let failures = 0;
  while (!signal.aborted) {
    const begun = Date.now();
    let retryAfter = 0;
    try {
      await stream.listen();
    } catch (thrown) {
      if (signal.aborted) return;
      const error = toAdapterError(thrown);
      const code = final[error.code];
      if (code) throw new AdapterError(code, { cause: error, reason: error.reason });
      retryAfter = (error.retryAfter ?? 0) * 1000;
    }
    failures = Date.now() - begun >= standsAfter ? 0 : failures + 1;
    const delay = Math.min(stream.retry * 2 ** Math.max(0, failures - 1), waits.atMost);
    // Spread: a server that comes back is not asked by everybody at once.
    await pause(Math.max(retryAfter, delay * (0.5 + Math.random())), signal);
  }
}

/** One stream after the other, each going on where the last one ended. */
class ChangeStream {
  /** How long to wait before connecting anew. Milliseconds. */
  retry = waits.usually;
  readonly #request: ChangesRequest;
  #id: string | undefined;
  /** Up to when everything has been told, as far as it is known. Milliseconds of the epoch. */
  #notifiedUntil: number;

  constructor(request: ChangesRequest) {
    const { position, since } = request;
    this.#request = request;
    this.#notifiedUntil = since;
    if (since - position.heardAt < reachesBack) this.#id = position.id;
  }

  /** Listens until the server ends the stream. */
  async listen(): Promise<void> {
    const { transport, topics, signal } = this.#request;
    const silence = new AbortController();
    const stopped = AbortSignal.any([signal, silence.signal]);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const heard = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(new AdapterError('timeout')), silentFor);
      this.#notifiedUntil = this.#request.position.heardAt = Date.now();
    };
    try {
      const headers = { Accept: eventStreamType, [lastEventIdHeader]: this.#id };
      const response = await transport.open({
        method: 'GET',
        path: changesPath,
        query: topicsQuery(topics),
        headers,
        signal: stopped,
      });
      // What answers to every address with a page knows no stream.
      if (!response.headers.get('Content-Type')?.startsWith(eventStreamType) || !response.body)
        throw new AdapterError('unsupported');
      if (this.#id === undefined && Date.now() - this.#notifiedUntil > reachesBack) this.#notifyAll();
      heard();
      for await (const event of eventsOf(response.body, heard)) this.#take(event);
    } catch (thrown) {
      throw silence.signal.aborted ? silence.signal.reason : thrown;
    } finally {
      clearTimeout(timer);
    }
  }

  #take({ event, data, id, retry }: ServerEvent): void {
    if (this.#request.signal.aborted) return;
    if (retry !== undefined) this.retry = Math.min(Math.max(retry, 100), waits.atMost);
    if (event === 'reset' && data) this.#notifyAll();
    if (event === 'change') this.#notify(data);
    if (id !== undefined) this.#id = this.#request.position.id = id;
  }

  /** What cannot be read says nothing. */
  #notify(data: string): void {
    const { success, output } = v.safeParse(v.pipe(v.string(), v.parseJson(), Change), data);
    if (success) this.#request.sink(output);
  }

  /** What has changed meanwhile nobody knows. */
  #notifyAll(): void {
    for (const topic of this.#request.topics) this.#request.sink(topic);
  }
}
