import type { TimelineEvent } from '../../../domain/timeline.ts';
import type { Page } from '../../../domain/page.ts';
import { AdapterError, toAdapterError } from '../../adapter-error.ts';
import type { PageRequest, ReadOptions } from '../../options.ts';
import type { TimelinePort } from '../../ports/timeline.ts';
import { readCursor, writeCursor } from '../offset-pages.ts';
import { rejectUndeclared } from '../rows.ts';
import { sourcesOf, type TimelinePorts, type TimelineSource } from './sources.ts';
import { StreamReader, type Place } from './stream-reader.ts';

/** The position in a timeline: the place in each stream, the time of the last event, the ports that failed, the total. */
interface Position {
  readonly places: Readonly<Record<string, Place>>;
  readonly at: number;
  readonly failed: readonly string[];
  readonly total?: number | undefined;
}

/**
 * Makes a timeline of the other ports: `{ ...shop, timeline: mergeTimeline(shop) }`. Each page reads a page of every port,
 * and the cursor holds the place in each. So an event that arrives on top, in whichever port, makes no other appear twice or
 * disappear.
 *
 * A port that fails is left out of this page and of those after it, which say so in a warning; the others stay. If all fail,
 * the timeline fails. Notes are events only if they can be sorted by `createdAt`, or cannot be pinned.
 */
export function mergeTimeline(ports: TimelinePorts): Required<TimelinePort> {
  const sources = sourcesOf(ports);
  const capabilities = { list: { filter: ['kind'], range: sources.every(({ range }) => range) } };
  return {
    capabilities,
    async list(customerId, page, options) {
      rejectUndeclared(page, capabilities.list);
      if (!Number.isInteger(page.first) || page.first < 1)
        throw new AdapterError('validation', { fieldErrors: { first: 'at least 1' } });
      return new Merge(page, options).read(sources, customerId);
    },
  };
}

/** One page of a timeline while it is read. */
class Merge {
  readonly #request: PageRequest;
  readonly #options: ReadOptions;
  readonly #before: Position | undefined;
  readonly #errors = new Map<string, unknown>();

  constructor(request: PageRequest, options: ReadOptions) {
    this.#request = request;
    this.#options = options;
    this.#before = request.after === undefined ? undefined : readCursor(request, isPosition);
  }

  async read(sources: readonly TimelineSource[], customerId: string): Promise<Page<TimelineEvent>> {
    const wanted = this.#request.filter?.['kind']?.split(',');
    const kinds = sources.flatMap((source) => source.kinds).filter((kind) => wanted?.includes(kind) ?? true);
    const asked = sources.filter((source) => source.kinds.some((kind) => kinds.includes(kind)));
    const open = asked.filter(({ port }) => !this.#before?.failed.includes(port));
    const opened = await Promise.all(
      open.map(async (source) => ({
        port: source.port,
        streams: (await this.#attempt(source.port, () => source.open(customerId, kinds, this.#options))) ?? [],
      })),
    );
    const readers = opened.flatMap(({ port, streams }) =>
      streams.map((stream) => ({
        port,
        reader: new StreamReader(stream, this.#request, this.#before?.places[stream.id], this.#before?.at),
      })),
    );
    const items = await this.#merge(readers);
    this.#options.signal.throwIfAborted();
    if (open.length > 0 && open.every(({ port }) => this.#errors.has(port))) throw this.#errors.values().next().value;
    return this.#pageOf(
      items,
      readers.filter(({ port }) => !this.#errors.has(port)).map(({ reader }) => reader),
    );
  }

  /** Takes the newest events of all streams. Of equal times, that of the earlier stream comes first. */
  async #merge(readers: readonly { readonly port: string; readonly reader: StreamReader }[]): Promise<TimelineEvent[]> {
    const heads = await Promise.all(readers.map(({ port, reader }) => this.#attempt(port, () => reader.peek())));
    const items: TimelineEvent[] = [];
    while (items.length < this.#request.first) {
      const times = heads.map((head) => (head ? Date.parse(head.at) : -Infinity));
      const index = times.indexOf(Math.max(...times));
      const head = heads[index];
      if (!head) break;
      items.push(head);
      const { port, reader } = readers[index]!;
      reader.take();
      heads[index] = await this.#attempt(port, () => reader.peek());
    }
    return items;
  }

  #pageOf(items: readonly TimelineEvent[], readers: readonly StreamReader[]): Page<TimelineEvent> {
    const failed = [...(this.#before?.failed ?? []), ...this.#errors.keys()];
    const totals = readers.map(({ total }) => total);
    const total = this.#before
      ? this.#before.total
      : totals.every((one) => one !== undefined) && failed.length === 0
        ? totals.reduce((sum, one) => sum + one, 0)
        : undefined;
    const places = Object.fromEntries(readers.map((reader) => [reader.id, reader.place]));
    const last = items.at(-1);
    const position: Position = { places, at: last ? Date.parse(last.at) : 0, failed, total };
    const isOver = !last || Object.values(places).every((place) => place === 'over');
    return {
      items,
      next: isOver ? null : writeCursor(this.#request, position),
      ...(total !== undefined && { total }),
      ...(failed.length > 0 && { warnings: failed.map((code) => ({ code })) }),
    };
  }

  /** Runs a part of the work of a port. If it fails, the port is left out, unless the whole page is in vain. */
  async #attempt<T>(port: string, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      this.#options.signal.throwIfAborted();
      if (toAdapterError(error).code === 'unauthenticated') throw error;
      this.#errors.set(port, error);
      return undefined;
    }
  }
}

const isPosition = (value: unknown): value is Position =>
  typeof value === 'object' && value !== null && 'places' in value && 'at' in value && 'failed' in value;
