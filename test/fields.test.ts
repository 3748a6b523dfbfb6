// A field with `maxlength` silently truncates pasted text. Fields must show an error and refuse to save instead.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

test('no field cuts typed or pasted text', () => {
  const cutting = globSync(['src/**/*.ts', 'demo/host/**/*.{ts,html}']).filter((path) =>
    /\bmaxlength=|\.maxLength\s*=[^=]/i.test(readFileSync(path, 'utf8')),
  );
  assert.deepEqual(cutting, []);
});
