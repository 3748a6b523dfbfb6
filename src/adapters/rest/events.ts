import * as v from 'valibot';
import { AdapterError, toAdapterError, type AdapterErrorCode } from '../../adapter/adapter-error.ts';
import { pause } from '../../adapter/pause.ts';
import type { Change as SomeChange, Topic } from '../../adapter/adapter.ts';
import {
  replaySeconds,
  Change,
  changesPath,
  eventStreamType,
  heartbeat,
  lastEventIdHeader,
  topicsQuery,
} from './changes.ts';
import { eventsOf, type ServerEvent } from './event-stream.ts';
import type { HttpClient } from '../../adapter/toolkit/http-client.ts';

/** The position in an adapter's event streams, from which the next stream resumes. */
export interface Position {
  id?: string;
  /** The time of the last received data, in milliseconds since the epoch. */
  receivedAt: number;
}

export interface ChangesRequest {
  readonly client: HttpClient;
  readonly topics: readonly Topic[];
  readonly sink: (change: SomeChange) => void;
  readonly signal: AbortSignal;
  /** The start of the subscription, in milliseconds since the epoch. No later change may be missed. */
  readonly since: number;
  readonly position: Position;
}

/** The default and the maximum reconnection delay, in milliseconds. */
const waits = { usually: 1000, atMost: 60_000 };
/**
 * The duration in milliseconds after which the end of a stream does not count as a failure: proxies close long-lived
 * connections.
 */
const standsAfter = 10_000;
/** The maximum silence of a stream in milliseconds. */
const silenceTimeout = 3 * heartbeat * 1000;
/**
 * The maximum age in milliseconds of missed changes that a new stream covers. Leaves time for the request to reach the
 * server.
 */
const replayTime = replaySeconds * 500;

/**
 * The errors that a retry does not fix, and the codes that they are reported as. Servers without event streams respond
 * in various ways.
 */
const final: Partial<Readonly<Record<AdapterErrorCode, AdapterErrorCode>>> = {
  unauthenticated: 'unauthenticated',
  forbidden: 'forbidden',
  unsupported: 'unsupported',
  'not-found': 'unsupported',
  validation: 'unsupported',
};

/** Subscribes to changes of topics until the signal is aborted. Reconnects when the connection is lost. */
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
    // The delay is randomized so that clients do not all reconnect to a recovering server at once.
    await pause(Math.max(retryAfter, delay * (0.5 + Math.random())), signal);
  }
}

/** A sequence of streams, each resuming where the previous one ended. */
class ChangeStream {
  /** The reconnection delay in milliseconds. */
  retry = waits.usually;
  readonly #request: ChangesRequest;
  #id: string | undefined;
  /** The time up to which all changes are known to have been reported, in milliseconds since the epoch. */
  #notifiedUntil: number;

  constructor(request: ChangesRequest) {
    const { position, since } = request;
    this.#request = request;
    this.#notifiedUntil = since;
    if (since - position.receivedAt < replayTime) this.#id = position.id;
  }

  /** Reads one stream until the server ends it. */
  async listen(): Promise<void> {
    const { client, topics, signal } = this.#request;
    const silence = new AbortController();
    const stopped = AbortSignal.any([signal, silence.signal]);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onChunk = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(new AdapterError('timeout')), silenceTimeout);
      this.#notifiedUntil = this.#request.position.receivedAt = Date.now();
    };
    try {
      const headers = { Accept: eventStreamType, [lastEventIdHeader]: this.#id };
      const response = await client.open({
        method: 'GET',
        path: changesPath,
        query: topicsQuery(topics),
        headers,
        signal: stopped,
      });
      // A server that responds to every URL with an HTML page has no event stream.
      if (!response.headers.get('Content-Type')?.startsWith(eventStreamType) || !response.body)
        throw new AdapterError('unsupported');
      if (this.#id === undefined && Date.now() - this.#notifiedUntil > replayTime) this.#notifyAll();
      onChunk();
      for await (const event of eventsOf(response.body, onChunk)) this.#take(event);
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

  /** Reports the change in an event's data. Ignores data that cannot be parsed. */
  #notify(data: string): void {
    const { success, output } = v.safeParse(v.pipe(v.string(), v.parseJson(), Change), data);
    if (success) this.#request.sink(output);
  }

  /** Reports a change of every topic, because the missed changes are unknown. */
  #notifyAll(): void {
    for (const topic of this.#request.topics) this.#request.sink(topic);
  }
}
