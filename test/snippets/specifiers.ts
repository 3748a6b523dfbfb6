// Maps the package's import specifiers to the sources.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

const { name, exports } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as {
  name: string;
  exports: Readonly<Record<string, string | { readonly default: string }>>;
};

/** The source file under `src/` of each entry of the package, wildcards included. */
export const sources: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(exports)
    .map(([entry, target]): [string, string] => [entry, typeof target === 'string' ? target : target.default])
    .filter(([, target]) => target.startsWith('./dist/'))
    .map(([entry, target]) => {
      const source = target.replace('./dist/', 'src/').replace(/\.js$/, '.ts');
      return [name + entry.slice(1), resolve(root, source)];
    }),
);

/** Returns the source of a specifier, or `undefined` if the package has no such entry. */
export function sourceOf(specifier: string): string | undefined {
  const exact = sources[specifier];
  if (exact) return exact;
  for (const [entry, source] of Object.entries(sources)) {
    const [before, after] = entry.split('*');
    if (after === undefined || !specifier.startsWith(before!) || !specifier.endsWith(after)) continue;
    return source.replace('*', specifier.slice(before!.length, specifier.length - after.length));
  }
  return undefined;
}
