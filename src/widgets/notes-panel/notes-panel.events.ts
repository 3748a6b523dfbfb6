import { FactEvent, RequestEvent } from '../../element/events.ts';

/** Something is asked for of one note, before anything happens. */
abstract class NoteRequestEvent extends RequestEvent {
  readonly customerId: string;
  readonly noteId: string;

  constructor(type: string, customerId: string, noteId: string) {
    super(type);
    this.customerId = customerId;
    this.noteId = noteId;
  }
}

/** Something has happened to one note. */
abstract class NoteFactEvent extends FactEvent {
  readonly customerId: string;
  readonly noteId: string;

  constructor(type: string, customerId: string, noteId: string) {
    super(type);
    this.customerId = customerId;
    this.noteId = noteId;
  }
}

/** A note is about to be written. */
export class NoteCreateEvent extends RequestEvent {
  readonly customerId: string;

  constructor(customerId: string) {
    super('note-create');
    this.customerId = customerId;
  }
}

/** A note is about to be changed. */
export class NoteUpdateEvent extends NoteRequestEvent {
  constructor(customerId: string, noteId: string) {
    super('note-update', customerId, noteId);
  }
}

/** A note is about to be pinned, or its pin to be taken off. */
export class NotePinEvent extends NoteRequestEvent {
  /** Whether it shall be pinned. */
  readonly pinned: boolean;

  constructor(customerId: string, noteId: string, pinned: boolean) {
    super('note-pin', customerId, noteId);
    this.pinned = pinned;
  }
}

/** A note is about to be deleted. */
export class NoteDeleteEvent extends NoteRequestEvent {
  constructor(customerId: string, noteId: string) {
    super('note-delete', customerId, noteId);
  }
}

/** A deleted note is about to be brought back. */
export class NoteRestoreEvent extends NoteRequestEvent {
  constructor(customerId: string, noteId: string) {
    super('note-restore', customerId, noteId);
  }
}

/** A note was written. */
export class NoteCreatedEvent extends NoteFactEvent {
  constructor(customerId: string, noteId: string) {
    super('note-created', customerId, noteId);
  }
}

/** A note was changed. */
export class NoteUpdatedEvent extends NoteFactEvent {
  constructor(customerId: string, noteId: string) {
    super('note-updated', customerId, noteId);
  }
}

/** A note was pinned, or its pin taken off. */
export class NotePinnedEvent extends NoteFactEvent {
  /** Whether it is pinned now. */
  readonly pinned: boolean;

  constructor(customerId: string, noteId: string, pinned: boolean) {
    super('note-pinned', customerId, noteId);
    this.pinned = pinned;
  }
}

/** A note was deleted. */
export class NoteDeletedEvent extends NoteFactEvent {
  constructor(customerId: string, noteId: string) {
    super('note-deleted', customerId, noteId);
  }
}

/** A deleted note was brought back. */
export class NoteRestoredEvent extends NoteFactEvent {
  constructor(customerId: string, noteId: string) {
    super('note-restored', customerId, noteId);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'note-create': NoteCreateEvent;
    'note-update': NoteUpdateEvent;
    'note-pin': NotePinEvent;
    'note-delete': NoteDeleteEvent;
    'note-restore': NoteRestoreEvent;
    'note-created': NoteCreatedEvent;
    'note-updated': NoteUpdatedEvent;
    'note-pinned': NotePinnedEvent;
    'note-deleted': NoteDeletedEvent;
    'note-restored': NoteRestoredEvent;
  }
}
