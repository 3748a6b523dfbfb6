import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { nginxMissing } from '../../tools/nginx.mjs';
import { postgresMissing, startPostgres } from '../../tools/postgres.mjs';
import { openDatabase } from './database/open.ts';
import type { Database } from './database/database.ts';
import { sql } from './database/sql.ts';
import { createRandom } from '../../bench/scale/random.ts';
import { ChangeReader, until } from './testing/change-reader.ts';
import { type Cluster, startCluster } from './testing/cluster.ts';
import { type Acknowledged, expectedBalance, Writers } from './testing/writers.ts';

const writes = Number(process.env['SCALE_WRITES'] ?? 300);
const seed = Number(process.env['SCALE_SEED'] ?? 1);
/** The average number of writes between two kills. */
const writesPerKill = 25;

// Run it longer: SCALE_WRITES=2000 SCALE_SEED=7 node --test demo/server/behind-nginx.test.ts
describe('two servers behind nginx', { skip: postgresMissing() || nginxMissing() }, () => {
  let stopPostgres: () => Promise<void>;
  let database: Database;
  let cluster: Cluster;

  before(async () => {
    const { url, stop } = await startPostgres();
    stopPostgres = stop;
    cluster = await startCluster(url);
    database = await openDatabase({ url, directory: '' });
  });
  after(async () => {
    await database?.close();
    await cluster?.stop();
    await stopPostgres?.();
  });

  it('both answer', async () => {
    const manager = await cluster.client.signIn('dana', 'kiln-at-dawn');
    for (let count = 0; count < 10; count++) assert.equal((await manager.get('/session')).status, 200);
    await Promise.all(cluster.servers.map(({ client }) => client.withToken(manager.token).get('/session')));
  });

  it('live changes arrive as they are written, not when a buffer is full', async () => {
    const manager = await cluster.client.signIn('dana', 'kiln-at-dawn');
    const reader = await ChangeReader.open(manager, ['C-20818/notes']);
    for (const count of [1, 2, 3]) {
      await manager.send('POST', '/customers/C-20818/notes', { body: { body: 'Through nginx' } });
      await reader.waitForEvents(count);
    }
    reader.close();
  });

  it(
    'killed and restarted at random: no acknowledged write is lost, and none is doubled',
    { timeout: 1_200_000 },
    async (context) => {
      const random = createRandom(seed);
      const manager = await cluster.client.signIn('dana', 'kiln-at-dawn');
      const before = await balance();
      let kills = 0;
      let nextKill = writesPerKill;
      const writers = new Writers(manager, random, (done) => {
        if (done < nextKill) return;
        nextKill = done + 1 + Math.floor(random() * 2 * writesPerKill);
        kills += 1;
        cluster.servers[Math.floor(random() * 2)]!.kill();
      });
      const acknowledged = await writers.run(writes);

      assert.equal(acknowledged.length, writes);
      assert.ok(kills >= writes / writesPerKill / 4, `${kills} kills`);
      // Without failures, nothing would have been repeated.
      assert.ok(writers.failures > 0);
      context.diagnostic(`seed ${seed}: ${writes} writes, ${kills} kills, ${writers.failures} failed requests`);

      const stored = await database.query<Acknowledged>(sql`
      select 'note' as kind, body as name, note_id as id from notes where body like 'write %'
      union all
      select 'coupon', details ->> 'name', coupon_id from coupons where details ->> 'name' like 'write %'
      union all
      select 'credit', details ->> 'description', entry_id from credit_entries
      where details ->> 'description' like 'write %'`);
      const inOrder = (rows: readonly Acknowledged[]) =>
        rows.map(({ kind, name, id }) => `${name} ${kind} ${id}`).toSorted();
      assert.deepEqual(inOrder(stored), inOrder(acknowledged));
      // The ledger and its account agree.
      assert.equal(await balance(), expectedBalance(before, acknowledged));
      const gaps = await database.query(sql`
      select 1 from (
        select balance_after - amount - lag(balance_after) over (partition by customer_id, account_id order by entry_no) as gap
        from credit_entries
      ) as steps where gap <> 0`);
      assert.deepEqual(gaps, []);

      // Both servers recover, and a watcher hears of the next write.
      await until(
        () => cluster.servers.every(({ isUp }) => isUp),
        () => 'both servers',
        60_000,
      );
      const reader = await ChangeReader.open(manager, ['C-20819/notes']);
      await manager.send('POST', '/customers/C-20819/notes', { body: { body: 'Afterwards' } });
      await reader.waitForEvents(1);
      reader.close();
    },
  );

  async function balance(): Promise<string> {
    const [account] = await database.query<{ balance: string }>(sql`
      select balance from credit_accounts where customer_id = 'C-20817' and account_id = 'cr-20817-eur'`);
    return account?.balance ?? '';
  }
});
