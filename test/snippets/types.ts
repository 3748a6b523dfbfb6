// The types of the snippets, checked as a host's editor would, with the package's entries pointing at its sources.
import { resolve } from 'node:path';
import ts from 'typescript';
import { where, type Snippet } from './markdown.ts';
import { root, sources } from './specifiers.ts';

/** What a bundler lets a host import besides modules. */
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

/** Where a snippet would lie in the project: each document is a folder of its own, and finds what is installed. */
const pathOf = ({ doc, name }: Snippet): string => resolve(root, 'test/snippets', doc.replaceAll('/', '-'), name);

/** What the compiler says of each snippet, by where it stands. */
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
