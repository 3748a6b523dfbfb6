import * as v from 'valibot';
import { Id } from './bounds.ts';
import { CreditEntry } from './credit.ts';
import { Login } from './login.ts';
import { Note } from './note.ts';
import { Order, Return } from './order.ts';
import { ProfileChange } from './profile-change.ts';
import { Instant } from './time.ts';

/** The kinds of events. */
export const timelineKinds = [
  /** An order was placed. */
  'purchase',
  /** A return was registered. */
  'return',
  /** An operator wrote a note. */
  'note',
  /** The customer signed in, or tried to. */
  'login',
  /** The level or the profile was changed. */
  'change',
  /** The balance of an account changed. */
  'credit',
] as const;
export type TimelineKind = (typeof timelineKinds)[number];

const event = {
  /** Unique among all kinds. */
  id: Id,
  customerId: Id,
  /** The time of the event: that of the record. */
  at: Instant,
};

/** An event in the history of a customer, with the record that it is about, as the port of that record lists it. */
export const TimelineEvent = v.variant('kind', [
  v.object({
    /** What happened. Determines the record. */
    kind: v.literal('purchase'),
    ...event,
    /** Of a purchase or a return: its entry in the list of orders. */
    order: Order,
  }),
  v.object({ kind: v.literal('return'), ...event, order: Return }),
  v.object({
    kind: v.literal('note'),
    ...event,
    /** Of a note: the note. */
    note: Note,
  }),
  v.object({
    kind: v.literal('login'),
    ...event,
    /** Of a login: the login. */
    login: Login,
  }),
  v.object({
    kind: v.literal('change'),
    ...event,
    /** Of a change: the change. */
    change: ProfileChange,
  }),
  v.object({
    kind: v.literal('credit'),
    ...event,
    /** Of credit: the entry of the ledger. */
    entry: CreditEntry,
  }),
]);
export type TimelineEvent = v.InferOutput<typeof TimelineEvent>;

/** Returns the record of an event. */
export function recordOf(event: TimelineEvent): Order | Return | Note | Login | ProfileChange | CreditEntry {
  switch (event.kind) {
    case 'purchase':
    case 'return':
      return event.order;
    case 'note':
      return event.note;
    case 'login':
      return event.login;
    case 'change':
      return event.change;
    case 'credit':
      return event.entry;
  }
}
