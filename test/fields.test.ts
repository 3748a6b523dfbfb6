// A field that cuts what is pasted loses it, and nobody is told: what is too long is said, and not saved.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

test('no field cuts what is typed or pasted', () => {
  const cutting = globSync(['src/**/*.ts', 'demo/host/**/*.{ts,html}']).filter((path) =>
    /\bmaxlength=|\.maxLength\s*=[^=]/i.test(readFileSync(path, 'utf8')),
  );
  assert.deepEqual(cutting, []);
});
