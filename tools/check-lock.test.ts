import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lockProblems } from './check-lock.mjs';

test('a lock file that lacks an optional package or names a host has problems', () => {
  const tool = { optionalDependencies: { 'tool-linux': '1.0.0', 'tool-mac': '1.0.0' } };
  const packages = { 'node_modules/tool': tool, 'node_modules/tool-linux': {} };
  assert.equal(lockProblems({ packages }).length, 1);
  assert.deepEqual(lockProblems({ packages: { ...packages, 'node_modules/tool/node_modules/tool-mac': {} } }), []);
  assert.equal(lockProblems({ packages: { 'node_modules/a': { resolved: 'https://host.example/a.tgz' } } }).length, 1);
});
