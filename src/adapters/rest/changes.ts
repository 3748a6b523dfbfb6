import * as v from 'valibot';
import { AdapterError } from '../../adapter/adapter-error.ts';
import type { Topic } from '../../adapter/watch.ts';
import { Id } from '../../domain/bounds.ts';

/** Live changes: the path of the stream below the base address, its type, and the header that resumes it. */
export const changesPath = '/changes';
export const eventStreamType = 'text/event-stream';
export const lastEventIdHeader = 'Last-Event-ID';

/**
 * How long before its opening a stream begins that resumes none: what changes between the reads of a page and the
 * opening of its stream is in it. Seconds.
 */
export const beginsBack = 10;

/** At which intervals, at the most, a server says something: its silence is a broken connection. Seconds. */
export const heartbeat = 15;

/** How many topics one stream may have. */
export const maxTopics = 200;

/** What a stream says has changed: the data of an event `change`. An event `reset` says that anything may have. */
export const Change = v.object({
  customerId: Id,
  port: Id,
  id: v.optional(Id),
  idempotencyKey: v.optional(Id),
});

/** Topics as query parameters: `topic=C-1/notes&topic=C-1/credit`. */
export const topicsQuery = (topics: readonly Topic[]): URLSearchParams =>
  new URLSearchParams(topics.map(({ customerId, port }): [string, string] => ['topic', `${customerId}/${port}`]));

/** Reads the topics of a query. Throws `validation`. */
export function readTopics(query: URLSearchParams): readonly Topic[] {
  const texts = query.getAll('topic');
  const refused = (why: string) => new AdapterError('validation', { fieldErrors: { topic: why } });
  if (!texts.length) throw refused('is missing');
  if (texts.length > maxTopics) throw refused(`is there more than ${maxTopics} times`);
  return texts.map((text) => {
    const { customerId, port } = /^(?<customerId>.+)\/(?<port>[^/]+)$/s.exec(text)?.groups ?? {};
    if (customerId === undefined || port === undefined) throw refused('is no customer and port');
    return { customerId, port };
  });
}

/** An event as it is sent. `id` is what the stream can be resumed after. */
export const eventText = (event: 'change' | 'reset', data: object, id?: string | number): string =>
  `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
