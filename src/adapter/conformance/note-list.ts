import type { Note, NoteChange, NoteRevision } from '../../domain/note.ts';
import type { PageRequest, ReadOptions } from '../options.ts';
import type { NotesPort } from '../ports/notes.ts';
import { walk } from './lists.ts';
import { all, reading, writing } from './subject.ts';

/** The notes of one customer. */
export class NoteList {
  readonly #notes: NotesPort;
  readonly #customerId: string;

  constructor(notes: NotesPort, customerId: string) {
    this.#notes = notes;
    this.#customerId = customerId;
  }

  create(body: string, options = writing(), visibility?: string): Promise<Note> {
    const note = { body, ...(visibility !== undefined && { visibility }) };
    return this.#notes.create!(this.#customerId, note, options);
  }

  update({ id }: Note, body: string, options = writing(), customerId = this.#customerId): Promise<Note> {
    return this.#notes.update!(customerId, id, { body }, options);
  }

  change({ id, version }: Note, change: NoteChange, options = writing({ ifVersion: version })): Promise<Note> {
    return this.#notes.update!(this.#customerId, id, change, options);
  }

  restore({ id }: Note, options = writing(), customerId = this.#customerId): Promise<Note> {
    return this.#notes.restore!(customerId, id, options);
  }

  /** Fetches all pages of a note's revisions. */
  revisions({ id }: Note, customerId = this.#customerId): Promise<readonly NoteRevision[]> {
    const { revisions } = this.#notes;
    const load = (owner: string, ...rest: [PageRequest, ReadOptions]) => revisions!(owner, id, ...rest);
    return walk({ load }, customerId, { first: 2 });
  }

  /** Fetches the notes that match a search. */
  async finding(text: string): Promise<readonly Note[]> {
    return (await this.#notes.list!(this.#customerId, { ...all, text }, reading())).items;
  }

  delete({ id }: Note, options = writing(), customerId = this.#customerId): Promise<void> {
    return this.#notes.delete!(customerId, id, options);
  }

  async #all(): Promise<readonly Note[]> {
    return (await this.#notes.list!(this.#customerId, all, reading())).items;
  }

  async with(id: string): Promise<readonly Note[]> {
    return (await this.#all()).filter((note) => note.id === id);
  }

  async reading(body: string): Promise<readonly Note[]> {
    return (await this.#all()).filter((note) => note.body === body);
  }
}
