import type { Note } from '../../../domain/note.ts';
import type { Actor } from '../../../domain/operator.ts';
import { day, instant, minute } from './building.ts';
import { createOrdinary, type Make } from './ordinary.ts';
import { placeIn, staff } from './people.ts';

/** Repeated remarks about café orders, enough for several pages. */
const remarks = [
  'Asked for the delivery window to be moved to the afternoon.',
  'Reordered Filterpapier Größe 4, the usual amount.',
  'Naïve question about glaze temperatures, answered by e-mail.',
  'Wants ＲＵＳＨ printed on the label from now on.',
  'Called twice, nobody picked up.',
];

/** Customers with unusual notes, keyed by what is unusual. */
export const unusualNotes = {
  /**
   * Has more notes than fit on a page: several pinned, one visible to the customer, one restricted to a part of the
   * team, one whose author only has an id, one that was changed repeatedly.
   */
  annotated: (random, circumstances) => {
    const { id: customerId, serial, now } = circumstances;
    const note = (index: number, body: string, author: Actor, more: Partial<Note> = {}): Note => ({
      id: `note-${serial}-${index}`,
      customerId,
      version: '1',
      body,
      createdAt: instant(now - index * day),
      updatedAt: null,
      author,
      ...more,
    });
    const changed = note(1, 'Pays by invoice, 30 days. Ask Elif in accounts, not the shop.', staff.dana, {
      version: '4',
      updatedAt: instant(now - 3 * 60 * minute),
    });
    const said = (body: string, hours: number, author: Actor) => ({
      body,
      at: instant(now - hours * 60 * minute),
      author,
    });
    return {
      ...createOrdinary(random, circumstances, { place: placeIn('DE') }),
      notes: [
        changed,
        note(2, 'Ring the bell at the side door.', staff.priya, { pinned: true, version: '2' }),
        note(3, 'Your next delivery comes with the spring catalogue.', staff.tom, { visibility: 'customer' }),
        note(4, 'Credit limit under review.', staff.dana, { visibility: { code: 'unknown', label: 'Finance' } }),
        note(5, 'Allergic to latex: pack without gloves.', staff.dana, { pinned: true, version: '2' }),
        note(6, 'Noted by the old till, before accounts had names.', { id: 'till-2' }),
        ...Array.from({ length: 60 }, (_, index) =>
          note(index + 7, remarks[index % remarks.length]!, [staff.dana, staff.tom, staff.priya][index % 3]!),
        ),
      ],
      earlierNotes: {
        [changed.id]: [
          said('Pays on delivery.', 24, staff.tom),
          said('Pays by invoice, 14 days.', 20, staff.dana),
          said('Pays by invoice, 14 days. Ask Elif, not the shop.', 5, staff.priya),
        ],
      },
    };
  },
} as const satisfies Readonly<Record<string, Make>>;
