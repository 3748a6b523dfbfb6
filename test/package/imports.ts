// Follows the imports of the published modules and types, to check that each resolves.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { init, parse } from 'es-module-lexer';
import ts from 'typescript';
import { run } from './tarball.ts';

export interface Import {
  /** The importing file, relative to the package. */
  readonly file: string;
  readonly specifier: string;
}

const isTypes = (file: string): boolean => file.endsWith('.d.ts');

/** Returns every import, static and dynamic, of every module and type declaration of a package. */
export async function importsOf(folder: string): Promise<readonly Import[]> {
  await init();
  return globSync('**/*.{js,d.ts}', { cwd: folder, exclude: ['node_modules/**'] }).flatMap((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    const specifiers = isTypes(file)
      ? ts.preProcessFile(text).importedFiles.map(({ fileName }) => fileName)
      : parse(text)[0].flatMap(({ specifier, start, end }) =>
          specifier === null ? [] : [specifier ?? `the value of ${text.slice(start, end)}`],
        );
    return specifiers.map((specifier) => ({ file, specifier }));
  });
}

/** Returns the imports that do not resolve where the package is installed. */
export function unresolved(folder: string, imports: readonly Import[]): readonly Import[] {
  const packages = imports.filter(({ file, specifier }) => !isTypes(file) && !specifier.startsWith('.'));
  const absent = new Set(unresolvedPackages(folder, [...new Set(packages.map(({ specifier }) => specifier))]));
  return imports.filter(({ file, specifier }) => {
    if (specifier.startsWith('.')) return !existsSync(targetOf(join(folder, file), specifier));
    return isTypes(file) ? !hasTypes(join(folder, file), specifier) : absent.has(specifier);
  });
}

/** Returns the file of a relative import. A declaration imports the module that it describes. */
const targetOf = (from: string, specifier: string): string =>
  join(dirname(from), isTypes(from) ? specifier.replace(/\.[jt]s$/, '.d.ts') : specifier);

/** Returns the packages that Node does not find from a folder. A separate process keeps this project's packages out. */
function unresolvedPackages(folder: string, specifiers: readonly string[]): readonly string[] {
  const script = `
    import { existsSync } from 'node:fs';
    const isThere = (specifier) => {
      try {
        const url = import.meta.resolve(specifier);
        return url.startsWith('node:') || existsSync(new URL(url));
      } catch {
        return false;
      }
    };
    console.log(JSON.stringify(${JSON.stringify(specifiers)}.filter((specifier) => !isThere(specifier))));`;
  return JSON.parse(run(process.execPath, ['--input-type=module', '-e', script], folder)) as string[];
}

const options: ts.CompilerOptions = {
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
};

const hasTypes = (from: string, specifier: string): boolean =>
  ts.resolveModuleName(specifier, from, options, ts.sys).resolvedModule !== undefined;
