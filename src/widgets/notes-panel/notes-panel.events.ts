import { factEvent, requestEvent } from '../../element/events.ts';

/** A note is about to be written. */
export class NoteCreateEvent extends requestEvent('note-create') {}

/** A note is about to be changed. */
export class NoteUpdateEvent extends requestEvent('note-update', 'noteId') {}

/** A note is about to be pinned or unpinned. */
export class NotePinEvent extends requestEvent('note-pin', 'noteId', 'pinned')<{
  /** The new state of the pin. */
  pinned: boolean;
}> {}

/** A note is about to be deleted. */
export class NoteDeleteEvent extends requestEvent('note-delete', 'noteId') {}

/** A deleted note is about to be restored. */
export class NoteRestoreEvent extends requestEvent('note-restore', 'noteId') {}

/** A note was written. */
export class NoteCreatedEvent extends factEvent('note-created', 'noteId') {}

/** A note was changed. */
export class NoteUpdatedEvent extends factEvent('note-updated', 'noteId') {}

/** A note was pinned or unpinned. */
export class NotePinnedEvent extends factEvent('note-pinned', 'noteId', 'pinned')<{
  /** The state of the pin. */
  pinned: boolean;
}> {}

/** A note was deleted. */
export class NoteDeletedEvent extends factEvent('note-deleted', 'noteId') {}

/** A deleted note was restored. */
export class NoteRestoredEvent extends factEvent('note-restored', 'noteId') {}

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
