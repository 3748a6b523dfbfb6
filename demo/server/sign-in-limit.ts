import { createHash } from 'node:crypto';
import { one, type Database, type Queryable } from './database/database.ts';
import { sql } from './database/sql.ts';
import { Refusal } from './http/refusal.ts';

/** What attempts are counted by, and how many are free; after that each one doubles the wait for the next. */
interface Subject {
  readonly hash: string;
  readonly free: number;
}

/** Many operators may share an address, none shares a name. */
const free = { name: 5, address: 20 };
const longestWait = 300;

/**
 * Limits how often a name, and whoever asks from an address, may try to sign in: an attempt is counted before its
 * password is looked at, so that many at once are no more than one after another. Counted in the database, for all
 * servers that share it.
 */
export class SignInLimit {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Counts an attempt. Throws what makes a 429 where it comes too early; then no password is to be looked at. */
  async begin(login: string, address: string): Promise<void> {
    const wait = await this.#database.transaction(async (tx) => {
      // Always in this order: of two attempts none waits for the other's second subject.
      for (const subject of subjectsOf(login, address)) {
        if (!(await count(tx, subject))) return secondsLeft(tx, subject);
      }
      return 0;
    });
    if (wait > 0)
      throw new Refusal('rate-limited', {
        retryable: true,
        retryAfter: wait,
        reason: `Too many attempts to sign in. Try again in ${wait === 1 ? 'a second' : `${wait} seconds`}.`,
      });
  }

  /** Whoever has signed in has forgotten nothing: the name begins anew, and the address has one attempt less. */
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

/** Counts an attempt where the wait after the last one is over; whether it was. What is an hour old is forgotten. */
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
