import * as v from 'valibot';
import { AdapterError } from '../../adapter/adapter-error.ts';
import type { Topic } from '../../adapter/adapter.ts';
import { Id } from '../../domain/bounds.ts';

/** The path of the event stream below the base URL, its media type, and the header that resumes it. */
export const changesPath = '/changes';
export const eventStreamType = 'text/event-stream';
export const lastEventIdHeader = 'Last-Event-ID';

/**
 * The number of seconds before its opening at which a new stream starts. It covers changes between the reads of a page
 * and the opening of its stream.
 */
export const replaySeconds = 10;

/**
 * The maximum interval in seconds between two messages of a server. A longer silence means that the connection is lost.
 */
export const heartbeat = 15;

/** The maximum number of topics in one stream. */
export const maxTopics = 200;

/** The data of a `change` event. A `reset` event means that any data may have changed. */
export const Change = v.object({
  customerId: v.optional(Id),
  port: Id,
  id: v.optional(Id),
  idempotencyKey: v.optional(Id),
});

/** Formats topics as query parameters: `topic=C-1/notes&topic=/orders`, the second one without a customer. */
export const topicsQuery = (topics: readonly Topic[]): URLSearchParams =>
  new URLSearchParams(topics.map(({ customerId = '', port }): [string, string] => ['topic', `${customerId}/${port}`]));

/** Parses the topics in a query. Throws `validation`. */
export function readTopics(query: URLSearchParams): readonly Topic[] {
  const texts = query.getAll('topic');
  const refused = (why: string) => new AdapterError('validation', { fieldErrors: { topic: why } });
  if (!texts.length) throw refused('is missing');
  if (texts.length > maxTopics) throw refused(`is there more than ${maxTopics} times`);
  return texts.map((text) => {
    const { customerId, port } = /^(?<customerId>.*)\/(?<port>[^/]+)$/s.exec(text)?.groups ?? {};
    if (customerId === undefined || port === undefined) throw refused('is no customer and port');
    return { ...(customerId && { customerId }), port };
  });
}

/** Formats an event. A client can resume the stream after `id`. */
export const eventText = (event: 'change' | 'reset', data: object, id?: string | number): string =>
  `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
