import { createHash } from 'node:crypto';
import { one, type Database, type Queryable } from './database/database.ts';
import { sql } from './database/sql.ts';
import { RequestError } from './http/problems.ts';

/** A subject whose attempts are counted, and its number of free attempts. Each further attempt doubles the delay. */
interface Subject {
  readonly hash: string;
  readonly free: number;
}

/** Many operators may share an address, but not a name. */
const free = { name: 5, address: 20 };
const longestWait = 300;

/**
 * Limits sign-in attempts by name and by address. Counts an attempt before it checks the password, so that concurrent
 * attempts have no advantage. The counts are in the database, so that all its servers share them.
 */
export class SignInLimit {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Counts an attempt. Throws `rate-limited` (429) if it is too early; the password must then not be checked. */
  async begin(login: string, address: string): Promise<void> {
    const wait = await this.#database.transaction(async (tx) => {
      // The order is always the same, so that two attempts cannot deadlock.
      for (const subject of subjectsOf(login, address)) {
        if (!(await count(tx, subject))) return secondsLeft(tx, subject);
      }
      return 0;
    });
    if (wait > 0)
      throw new RequestError('rate-limited', {
        retryable: true,
        retryAfter: wait,
        reason: `Too many attempts to sign in. Try again in ${wait === 1 ? 'a second' : `${wait} seconds`}.`,
      });
  }

  /** Resets the attempts of the name, and deducts one from those of the address. */
  async succeeded(login: string, address: string): Promise<void> {
    const [{ hash: from }, { hash: name }] = subjectsOf(login, address);
    await this.#database.query(sql`
      update sign_in_attempts set attempts = greatest(attempts - 1, 0), next_at = last_at
      where subject = ${from}`);
    await this.#database.query(sql`delete from sign_in_attempts where subject = ${name}`);
  }
}

const subjectsOf = (login: string, address: string): readonly [Subject, Subject] => [
  { hash: hash('address', address), free: free.address },
  { hash: hash('name', login), free: free.name },
];

const hash = (kind: string, value: string): string =>
  createHash('sha256')
    .update(JSON.stringify([kind, value]))
    .digest('base64url');

/** Counts an attempt if its delay is over, and returns true if so. The count restarts after an hour. */
async function count(tx: Queryable, subject: Subject): Promise<boolean> {
  const attempts = sql`
    case when sign_in_attempts.last_at < clock_timestamp() - interval '1 hour' then 1
      else sign_in_attempts.attempts + 1 end`;
  const counted = await tx.query(sql`
    insert into sign_in_attempts (subject, attempts, last_at, next_at)
    values (${subject.hash}, 1, clock_timestamp(), clock_timestamp())
    on conflict (subject) do update set
      attempts = ${attempts},
      last_at = clock_timestamp(),
      next_at = clock_timestamp() + case when ${attempts} < ${subject.free}::integer then interval '0'
        else least(2 ^ least(${attempts} - ${subject.free}::integer, 30), ${longestWait}::integer) * interval '1 second' end
    where sign_in_attempts.next_at <= clock_timestamp()
    returning 1`);
  return counted.length > 0;
}

async function secondsLeft(tx: Queryable, { hash: subject }: Subject): Promise<number> {
  const { left } = await one<{ left: number }>(
    tx,
    sql`
      select greatest(ceil(extract(epoch from next_at - clock_timestamp())), 1)::integer as left
      from sign_in_attempts where subject = ${subject}`,
  );
  return left;
}
