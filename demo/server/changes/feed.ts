import type { Database } from '../database/database.ts';
import type { Mailbox } from './mailbox.ts';
import { after, latest } from './log.ts';

/** A subscriber that receives changes until its session ends. */
export interface Reader {
  readonly mailbox: Mailbox;
  readonly sessionId: string;
  /** Called when the session has ended. */
  readonly end: () => void;
}

/** The maximum number of changes in one query. */
const batch = 1000;

/**
 * Delivers changes in the database to all readers of this process, whichever server wrote them. A notification only
 * signals that there are changes; their data is in the table, so none is lost.
 */
export class ChangeFeed {
  readonly #database: Database;
  readonly #readers = new Set<Reader>();
  #listening: Promise<void> | undefined;
  #position: number | undefined;
  #isReading = false;
  #isDue = false;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The id of the last change that was delivered to all readers. */
  get position(): number {
    return this.#position ?? 0;
  }

  /** Adds a reader. It receives every change after the promise resolves. */
  async join(reader: Reader): Promise<void> {
    this.#readers.add(reader);
    try {
      await (this.#listening ??= this.#listen());
    } catch (thrown) {
      this.#listening = undefined;
      this.leave(reader);
      throw thrown;
    }
  }

  leave(reader: Reader): void {
    this.#readers.delete(reader);
  }

  async #listen(): Promise<void> {
    await this.#database.listen('changes', () => void this.#read());
    await this.#database.listen('sessions_ended', (sessionId) => {
      for (const reader of [...this.#readers]) if (reader.sessionId === sessionId) reader.end();
    });
    this.#position = await latest(this.#database);
  }

  async #read(): Promise<void> {
    this.#isDue = true;
    if (this.#isReading || this.#position === undefined) return;
    this.#isReading = true;
    try {
      while (this.#isDue) {
        this.#isDue = false;
        const changes = await after(this.#database, this.#position, batch);
        for (const change of changes) for (const { mailbox } of this.#readers) mailbox.put(change);
        this.#position = changes.at(-1)?.id ?? this.#position;
        if (changes.length === batch) this.#isDue = true;
      }
    } catch (error) {
      // The changes remain in the table, and the next notification triggers another attempt.
      console.error('Changes could not be read.', error);
    } finally {
      this.#isReading = false;
    }
  }
}
