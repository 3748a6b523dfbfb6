import type { Login } from '../../../domain/login.ts';
import type { Note } from '../../../domain/note.ts';
import type { ListCapabilities, Page } from '../../../domain/page.ts';
import type { ProfileChange } from '../../../domain/profile-change.ts';
import type { TimelineEvent, TimelineKind } from '../../../domain/timeline.ts';
import type { PageRequest, ReadOptions } from '../../options.ts';
import type { Ports } from '../../ports.ts';

/** The ports whose records are events of a timeline. */
export type TimelinePorts = Pick<Ports, 'orders' | 'notes' | 'logins' | 'changes' | 'credit'>;

/** A list of records that is sorted newest first. */
export interface Stream {
  /** Tells it apart from the other streams of the timeline. */
  readonly id: string;
  /** Fetches a page of events. A page may have fewer events than the list has rows. */
  load(page: Pick<PageRequest, 'first' | 'after' | 'range'>): Promise<Page<TimelineEvent>>;
}

/** A port as a source of events. */
export interface TimelineSource {
  /** The name of the port. */
  readonly port: keyof TimelinePorts;
  readonly kinds: readonly TimelineKind[];
  /** `true` if all its lists support a range of days. */
  readonly range: boolean;
  /** Returns the streams of the port for these kinds, at least one of which is its own. */
  open(customerId: string, kinds: readonly TimelineKind[], options: ReadOptions): Promise<readonly Stream[]>;
}

type Rows<T> = (customerId: string, page: PageRequest, options: ReadOptions) => Promise<Page<T>>;

interface SimpleSource<T> {
  readonly port: keyof TimelinePorts;
  readonly kind: TimelineKind;
  readonly can: ListCapabilities | undefined;
  readonly list: Rows<T> | undefined;
  readonly request?: Partial<PageRequest>;
  readonly eventOf: (row: T) => TimelineEvent;
}

/** Returns the sources that an adapter has. */
export function sourcesOf({ orders, notes, logins, changes, credit }: TimelinePorts): readonly TimelineSource[] {
  return [
    ...orderSource(orders),
    // Pinned notes come first, unless the list can be sorted by time or has no pins.
    ...(notes?.single || notes?.hasPins === false || notes?.capabilities?.list?.sort?.includes('createdAt')
      ? simple<Note>({
          port: 'notes',
          kind: 'note',
          can: notes.capabilities?.list,
          list: notes.list?.bind(notes),
          ...(!notes.single &&
            notes.hasPins !== false && { request: { sort: { field: 'createdAt', direction: 'descending' } } }),
          eventOf: (note) => ({ kind: 'note', ...idsOf('note', note), at: note.createdAt, note }),
        })
      : []),
    ...simple<Login>({
      port: 'logins',
      kind: 'login',
      can: logins?.capabilities?.list,
      list: logins?.list?.bind(logins),
      eventOf: (login) => ({ kind: 'login', ...idsOf('login', login), at: login.at, login }),
    }),
    ...simple<ProfileChange>({
      port: 'changes',
      kind: 'change',
      can: changes?.capabilities?.list,
      list: changes?.list?.bind(changes),
      eventOf: (change) => ({ kind: 'change', ...idsOf('change', change), at: change.at, change }),
    }),
    ...creditSource(credit),
  ];
}

const idsOf = (kind: string, { id, customerId }: { readonly id: string; readonly customerId: string }) => ({
  id: `${kind}:${id}`,
  customerId,
});

function simple<T>({ port, kind, can, list, request, eventOf }: SimpleSource<T>): readonly TimelineSource[] {
  if (!list) return [];
  return [
    {
      port,
      kinds: [kind],
      range: can?.range === true,
      open: async (customerId, _kinds, options) => [
        { id: port, load: async (page) => mapped(await list(customerId, { ...page, ...request }, options), eventOf) },
      ],
    },
  ];
}

function mapped<T>({ items, next, total }: Page<T>, eventOf: (row: T) => TimelineEvent): Page<TimelineEvent> {
  return { items: items.map(eventOf), next, total };
}

/** Purchases and returns, of archived orders too. One kind alone is filtered here if the list cannot. */
function orderSource(orders: TimelinePorts['orders']): readonly TimelineSource[] {
  const list = orders?.list?.bind(orders);
  if (!list) return [];
  const { filter: filters = [], range = false } = orders?.capabilities?.list ?? {};
  return [
    {
      port: 'orders',
      kinds: ['purchase', 'return'],
      range,
      async open(customerId, kinds, options) {
        const only = kinds.includes('purchase') ? (kinds.includes('return') ? undefined : 'order') : 'return';
        const filter = {
          ...(filters.includes('archived') && { archived: 'include' }),
          ...(only && filters.includes('kind') && { kind: only }),
        };
        const request = Object.keys(filter).length > 0 ? { filter } : {};
        const load = async (page: PageRequest): Promise<Page<TimelineEvent>> => {
          const { items, next, total } = await list(customerId, { ...page, ...request }, options);
          const wanted = only ? items.filter(({ kind }) => kind === only) : items;
          const events = wanted.map((order): TimelineEvent => {
            const ids = { ...idsOf('order', order), at: order.placedAt };
            return order.kind === 'order' ? { kind: 'purchase', ...ids, order } : { kind: 'return', ...ids, order };
          });
          return { items: events, next, total: only && !filters.includes('kind') ? undefined : total };
        };
        return [{ id: 'orders', load }];
      },
    },
  ];
}

/** The ledgers of all accounts, a stream for each. */
function creditSource(credit: TimelinePorts['credit']): readonly TimelineSource[] {
  const [accounts, entries] = [credit?.accounts?.bind(credit), credit?.entries?.bind(credit)];
  if (!accounts || !entries) return [];
  return [
    {
      port: 'credit',
      kinds: ['credit'],
      range: credit?.capabilities?.entries?.range === true,
      async open(customerId, _kinds, options) {
        const streams: Stream[] = [];
        for (let after: string | undefined; ;) {
          const { items, next } = await accounts(customerId, { first: 100, after }, options);
          for (const { id } of items)
            streams.push({
              id: `credit ${id}`,
              load: async (page) =>
                mapped(await entries(customerId, id, page, options), (entry) => ({
                  ...{ kind: 'credit', id: `credit:${id}:${entry.id}`, customerId, at: entry.at, entry },
                })),
            });
          if (next === null) return streams;
          after = next;
        }
      },
    },
  ];
}
