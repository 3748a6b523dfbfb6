import { Hono } from 'hono';
import { replaySeconds, eventStreamType, lastEventIdHeader, readTopics } from '../../../src/adapters/rest/changes.ts';
import type { Topic } from '../../../src/adapter/adapter.ts';
import type { Database } from '../database/database.ts';
import { authenticate, bearerToken } from '../http/authenticate.ts';
import { operatorOf, sessionIdOf } from '../sessions.ts';
import { permissionsOf, type Operator } from '../roles.ts';
import { ChangeFeed } from './feed.ts';
import { before, missed } from './log.ts';
import { Mailbox } from './mailbox.ts';
import { changeStream } from './stream.ts';

/** Creates the API for event streams, one for each open page. All streams end when `stopping` is aborted. */
export function createChangesApi(database: Database, stopping = new AbortController().signal): Hono {
  const feed = new ChangeFeed(database);
  const api = new Hono();
  api.get('/', async ({ req }) => {
    const operator = await authenticate(database, req.header('Authorization'));
    const token = bearerToken(req.header('Authorization'));
    const topics = readTopics(new URL(req.url).searchParams).filter((topic) => mayWatch(operator, topic));
    const mailbox = new Mailbox(topics, operator.id);
    const over = new AbortController();
    const reader = { mailbox, sessionId: sessionIdOf(token), end: () => over.abort() };
    // The reader joins the feed before past changes are read, so that changes in between are seen twice instead of
    // never.
    await feed.join(reader);
    try {
      const start = positionIn(req.header(lastEventIdHeader)) ?? (await before(database, replaySeconds));
      const changes = await missed(database, topics, start);
      if (changes) {
        mailbox.startAfter(start);
        for (const change of changes) mailbox.put(change);
      } else mailbox.reset(feed.position);
      const body = changeStream({
        mailbox,
        start: changes && start,
        position: () => feed.position,
        isAllowed: async () => (await operatorOf(database, token)) !== undefined,
        signal: AbortSignal.any([stopping, over.signal]),
        ended: () => feed.leave(reader),
      });
      return new Response(body, { headers });
    } catch (thrown) {
      feed.leave(reader);
      throw thrown;
    }
  });
  return api;
}

const headers = {
  'Content-Type': eventStreamType,
  'Cache-Control': 'no-store',
  // A buffering proxy would delay every event.
  'X-Accel-Buffering': 'no',
  // The connection closes with its stream, so that a server that stops does not wait for it.
  Connection: 'close',
};

/** Returns whether an operator may hear of changes of a topic: of all customers only if they may list them. */
const mayWatch = (operator: Operator, { customerId }: Topic): boolean =>
  customerId !== undefined || permissionsOf(operator)['customers.list']?.state !== 'denied';

/** Parses the position in a reader's request. An invalid position becomes -1, which is before all known changes. */
const positionIn = (header: string | undefined): number | undefined =>
  header === undefined ? undefined : /^\d{1,15}$/.test(header) ? Number(header) : -1;
