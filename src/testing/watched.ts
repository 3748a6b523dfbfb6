import type { Adapter, Change, Topic } from '../adapter/adapter.ts';
import { DashboardClient } from '../data/client.ts';
import { observeList, type ListResource, type Resource } from '../data/observe.ts';
import type { ListQuery } from '../data/query.ts';
import { Note } from '../domain/note.ts';
import { deferred, until, type Deferred } from './kit.ts';

interface Read {
  readonly customerId: string;
  readonly signal: AbortSignal;
  readonly answer: Deferred<unknown>;
}

interface Watch {
  readonly topics: readonly string[];
  readonly signal: AbortSignal;
  readonly end: Deferred<void>;
  notify(change: unknown): void;
}

export const note = (id: string, customerId = 'A'): Note => ({
  id,
  customerId,
  body: id,
  createdAt: '2026-01-01T00:00:00Z',
  author: { id: 'op' },
});
export const page = (items: readonly Note[], next: string | null = null) => ({ items, next });
const textOf = ({ customerId = '', port }: Topic): string => `${customerId}/${port}`;

/** Creates a backend whose answers and changes the test controls. Calls that are not held are answered at once. */
export function backend() {
  const reads: Read[] = [];
  const watches: Watch[] = [];
  let isHeld = false;
  let items: readonly string[] = ['1'];
  let next: string | null = null;
  const adapter: Adapter = {
    notes: {
      list: (customerId, { after }, { signal }) => {
        const answer = deferred<unknown>();
        reads.push({ customerId, signal, answer });
        if (!isHeld)
          answer.resolve(
            page(after ? [note('last', customerId)] : items.map((id) => note(id, customerId)), after ? null : next),
          );
        return answer.promise as never;
      },
    },
    customers: { get: async (id) => ({ id }) },
    watch(topics, sink, { signal }) {
      const end = deferred();
      watches.push({ topics: topics.map(textOf), signal, end, notify: (change) => sink(change as Change) });
      signal.addEventListener('abort', () => end.resolve());
      return end.promise;
    },
  };
  return {
    adapter,
    client: DashboardClient.of(adapter),
    reads,
    watches,
    hold: (held = true) => void (isHeld = held),
    has: (now: readonly string[], cursor: string | null = null) => void ([items, next] = [now, cursor]),
    watch: (count = 1) => until(() => watches.length >= count && watches.at(-1), `watch ${count}`),
  };
}

export const list = (customerId = 'A', pageSize = 2): ListQuery<Note> => ({
  name: 'notes.list',
  customerId,
  pageSize,
  schema: Note,
  load: (adapter, request, options) => adapter.notes?.list?.(customerId, request, options),
});

export const changed: Change = { customerId: 'A', port: 'notes' };
export const ids = ({ snapshot }: Resource<{ readonly items: readonly Note[] }>): string =>
  snapshot.phase === 'ready' ? snapshot.data.items.map(({ id }) => id).join() : snapshot.phase;
export const shows = (resource: ListResource<Note, unknown>, rows: string) =>
  until(() => ids(resource) === rows, `${rows}, not ${ids(resource)}`);
/** Waits longer than the scheduler debounces changes. */
export const waitForDebounce = (milliseconds = 300) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const open: Resource<unknown>[] = [];

/** Observes a list until the end of the test. */
export function observe(client: DashboardClient, query = list()): ListResource<Note, unknown> {
  const resource = observeList(client, query, {}, () => {});
  open.push(resource);
  return resource;
}

/** Releases all observed lists. For `afterEach`. */
export function releaseAll(): void {
  for (const resource of open.splice(0)) resource.release();
}
