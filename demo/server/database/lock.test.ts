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

  it('holds the process id, rejects a second lock, and is deleted on release', () => {
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

  it('is respected while its process runs', () => {
    writeFileSync(file, String(process.ppid));
    assert.throws(() => lock(file), { name: 'InUseError', message: new RegExp(`process ${process.ppid}`) });
    assert.equal(readFileSync(file, 'utf8'), String(process.ppid));
  });

  it('is taken over when its process is gone', async () => {
    const gone = spawn(process.execPath, ['--version']);
    await once(gone, 'close');
    writeFileSync(file, String(gone.pid));
    const release = lock(file);
    assert.equal(readFileSync(file, 'utf8'), String(process.pid));
    release();
  });

  it('is taken over if an earlier process had our process id', () => {
    writeFileSync(file, String(process.pid));
    lock(file)();
  });

  it('is taken over if it holds anything but a process id', () => {
    for (const content of ['', 'nonsense', '0', '-1']) {
      writeFileSync(file, content);
      lock(file)();
    }
  });

  it('goes to exactly one of many processes when it is stale', async () => {
    writeFileSync(file, '999999999');
    const script = `
      import { lock } from ${JSON.stringify(new URL('lock.ts', import.meta.url).href)};
      try { lock(${JSON.stringify(file)}); process.stdout.write('taken'); } catch { process.stdout.write('refused'); }
      process.stdin.once('data', () => process.exit()); // The holder lives until all have tried.
    `;
    const processes = Array.from({ length: 8 }, () => spawn(process.execPath, ['--input-type=module', '-e', script]));
    const results = await Promise.all(processes.map(async ({ stdout }) => String(await once(stdout, 'data'))));
    for (const { stdin } of processes) stdin.write('end');
    assert.equal(results.filter((result) => result === 'taken').length, 1, results.join());
  });
});
