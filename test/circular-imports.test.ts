// Checks that the library and the reference server have no circular import, including types.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { it } from 'node:test';

const files = globSync(['src/**/*.ts', 'demo/server/**/*.ts']);

const importsOf = (file: string): readonly string[] =>
  [...readFileSync(file, 'utf8').matchAll(/\b(?:from|import)\s*\(?\s*'(\.[^']+)'/g)]
    .map(([, specifier]) => join(dirname(file), specifier!))
    .filter((target) => files.includes(target));

/** Returns the first cycle: each file imports the next one, and the last imports the first. */
function circleIn(graph: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(file)) return path.slice(path.indexOf(file));
    if (done.has(file)) return undefined;
    for (const target of graph.get(file) ?? []) {
      const circle = visit(target, [...path, file]);
      if (circle) return circle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of graph.keys()) {
    const circle = visit(file, []);
    if (circle) return circle;
  }
  return undefined;
}

it('finds an import cycle', () => {
  const graph = new Map([
    ['a', ['b', 'c']],
    ['b', []],
    ['c', ['d']],
    ['d', ['b', 'c']],
  ]);
  assert.deepEqual(circleIn(graph), ['c', 'd']);
});

it('the library and the reference server have no circular import', () => {
  assert.ok(files.length > 200);
  assert.equal(circleIn(new Map(files.map((file) => [file, importsOf(file)]))), undefined);
});
