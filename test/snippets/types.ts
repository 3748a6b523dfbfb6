// Checks the types of the snippets as a host's editor does. The package's entries resolve to its sources.
import { resolve } from 'node:path';
import ts from 'typescript';
import { where, type Snippet } from './markdown.ts';
import { root, sources } from './specifiers.ts';

/** Files other than modules that a bundler allows to import. */
const AMBIENT = `
  declare module '*.css';
`;

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: ['mocha'],
  jsx: ts.JsxEmit.ReactJSX,
  strict: true,
  noUncheckedIndexedAccess: true,
  allowImportingTsExtensions: true,
  experimentalDecorators: true,
  useDefineForClassFields: false,
  skipLibCheck: true,
  noEmit: true,
  paths: Object.fromEntries(Object.entries(sources).map(([entry, source]) => [entry, [source]])),
};

/**
 * Returns the path of a snippet in the project. Each document is a separate folder, from which installed packages
 * resolve.
 */
const pathOf = ({ doc, name }: Snippet): string => resolve(root, 'test/snippets', doc.replaceAll('/', '-'), name);

/** Returns the compiler's errors by snippet. */
export function typeErrors(snippets: readonly Snippet[]): ReadonlyMap<string, readonly string[]> {
  const typed = snippets.filter(({ language }) => language === 'ts' || language === 'tsx');
  const files = new Map(typed.map((snippet) => [pathOf(snippet), snippet]));
  const ambient = resolve(root, 'test/snippets/ambient.d.ts');
  const textOf = (path: string) => (path === ambient ? AMBIENT : files.get(path)?.code);
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile, directoryExists } = host;
  const folders = new Set([...files.keys()].map((path) => resolve(path, '..')));
  host.fileExists = (path) => textOf(path) !== undefined || fileExists(path);
  host.readFile = (path) => textOf(path) ?? readFile(path);
  host.directoryExists = (path) => folders.has(path) || (directoryExists?.(path) ?? true);
  host.getSourceFile = (path, ...rest) => {
    const text = textOf(path);
    return text === undefined ? getSourceFile(path, ...rest) : ts.createSourceFile(path, text, ts.ScriptTarget.ES2022);
  };
  const program = ts.createProgram([...files.keys(), ambient], options, host);
  return new Map(
    [...files].map(([path, snippet]) => {
      const file = program.getSourceFile(path);
      const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
      return [where(snippet), found.map((diagnostic) => describe(diagnostic, snippet))];
    }),
  );
}

function describe({ file, start = 0, messageText }: ts.Diagnostic, { doc, line }: Snippet): string {
  const at = file?.getLineAndCharacterOfPosition(start).line ?? 0;
  return `${doc}:${line + at}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
}
