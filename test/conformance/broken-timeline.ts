// Adapters whose timelines contradict the other ports, or lose their place.
import type { TimelineEvent } from '../../src/domain/timeline.ts';
import { overriding, pages, type Tampering } from './tampering.ts';

const eachEvent = (change: (event: TimelineEvent) => readonly TimelineEvent[]): Tampering =>
  pages(({ items, ...page }) => {
    const events: readonly TimelineEvent[] = items;
    return { ...page, items: events.flatMap(change) };
  }, 'timeline.list');

export const brokenTimeline: readonly (readonly [what: string, tampering: Tampering, ...cases: string[]])[] = [
  [
    'lists the oldest events first',
    pages((page) => ({ ...page, items: page.items.toReversed() }), 'timeline.list'),
    'timeline.list: is sorted newest first',
  ],
  [
    'has the events of another customer',
    eachEvent((event) =>
      event.kind === 'note' ? [{ ...event, note: { ...event.note, customerId: 'C-1' } }] : [event],
    ),
    'timeline.list: the time and the customer of an event are those of its record',
  ],
  [
    'leaves out pinned notes',
    eachEvent((event) => (event.kind === 'note' && event.note.pinned ? [] : [event])),
    'timeline.list: has each record of a port that it covers, once, as that port lists it',
  ],
  [
    'shows values of the log of changes that are masked',
    eachEvent((event) =>
      event.kind === 'change'
        ? [{ ...event, change: { ...event.change, newValue: 'accounts@holm.example' } }]
        : [event],
    ),
    'timeline.list: has each record of a port that it covers, once, as that port lists it',
  ],
  [
    'counts events from the top, whatever has arrived there',
    overriding('timeline.list', (list) => async (id, request, options) => {
      const { first, after = '0', ...more } = request as { first: number; after?: string };
      const whole = (await list(id, { ...more, first: 1000 }, options)) as { readonly items: readonly unknown[] };
      const end = Number(after) + first;
      return {
        ...whole,
        items: whole.items.slice(Number(after), end),
        next: end < whole.items.length ? `${end}` : null,
      };
    }),
    'timeline.list: pages stay consistent while rows are inserted',
  ],
];
