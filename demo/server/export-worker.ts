import { customerCsv } from '../../src/adapter/toolkit/customer-file.ts';
import type { ExportInput } from '../../src/domain/customer-export.ts';
import { recordPlatformChange } from './changes/record.ts';
import type { Database, Queryable } from './database/database.ts';
import { nothing, sql } from './database/sql.ts';
import { itemOf, type ListedRow } from './operations/customer-list.ts';
import { customersOf } from './operations/exports.ts';
import type { Operator } from './roles.ts';

/** The number of customers in one part of a file. */
const partSize = 500;

/** Another server may have stopped while it wrote: this one looks for its work so often. Milliseconds. */
const lookInterval = 30_000;

interface Running {
  readonly id: string;
  readonly input: ExportInput;
  readonly lastCustomerId: string | null;
  /** Null: the operator is gone. */
  readonly operator: Operator | null;
}

/**
 * Writes the files of exports, part by part, each in a transaction of its own, until none is left. What a server that
 * stops has written stays, and any server goes on from there.
 */
export class ExportWorker {
  readonly #database: Database;
  readonly #partSize: number;
  #listening: Promise<void> | undefined;
  #work: Promise<void> | undefined;
  #isDue = false;
  #hasStopped = false;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(database: Database, size = partSize) {
    this.#database = database;
    this.#partSize = size;
  }

  /** Starts to work, now and whenever an export begins. */
  async start(): Promise<void> {
    this.#hasStopped = false;
    await (this.#listening ??= this.#database.listen('exports', () => this.wake()));
    this.#timer = setInterval(() => this.wake(), lookInterval);
    this.wake();
  }

  /** Stops after the part that is being written. */
  async stop(): Promise<void> {
    this.#hasStopped = true;
    clearInterval(this.#timer);
    await this.#work;
  }

  wake(): void {
    if (this.#hasStopped) return;
    this.#isDue = true;
    this.#work ??= this.#run().finally(() => (this.#work = undefined));
  }

  async #run(): Promise<void> {
    try {
      while (this.#isDue && !this.#hasStopped) {
        this.#isDue = false;
        while (!this.#hasStopped && (await this.step()));
      }
    } catch (error) {
      // The exports stay as they are, and the next look goes on.
      console.error('An export could not be continued.', error);
    }
  }

  /** Writes the next part of the export that has come least far. Resolves to `false` if there is none to write. */
  async step(): Promise<boolean> {
    let failing: string | undefined;
    try {
      return await this.#database.transaction(async (tx) => {
        const running = await nextOf(tx);
        failing = running?.id;
        if (running) await this.#write(tx, running);
        return running !== undefined;
      });
    } catch (error) {
      if (failing === undefined) throw error;
      console.error('An export has failed.', error);
      await end(this.#database, failing, 'failed', 'The file could not be written.');
      return true;
    }
  }

  async #write(tx: Queryable, { id, input, lastCustomerId, operator }: Running): Promise<void> {
    if (!operator) return end(tx, id, 'failed', 'The operator is no longer known.');
    const { columns, from, where } = customersOf(operator, input);
    const rows = await tx.query<ListedRow>(sql`
      select ${columns} from ${from}
      where ${where} ${lastCustomerId === null ? nothing : sql`and customer_id collate "C" > ${lastCustomerId}`}
      order by customer_id collate "C" limit ${this.#partSize}`);
    const text = customerCsv(input).lines(rows.map((row) => itemOf(operator, row)));
    if (text) {
      await tx.query(sql`
        insert into export_parts (export_id, part_no, text)
        select ${id}, count(*), ${text} from export_parts where export_id = ${id}`);
    }
    await tx.query(sql`
      update exports set written = written + ${rows.length},
        last_customer_id = coalesce(${rows.at(-1)?.id ?? null}::text, last_customer_id)
      where export_id = ${id}`);
    if (rows.length < this.#partSize) await end(tx, id, 'done', null);
  }
}

/** Returns the running export that has come least far, which no other server is writing. */
async function nextOf(tx: Queryable): Promise<Running | undefined> {
  const [row] = await tx.query<Omit<Running, 'operator'> & { readonly operatorId: string }>(sql`
    select export_id as id, input, last_customer_id as "lastCustomerId", operator_id as "operatorId"
    from exports where state = 'running' order by written, started_at limit 1 for update skip locked`);
  if (!row) return undefined;
  const [operator = null] = await tx.query<Operator>(sql`
    select operator_id as id, name, role from operators where operator_id = ${row.operatorId}`);
  return { ...row, operator };
}

/** Ends an export. One without a file leaves only its entry in the log. */
async function end(db: Queryable, id: string, state: 'done' | 'failed', reason: string | null): Promise<void> {
  await db.query(sql`
    update exports set state = ${state}, ended_at = clock_timestamp(), reason = ${reason}
    where export_id = ${id} and state = 'running'`);
  await recordPlatformChange(db, 'exports');
  if (state === 'failed') await db.query(sql`delete from export_parts where export_id = ${id}`);
}
