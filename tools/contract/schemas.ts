// Describes schemas in words: their types, their bounds, and what may stand in place of a value.
import * as domain from '../../src/domain/index.ts';

/** What the description of a schema needs of it. Schemas of Valibot have these members, depending on their type. */
export interface Schema {
  readonly kind: 'schema';
  readonly type: string;
  readonly wrapped?: Schema;
  readonly default?: unknown;
  readonly item?: Schema;
  readonly value?: Schema;
  readonly options?: readonly unknown[];
  readonly literal?: unknown;
  readonly entries?: Readonly<Record<string, Schema>>;
  readonly pipe?: readonly (Schema | Action)[];
}

interface Action {
  readonly kind: 'validation' | 'transformation' | 'metadata';
  readonly type: string;
  readonly requirement?: unknown;
  readonly message?: unknown;
}

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'schema';

/** The exported schemas by name. */
export const schemas: ReadonlyMap<string, Schema> = new Map(
  Object.entries(domain).flatMap(([name, value]: [string, unknown]) =>
    isSchema(value) ? [[name, value] as const] : [],
  ),
);
const names = new Map([...schemas].map(([name, schema]) => [schema, name]));

/** The description of a member: its type in Markdown, and what may stand in place of a value. */
export interface Described {
  readonly type: string;
  /** `absent`, `null` and `withheld`, where allowed. */
  readonly instead: readonly string[];
  /** The exported schemas that it consists of. */
  readonly uses: readonly string[];
  /** The members of an object that has no name. */
  readonly entries?: Readonly<Record<string, Schema>> | undefined;
}

/** Describes the schema of a member. A schema with a name is described by its name. */
export function describe(schema: Schema): Described {
  const name = names.get(schema);
  if (name !== undefined) return { type: link(name), instead: [], uses: [name] };
  const { wrapped, type, default: otherwise } = schema;
  if (wrapped && ['optional', 'nullish', 'nullable'].includes(type)) {
    const inner = describe(wrapped);
    const absent = otherwise === undefined ? 'absent' : `absent (\`${JSON.stringify(otherwise)}\`)`;
    const own = [...(type === 'nullable' ? [] : [absent]), ...(type === 'optional' ? [] : ['`null`'])];
    return { ...inner, instead: [...new Set([...own, ...inner.instead])] };
  }
  if (schema.pipe) return describePipe(schema.pipe);
  return describeBare(schema);
}

function describePipe([first, ...actions]: readonly (Schema | Action)[]): Described {
  const inner = describe(first as Schema);
  const bounds = actions.flatMap((action) => boundOf(action as Action, inner.type.startsWith('list of')));
  // Several checks can have one message.
  return { ...inner, type: [...new Set([inner.type, ...bounds])].join(', ') };
}

function describeBare(schema: Schema): Described {
  const { type, item, value, options = [], literal, entries } = schema;
  if (item) {
    const inner = describe(item);
    return { ...inner, type: `list of ${inner.type}`, instead: [] };
  }
  if (value) {
    const inner = describe(value);
    return { ...inner, type: `object with ${inner.type} by name`, instead: [] };
  }
  if (type === 'picklist') return plain(codes(options as readonly string[]));
  if (type === 'literal') return plain(codes([String(literal)]));
  if (type === 'union' || type === 'variant') return describeUnion(options as readonly Schema[]);
  if (entries) {
    const inner = Object.entries(entries).map(([name, entry]) => [name, entry, describe(entry)] as const);
    const members = inner.map(
      ([name, entry, described]) => `${name}${isOptional(entry) ? '?' : ''}: ${described.type}`,
    );
    return { type: `{ ${members.join(', ')} }`, instead: [], uses: inner.flatMap(([, , { uses }]) => uses), entries };
  }
  return plain(words[type] ?? type);
}

function describeUnion(options: readonly Schema[]): Described {
  const [first, ...rest] = options;
  // A field is its value or the reason why it is withheld, see `field`.
  if (first === schemas.get('Withheld') && rest.length === 1) {
    const inner = describe(rest[0]!);
    return { ...inner, instead: [...inner.instead, '[withheld](#withheld)'], uses: [...inner.uses, 'Withheld'] };
  }
  const inner = options.map((option) => describe(option));
  return {
    type: inner.map(({ type }) => type).join(' or '),
    instead: [],
    uses: inner.flatMap(({ uses }) => uses),
    entries: merged(inner.map(({ entries = {} }) => entries)),
  };
}

const plain = (type: string): Described => ({ type, instead: [], uses: [] });
const isOptional = ({ type }: Schema): boolean => type === 'optional' || type === 'nullish';

/** Returns a list of codes in Markdown. */
export const codes = (list: readonly string[]): string => list.map((code) => `\`${code}\``).join(', ');

/** Returns a link to the section of a schema. */
export const link = (name: string): string => `[${name}](#${name.toLowerCase()})`;

const words: Readonly<Record<string, string>> = { string: 'text', number: 'number', boolean: '`true` or `false`' };

/** Describes what an action of a pipe demands. The lists and texts that every record has are described once, by name. */
function boundOf({ type, requirement, message }: Action, isList: boolean): readonly string[] {
  const unit = isList ? 'members' : 'characters';
  const amount = typeof requirement === 'number' ? requirement.toLocaleString('en') : '';
  if (type === 'max_length') return isList && requirement === 10_000 ? [] : [`at most ${amount} ${unit}`];
  if (type === 'min_length') return [`at least ${amount} ${requirement === 1 ? unit.slice(0, -1) : unit}`];
  if (type === 'min_value') return [`at least ${amount}`];
  if (type === 'max_value') return [`at most ${amount}`];
  if (type === 'min_entries') return [`at least ${amount} ${requirement === 1 ? 'member' : 'members'}`];
  if (type === 'max_entries') return [`at most ${amount} entries`];
  if (type === 'integer') return ['an integer'];
  if (type === 'email') return ['an e-mail address'];
  if (type === 'regex' || type === 'check' || type === 'iso_date') return typeof message === 'string' ? [message] : [];
  // White space around a text is removed before its length counts.
  return type === 'trim' || type === 'transform' ? ['trimmed'] : [];
}

/** Returns the members of a schema by name, also those of the variants of a union. */
export function entriesOf(schema: Schema): Readonly<Record<string, Schema>> {
  if (schema.entries) return schema.entries;
  return merged((schema.options ?? []).filter(isSchema).map(entriesOf));
}

/** Joins the members of several objects. What differs among them becomes a union. */
function merged(objects: readonly Readonly<Record<string, Schema>>[]): Readonly<Record<string, Schema>> {
  const found = new Map<string, Schema[]>();
  for (const entries of objects)
    for (const [name, entry] of Object.entries(entries)) {
      const known = found.get(name) ?? [];
      if (!known.includes(entry)) found.set(name, [...known, entry]);
    }
  return Object.fromEntries(
    [...found].map(([name, options]) => [
      name,
      options.length === 1 ? options[0]! : ({ kind: 'schema', type: 'union', options } as const),
    ]),
  );
}
