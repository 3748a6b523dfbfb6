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

/** A note is about to be pinned or unpinned. */
export class NotePinEvent extends RequestEvent {
  readonly customerId: string;
  readonly noteId: string;
  /** The new state of the pin. */
  readonly pinned: boolean;

  constructor(customerId: string, noteId: string, pinned: boolean) {
    super('note-pin');
    this.customerId = customerId;
    this.noteId = noteId;
    this.pinned = pinned;
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

/** A deleted note is about to be restored. */
export class NoteRestoreEvent extends RequestEvent {
  readonly customerId: string;
  readonly noteId: string;

  constructor(customerId: string, noteId: string) {
    super('note-restore');
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

/** A note was pinned or unpinned. */
export class NotePinnedEvent extends FactEvent {
  readonly customerId: string;
  readonly noteId: string;
  /** The state of the pin. */
  readonly pinned: boolean;

  constructor(customerId: string, noteId: string, pinned: boolean) {
    super('note-pinned');
    this.customerId = customerId;
    this.noteId = noteId;
    this.pinned = pinned;
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

/** A deleted note was restored. */
export class NoteRestoredEvent extends FactEvent {
  readonly customerId: string;
  readonly noteId: string;

  constructor(customerId: string, noteId: string) {
    super('note-restored');
    this.customerId = customerId;
    this.noteId = noteId;
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
