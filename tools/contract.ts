// Generates docs/contract.md from the ports, the operations, the schemas and their comments: `npm run generate`.
import { codeLists, interfaceOf, interfaces, Renderer, rowsOf } from './contract/render.ts';
import { schemas } from './contract/schemas.ts';
import { Sources } from './contract/source.ts';
import { ports } from '../src/adapter/operations.ts';

export const contractPath = 'docs/contract.md';

/** Returns the text of docs/contract.md. */
export const createContract = (sources = Sources.ofProject()): string =>
  `<!-- Written by tools/contract.ts from src/adapter and src/domain. -->\n\n${new Renderer(sources).document()}`;

/** Returns what is public and has no comment: `Note.body`, `NotesPort.list`, `errorCodes.offline`. */
export function missingComments(sources = Sources.ofProject()): readonly string[] {
  const types = [...Object.keys(ports).map(interfaceOf), ...interfaces, 'Adapter', 'AdapterErrorDetails'];
  return [
    ...[...types, ...schemas.keys()].filter((name) => !sources.docOf(name)),
    ...types.flatMap((name) =>
      sources.membersOfInterface(name).flatMap((member) => (member.doc ? [] : [`${name}.${member.name}`])),
    ),
    ...[...schemas.keys()].flatMap((name) =>
      rowsOf(sources, name).flatMap(({ path, doc }) => (doc ? [] : [`${name}.${path}`])),
    ),
    ...['errorCodes', ...codeLists().map(([name]) => name)].flatMap((name) =>
      sources.codesOf(name).flatMap((code) => (code.doc ? [] : [`${name}.${code.name}`])),
    ),
  ];
}
