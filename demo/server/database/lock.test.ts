import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, describe, it } from 'node:test';
import { InUseError, lock } from './lock.ts';

describe('lock', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clientele-lock-'));
  const file = join(folder, 'lock');
  beforeEach(() => rmSync(file, { force: true }));
  after(() => rmSync(folder, { recursive: true }));

  it('holds the pid, refuses a second one, and is gone when it is released', () => {
    const release = lock(file);
    assert.equal(readFileSync(file, 'utf8'), String(process.pid));
    assert.throws(
      () => lock(file),
      (thrown) => thrown instanceof InUseError && thrown.pid === process.pid,
    );
    release();
    assert.ok(!existsSync(file));
    lock(file)();
    assert.deepEqual(readdirSync(folder), []);
  });

  it('of a process that runs is respected', () => {
    writeFileSync(file, String(process.ppid));
    assert.throws(() => lock(file), { name: 'InUseError', message: new RegExp(`process ${process.ppid}`) });
    assert.equal(readFileSync(file, 'utf8'), String(process.ppid));
  });

  it('of a process that is gone is taken over', async () => {
    const gone = spawn(process.execPath, ['--version']);
    await once(gone, 'close');
    writeFileSync(file, String(gone.pid));
    const release = lock(file);
    assert.equal(readFileSync(file, 'utf8'), String(process.pid));
    release();
  });

  it('with our own pid, but not ours, is from a former life of the pid', () => {
    writeFileSync(file, String(process.pid));
    lock(file)();
  });

  it('with anything else in it belongs to nobody', () => {
    for (const content of ['', 'nonsense', '0', '-1']) {
      writeFileSync(file, content);
      lock(file)();
    }
  });

  it('that is stale goes to one of many processes that want it', async () => {
    writeFileSync(file, '999999999');
    const script = `
      import { lock } from ${JSON.stringify(new URL('lock.ts', import.meta.url).href)};
      try { lock(${JSON.stringify(file)}); process.stdout.write('taken'); } catch { process.stdout.write('refused'); }
      process.stdin.once('data', () => process.exit()); // Whoever holds it lives until all have tried.
    `;
    const contenders = Array.from({ length: 8 }, () => spawn(process.execPath, ['--input-type=module', '-e', script]));
    const results = await Promise.all(contenders.map(async ({ stdout }) => String(await once(stdout, 'data'))));
    for (const { stdin } of contenders) stdin.write('end');
    assert.equal(results.filter((result) => result === 'taken').length, 1, results.join());
  });
});
