import type { Note } from '../../domain/note.ts';
import type { NotesPort } from '../ports.ts';
import { all, reading, writing } from './subject.ts';

/** The notes of one customer. */
export class Board {
  readonly #notes: NotesPort;
  readonly #customerId: string;

  constructor(notes: NotesPort, customerId: string) {
    this.#notes = notes;
    this.#customerId = customerId;
  }

  create(body: string, options = writing()): Promise<Note> {
    return this.#notes.create!(this.#customerId, { body }, options);
  }

  update({ id }: Note, body: string, options = writing(), customerId = this.#customerId): Promise<Note> {
    return this.#notes.update!(customerId, id, { body }, options);
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
