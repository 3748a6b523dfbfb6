import { FactEvent, RequestEvent } from '../../element/events.ts';

/** A note is about to be written. */
export class NoteCreateEvent extends RequestEvent {
  readonly customerId: string;

  constructor(customerId: string) {
    super('note-create');
    this.customerId = customerId;
  }
}

/** A note is about to be changed. */
export class NoteUpdateEvent extends RequestEvent {
  readonly customerId: string;
  readonly noteId: string;

  constructor(customerId: string, noteId: string) {
    super('note-update');
    this.customerId = customerId;
    this.noteId = noteId;
  }
}

/** A note is about to be deleted. */
export class NoteDeleteEvent extends RequestEvent {
  readonly customerId: string;
  readonly noteId: string;

  constructor(customerId: string, noteId: string) {
    super('note-delete');
    this.customerId = customerId;
    this.noteId = noteId;
  }
}

/** A note was written. */
export class NoteCreatedEvent extends FactEvent {
  readonly customerId: string;
  readonly noteId: string;

  constructor(customerId: string, noteId: string) {
    super('note-created');
    this.customerId = customerId;
    this.noteId = noteId;
  }
}

/** A note was changed. */
export class NoteUpdatedEvent extends FactEvent {
  readonly customerId: string;
  readonly noteId: string;

  constructor(customerId: string, noteId: string) {
    super('note-updated');
    this.customerId = customerId;
    this.noteId = noteId;
  }
}

/** A note was deleted. */
export class NoteDeletedEvent extends FactEvent {
  readonly customerId: string;
  readonly noteId: string;

  constructor(customerId: string, noteId: string) {
    super('note-deleted');
    this.customerId = customerId;
    this.noteId = noteId;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'note-create': NoteCreateEvent;
    'note-update': NoteUpdateEvent;
    'note-delete': NoteDeleteEvent;
    'note-created': NoteCreatedEvent;
    'note-updated': NoteUpdatedEvent;
    'note-deleted': NoteDeletedEvent;
  }
}
