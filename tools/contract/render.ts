// Writes the contract as Markdown.
import { AdapterError, errorCodes, isOutcomeUnknown, isRetryable } from '../../src/adapter/adapter-error.ts';
import type { Operation, SchemaName } from '../../src/adapter/operation.ts';
import { operations, ports, type OperationName, type PortName } from '../../src/adapter/operations.ts';
import * as domain from '../../src/domain/index.ts';
import { factsOf } from './facts.ts';
import { codesText, errorsText, introduction, usualMembers } from './introduction.ts';
import { codes, describe, entriesOf, link, schemas, type Schema } from './schemas.ts';
import type { Member, Sources } from './source.ts';

/** The interfaces that methods take or return beside records, in the order of their sections. */
export const interfaces = [
  'ReadOptions',
  'WriteOptions',
  'PageRequest',
  'Sort',
  'Page',
  'Guarantees',
  'Topic',
  'Change',
  'WatchOptions',
] as const;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const cell = (text: string): string => text.replaceAll('|', String.raw`\|`).replaceAll('\n', ' ');

/** A method of the adapter itself has the name of its answer. */
const headingOf = (name: string): string => (name.includes('.') ? name : `adapter.${name}`);

/** Returns a type as it is written, with links to the sections of what it names. */
const linked = (type: string): string =>
  cell(type)
    .replaceAll('<', String.raw`\<`)
    .replaceAll(/\b[A-Z]\w+\b/g, (name) =>
      schemas.has(name) || interfaces.some((known) => known === name) ? link(name) : name,
    );

/** Returns what a method answers, which is a promise of it in most cases. */
const answerOf = (type: string): string => {
  const [, answer = type] = /^Promise<(.+)>$/.exec(type) ?? [];
  return answer === 'void' ? 'nothing' : linked(answer);
};

/** Replaces the name of a list of codes in a comment, such as `quoteStatuses` or `axes.payment`, by its codes. */
export const expand = (doc: string): string =>
  doc.replaceAll(/`([\w.]+)`/g, (text, path: string) => {
    let value: unknown = domain;
    for (const name of path.split('.')) value = (value as Readonly<Record<string, unknown>> | undefined)?.[name];
    return Array.isArray(value) ? codes(value as readonly string[]) : text;
  });

export class Renderer {
  readonly #sources: Sources;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /** Returns the whole document. */
  document(): string {
    const shown = this.#sections();
    const portNames = Object.keys(ports) as PortName[];
    return [
      introduction,
      `Contents: [Adapter](#adapter), ports (${portNames.map((port) => link(port)).join(', ')}), [Arguments](#arguments), [Records](#records), [Values](#values), [Codes](#codes), [Bases](#bases), [Errors](#errors).\n`,
      this.#adapter(),
      ...portNames.map((port) => this.#port(port)),
      '## Arguments\n',
      ...interfaces.map((name) => this.#interface(name)),
      '## Records\n',
      ...shown.records.map((name) => this.#record(name)),
      '## Values\n',
      this.#values(shown.values),
      '## Codes\n',
      codesText,
      this.#codes(),
      '## Bases\n',
      this.#bases(),
      '## Errors\n',
      errorsText,
      this.#errors(),
      this.#interface('AdapterErrorDetails'),
    ].join('\n');
  }

  /** Returns the names of all schemas that the operations use, in the order of their first use. */
  #sections(): { readonly records: readonly string[]; readonly values: readonly string[] } {
    const found = new Set<string>();
    const visit = (name: string): void => {
      if (found.has(name)) return;
      found.add(name);
      for (const used of describe({ ...schemas.get(name)! }).uses) visit(used);
    };
    for (const operation of Object.values(operations)) for (const name of namedBy(operation)) visit(name);
    for (const name of ['ListCapabilities', 'Warning', 'DayRange']) visit(name);
    const all = [...found];
    const isRecord = (name: string): boolean => Object.keys(entriesOf(schemas.get(name)!)).length > 0;
    return { records: all.filter(isRecord), values: all.filter((name) => !isRecord(name)).toSorted() };
  }

  #adapter(): string {
    const members = this.#sources.membersOfInterface('Adapter').filter(({ parameters }) => parameters);
    return [
      '## Adapter\n',
      `${this.#sources.docOf('Adapter')}\n`,
      ...members.map((member) => this.#method(member)),
    ].join('\n');
  }

  #port(port: PortName): string {
    const name = interfaceOf(port);
    const members = this.#sources.membersOfInterface(name);
    return [
      `## ${port}\n`,
      `${this.#sources.docOf(name)}\n`,
      memberTable(members.filter(({ parameters }) => !parameters)),
      ...members.filter(({ parameters }) => parameters).map((member) => this.#method(member, port)),
    ].join('\n');
  }

  #method({ name, doc, parameters = [], type = '' }: Member, port?: PortName): string {
    const operation = port ? operations[`${port}.${name}` as OperationName] : operations[name as OperationName];
    const full = port ? `${port}.${name}` : name;
    const given = parameters.map((parameter) => `${parameter.name}: ${linked(parameter.type)}`).join(', ');
    return [
      `### ${headingOf(full)}\n`,
      `${expand(doc)}\n`,
      `- Call: ${name}(${given})`,
      `- Answer: ${answerOf(type)}`,
      // A method outside the table of operations is described by its comment alone.
      ...((operation as Operation | undefined) ? factsOf(full as OperationName, operation) : []),
      '',
    ].join('\n');
  }

  #interface(name: string): string {
    const members = this.#sources.membersOfInterface(name);
    const base = this.#sources.baseOf(name);
    const inherited = base === undefined ? '' : ` It has the members of ${link(base)}, too.`;
    return [`### ${name}\n`, `${this.#sources.docOf(name)}${inherited}\n`, memberTable(members)].join('\n');
  }

  #record(name: string): string {
    const rows = rowsOf(this.#sources, name).map(({ path, described, doc }) => [
      `\`${path}\``,
      cell(described.type),
      described.instead.join(', '),
      cell(expand(doc)),
    ]);
    const head = ['member', 'type', 'may be', 'meaning'];
    const { entries, options = [] } = schemas.get(name)!;
    // The members of forms without a name are in the table.
    const hasForms = entries === undefined && options.some((option) => !isPlainObject(option));
    const about = `${expand(this.#sources.docOf(name))}${hasForms ? ` ${typeOf(name)}` : ''}\n`;
    // The forms that have a section of their own are described there.
    const areNamed = hasForms && options.every((option) => [...schemas.values()].some((known) => known === option));
    return [`### ${name}\n`, about, ...(areNamed ? [] : [`${table(head, rows)}\n`])].join('\n');
  }

  #values(names: readonly string[]): string {
    return names
      .map((name) => `### ${name}\n\n${this.#sources.docOf(name)} ${typeOf(name)}`)
      .map((text) => `${text}\n`)
      .join('\n');
  }

  #codes(): string {
    return codeLists()
      .filter(([name]) => name !== 'basisCodes')
      .map(([name]) => {
        const rows = this.#sources.codesOf(name).map((code) => [`\`${code.name}\``, cell(code.doc)]);
        const about = name.startsWith('axes.') ? '' : `${this.#sources.docOf(name)}\n\n`;
        return `### ${name}\n\n${about}${table(['code', 'meaning'], rows)}\n`;
      })
      .join('\n');
  }

  #bases(): string {
    const rows = this.#sources.codesOf('basisCodes').map(({ name, doc }) => [`\`${name}\``, cell(doc)]);
    return `${this.#sources.docOf('basisCodes')}\n\n${table(['basis', 'meaning'], rows)}\n`;
  }

  #errors(): string {
    const rows = this.#sources.codesOf('errorCodes').map(({ name, doc }) => {
      const error = new AdapterError(errorCodes.find((code) => code === name)!);
      const write = isOutcomeUnknown(error) ? 'may have been carried out' : 'was not carried out';
      return [`\`${name}\``, cell(doc), isRetryable(error) ? 'is retried' : 'is not retried', write];
    });
    return `${table(['code', 'meaning', 'a read', 'a write'], rows)}\n`;
  }
}

/** Returns the lists of codes that the domain exports, the axes of an order one by one. */
export const codeLists = (): readonly (readonly [name: string, codes: readonly string[]])[] => {
  const { axes, ...others } = domain;
  return [
    ...Object.entries(axes).map(([axis, list]) => [`axes.${axis}`, list as readonly string[]] as const),
    ...Object.entries(others).flatMap(([name, value]: [string, unknown]) =>
      Array.isArray(value) && /(Codes|Kinds|Statuses|Types)$/.test(name) && !name.startsWith('closed')
        ? [[name, value as readonly string[]] as const]
        : [],
    ),
  ];
};

/** Returns the rows of a record's table. A member of a nested object has a row of its own if it has a comment. */
export function rowsOf(sources: Sources, name: string) {
  const schema = schemas.get(name)!;
  return sources.membersOfSchema(name).flatMap((member) => {
    const entry = entriesOf(schema)[member.name];
    if (!entry) return [];
    const described = describe(entry);
    const nested = Object.entries(described.entries ?? {}).flatMap(([inner, innerSchema]: [string, Schema]) => {
      const doc = sources.membersOf(member.schema!).find((one) => one.name === inner)?.doc ?? '';
      return doc ? [{ path: `${member.name}.${inner}`, described: describe(innerSchema), doc }] : [];
    });
    return [{ path: member.name, described, doc: member.doc || (usualMembers[member.name] ?? '') }, ...nested];
  });
}

const isPlainObject = (option: unknown): boolean =>
  (option as Schema).entries !== undefined && ![...schemas.values()].some((known) => known === option);

/** Returns the name of a port's interface: `NotesPort` for `notes`. */
export const interfaceOf = (port: string): string => `${port[0]!.toUpperCase()}${port.slice(1)}Port`;

/** Returns the names of the schemas that an operation takes and returns. */
export function namedBy(operation: Operation): readonly SchemaName[] {
  const { kind } = operation;
  const names =
    kind === 'list'
      ? [operation.item, operation.totals]
      : [kind === 'write' ? operation.body : undefined, operation.answer];
  return names.filter((name) => name !== undefined);
}

const memberTable = (members: readonly Member[]): string =>
  members.length === 0
    ? ''
    : `${table(
        ['member', 'type', 'may be', 'meaning'],
        members.map(({ name, type = '', isOptional, doc }) => [
          `\`${name}\``,
          linked(type.replace(/ \| undefined$/, '')),
          isOptional ? 'absent' : '',
          cell(doc),
        ]),
      )}\n`;

/** Returns what is allowed for a schema that has no members, or several forms. */
const typeOf = (name: string): string => `Type: ${cell(describe({ ...schemas.get(name)! }).type)}.`;
